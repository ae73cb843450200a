package disclosure

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
	"slices"
	"strings"
)

// ErrUndecided means that nobody has decided of a part yet.
var ErrUndecided = errors.New("something is not decided yet")

// FileError means that the file of a part cannot leave as it is decided.
type FileError struct {
	Part Part
	Err  error // one of the errors of [Leaving]
}

func (e FileError) Error() string {
	return "the file of " + e.Part.ID + " cannot leave: " + e.Err.Error()
}

// Unwrap gives the reason.
func (e FileError) Unwrap() error { return e.Err }

// Bundle is what is to be written.
type Bundle struct {
	Title, Lead string
	Rights      []string // what is said with it: what the data is for, who has it, how to complain
	Parts       []Part
	Draft       Draft
	Held        func(g Ground, parts int) string // what is said of parts that are held back on a ground that may be named
	HeldSilent  string                           // and of those whose ground may not
	Taken       func(Ground) string              // what is said where words were taken out; of no ground where it may not be named

	// File gives the file of a part as it is kept: the copy that stands in for it, where there is one.
	File func(p Part, c Choice) (name, kind string, content []byte, err error)
}

// given is a part as it leaves.
type given struct {
	Title, Text, File, Taken string
}

// page is the page of a bundle. It stands by itself: whoever opens it has nothing but the archive.
func page() (*template.Template, error) {
	return template.New("bundle").Parse(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.Title}}</title>
<style>body{font:18px/1.5 Verdana,Arial,sans-serif;max-width:70ch;margin:2em auto;padding:0 1em}h2{margin-top:2em}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}.held{border-left:4px solid;padding-left:1em}</style></head>
<body><h1>{{.Title}}</h1><p>{{.Lead}}</p>
{{range .Held}}<p class="held">{{.}}</p>{{end}}{{range .Rights}}<p>{{.}}</p>{{end}}
{{range .Parts}}<h2>{{.Title}}</h2>{{with .Taken}}<p class="held">{{.}}</p>{{end}}{{with .Text}}<pre>{{.}}</pre>{{end}}{{with .File}}<p>See the file <a href="{{.}}">{{.}}</a>.</p>{{end}}
{{end}}</body></html>
`)
}

// Write writes the bundle as a ZIP archive: one page to read, and the files beside it. Of what is held back it says how much and
// on which ground, as far as that may be said, and never what it is called. The error is [ErrUndecided] where something is not
// decided, and a [FileError] where a file cannot leave; nothing is written then.
func (b Bundle) Write(w io.Writer) error {
	if b.Draft.Left(b.Parts) > 0 {
		return ErrUndecided
	}
	var all bytes.Buffer
	archive := zip.NewWriter(&all)
	var list []given
	for _, p := range b.Parts {
		if !b.Draft.Parts[p.ID].Give {
			continue
		}
		one, content, err := b.give(p)
		if err != nil {
			return err
		}
		if one.File != "" {
			one.File = fmt.Sprintf("%03d-%s", len(list)+1, one.File)
			if err := put(archive, one.File, content); err != nil {
				return err
			}
		}
		list = append(list, one)
	}
	var text bytes.Buffer
	whole, err := page()
	if err != nil {
		return fmt.Errorf("write a bundle: %w", err)
	}
	if err := whole.Execute(&text, map[string]any{"Title": b.Title, "Lead": b.Lead, "Parts": list, "Held": b.held(), "Rights": b.Rights}); err != nil {
		return fmt.Errorf("write a bundle: %w", err)
	}
	if err := put(archive, "read-this.html", text.Bytes()); err != nil {
		return err
	}
	if err := archive.Close(); err != nil {
		return fmt.Errorf("write a bundle: %w", err)
	}
	_, err = w.Write(all.Bytes())
	return err
}

// held says how much is held back, and why as far as that may be said.
func (b Bundle) held() []string {
	n, silent := map[Ground]int{}, false
	for _, p := range b.Parts {
		if c := b.Draft.Parts[p.ID]; !c.Give {
			n[c.Ground]++
			silent = silent || c.Ground.silent()
		}
	}
	var says []string
	for _, g := range Grounds() {
		if n[g] > 0 && !g.silent() {
			says = append(says, b.Held(g, n[g]))
		}
	}
	if silent {
		says = append(says, b.HeldSilent)
	}
	return says
}

func (b Bundle) give(p Part) (given, []byte, error) {
	c, hidden := b.Draft.Parts[p.ID], b.Draft.Hidden(p.ID)
	var one given
	titled := 0
	one.Title, titled = Without(p.Title, hidden)
	if p.File != "" && (p.Text == "" || c.Copy != "") {
		name, kind, content, err := b.File(p, c)
		if err != nil {
			return one, nil, fmt.Errorf("put %s into a bundle: %w", p.ID, err)
		}
		clean, err := Leaving(kind, content, hidden)
		if err != nil {
			return one, nil, FileError{Part: p, Err: err}
		}
		one.File = namedWithout(name, hidden)
		if c.Copy != "" {
			one.Taken = b.Taken(c.Ground.named())
		}
		return one, clean.Content, nil
	}
	taken := 0
	one.Text, taken = Without(p.Text, hidden)
	if taken+titled > 0 {
		one.Taken = b.Taken(c.Ground.named())
	}
	return one, nil, nil
}

// named is the ground where it may be named, and none where not.
func (g Ground) named() Ground {
	if g.silent() {
		return ""
	}
	return g
}

// namedWithout is the name of a file without words, or a plain one where any of them was in it.
func namedWithout(name string, hidden []string) string {
	name = path.Base(name)
	spaced := strings.NewReplacer("_", " ", "-", " ", ".", " ", "+", " ").Replace(name)
	_, taken := Without(name, hidden)
	_, more := Without(spaced, hidden)
	if taken+more > 0 || slices.Contains([]string{".", "/", ""}, name) {
		return "paper" + path.Ext(name)
	}
	return name
}

func put(archive *zip.Writer, name string, content []byte) error {
	f, err := archive.Create(name)
	if err == nil {
		_, err = f.Write(content)
	}
	if err != nil {
		return fmt.Errorf("write %s into a bundle: %w", name, err)
	}
	return nil
}
