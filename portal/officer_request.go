package portal

import (
	"errors"

	"sendpanel/casework"
	"sendpanel/portal/draft"
)

// caseRequestPage is the request as it arrived.
type caseRequestPage struct {
	Head     caseHead
	Sections []checkSection // what it says, under the questions that a school is asked
	Text     string         // just as it came
}

// officerRequest shows the request as it arrived: to be read, and just as it came.
func (p *Portal) officerRequest(v *Visit) error {
	if err := v.Read("request"); err != nil {
		return err
	}
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := caseRequestPage{Head: p.head(v, "documents"), Text: readable(original)}
	if page.Sections, err = p.requestInWords(original); err != nil {
		return err
	}
	p.crumbsTo(v, "documents", "tab-documents")
	return v.Page("officer-request", page)
}

// requestInWords is what a request says, section by section. What cannot be read as a request has none.
func (p *Portal) requestInWords(original []byte) ([]checkSection, error) {
	request, _, err := casework.ParseRequest(original)
	if errors.Is(err, casework.ErrUnreadable) {
		return nil, nil
	}
	values, _, err := p.asks.Fill(request)
	if err != nil {
		return nil, err
	}
	var all []checkSection
	for _, s := range p.asks.Sections {
		all = append(all, p.answers(openDraft{Body: draft.Body{Values: values}}, s)...)
	}
	return all, nil
}
