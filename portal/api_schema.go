package portal

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"sendpanel/casework"
)

// schemasAt is where the description of the API keeps its schemas, and requestSchemaName names a request’s among them.
const (
	schemasAt         = "#/components/schemas/"
	requestSchemaName = "request"
)

// pageParams are the parameters of a list that comes page by page.
func pageParams() []*huma.Param {
	least, most := 1.0, float64(apiMostPage)
	return []*huma.Param{
		{Name: "limit", In: "query", Description: "How many requests a page has at most.", Schema: &huma.Schema{Type: "integer", Minimum: &least, Maximum: &most, Default: apiPage}},
		{Name: "after", In: "query", Description: "The place after which the page begins: follow “next” of the page before instead of writing it.", Schema: &huma.Schema{Type: "string"}},
	}
}

// withRequest writes the description with the whole schema of a request among its own. The definitions of that schema become
// schemas beside it, so that every reference in the document begins at its root.
func withRequest(doc *huma.OpenAPI) ([]byte, error) {
	described, err := json.Marshal(doc)
	if err != nil {
		return nil, fmt.Errorf("write the description of the API: %w", err)
	}
	var whole struct {
		Components map[string]map[string]any `json:"components"`
		Rest       map[string]any            `json:"-"`
	}
	var request map[string]any
	moved := strings.ReplaceAll(string(casework.RequestSchemaJSON()), `"#/$defs/`, `"`+schemasAt+requestSchemaName)
	for text, into := range map[string]any{string(described): &whole, moved: &request} {
		if err := json.Unmarshal([]byte(text), into); err != nil {
			return nil, fmt.Errorf("read the schemas of the API: %w", err)
		}
	}
	if err := json.Unmarshal(described, &whole.Rest); err != nil {
		return nil, fmt.Errorf("read the description of the API: %w", err)
	}
	schemas := whole.Components["schemas"]
	parts, _ := request["$defs"].(map[string]any)
	for name, part := range parts {
		schemas[requestSchemaName+name] = part
	}
	for _, key := range []string{"$defs", "$schema", "$id"} {
		delete(request, key)
	}
	schemas[requestSchemaName] = request
	whole.Rest["components"] = whole.Components
	data, err := json.MarshalIndent(whole.Rest, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the description of the API: %w", err)
	}
	return append(data, '\n'), nil
}
