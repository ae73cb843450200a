package check

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var header = regexp.MustCompile(`^%PDF-1\.[0-7](\r\n|\r|\n)%`)

// hasHeader looks for a version and a comment of four bytes above 127, so that nobody takes the file for text.
func (in *inspection) hasHeader() bool {
	at := header.FindIndex(in.pdf[:min(16, len(in.pdf))])
	if at == nil || len(in.pdf) < at[1]+4 {
		return false
	}
	return !slices.ContainsFunc(in.pdf[at[1]:at[1]+4], func(b byte) bool { return b < 0x80 })
}

// checkFrame looks at what stands outside of objects, in files too that cannot be read.
func (in *inspection) checkFrame() {
	if !in.hasHeader() {
		in.fail("A-6.1.2", place{}, "the file does not begin with a version and a binary comment")
	}
	end := bytes.LastIndex(in.pdf, []byte("%%EOF"))
	if end < 0 || !slices.Contains([]string{"", "\n", "\r", "\r\n"}, string(in.pdf[end+len("%%EOF"):])) {
		in.fail("A-6.1.3-end", place{}, "the file does not end with %%%%EOF")
	}
	if encrypted.Match(in.pdf) {
		in.fail("A-6.1.3-encrypt", place{}, "the file is encrypted")
	}
	in.checkCrossReferences()
}

// encrypted is an entry of the trailer. Within compressed objects it is seen by [inspection.checkTrailer].
var encrypted = regexp.MustCompile(`/Encrypt\s+(\d+ \d+ R|<<)`)

// checkTrailer looks at the trailer as it was read.
func (in *inspection) checkTrailer() {
	if in.x.E != nil && in.count["A-6.1.3-encrypt"] == 0 {
		in.fail("A-6.1.3-encrypt", place{}, "the file is encrypted")
	}
	if len(in.x.ID) != 2 || len(in.raw(in.x.ID[0])) == 0 || len(in.raw(in.x.ID[1])) == 0 {
		in.fail("A-6.1.3-id", place{}, "the trailer has no /ID of two strings")
	}
}

