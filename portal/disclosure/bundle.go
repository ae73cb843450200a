package disclosure

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"path"
)

// ErrUndecided means that nobody has decided of a part yet.
var ErrUndecided = errors.New("something is not decided yet")

// Bundle is what is to be written.
type Bundle struct {
	Title, Lead string
	Parts       []Part
	Draft       Draft
	Words       func(Ground) string                                             // a ground in words
	File        func(p Part, c Choice) (name string, content []byte, err error) // the file that is given for a part
}

// Given is a part as it leaves.
type given struct {
	Title, Text, File, Withheld, Taken string
}

// page is the page of a bundle. It stands by itself: whoever opens it has nothing but the archive.
func page() (*template.Template, error) {
	return template.New("bundle").Parse(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{{.Title}}</title>
<style>body{font:18px/1.5 Verdana,Arial,sans-serif;max-width:70ch;margin:2em auto;padding:0 1em}h2{margin-top:2em}pre{white-space:pre-wrap;font:inherit}.held{border-left:4px solid;padding-left:1em}</style></head>
<body><h1>{{.Title}}</h1><p>{{.Lead}}</p>
{{range .Parts}}<h2>{{.Title}}</h2>{{with .Withheld}}<p class="held">{{.}}</p>{{end}}{{with .Taken}}<p class="held">{{.}}</p>{{end}}{{with .Text}}<pre>{{.}}</pre>{{end}}{{with .File}}<p>See the file <a href="{{.}}">{{.}}</a>.</p>{{end}}
{{end}}</body></html>
`)
}

// Write writes the bundle as a ZIP archive: one page to read, and the files beside it. The error is [ErrUndecided] where
// something is not decided; nothing is written then.
func (b Bundle) Write(w io.Writer) error {
	if b.Draft.Left(b.Parts) > 0 {
		return ErrUndecided
	}
	var all bytes.Buffer
	archive := zip.NewWriter(&all)
	var list []given
	for i, p := range b.Parts {
		one, content, err := b.give(p)
		if err != nil {
			return err
		}
		if one.File != "" {
			one.File = fmt.Sprintf("%03d-%s", i+1, path.Base(one.File))
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
	if err := whole.Execute(&text, map[string]any{"Title": b.Title, "Lead": b.Lead, "Parts": list}); err != nil {
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

func (b Bundle) give(p Part) (given, []byte, error) {
	c := b.Draft.Parts[p.ID]
	var one given
	one.Title, _ = Without(p.Title, b.Draft.Hidden(p.ID))
	if !c.Give {
		one.Withheld = b.Words(c.Ground)
		return one, nil, nil
	}
	if p.File != "" {
		name, content, err := b.File(p, c)
		if err != nil {
			return one, nil, fmt.Errorf("put %s into a bundle: %w", p.ID, err)
		}
		one.File = name
		return one, content, nil
	}
	taken := 0
	one.Text, taken = Without(p.Text, b.Draft.Hidden(p.ID))
	if taken > 0 && c.Ground != "" {
		one.Taken = b.Words(c.Ground)
	}
	return one, nil, nil
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
