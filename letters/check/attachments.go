package check

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// mostWithin is how many files within files are opened.
const mostWithin = 2

// checkNamed walks through the names of attachments. One that has no file is none.
func (in *inspection) checkNamed(o types.Object, depth int) {
	d := in.dict(o)
	if d == nil || depth > deepest {
		return
	}
	for _, kid := range in.array(d["Kids"]) {
		in.checkNamed(kid, depth+1)
	}
	names := in.array(d["Names"])
	for i := 1; i < len(names); i += 2 {
		if file := in.dict(names[i]); in.dict(file["EF"]) == nil {
			in.fail("A-6.8", place{object: numberOf(names[i])}, "an attachment has no file")
		}
	}
}

// checkAttachment looks at an attachment, wherever it hangs: its names, and the file itself, which must be a PDF/A file of
// part 1 or 2.
func (in *inspection) checkAttachment(d types.Dict, number int) {
	at := place{object: number}
	if !in.says(d["F"]) || !in.says(d["UF"]) {
		in.fail("A-6.8", at, "an attachment has no name (/F and /UF)")
	}
	for _, o := range in.dict(d["EF"]) {
		s, ok := in.stream(o)
		if !ok {
			in.fail("A-6.8", at, "an attachment has no file")
			continue
		}
		content, err := in.decoded(s)
		switch {
		case err != nil:
			in.fail("A-6.8", at, "an attachment cannot be opened: %v", err)
		case !bytes.HasPrefix(content, []byte("%PDF-")):
			in.fail("A-6.8", at, "an attachment is no PDF: PDF/A-2 allows PDF/A files only")
		case in.within >= mostWithin:
			in.fail("A-6.8", at, "an attachment lies in an attachment, and is not opened")
		default:
			in.checkWithin(content, at)
		}
	}
}

// checkWithin holds a file within the file to PDF/A, as far as parts 1 and 2 and all their levels agree.
func (in *inspection) checkWithin(pdf []byte, at place) {
	inner := newInspection(pdf)
	inner.within, inner.spare, inner.operators = in.within+1, in.spare, in.operators
	for _, f := range inner.look() {
		if f.Rule == "unreadable" || isOfArchive(f.Rule) {
			in.fail("A-6.8", at, "an attachment is no PDF/A file: %s", f.What)
			break
		}
	}
	in.spare, in.operators = inner.spare, inner.operators
	if part := inner.part; part != "1" && part != "2" {
		in.fail("A-6.8", at, "an attachment says PDF/A part %q", part)
	}
}

// isOfArchive reports whether a rule is one of every PDF/A file, and not of tags, languages or the way in which a file of
// part 2 names itself.
func isOfArchive(r Rule) bool {
	if slices.Contains([]Rule{"A-6.6.4", "A-6.2.11.7.3", "A-6.6.2.3"}, r) {
		return false
	}
	return strings.HasPrefix(string(r), "A-") || strings.HasPrefix(string(r), "31-0") && r < "31-028" || r == "font-file" || r == "operator" || r == "resource"
}
