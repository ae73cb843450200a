package portal

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/feedback"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// told reports whether the family has been told of the decision: their notices have gone and the last of them is deemed to
// have come. Nothing of a decision is shown to a school before.
func (p *Portal) told(v *Visit, c casework.Case) bool {
	told, known := c.FamilyToldOn()
	return known && !p.desk.Today(c).Before(told)
}

// lettersToSchool are the letters that are addressed to the school and have gone.
func (p *Portal) lettersToSchool(v *Visit, c casework.Case) look.SummaryList {
	list := look.SummaryList{Tight: true}
	for _, l := range slices.Backward(c.Letters) {
		if p.schoolMayOpen(v, c, l) {
			list.Rows = append(list.Rows, look.SummaryRow{Key: l.Posted.Long(), Link: &look.Link{Text: p.say("letter-" + string(l.Key.Kind)), Href: requestPath(c) + "/letters/" + letterID(l.Key)}})
		}
	}
	return list
}

// schoolMayOpen reports whether a letter is the school's to open: it is addressed to it and not to one
// that the child was with before, it has gone, and where it tells a
// decision the family has been told.
func (p *Portal) schoolMayOpen(v *Visit, c casework.Case, l casework.Letter) bool {
	if l.Key.To != casework.School || l.Former || l.State != casework.LetterPosted {
		return false
	}
	return !l.Key.Kind.TellsDecision() || p.told(v, c)
}

// letterID is a letter's key as a part of an address.
func letterID(k casework.LetterKey) string { return strings.ReplaceAll(k.String(), "/", ".") }

// letterPage is a letter as a web page.
type letterPage struct {
	Title string
	Dated statute.Day
	Lines []letterLine
	PDF   string
}

// letterLine is a piece of a letter: a heading of a level, the items of a list, or lines.
type letterLine struct {
	Level int
	Text  string
	Items []string
}

func (p *Portal) schoolLetterOf(v *Visit) (casework.LetterKey, error) {
	var key casework.LetterKey
	if err := p.ownOnly(v); err != nil {
		return key, err
	}
	if key.UnmarshalText([]byte(strings.ReplaceAll(v.Path("letter"), ".", "/"))) != nil {
		return key, ErrNotFound
	}
	i := slices.IndexFunc(v.Case.Letters, func(l casework.Letter) bool { return l.Key == key })
	if i < 0 || !p.schoolMayOpen(v, v.Case, v.Case.Letters[i]) {
		return key, ErrNotFound
	}
	return key, v.Read(letterRead + key.String())
}

// schoolLetter shows a letter as a web page.
func (p *Portal) schoolLetter(v *Visit) error {
	key, err := p.schoolLetterOf(v)
	if err != nil {
		return err
	}
	stored, _, err := p.register.Letter(v.Context(), v.Case.Ref, key)
	if gone := new(records.DisposedError); errors.As(err, gone) || errors.Is(err, records.ErrNoLetter) {
		return errGone
	}
	if err != nil {
		return err
	}
	v.Crumbs = []look.Link{{Text: p.say("school-requests"), Href: "/school"}, {Text: string(v.Case.Ref), Href: requestPath(v.Case)}}
	return v.Page("school-letter", letterPage{Title: p.say("letter-" + string(key.Kind)), Dated: stored.Dated, Lines: linesOfLetter(stored.Text),
		PDF: requestPath(v.Case) + "/letters/" + letterID(key) + "/pdf"})
}

// shortLine is how many bytes a line of a plain letter has at most where the line itself means something, as in an address.
const shortLine = 50

// linesOfLetter makes the pieces of a letter from its plain text, in which empty lines part the pieces.
func linesOfLetter(text string) []letterLine {
	var pieces []letterLine
	for _, block := range strings.Split(strings.ReplaceAll(text, "\r", ""), "\n\n") {
		lines := strings.Split(strings.Trim(block, "\n"), "\n")
		switch first := lines[0]; {
		case strings.TrimSpace(block) == "":
		case strings.HasPrefix(first, "#"):
			words := strings.TrimLeft(strings.Join(lines, " "), "#")
			pieces = append(pieces, letterLine{Level: len(first) - len(strings.TrimLeft(first, "#")), Text: strings.TrimSpace(words)})
		case strings.HasPrefix(first, "- "):
			pieces = append(pieces, letterLine{Items: itemsOf(lines)})
		case slices.ContainsFunc(lines[:len(lines)-1], func(l string) bool { return len(l) < shortLine }):
			pieces = append(pieces, letterLine{Text: strings.Join(lines, "\n")})
		default:
			pieces = append(pieces, letterLine{Text: strings.Join(lines, " ")})
		}
	}
	return pieces
}

// itemsOf joins the lines of each item of a list.
func itemsOf(lines []string) []string {
	var items []string
	for _, line := range lines {
		if item, begins := strings.CutPrefix(line, "- "); begins || len(items) == 0 {
			items = append(items, strings.TrimSpace(item))
			continue
		}
		items[len(items)-1] += " " + strings.TrimSpace(line)
	}
	return items
}

// schoolLetterPDF gives a letter as it was sent.
func (p *Portal) schoolLetterPDF(v *Visit) error {
	key, err := p.schoolLetterOf(v)
	if err != nil {
		return err
	}
	_, pdf, err := p.register.Letter(v.Context(), v.Case.Ref, key)
	if err != nil {
		return err
	}
	return v.sendFile("application/pdf", fmt.Sprintf("%s-%s.pdf", v.Case.Ref, key.Kind), pdf)
}

// sendFile sends bytes to be saved, never to be shown as a page.
func (v *Visit) sendFile(kind, name string, content []byte) error {
	h := v.W.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	http.ServeContent(v.W, v.R, "", v.p.clock(), bytes.NewReader(content))
	return nil
}

// What is read, for the record of reads, where more than one page shows it.
const (
	readFeedback  = "feedback note"
	readReplyForm = "reply form"
)

// schoolFeedback shows the note on what was strong, what was not there and what to do next.
func (p *Portal) schoolFeedback(v *Visit) error {
	if !p.schoolTold(v, v.Case) || !v.Case.SchoolHears() {
		return ErrNotFound
	}
	if err := p.ownRead(v, readFeedback); err != nil {
		return err
	}
	note, err := p.noteOf(v)
	if errors.Is(err, feedback.ErrNotDecided) || errors.Is(err, feedback.ErrNoSchool) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	v.Crumbs = []look.Link{{Text: p.say("school-requests"), Href: "/school"}, {Text: string(v.Case.Ref), Href: requestPath(v.Case)}}
	return v.Page("school-feedback", note)
}

// noteOf builds the note from the decision, the request and what was said.
func (p *Portal) noteOf(v *Visit) (feedback.Note, error) {
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return feedback.Note{}, err
	}
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return feedback.Note{}, err
	}
	return feedback.FromEvents(v.Case, events, original, v.Today)
}
