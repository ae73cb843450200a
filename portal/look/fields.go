package look

import "strings"

// Field is one line of text: template "field".
type Field struct {
	base
	Value        string
	Type         string // of the input: "text", "email", "tel"
	Width        string // "short", "medium"; as wide as the column when empty
	Autocomplete string
	InputMode    string // "numeric" for codes and years
	Prefix       string
	Suffix       string // “%”, “sessions”
	Spellcheck   bool
}

// Text makes a field of one line.
func (f Form) Text(name, label string) Field {
	return Field{base: f.base(name, label), Value: f.Value(name), Type: "text"}
}

// Hinted gives the field a hint: what to write, not how the product works.
func (f Field) Hinted(hint string) Field { f.Hint = hint; return f }

// As sets the type of the input and what a browser may fill in: As("email", "email").
func (f Field) As(kind, autocomplete string) Field {
	f.Type, f.Autocomplete = kind, autocomplete
	return f
}

// Sized makes the field "short" (numbers, codes) or "medium" (names).
func (f Field) Sized(width string) Field { f.Width = width; return f }

// Numeric asks for a keyboard of digits.
func (f Field) Numeric() Field { f.InputMode, f.Width = "numeric", "short"; return f }

// Ending puts a unit behind the field.
func (f Field) Ending(suffix string) Field { f.Suffix = suffix; return f }

// AsHeading makes the label the page’s h1.
func (f Field) AsHeading() Field { f.Heading = true; return f }

// Textarea is text of several lines: template "textarea".
type Textarea struct {
	base
	Value string
	Rows  int
	Most  int // characters; 0 for no limit that is told
	Aside string
}

// Textarea makes a field of several lines.
func (f Form) Textarea(name, label string) Textarea {
	return Textarea{base: f.base(name, label), Value: f.Value(name), Rows: 6}
}

// Hinted gives the field a hint.
func (t Textarea) Hinted(hint string) Textarea { t.Hint = hint; return t }

// AtMost tells how many characters may be written; what is longer is counted, never cut.
func (t Textarea) AtMost(characters int) Textarea { t.Most = characters; return t }

// Lined sets how many lines are shown.
func (t Textarea) Lined(rows int) Textarea { t.Rows = rows; return t }

// Beside puts a quiet sentence under the field, as “The family can ask to read this”.
func (t Textarea) Beside(aside string) Textarea { t.Aside = aside; return t }

// Saved makes the script save what is typed, at this address.
func (t Textarea) Saved(address string) Textarea { t.Autosave = address; return t }

// Checked makes the script ask this address about what is typed and show the answer under the field.
func (t Textarea) Checked(address string) Textarea { t.Check = address; return t }

// AsHeading makes the label the page’s h1.
func (t Textarea) AsHeading() Textarea { t.Heading = true; return t }

// DescribedBy lists the ids of what describes the control.
func (t Textarea) DescribedBy() string {
	ids := t.base.DescribedBy()
	if t.Most > 0 {
		ids += " " + t.ID + "-count"
	}
	if t.Aside != "" {
		ids += " " + t.ID + "-aside"
	}
	return strings.TrimSpace(ids)
}

// Count is how many characters stand in the field.
func (t Textarea) Count() int { return len([]rune(strings.ReplaceAll(t.Value, "\r\n", "\n"))) }

// DateInput asks for a day in three fields, NAME-day, NAME-month and NAME-year: template "date-input".
type DateInput struct {
	base
	Day, Month, Year string
	Birth            bool // a date of birth, which a browser may fill in
}

// Date makes a date input.
func (f Form) Date(name, label string) DateInput {
	return DateInput{base: f.base(name, label), Day: f.Value(name + "-day"), Month: f.Value(name + "-month"), Year: f.Value(name + "-year")}
}

// Hinted gives the date a hint: an example, “For example, 27 3 2018”.
func (d DateInput) Hinted(hint string) DateInput { d.Hint = hint; return d }

// AsHeading makes the label the page’s h1.
func (d DateInput) AsHeading() DateInput { d.Heading = true; return d }

// FileUpload asks for files: template "file-upload". The form must be multipart/form-data.
type FileUpload struct {
	base
	Accept   string // ".pdf,.docx,image/*"
	Multiple bool
	Limits   string // said in words: “PDF, Word or pictures, up to 20 MB each”
	Most     int64  // bytes of one file, told to the script; 0 for none
}

// Files makes a field for files; limits says types and sizes in words.
func (f Form) Files(name, label, limits, accept string, mostBytes int64) FileUpload {
	return FileUpload{base: f.base(name, label), Accept: accept, Multiple: true, Limits: limits, Most: mostBytes}
}

// Hinted gives the field a hint.
func (u FileUpload) Hinted(hint string) FileUpload { u.Hint = hint; return u }

// DescribedBy lists the ids of what describes the control.
func (u FileUpload) DescribedBy() string {
	return strings.TrimSpace(u.base.DescribedBy() + " " + u.ID + "-limits")
}
