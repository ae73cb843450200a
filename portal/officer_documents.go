package portal

import (
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// caseDocumentsPage is the index of evidence with who may see each, and the files.
type caseDocumentsPage struct {
	Head    caseHead
	Table   look.Table
	Files   []caseFileLink
	ToMend  look.SummaryList
	Release *look.Button
	Add     *look.Button
	Request string
}

// caseFileLink is a kept file: where it opens in the page, and where it is saved from.
type caseFileLink struct {
	Name, Note, Open, Save string
}

func (p *Portal) officerDocuments(v *Visit) error {
	if err := v.Read("documents"); err != nil {
		return err
	}
	page := caseDocumentsPage{Head: p.head(v, "documents"), Request: v.at("request")}
	var rows []look.Row
	for _, e := range v.Case.Evidence {
		rows = append(rows, look.Row{Cells: []look.Cell{
			{Text: string(e.ID) + ": " + e.Title, Note: strings.TrimPrefix(e.Cited(), e.Title+", ")}, {Text: p.say("party-" + e.From)},
			{Text: p.may(v, e, e.See, casework.Evidence.MaySee)}, {Text: p.may(v, e, e.Know, casework.Evidence.MayKnow)},
		}})
		if e.Cited() == e.Title {
			rows[len(rows)-1].Cells[0].Note = ""
		}
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
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page.ToMend = mendsOf(events)
	if page.Files, err = p.filesOf(v); err != nil {
		return err
	}
	return v.Page("officer-documents", page)
}

// mendsOf are what was wrong with the requests when they came.
func mendsOf(events []casework.Event) look.SummaryList {
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
			list.Rows = append(list.Rows, look.SummaryRow{Key: m.Path, Value: m.What + " " + m.How})
		}
	}
	return list
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

// filesOf lists the files kept with the case.
func (p *Portal) filesOf(v *Visit) ([]caseFileLink, error) {
	uploads, err := p.register.Uploads(v.Context(), caseOwner(v.Case.Ref))
	if err != nil {
		return nil, err
	}
	var list []caseFileLink
	for _, u := range uploads {
		link := caseFileLink{Name: u.Name, Note: p.say("file-note", "size", fileSizeWords(u.Size), "day", u.At.Format("2 January 2006")), Save: v.at("files", u.ID)}
		if opensInPage(u.Type) {
			link.Open = v.at("files", u.ID, "open")
		}
		list = append(list, link)
	}
	return list, nil
}

func fileSizeWords(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", max(1, n>>10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// opensInPage reports whether a type can be shown as it is, without anything in it that could act.
func opensInPage(kind string) bool {
	switch kind {
	case "application/pdf", "image/png", "image/jpeg", "text/plain":
		return true
	}
	return false
}

func (p *Portal) officerFile(v *Visit) error {
	return v.Download(caseOwner(v.Case.Ref), v.Path("file"))
}

// caseFilePage shows a file in a page of the portal.
type caseFilePage struct {
	Head  caseHead
	Name  string
	Raw   string
	Save  string
	Image bool
	Text  string
}

// officerFileOpen shows a file in the page.
func (p *Portal) officerFileOpen(v *Visit) error {
	u, content, err := p.register.Upload(v.Context(), caseOwner(v.Case.Ref), v.Path("file"))
	if err != nil || !opensInPage(u.Type) {
		return ErrNotFound
	}
	if err := v.Read("document " + u.ID); err != nil {
		return err
	}
	page := caseFilePage{Head: p.head(v, "documents"), Name: u.Name, Raw: v.at("files", u.ID, "raw"), Save: v.at("files", u.ID)}
	p.crumbsTo(v, "documents", "tab-documents")
	page.Image = strings.HasPrefix(u.Type, "image/")
	if u.Type == "text/plain" {
		page.Text = string(content)
	}
	return v.Page("officer-file", page)
}

// officerFileRaw gives a PDF or a picture to the page that shows it.
func (p *Portal) officerFileRaw(v *Visit) error {
	u, content, err := p.register.Upload(v.Context(), caseOwner(v.Case.Ref), v.Path("file"))
	if err != nil || !opensInPage(u.Type) || u.Type == "text/plain" {
		return ErrNotFound
	}
	return v.inline(u, content)
}

// inline sends a file to be shown inside a page of the portal.
func (v *Visit) inline(u records.Upload, content []byte) error {
	h := v.W.Header()
	h.Set("Content-Type", u.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": u.Name}))
	h.Set("Content-Length", strconv.Itoa(len(content)))
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; object-src 'self'; plugin-types application/pdf; frame-ancestors 'self'")
	v.W.WriteHeader(http.StatusOK)
	_, _ = v.W.Write(content) // a reader who has gone is nobody's fault
	return nil
}

// caseRequestPage is the request as it arrived.
type caseRequestPage struct {
	Head caseHead
	Text string
}

// officerRequest shows the request exactly as it arrived.
func (p *Portal) officerRequest(v *Visit) error {
	if err := v.Read("request"); err != nil {
		return err
	}
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := caseRequestPage{Head: p.head(v, "documents"), Text: readable(original)}
	p.crumbsTo(v, "documents", "tab-documents")
	return v.Page("officer-request", page)
}
