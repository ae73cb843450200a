package portal

import (
	"errors"
	"fmt"
	"io"
	"net/url"

	"sendpanel/casework"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
	"sendpanel/portal/sheet"
)

// uploadPage takes a request that was written elsewhere.
type uploadPage struct{ File look.FileUpload }

// mostSheet is the most bytes of a request that is uploaded.
const mostSheet = 5 << 20

// uploadForm asks for a spreadsheet or a JSON file.
func (p *Portal) uploadForm(v *Visit) error { return p.showUpload(v) }

func (p *Portal) showUpload(v *Visit) error {
	f := look.NewForm(nil, faults(v.Form)).Files("request", p.say("request-file"), p.say("request-file-limits", "most", mostSheet>>20), ".xlsx,.json", mostSheet)
	f.Multiple = false
	v.Back = &look.Link{Text: p.say("school-requests"), Href: "/school"}
	return v.Show(v.asGood(), "school-upload", uploadPage{f})
}

// uploadRequest makes a draft of a request that was written elsewhere. Nothing is sent.
func (p *Portal) uploadRequest(v *Visit) error {
	data, name := v.oneFile("request")
	if data == nil {
		if v.Form.OK() {
			v.Form.Wrong("request", p.say("files-none"))
		}
		return p.showUpload(v)
	}
	if _, wrong := v.scanned(data, name); wrong != "" {
		v.Form.Wrong("request", wrong)
		return p.showUpload(v)
	}
	body, faults, err := p.written(data)
	if err != nil {
		v.Form.Wrong("request", p.say("request-file-wrong", "name", name, "why", err.Error()))
		return p.showUpload(v)
	}
	body.Unread = faults
	d, err := p.newDraft(v, body)
	if err != nil {
		return err
	}
	if len(faults) == 0 {
		v.Tell(p.say("request-file-taken"))
		return v.Go(d.Path())
	}
	return v.Go(d.Path("uploaded"))
}

// uploaded says what of a file was not taken as it stood. It can be read until the draft is sent.
func (p *Portal) uploaded(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	if len(d.Body.Unread) == 0 {
		return v.Go(d.Path())
	}
	return v.Page("school-uploaded", d)
}

// written reads a request from a spreadsheet or from JSON, whichever it is.
func (p *Portal) written(data []byte) (draft.Body, []string, error) {
	if sheet.Looks(data) {
		values, faults, err := sheet.Read(p.asks, data, p.say)
		if err != nil {
			return draft.Body{}, nil, err
		}
		said := make([]string, len(faults))
		for i, f := range faults {
			said[i] = p.say("sheet-fault", "sheet", f.Sheet, "cell", f.Cell, "what", f.What)
		}
		return draft.Body{Values: values}, said, nil
	}
	request, mends, err := casework.ParseRequest(data)
	if errors.Is(err, casework.ErrUnreadable) {
		return draft.Body{}, nil, err
	}
	values, extra, err := p.asks.Fill(request)
	if err != nil {
		return draft.Body{}, nil, err
	}
	for i := range request.Evidence { // the files themselves are uploaded on the page of documents
		values.Del(fmt.Sprintf("evidence.%d.sha256", i))
		values.Del(fmt.Sprintf("evidence.%d.file", i))
	}
	if values == nil {
		values = url.Values{}
	}
	var said []string
	for _, m := range mends {
		if len(m.Path) >= 8 && m.Path[:8] == "unplaced" {
			said = append(said, m.String())
		}
	}
	for _, u := range request.Unplaced {
		said = append(said, p.say("request-unplaced", "path", u.Path.Line(), "fault", u.Fault.Line(), "how", u.How.Line()))
	}
	return draft.Body{Values: values, Extra: extra}, said, nil
}

// oneFile reads the file of a field, or says what is wrong with it.
func (v *Visit) oneFile(field string) ([]byte, string) {
	for _, h := range v.Form.Files[field] {
		if h.Filename == "" {
			continue
		}
		name := tidyName(h.Filename)
		if h.Size > mostSheet {
			v.Form.Wrong(field, v.p.say("upload-too-large", "name", name, "most", mostSheet>>20))
			return nil, name
		}
		file, err := h.Open()
		if err != nil {
			return nil, name
		}
		defer file.Close()
		data, err := io.ReadAll(io.LimitReader(file, mostSheet+1))
		if err != nil || len(data) == 0 {
			v.Form.Wrong(field, v.p.say("upload-empty", "name", name))
			return nil, name
		}
		return data, name
	}
	return nil, ""
}

// template gives the spreadsheet to be filled in.
func (p *Portal) template(v *Visit) error {
	data, err := sheet.Template(p.asks, schoolName(v), p.say)
	if err != nil {
		return err
	}
	return v.sendFile("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", p.say("template-name"), data)
}

// requestSchema gives the shape of a request as JSON.
func (p *Portal) requestSchema(v *Visit) error {
	return v.sendFile("application/schema+json", "request.schema.json", casework.RequestSchemaJSON())
}
