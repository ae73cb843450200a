package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/draft"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// caseDocumentsPage is the index of evidence with who may see each, and the files.
type caseDocumentsPage struct {
	Head    caseHead
	Table   look.Table
	Files   []caseFileLink
	ToMend  look.SummaryList
	Release *look.Button
	Confirm *look.Button
	Add     *look.Button
	Ask     *look.Link // the page on which somebody is asked by a link
	Request string
}

func (p *Portal) officerDocuments(v *Visit) error {
	if err := v.Read("documents"); err != nil {
		return err
	}
	return p.showIndex(v)
}

func (p *Portal) showIndex(v *Visit) error {
	page := caseDocumentsPage{Head: p.head(v, "documents"), Request: v.at("request")}
	var rows []look.Row
	for _, e := range v.Case.Evidence {
		cell, err := p.documentCell(v, e)
		if err != nil {
			return err
		}
		rows = append(rows, look.Row{Cells: []look.Cell{cell, {Text: p.fromWords(e.From)}, {Text: p.may(v, e, e.See, casework.Evidence.MaySee)}, {Text: p.may(v, e, e.Know, casework.Evidence.MayKnow)}}})
	}
	page.Table = look.NewTable(p.say("documents-caption"), []look.Column{{Title: p.say("document")}, {Title: p.say("given-by")}, {Title: p.say("may-see")}, {Title: p.say("may-know")}}, rows)
	page.Table.HideTitle = true
	page.Table.Empty = look.Empty{Title: p.say("documents-none-title"), Text: p.say("documents-none-text")}
	if p.mayDo(v, casework.ActRelease) && len(rows) > 0 {
		page.Release = &look.Button{Text: p.say("act-release_evidence-title"), Href: v.at("record", string(casework.ActRelease))}
	}
	if p.mayDo(v, casework.ActAddEvidence) {
		page.Add = &look.Button{Text: p.say("act-add_evidence-title"), Href: v.at("record", string(casework.ActAddEvidence)), Kind: "quiet"}
	}
	page.Ask = p.askByLink(v)
	if p.mayDo(v, casework.ActConfirmPaper) && hasOccasion(v.Case, casework.ActConfirmPaper) {
		page.Confirm = &look.Button{Text: p.say("act-confirm_paper-title"), Href: v.at("record", string(casework.ActConfirmPaper))}
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page.ToMend = p.mendsOf(events)
	if page.Files, err = p.filesOf(v); err != nil {
		return err
	}
	return v.Show(v.asGood(), "officer-documents", page)
}

// askByLink leads to the page on which somebody without an account is asked what they know; nowhere once it is too late.
func (p *Portal) askByLink(v *Visit) *look.Link {
	if !p.mayDo(v, casework.ActReply) {
		return nil
	}
	return &look.Link{Text: p.say("ask-by-link"), Href: v.at("reply-links")}
}

// mendsOf are what was wrong with the requests when they came.
func (p *Portal) mendsOf(events []casework.Event) look.SummaryList {
	var list look.SummaryList
	for _, e := range events {
		var mends []casework.Mend
		switch b := e.Body.(type) {
		case casework.Opened:
			mends = b.ToMend
		case casework.FurtherRequest:
			mends = b.ToMend
		}
		for _, m := range mends {
			list.Rows = append(list.Rows, p.mendRow(m))
		}
	}
	return list
}

// mendRow is what is to be mended in a request, in the words of the question that it answers, and never by the API’s names.
func (p *Portal) mendRow(m casework.Mend) look.SummaryRow {
	for _, asked := range p.asks.Mends(draft.Made{Mends: []casework.Mend{m}}) {
		return look.SummaryRow{Key: asked.Ask, Value: asked.What + " " + asked.How}
	}
	return look.SummaryRow{Key: p.say("request"), Value: form.Nowhere(p.say, casework.Gap{What: m.What, Mend: m.How})}
}

// may names who may see a document, or know of it, besides the council.
func (p *Portal) may(v *Visit, e casework.Evidence, released []casework.Party, is func(casework.Evidence, casework.Party) bool) string {
	var who []string
	for _, party := range []casework.Party{casework.TheFamily, casework.TheSchool, casework.TheChild, casework.TheHealth, casework.TheSocialCare} {
		if is(e, party) {
			who = append(who, p.say("party-"+string(party)))
		}
	}
	for _, party := range released {
		if a, known := v.Case.Addressee(casework.AddresseeID(party)); known {
			who = append(who, a.Name)
		}
	}
	if len(who) == 0 {
		return p.say("council-only")
	}
	return strings.Join(who, ", ")
}
