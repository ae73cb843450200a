package legible

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// mostReadings bounds in how many ways the strings of a PDF are read.
const mostReadings = 12

// A PDF says in tables, one for each font, which signs its codes are. Which font a string is set in is not followed up
// here: every string is read by every table, and once as it stands. The right reading is among them, and a wrong one holds
// nobody’s name but by a miracle.

// ofPDF gives the readings.
func ofPDF(content []byte) []string {
	var pages [][]byte
	var tables []table
	for _, s := range streams(content) {
		switch {
		case bytes.Contains(s, []byte("beginbfchar")) || bytes.Contains(s, []byte("beginbfrange")):
			if t := readTable(string(s)); len(t) > 0 && len(tables) < mostReadings && !slices.ContainsFunc(tables, t.same) {
				tables = append(tables, t)
			}
		case bytes.Contains(s, []byte("Tj")) || bytes.Contains(s, []byte("TJ")):
			pages = append(pages, s)
		}
	}
	if len(pages) == 0 {
		return nil
	}
	readings := []string{read(pages, nil)}
	for _, t := range tables {
		readings = append(readings, read(pages, t))
	}
	return readings
}

// streams unpacks every stream of the file that is deflated, and takes those that are not as they are.
func streams(content []byte) [][]byte {
	var list [][]byte
	left := allLimit
	for left > 0 {
		at := bytes.Index(content, []byte("stream"))
		if at < 0 {
			break
		}
		content = content[at+len("stream"):]
		body := bytes.TrimPrefix(bytes.TrimPrefix(content, []byte("\r")), []byte("\n"))
		end := bytes.Index(body, []byte("endstream"))
		if end < 0 {
			break
		}
		data := body[:end]
		if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
			data, _ = io.ReadAll(io.LimitReader(z, int64(min(left, partLimit)))) // what was read of a damaged one counts
		} else {
			data = data[:min(len(data), left, partLimit)]
		}
		left -= len(data)
		list = append(list, data)
		content = body[end+len("endstream"):]
	}
	return list
}

// table says which signs the codes of a font are.
type table map[uint16]string

func (t table) same(other table) bool {
	if len(t) != len(other) {
		return false
	}
	for code, signs := range t {
		if other[code] != signs {
			return false
		}
	}
	return true
}

var (
	tableBlock = regexp.MustCompile(`(?s)begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)`)
	tableHex   = regexp.MustCompile(`<([0-9A-Fa-f\s]*)>|(\[)|(\])`)
)

// mostCodes is how many codes a font can have.
const mostCodes = 1 << 16

func readTable(text string) table {
	t := table{}
	for _, block := range tableBlock.FindAllStringSubmatch(text, -1) {
		var words []string
		for _, m := range tableHex.FindAllStringSubmatch(block[2], -1) {
			words = append(words, m[1]+m[2]+m[3])
		}
		if block[1] == "bfchar" {
			for i := 0; i+1 < len(words); i += 2 {
				t[code(words[i])] = signs(words[i+1])
			}
			continue
		}
		t.ranges(words)
	}
	return t
}

// ranges takes triples of first code, last code and first signs, or a list of signs in brackets.
func (t table) ranges(words []string) {
	for i := 0; i+2 < len(words) && len(t) < mostCodes; {
		first, last := int(code(words[i])), int(code(words[i+1]))
		if words[i+2] == "[" {
			i += 3
			for ; i < len(words) && words[i] != "]"; i++ {
				t[uint16(first)] = signs(words[i])
				first++
			}
			i++
			continue
		}
		from := []rune(signs(words[i+2]))
		i += 3
		for c := first; c <= last && len(from) > 0; c++ {
			t[uint16(c)] = string(from)
			from[len(from)-1]++
		}
	}
}

func code(hex string) uint16 {
	n, _ := strconv.ParseUint(strings.Join(strings.Fields(hex), ""), 16, 16) // what is none is code 0, which nobody uses
	return uint16(n)
}

// signs reads UTF-16 in hexadecimal.
func signs(hex string) string {
	hex = strings.Join(strings.Fields(hex), "")
	var units []uint16
	for len(hex) >= 4 {
		units = append(units, code(hex[:4]))
		hex = hex[4:]
	}
	return string(utf16.Decode(units))
}
