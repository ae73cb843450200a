package portal

import (
	"errors"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"sendpanel/portal/draft"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// documentsPage lists the documents of a draft and takes more.
type documentsPage struct {
	Draft   openDraft
	Section draft.Section
	List    []documentRow
	Files   look.FileUpload
	Class   look.Select
	Cycles  []cycleRow // on the page of cycles
	Next    string
	Look    sideReview
}

// documentRow is one document of a draft, or one that is promised.
type documentRow struct {
	Number   int
	Title    string
	File     string
	Class    string
	Edit     look.Link
	Download string
	Remove   look.Button
}

// cycleRow is one cycle in the list of cycles.
type cycleRow struct {
	Number int
	Text   string
	Link   look.Link
	Remove look.Button
}

const uploadAccept = ".pdf,.doc,.docx,.odt,.rtf,.txt,.csv,.xlsx,.pptx,.jpg,.jpeg,.png,.heic,.tif,.tiff"

func (p *Portal) draftDocuments(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	if d.SentAs != "" || d.Body.Sent != nil {
		return v.draftGone(d)
	}
	s, _ := p.asks.Section("documents")
	return p.showDocuments(v, d, s)
}

func (p *Portal) showDocuments(v *Visit, d openDraft, s draft.Section) error {
	if s.ID == "cycles" {
		return p.draftCycles(v, d, s)
	}
	page, err := p.documentsOf(v, d, s)
	if err != nil {
		return err
	}
	v.Back = v.backTo(d)
	return v.Show(v.asGood(), "school-documents", page)
}

// asGood is the status of a page that is shown with or without faults.
func (v *Visit) asGood() int {
	if v.Form.OK() {
		return http.StatusOK
	}
	return http.StatusUnprocessableEntity
}

func (p *Portal) documentsOf(v *Visit, d openDraft, s draft.Section) (documentsPage, error) {
	files, err := p.register.Uploads(v.Context(), d.files())
	if err != nil {
		return documentsPage{}, err
	}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	page := documentsPage{Draft: d, Section: s, Next: d.Path(p.after(s)),
		Files: f.Files("files", p.say("files-add"), p.fileLimits(), uploadAccept, uploadEach),
		Class: f.Select("class", p.say("files-show"), p.say("files-show-later"), p.options(draft.Question{Of: "class"})...)}
	if s.ID == "cycles" {
		page.Files = f.Files("files", p.say("files-plan"), p.fileLimits(), uploadAccept, uploadEach)
	}
	for i := range d.Body.Count("evidence") {
		at := fmt.Sprintf("evidence.%d.", i)
		get := func(name string) string { return strings.TrimSpace(d.Body.Values.Get(at + name)) }
		if s.ID == "cycles" && get("type") != "apdr_plan" {
			continue
		}
		row := documentRow{Number: i + 1, Title: get("title"), File: get("file"), Class: p.inWords(at+"class", d.Body.Values[at+"class"]),
			Edit:   look.Link{Text: p.say("document-edit"), Hidden: get("title"), Href: d.Path(fmt.Sprintf("document-%d", i))},
			Remove: look.Button{Text: p.say("remove"), Hidden: get("title"), Kind: "link", Name: "entry", Value: strconv.Itoa(i)}}
		if get("class") == "" {
			row.Class = p.say("document-class-missing")
		}
		if at := slices.IndexFunc(files, func(u records.Upload) bool { return u.SHA256 == get("sha256") }); at >= 0 {
			row.Download = d.Path("documents", files[at].ID)
		}
		page.List = append(page.List, row)
	}
	page.Look, err = p.besides(v, d, s)
	return page, err
}

// addDocuments takes files in. Those that are sound are kept, whatever is wrong with the others.
func (p *Portal) addDocuments(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	if d.SentAs != "" || d.Body.Sent != nil {
		return v.draftGone(d)
	}
	s, _ := p.asks.Section("documents")
	class, kind := v.Form.Get("class"), ""
	if v.Form.Get("for") == "cycles" {
		s, _ = p.asks.Section("cycles")
		class, kind = "action_taken", "apdr_plan"
	}
	kept, err := v.Uploads("files", d.files())
	if err != nil {
		return err
	}
	if len(kept) == 0 && v.Form.OK() {
		v.Form.Wrong("files", p.say("files-none"))
	}
	d, err = p.change(v, func(b *draft.Body) error {
		for _, u := range kept {
			at := fmt.Sprintf("evidence.%d.", b.Count("evidence"))
			b.Set(at+"title", titleOf(u.Name), v.mark())
			b.Set(at+"file", u.Name, v.mark())
			b.Set(at+"sha256", u.SHA256, v.mark())
			b.Set(at+"class", class, v.mark())
			b.Set(at+"type", kind, v.mark())
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !v.Form.OK() {
		return p.showDocuments(v, d, s)
	}
	v.Tell(p.count("file-kept", len(kept)))
	return v.Go(d.Path(s.ID))
}

// titleOf makes a title of a file's name.
func titleOf(name string) string {
	return strings.TrimSpace(strings.NewReplacer("_", " ").Replace(strings.TrimSuffix(name, path.Ext(name))))
}

// promiseDocument adds a document that is still to come.
func (p *Portal) promiseDocument(v *Visit) error {
	at := 0
	d, err := p.change(v, func(b *draft.Body) error {
		at = b.Count("evidence")
		b.Set(fmt.Sprintf("evidence.%d.title", at), p.say("document-promised"), v.mark())
		return nil
	})
	if errors.Is(err, errSent) {
		return v.draftGone(d)
	}
	if err != nil {
		return err
	}
	return v.Go(d.Path(fmt.Sprintf("document-%d", at)))
}

// removeDocument takes a document, and its file, out of a draft.
func (p *Portal) removeDocument(v *Visit) error {
	at, err := strconv.Atoi(v.Form.Get("entry"))
	if err != nil || at < 0 || at > draft.MostEntries {
		return ErrNotFound
	}
	var sum string
	d, err := p.change(v, func(b *draft.Body) error {
		sum = b.Values.Get(fmt.Sprintf("evidence.%d.sha256", at))
		b.Remove("evidence", at, v.mark())
		return nil
	})
	if errors.Is(err, errSent) {
		return v.draftGone(d)
	}
	if err != nil {
		return err
	}
	files, err := p.register.Uploads(v.Context(), d.files())
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(files, func(u records.Upload) bool { return u.SHA256 == sum }); i >= 0 {
		if err := p.register.DropUpload(v.Context(), d.files(), files[i].ID); err != nil {
			return err
		}
	}
	v.Tell(p.say("document-removed"))
	return v.Go(d.Path("documents"))
}

// draftFile gives a file of a draft back.
func (p *Portal) draftFile(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	return v.Download(d.files(), v.Path("file"))
}
