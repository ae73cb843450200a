package portal

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"sendpanel/portal/legible"
	"sendpanel/records"
)

// panelDocument gives one file of the case: shown in the page that asks for it where a browser can, its words on a page where
// they can be read, otherwise to be kept.
// Who may read the papers has been asked; the read is recorded.
func (p *Portal) panelDocument(v *Visit) error {
	owner, u, err := p.fileOf(v, v.Path("document"))
	if err != nil {
		return err
	}
	if shownAs(u.Type) == "" || v.R.URL.Query().Has("keep") {
		return v.Download(owner, u.ID)
	}
	_, content, err := p.register.Upload(v.Context(), owner, u.ID)
	if err != nil {
		return orHeld(err)
	}
	if err := v.Read("document " + u.ID); err != nil {
		return err
	}
	if shownAs(u.Type) == "words" {
		return p.panelWords(v, u, content)
	}
	kind := u.Type
	if strings.HasPrefix(kind, "text/") {
		kind = "text/plain; charset=utf-8"
	}
	h := v.W.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": u.Name}))
	h.Set("Content-Length", strconv.Itoa(len(content)))
	h.Set("Content-Security-Policy", inlinePolicy)
	h.Set("X-Frame-Options", "SAMEORIGIN")
	v.W.WriteHeader(http.StatusOK)
	_, _ = v.W.Write(content) // a reader who has gone is nobody's fault
	return nil
}

// wordsPage is what a file of an office program says, on a page that asks nothing of the reader’s own programs.
type wordsPage struct {
	Kicker, Name, Back, Save string
	Words                    fileWords
}

func (p *Portal) panelWords(v *Visit, u records.Upload, content []byte) error {
	back := v.itemPath(v.Case.Ref) + "#papers"
	return v.Page("panel-words", wordsPage{Kicker: dotted(string(v.Case.Ref), p.childLabel(v.Case, v.Today)), Name: u.Name, Back: back,
		Save: v.itemPath(v.Case.Ref, "documents", u.ID) + "?keep", Words: p.wordsOf(u.Type, content)})
}

// fileWords are the words of a file as a page shows them.
type fileWords struct {
	Text string
	Note string // what is not shown
}

// wordsOf are the words of a plain text, or of a file of an office program.
func (p *Portal) wordsOf(kind string, content []byte) fileWords {
	if kind == "text/plain" {
		text, cut := beginning(string(content))
		if cut {
			return fileWords{Text: text, Note: p.say("file-cut")}
		}
		return fileWords{Text: text}
	}
	read, err := legible.Read(kind, content)
	if err != nil {
		return fileWords{Note: p.say("file-no-words")}
	}
	text, cut := beginning(read.Text)
	if cut || read.Cut {
		return fileWords{Text: text, Note: p.say("file-words") + " " + p.say("file-cut")}
	}
	return fileWords{Text: text, Note: p.say("file-words")}
}

// fileOf finds a file among those of the case in the address, with its owner.
func (p *Portal) fileOf(v *Visit, id string) (owner string, u records.Upload, err error) {
	for _, e := range v.Case.Evidence {
		if e.Held {
			continue
		}
		u, there, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
		if err != nil || there && u.ID == id {
			return exhibitOwner(v.Case.Ref, e.ID), u, err
		}
	}
	owner = "case/" + string(v.Case.Ref)
	files, err := p.register.Uploads(v.Context(), owner)
	for _, u := range files {
		if u.ID == id {
			return owner, u, err
		}
	}
	if err == nil {
		err = ErrNotFound
	}
	return "", u, err
}
