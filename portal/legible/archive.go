package legible

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// slideHead stands over the words of each slide.
const slideHead = "\nSlide %d\n"

// archive reads the parts of an office program’s document that hold its words.
func (w *writer) archive(kind string, content []byte) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return
	}
	for i, part := range partsOf(kind, z) {
		if w.full {
			w.less = true
			return
		}
		if kind == typeSlides {
			w.put(fmt.Sprintf(slideHead, i+1))
		}
		w.part(part)
	}
}

// partsOf are the parts with the words of a kind, in their order.
func partsOf(kind string, z *zip.Reader) []*zip.File {
	var list []*zip.File
	for _, f := range z.File {
		switch {
		case kind == typeText && f.Name == "content.xml", kind == typeSlides && slideNumber(f.Name) > 0,
			kind == typeWord && (f.Name == "word/document.xml" || f.Name == "word/footnotes.xml" || f.Name == "word/endnotes.xml"):
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b *zip.File) int {
		if kind == typeSlides {
			return cmp.Compare(slideNumber(a.Name), slideNumber(b.Name))
		}
		return cmp.Compare(path.Base(a.Name), path.Base(b.Name)) // document, endnotes, footnotes
	})
	return list
}

func slideNumber(name string) int {
	number, found := strings.CutPrefix(name, "ppt/slides/slide")
	if !found {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSuffix(number, ".xml")) // another file there is no slide
	return n
}

// part reads one part as far as it is sound.
func (w *writer) part(f *zip.File) {
	r, err := f.Open()
	if err != nil {
		w.less = true
		return
	}
	defer r.Close()
	limited := &io.LimitedReader{R: r, N: partLimit}
	walk := walker{writer: w, tokens: xml.NewDecoder(limited)}
	if walk.all() != nil || limited.N == 0 {
		w.less = true
	}
}