var (
	startOfTable = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF`)
	object       = regexp.MustCompile(`^\d+ \d+ obj\b`)
)

// checkCrossReferences reads the table that startxref names, where it is a classic one. A cross-reference stream has no
// form to break: if it is wrong, nothing is found.
func (in *inspection) checkCrossReferences() {
	found := startOfTable.FindAllSubmatch(in.pdf, -1)
	if len(found) == 0 {
		in.fail("A-6.1.4", place{}, "startxref is missing")
		return
	}
	at, err := strconv.Atoi(string(found[len(found)-1][1]))
	if err != nil || at >= len(in.pdf) {
		in.fail("A-6.1.4", place{}, "startxref names a place outside of the file")
		return
	}
	table := in.pdf[at:]
	if object.Match(table) {
		return
	}
	rest, isTable := bytes.CutPrefix(table, []byte("xref"))
	if !isTable {
		in.fail("A-6.1.4", place{}, "startxref does not name a cross-reference table")
		return
	}
	rest, isTable = afterLineEnd(rest)
	if !isTable {
		in.fail("A-6.1.4", place{}, "the word xref is not followed by one line end")
		return
	}
	for len(rest) > 0 && !bytes.HasPrefix(rest, []byte("trailer")) {
		var good bool
		if rest, good = in.checkSection(rest); !good {
			return
		}
	}
}

// afterLineEnd is what follows one line end, and reports whether there is one.
func afterLineEnd(b []byte) ([]byte, bool) {
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if rest, is := bytes.CutPrefix(b, []byte(end)); is {
			return rest, len(rest) > 0 && !isSpace(rest[0])
		}
	}
	return b, false
}

var sectionHead = regexp.MustCompile(`^(\d{1,7}) (\d{1,7})(?: ?\r\n| ?\n| ?\r)`)

// readEntry reads an entry of a table: ten digits, five digits, n or f, and two bytes of a line end.
func readEntry(row []byte) (at int, free, good bool) {
	if len(row) != 20 || row[10] != ' ' || row[16] != ' ' || row[17] != 'n' && row[17] != 'f' {
		return 0, false, false
	}
	switch string(row[18:]) {
	case " \r", " \n", "\r\n":
	default:
		return 0, false, false
	}
	for i, c := range row[:16] {
		if i != 10 && (c < '0' || c > '9') {
			return 0, false, false
		}
		if i < 10 {
			at = at*10 + int(c-'0')
		}
	}
	return at, row[17] == 'f', true
}

// checkSection checks one section of a table, and gives what comes after it.
func (in *inspection) checkSection(rest []byte) ([]byte, bool) {
	head := sectionHead.FindSubmatch(rest)
	if head == nil {
		in.fail("A-6.1.4", place{}, "a section of the cross-reference table has no head")
		return nil, false
	}
	first, _ := strconv.Atoi(string(head[1]))
	n, _ := strconv.Atoi(string(head[2]))
	if first+n > mostObjects+1 {
		in.fail("A-6.1.13", place{}, "the file has more than %d objects", mostObjects)
	}
	rest = rest[len(head[0]):]
	for i := range n {
		at, free, good := readEntry(rest[:min(20, len(rest))])
		if !good {
			in.fail("A-6.1.4", place{object: first + i}, "entry %d of the cross-reference table is not 20 bytes of the right form", first+i)
			return nil, false
		}
		rest = rest[20:]
		if free {
			continue
		}
		if !in.beginsAt(at, first+i) {
			in.fail("A-6.1.4", place{object: first + i}, "object %d does not begin where the cross-reference table says", first+i)
		}
	}
	return bytes.TrimLeft(rest, "\r\n"), true
}

func (in *inspection) beginsAt(at, number int) bool {
	if at >= len(in.pdf) {
		return false
	}
	var b [24]byte
	rest, is := bytes.CutPrefix(in.pdf[at:min(at+24, len(in.pdf))], append(strconv.AppendInt(b[:0], int64(number), 10), ' '))
	if is && bytes.HasPrefix(rest, []byte("0 obj\n")) {
		return true
	}
	return is && afterNumber.Match(rest)
}

// afterNumber is what comes after an object’s number.
var afterNumber = regexp.MustCompile(`^\d+ obj\b`)

// checkStream looks at how a stream lies in the file.
func (in *inspection) checkStream(s types.StreamDict, number int) {
	at := place{object: number}
	if s.Dict["F"] != nil || s.Dict["FFilter"] != nil || s.Dict["FDecodeParms"] != nil {
		in.fail("A-6.1.7.1-external", at, "the stream’s content is in another file")
	}
	for _, f := range in.items(s.Dict["Filter"]) {
		switch n := in.name(f); n {
		case "LZWDecode", "LZW", "Crypt":
			in.fail("A-6.1.7.2", at, "the stream is compressed with %s", n)
		}
	}
	length, known := in.integer(s.Dict["Length"])
	end := s.StreamOffset + int64(length)
	if !known || length < 0 || s.StreamOffset <= 0 || end > int64(len(in.pdf)) {
		in.fail("A-6.1.7.1-length", at, "the stream has no true length")
		return
	}
	after := in.pdf[end:min(end+12, int64(len(in.pdf)))]
	if !bytes.HasPrefix(after, []byte("\nendstream")) && !bytes.HasPrefix(after, []byte("\r\nendstream")) && !bytes.HasPrefix(after, []byte("\rendstream")) {
		in.fail("A-6.1.7.1-length", at, "the stream does not end after the %d bytes it names", length)
	}
	if begin := in.pdf[max(s.StreamOffset-8, 0):s.StreamOffset]; !bytes.HasSuffix(begin, []byte("stream\n")) && !bytes.HasSuffix(begin, []byte("stream\r\n")) {
		in.fail("A-6.1.7.1-length", at, "the word stream is not followed by one line end")
	}
}
