// Package form reads what a person typed into a page, keeps it as it was typed, and ties each thing that is wrong to its
// field, so that the page can be shown again with nothing lost.
package form

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sendpanel/casework"
	"sendpanel/portal/asked"
	"sendpanel/statute"
)

// KeyField is the hidden field that makes a form one act, however often it is sent.
const KeyField = "once"

// Error is one thing that is wrong. Field is empty where it belongs to no field of the page.
type Error struct {
	Field string
	Text  string
}

// Say gives the words of a key of the word list, filled in from pairs of name and value.
type Say func(key string, pairs ...any) string

// Form is what was typed and what is wrong with it. The zero Form is an empty one.
type Form struct {
	Values url.Values
	Errors []Error
	Files  map[string][]*multipart.FileHeader
	Asked  asked.Questions // as the page asked them
	Say    Say             // the word list; must be set where something can be wrong by itself
	key    string
}

// New is an empty form with a key of its own.
func New() *Form { return &Form{Values: url.Values{}, key: rand.Text()} }

// memory is how much of an upload is held in memory; the rest goes through a temporary file.
const memory = 1 << 20

// Read takes what was posted. The error is of a body that is no form, or larger than the page takes.
func Read(r *http.Request) (*Form, error) {
	f := New()
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		if err := r.ParseMultipartForm(memory); err != nil {
			return nil, fmt.Errorf("read the form: %w", err)
		}
		f.Files = r.MultipartForm.File
	} else if err := r.ParseForm(); err != nil {
		return nil, fmt.Errorf("read the form: %w", err)
	}
	f.Values = r.PostForm
	f.Asked = asked.Read(f.Values.Get(asked.Field))
	f.Values.Del(asked.Field)
	if key := f.Values.Get(KeyField); key != "" && len(key) <= 64 {
		f.key = key
	}
	return f, nil
}

// longestText bounds what one part of a form may be where files are left out.
const longestText = 1 << 20

// ReadTexts takes the words of what was posted and leaves files out, of which the names alone stay: what somebody sends who is
// not known is stored nowhere. The errors are those of [Read].
func ReadTexts(r *http.Request) (*Form, error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return Read(r)
	}
	f, left := New(), int64(longestText)
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read the form: %w", err)
		}
		if name := part.FileName(); name != "" {
			if f.Files == nil {
				f.Files = map[string][]*multipart.FileHeader{}
			}
			if len(f.Files[part.FormName()]) < mostNames {
				f.Files[part.FormName()] = append(f.Files[part.FormName()], &multipart.FileHeader{Filename: name})
			}
			if _, err := io.Copy(io.Discard, part); err != nil {
				return nil, fmt.Errorf("read the form: %w", err)
			}
			continue
		}
		text, err := io.ReadAll(io.LimitReader(part, left+1))
		if left -= int64(len(text)); err != nil || left < 0 {
			return nil, fmt.Errorf("read the form: %w", errors.Join(err, multipart.ErrMessageTooLarge))
		}
		f.Values.Add(part.FormName(), string(text))
	}
	f.Asked = asked.Read(f.Values.Get(asked.Field))
	f.Values.Del(asked.Field)
	if key := f.Values.Get(KeyField); key != "" && len(key) <= 64 {
		f.key = key
	}
	return f, nil
}

// mostNames is how many names of files are kept of a field.
const mostNames = 50

// Key makes the form one act: a retried click carries the same.
func (f *Form) Key() string {
	if f.key == "" {
		f.key = rand.Text()
	}
	return f.key
}

// Get is what was typed into a field, just as it was typed.
func (f *Form) Get(field string) string { return f.Values.Get(field) }

// All is what was chosen in a field that takes several.
func (f *Form) All(field string) []string { return f.Values[field] }

// Chosen reports whether a value was chosen in a field.
func (f *Form) Chosen(field, value string) bool { return slices.Contains(f.Values[field], value) }

// Line is what was typed on one line: spaces around it and line breaks taken away.
func (f *Form) Line(field string) string { return casework.CleanText(f.Get(field)).Line() }

// Set puts a value into a field, as when a page is opened on what is known.
func (f *Form) Set(field string, values ...string) { f.Values[field] = values }

