package portal

import (
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/legible"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// caseFileLink is a kept file: where it opens in the page, where it is saved from, and where it is given to an entry.
type caseFileLink struct {
	Name, Note, Open, Save string
	Tie                    string
	Pick                   *look.Select
}

// documentCell is an entry of the index: it leads to its file, where that is here and the person may open it.
func (p *Portal) documentCell(v *Visit, e casework.Evidence) (look.Cell, error) {
	cell := look.Cell{Text: string(e.ID) + ": " + e.Title}
	if e.Cited() != e.Title {
		cell.Note = strings.TrimPrefix(e.Cited(), e.Title+", ")
	}
	u, here, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
	switch {
	case err != nil:
		return cell, err
	case !here:
		cell.Note = dotted(cell.Note, p.say("file-none"))
	case p.mayOpen(v, e):
		cell.Link = &look.Link{Text: cell.Text, Href: p.fileHref(v, u)}
		cell.Note = dotted(cell.Note, p.fileNote(u))
	}
	if e.Held {
		cell.Note = dotted(p.say("held-tag"), cell.Note)
	}
	return cell, nil
}

// mayOpen reports whether the person may open the file of an entry: one that may be about another child is for those
// alone who find out.
func (p *Portal) mayOpen(v *Visit, e casework.Evidence) bool {
	rule, known := ruleFor(casework.ActConfirmPaper)
	return !e.Held || known && v.Case.Admits(v.Who.Actor, rule.By)
}

func (p *Portal) fileHref(v *Visit, u records.Upload) string {
	if opensInPage(u.Type) {
		return v.at("files", u.ID, "open")
	}
	return v.at("files", u.ID)
}

func (p *Portal) fileNote(u records.Upload) string {
	return p.say("file-note", "size", fileSizeWords(u.Size), "day", u.At.Format("2 January 2006"))
}

// filesOf lists the files kept with the case that are no entry’s, each with the entries that it could be.
func (p *Portal) filesOf(v *Visit) ([]caseFileLink, error) {
	uploads, err := p.register.Uploads(v.Context(), caseOwner(v.Case.Ref))
	if err != nil || len(uploads) == 0 {
		return nil, err
	}
	var entries []look.Option
	if v.Who.Actor.Has(casework.CaseworkOfficer) {
		if entries, err = p.withoutFile(v); err != nil {
			return nil, err
		}
	}
	var list []caseFileLink
	for _, u := range uploads {
		link := caseFileLink{Name: u.Name, Note: p.fileNote(u), Save: v.at("files", u.ID)}
		if opensInPage(u.Type) {
			link.Open = v.at("files", u.ID, "open")
		}
		if len(entries) > 0 {
			pick := look.NewForm(nil, nil).Select("entry", p.say("file-tie"), p.say("choose"), entries...)
			pick.ID += "-" + u.ID
			link.Tie, link.Pick = v.at("files", u.ID, "entry"), &pick
		}
		list = append(list, link)
	}
	return list, nil
}

// withoutFile are the entries of the index whose file is not here.
func (p *Portal) withoutFile(v *Visit) ([]look.Option, error) {
	var options []look.Option
	for _, e := range v.Case.Evidence {
		_, here, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
		if err != nil {
			return nil, err
		}
		if !here {
			options = append(options, look.Option{Value: string(e.ID), Label: string(e.ID) + ": " + e.Cited()})
		}
	}
	return options, nil
}

// tieFile makes a file of the case that of an entry of its index. Whoever may see the entry may open it from then on, so
// the ledger has who did it.
func (p *Portal) tieFile(v *Visit) error {
	id := casework.DocumentID(v.Form.Get("entry"))
	options, err := p.withoutFile(v)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(options, func(o look.Option) bool { return o.Value == string(id) }) {
		v.Form.Wrong("", p.say("file-tie-missing"))
		return p.showIndex(v)
	}
	if _, _, err := p.register.HeldUpload(v.Context(), caseOwner(v.Case.Ref), v.Path("file")); err != nil {
		return ErrNotFound
	}
	if err := v.Read("document " + v.Path("file") + " given to " + string(id)); err != nil {
		return err
	}
	if err := p.register.GivePaper(v.Context(), v.Path("file"), caseOwner(v.Case.Ref), exhibitOwner(v.Case.Ref, id)); err != nil {
		return err
	}
	p.lookWhose(v.Context(), v.Case.Ref, []casework.DocumentID{id})
	v.Tell(p.say("file-tied"))
	return v.Go(v.at("documents"))
}

// ownedFile finds a file among those of the case in the address that the person may open.
func (p *Portal) ownedFile(v *Visit) (records.Upload, []byte, error) {
	id, owner := v.Path("file"), caseOwner(v.Case.Ref)
	for _, e := range v.Case.Evidence {
		u, here, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
		if err != nil {
			return records.Upload{}, nil, err
		}
		if !here || u.ID != id {
			continue
		}
		if !p.mayOpen(v, e) {
			return records.Upload{}, nil, ErrNotFound
		}
		owner = exhibitOwner(v.Case.Ref, e.ID)
	}
	u, content, err := p.register.Upload(v.Context(), owner, id)
	if err != nil {
		return records.Upload{}, nil, orHeld(err)
	}
	return u, content, nil
}

func fileSizeWords(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", max(1, n>>10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// opensInPage reports whether a type can be shown: as it is, without anything in it that could act, or by its words.
func opensInPage(kind string) bool {
	switch kind {
	case "application/pdf", "image/png", "image/jpeg":
		return true
	}
	return asWords(kind)
}

// asWords reports whether a type is shown by its words alone.
func asWords(kind string) bool { return kind == "text/plain" || legible.Reads(kind) }

func (p *Portal) officerFile(v *Visit) error {
	u, _, err := p.ownedFile(v)
	if err != nil {
		return err
	}
	return v.Download(u.Owner, u.ID)
}

// caseFilePage shows a file in a page of the portal.
type caseFilePage struct {
	Head  caseHead
	Name  string
	Raw   string
	Save  string
	Image bool
	Words fileWords
}

// shownText is how much of a text a page shows, in bytes: a page stays small, and the file has the whole.
const shownText = 60 << 10

// beginning is as much of a text as a page shows, to the end of a sign.
func beginning(content string) (text string, cut bool) {
	if len(content) <= shownText {
		return content, false
	}
	return strings.ToValidUTF8(content[:shownText], ""), true
}

// officerFileOpen shows a file in the page.
func (p *Portal) officerFileOpen(v *Visit) error {
	u, content, err := p.ownedFile(v)
	if err != nil {
		return err
	}
	if !opensInPage(u.Type) {
		return ErrNotFound
	}
	if err := v.Read("document " + u.ID); err != nil {
		return err
	}
	page := caseFilePage{Head: p.head(v, "documents"), Name: u.Name, Raw: v.at("files", u.ID, "raw"), Save: v.at("files", u.ID)}
	p.crumbsTo(v, "documents", "tab-documents")
	page.Image = strings.HasPrefix(u.Type, "image/")
	if asWords(u.Type) {
		page.Words = p.wordsOf(u.Type, content)
	}
	return v.Page("officer-file", page)
}

// officerFileRaw gives a PDF or a picture to the page that shows it.
func (p *Portal) officerFileRaw(v *Visit) error {
	u, content, err := p.ownedFile(v)
	if err != nil {
		return err
	}
	if !opensInPage(u.Type) || asWords(u.Type) {
		return ErrNotFound
	}
	return v.inline(u, content)
}

// inlinePolicy lets a file that is shown inside a page load nothing.
const inlinePolicy = "default-src 'none'; object-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"

// inline sends a file to be shown inside a page of the portal.
func (v *Visit) inline(u records.Upload, content []byte) error {
	h := v.W.Header()
	h.Set("Content-Type", u.Type)
	h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": u.Name}))
	h.Set("Content-Length", strconv.Itoa(len(content)))
	h.Set("X-Frame-Options", "SAMEORIGIN")
	h.Set("Content-Security-Policy", inlinePolicy)
	v.W.WriteHeader(http.StatusOK)
	_, _ = v.W.Write(content) // a reader who has gone is nobody's fault
	return nil
}
