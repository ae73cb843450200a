package portal

import (
	"encoding/json"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// apiOperation is what the OpenAPI document says of one route.
type apiOperation struct {
	ID, Summary string
	Takes       string   // content type of the body; empty where none is taken
	Body        string   // the name of the body’s schema, where it has one
	Headers     []string // that the call may carry
	Query       []*huma.Param
	Answer      reflect.Type // nil where the answer is no JSON
	Kind        string       // content type of such an answer
	Statuses    []int        // of good answers, then of the others
}

// apiOperations are the operations by their routes.
func apiOperations() map[string]apiOperation {
	add := apiOperation{ID: "addDocument", Summary: "Add a document: the bytes of one file", Takes: "application/octet-stream",
		Headers: []string{"Content-Disposition", "Document-Class", "Idempotency-Key"}, Answer: reflect.TypeFor[apiTaken](), Statuses: []int{201, 401, 404, 413, 422, 429}}
	put := add
	put.ID = "putDocument"
	return map[string]apiOperation{
		"GET /api/openapi.json": {ID: "document", Summary: "This document", Kind: "application/json", Statuses: []int{200}},
		"POST /api/requests": {ID: "sendRequest", Summary: "Send a request. It arrives now, and the council’s six weeks begin", Takes: "application/json", Body: requestSchemaName,
			Headers: []string{"Idempotency-Key"}, Answer: reflect.TypeFor[apiReceived](), Statuses: []int{200, 201, 401, 409, 413, 415, 422, 429}},
		"GET /api/requests":                        {ID: "listRequests", Summary: "The school’s own requests", Answer: reflect.TypeFor[apiCases](), Query: pageParams(), Statuses: []int{200, 400, 401, 429}},
		"GET /api/requests/{ref}":                  {ID: "readRequest", Summary: "Where one request is and what comes next", Answer: reflect.TypeFor[apiCase](), Statuses: []int{200, 401, 404, 429}},
		"POST /api/requests/{ref}/documents":       add,
		"PUT /api/requests/{ref}/documents":        put,
		"GET /api/requests/{ref}/letters":          {ID: "listLetters", Summary: "The letters to the school; those of a decision once the family has been told", Answer: reflect.TypeFor[apiLetterList](), Statuses: []int{200, 401, 404, 429}},
		"GET /api/requests/{ref}/letters/{letter}": {ID: "readLetter", Summary: "A letter as it was sent", Kind: "application/pdf", Statuses: []int{200, 401, 404, 429}},
	}
}

// openAPI is the description of the API (OpenAPI 3.1), as JSON.
func openAPI() ([]byte, error) {
	schemas := huma.NewMapRegistry(schemasAt, huma.DefaultSchemaNamer)
	doc := huma.OpenAPI{OpenAPI: "3.1.0", Paths: map[string]*huma.PathItem{},
		Info: &huma.Info{Title: "SEND Panel for schools’ information systems", Version: "1",
			Description: "What a school’s system sends and reads. Every answer but a good one is application/problem+json and says what is wrong, where, and how to mend it."},
		Components: &huma.Components{Schemas: schemas, SecuritySchemes: map[string]*huma.SecurityScheme{
			"token": {Type: "http", Scheme: "bearer", Description: "A token made by the school’s lead or the council’s service manager."}}}}
	wrong := schemas.Schema(reflect.TypeFor[problem](), true, "problem")
	for pattern, op := range apiOperations() {
		method, path, _ := strings.Cut(pattern, " ")
		o := &huma.Operation{OperationID: op.ID, Summary: op.Summary, Responses: map[string]*huma.Response{}}
		if pattern != "GET /api/openapi.json" {
			o.Security = []map[string][]string{{"token": {}}}
		}
		for _, name := range []string{"ref", "letter"} {
			if strings.Contains(path, "{"+name+"}") {
				o.Parameters = append(o.Parameters, &huma.Param{Name: name, In: "path", Required: true, Schema: &huma.Schema{Type: "string"}})
			}
		}
		o.Parameters = append(o.Parameters, op.Query...)
		for _, name := range op.Headers {
			o.Parameters = append(o.Parameters, &huma.Param{Name: name, In: "header", Required: name != "Idempotency-Key", Schema: &huma.Schema{Type: "string"}})
		}
		if op.Takes != "" {
			taken := &huma.MediaType{}
			if op.Body != "" {
				taken.Schema = &huma.Schema{Ref: schemasAt + op.Body}
			}
			o.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{op.Takes: taken}}
		}
		for _, status := range op.Statuses {
			r := &huma.Response{Description: http.StatusText(status)}
			switch {
			case status >= http.StatusBadRequest:
				r.Content = map[string]*huma.MediaType{"application/problem+json": {Schema: wrong}}
			case op.Answer != nil:
				r.Content = map[string]*huma.MediaType{"application/json": {Schema: schemas.Schema(op.Answer, true, op.ID)}}
			default:
				r.Content = map[string]*huma.MediaType{op.Kind: {}}
			}
			o.Responses[strconv.Itoa(status)] = r
		}
		o.Responses["default"] = &huma.Response{Description: "Anything else, as when the service is away for a moment",
			Content: map[string]*huma.MediaType{"application/problem+json": {Schema: wrong}}}
		if doc.Paths[path] == nil {
			doc.Paths[path] = &huma.PathItem{}
		}
		at := doc.Paths[path]
		switch method {
		case http.MethodGet:
			at.Get = o
		case http.MethodPut:
			at.Put = o
		case http.MethodPost:
			at.Post = o
		}
	}
	return withRequest(&doc)
}

// apiDocument serves the description of the API.
func (p *Portal) apiDocument(v *Visit) error {
	data, err := openAPI()
	if err != nil {
		return err
	}
	return v.answerAs("application/json", http.StatusOK, json.RawMessage(data))
}