// Wrong says what is wrong with a field.
func (f *Form) Wrong(field, text string) {
	f.Errors = append(f.Errors, Error{Field: field, Text: text})
}

// Required is the line typed into a field; where there is none, the text says what to do.
func (f *Form) Required(field, text string) string {
	line := f.Line(field)
	if line == "" {
		f.Wrong(field, text)
	}
	return line
}

// OK reports whether nothing is wrong.
func (f *Form) OK() bool { return len(f.Errors) == 0 }

// Of lists what is wrong with one field, for the page to show beside it.
func (f *Form) Of(field string) []string {
	var list []string
	for _, e := range f.Errors {
		if e.Field == field {
			list = append(list, e.Text)
		}
	}
	return list
}

// Day reads a date from three fields: its name with -day, -month and -year. The second result is false where nothing was
// typed; a date that is none is wrong.
func (f *Form) Day(field string) (statute.Day, bool) {
	on, ok := f.RealDay(field)
	if !ok && f.Line(field+"-day")+f.Line(field+"-month")+f.Line(field+"-year") != "" {
		f.Wrong(field, f.Say("form-date"))
	}
	return on, ok
}

// RealDay is the day of the three fields where they make one, and says nothing where they do not.
func (f *Form) RealDay(field string) (statute.Day, bool) {
	day, dayErr := strconv.Atoi(f.Line(field + "-day"))
	month, monthErr := strconv.Atoi(f.Line(field + "-month"))
	year, yearErr := strconv.Atoi(f.Line(field + "-year"))
	if dayErr != nil || monthErr != nil || yearErr != nil {
		return statute.Day{}, false
	}
	on, err := statute.ParseDay(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	return on, err == nil
}

// SetDay puts a date into its three fields.
func (f *Form) SetDay(field string, on statute.Day) {
	if on.IsZero() {
		return
	}
	year, month, day := on.Date()
	f.Set(field+"-day", strconv.Itoa(day))
	f.Set(field+"-month", strconv.Itoa(int(month)))
	f.Set(field+"-year", strconv.Itoa(year))
}

// Refused ties what a command lacks to the fields of the page. Paths of a command's JSON become fields by the first entry
// of fields that they begin with; what belongs to no field is said at the top of the page. It reports whether err was a
// refusal at all.
func (f *Form) Refused(err error, fields ...Place) bool {
	refused := casework.AsRefused(err)
	if refused == nil {
		return false
	}
	for _, gap := range refused.Gaps {
		if field := placed(gap.Path, fields); field != "" {
			f.Wrong(field, sentence(f.Say, "form-this", gap))
		} else {
			f.Wrong("", Nowhere(f.Say, gap))
		}
	}
	return true
}

// Nowhere says what a gap is to somebody who sees no field for it: never by its path, which is a name of the API.
func Nowhere(say Say, gap casework.Gap) string { return sentence(say, "form-entered", gap) }

// sentence says a gap; where the path is its subject, the words of the key stand about it.
func sentence(say Say, key string, gap casework.Gap) string {
	text := gap.What
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLower(first) {
		text = say(key, "what", text)
	}
	if gap.Mend != "" {
		text += " " + gap.Mend
	}
	return InWords(text)
}

// InWords writes the names of the API in a text as words: “not met” for not_met. What stands in quotation marks, an
// address or the name of a file is somebody’s own and stays as it is.
func InWords(text string) string {
	name := regexp.MustCompile(`^[a-z]+(_[a-z]+)+$`)
	return regexp.MustCompile(`\S+`).ReplaceAllStringFunc(text, func(token string) string {
		bare := strings.Trim(token, "(),.:;")
		if !name.MatchString(bare) {
			return token
		}
		return strings.Replace(token, bare, "“"+strings.ReplaceAll(bare, "_", " ")+"”", 1)
	})
}

// Place says which field of a page holds what a path of a command names.
type Place struct{ Path, Field string }

func placed(path string, fields []Place) string {
	for _, p := range fields {
		if path == p.Path || strings.HasPrefix(path, p.Path+".") || strings.HasPrefix(path, p.Path+"[") {
			return p.Field
		}
	}
	return ""
}

// SetKey makes the form another act: one that was kept, or a new one where the key is empty.
func (f *Form) SetKey(key string) {
	if len(key) <= 64 {
		f.key = key
	}
}
