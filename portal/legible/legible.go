// Package legible gets the words out of an uploaded file.
//
// [Words] are for looking for somebody in them, as far as that is easily done: they may come in a wrong order, twice, or not
// at all, and a picture has none. [Read] is for a person to read: a document of an office program in its own order, as plain
// text, without what was deleted or hidden in it.
//
// Files come from strangers. What a file unpacks to is bounded, and a file that cannot be read has no words.
package legible

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"path"
	"regexp"
	"strings"
)

// What is read of one file at most, unpacked.
const (
	partLimit = 4 << 20
	allLimit  = 24 << 20
	textLimit = 2 << 20
)

// Words are the words of a file of a type, in one text or in several readings of it.
func Words(kind string, content []byte) []string {
	var texts []string
	switch {
	case kind == "application/pdf":
		texts = ofPDF(content)
	case kind == "text/rtf":
		texts = []string{ofRTF(string(content[:min(len(content), partLimit)]))}
	case strings.HasPrefix(kind, "text/"):
		texts = []string{string(content[:min(len(content), textLimit)])}
	case bytes.HasPrefix(content, []byte("PK")):
		texts = []string{ofZip(content)}
	}
	for i := range texts {
		texts[i] = texts[i][:min(len(texts[i]), textLimit)]
	}
	return texts
}

var (
	breaks = regexp.MustCompile(`</(?:w|a|text):(?:p|h)>|<w:(?:br|tab|cr)[ /]|<a:br|<text:(?:tab|s|line-break)|</si>|</(?:c|row|table:table-cell)>`)
	tags   = regexp.MustCompile(`<[^>]*>`)
)

// ofZip reads the XML of a document of an office program. Words that are set in several pieces stay one.
func ofZip(content []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return ""
	}
	var all strings.Builder
	for _, f := range archive.File {
		if path.Ext(f.Name) != ".xml" || all.Len() >= allLimit {
			continue
		}
		part, err := f.Open()
		if err != nil {
			continue
		}
		data, _ := io.ReadAll(io.LimitReader(part, partLimit)) // what was read of a damaged part counts
		_ = part.Close()
		text := breaks.ReplaceAllStringFunc(string(data), func(tag string) string { return "\n" + tag })
		all.WriteString(html.UnescapeString(tags.ReplaceAllString(text, "")) + "\n")
	}
	return all.String()
}

var (
	rtfSign    = regexp.MustCompile(`\\'[0-9a-fA-F]{2}`)
	rtfControl = regexp.MustCompile(`\\[a-zA-Z]+-?\d* ?|[{}]|\\[^a-zA-Z]`)
)

// ofRTF takes the controls out of rich text.
func ofRTF(text string) string {
	text = rtfSign.ReplaceAllStringFunc(text, func(s string) string {
		return string(rune(fromHex(s[2])<<4 | fromHex(s[3])))
	})
	text = strings.NewReplacer(`\par`, "\n\\par", `\tab`, "\n\\tab", `\cell`, "\n\\cell", `\line`, "\n\\line").Replace(text)
	return rtfControl.ReplaceAllString(text, "")
}

func fromHex(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	}
	return 0
}
