package check

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// good is a file that passes, as a text: testdata/good.pdf.txt. It is written by hand, so that the checker is held to the
// standards and not to what writes our letters. «Words» there are shown in the composite font, and LEN is a stream’s length.
func good(t testing.TB) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "good.pdf.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// made turns the text into a PDF.
func made(t testing.TB, text string) []byte {
	t.Helper()
	ttf, err := os.ReadFile(filepath.Join("..", "fonts", "AtkinsonHyperlegibleNext-Regular.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	font, err := readTrueType(ttf)
	if err != nil {
		t.Fatal(err)
	}
	var widths, plain, mappings strings.Builder
	for glyph := range font.count {
		fmt.Fprintf(&widths, " %.0f", font.advance(glyph))
	}
	for c := 32; c < 127; c++ {
		fmt.Fprintf(&plain, " %.0f", font.advance(font.unicode[c]))
	}
	for _, r := range "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzŁë,• " {
		fmt.Fprintf(&mappings, "1 beginbfchar <%04X> <%04X> endbfchar\n", font.unicode[int(r)], r)
	}
	text = quoted.ReplaceAllStringFunc(text, func(s string) string {
		var b strings.Builder
		for _, r := range quoted.FindStringSubmatch(s)[1] {
			fmt.Fprintf(&b, "%04X", font.unicode[int(r)])
		}
		return "<" + b.String() + ">"
	})
	for from, to := range map[string]string{"{{widths}}": "[0 [" + widths.String() + "]]", "{{plainwidths}}": "[" + plain.String() + "]",
		"{{mappings}}": mappings.String(), "{{font}}": string(ttf), "{{profile}}": string(profile("RGB ")),
		"{{grey}}": string(profile("GRAY")), "{{signs}}": string(fontOfSigns(ttf)), "{{cff}}": string(smallCFF(font.advanceOf))} {
		text = strings.Replace(text, from, to, 1)
	}
	return assembled(text)
}

var (
	quoted    = regexp.MustCompile(`«([^»]*)»`)
	numbered  = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	placement = regexp.MustCompile(`/Length LEN`)
)

// assembled writes the objects with their lengths, the table and the trailer.
func assembled(text string) []byte {
	out := bytes.NewBufferString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	starts := numbered.FindAllStringSubmatchIndex(text, -1)
	offsets := map[int]int{}
	for i, s := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		body := text[s[0]:end]
		if at := strings.Index(body, "\nstream\n"); at >= 0 {
			length := strings.LastIndex(body, "\nendstream") - at - len("\nstream\n")
			body = placement.ReplaceAllString(body[:at], "/Length "+strconv.Itoa(length)) + body[at:]
		}
		number, _ := strconv.Atoi(text[s[2]:s[3]])
		offsets[number] = out.Len()
		out.WriteString(body)
	}
	const size = 71
	table := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", size)
	for number := 1; number < size; number++ {
		if at, ok := offsets[number]; ok {
			fmt.Fprintf(out, "%010d 00000 n \n", at)
		} else {
			fmt.Fprint(out, "0000000000 65535 f \n")
		}
	}
	id := hex.EncodeToString([]byte("0123456789abcdef"))
	fmt.Fprintf(out, "trailer\n<</Size %d /Root 1 0 R /Info 70 0 R /ID [<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", size, id, id, table)
	return out.Bytes()
}

// profile is the head of an ICC profile, which is as much as is looked at.
func profile(space string) []byte {
	icc := make([]byte, 160)
	binary.BigEndian.PutUint32(icc, uint32(len(icc)))
	icc[8] = 2
	copy(icc[12:], "mntr"+space+"XYZ ")
	copy(icc[36:], "acsp")
	return icc
}

// fontOfSigns is the font with a character map of signs alone (Windows, symbol).
func fontOfSigns(ttf []byte) []byte {
	ttf = bytes.Clone(ttf)
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		if entry := ttf[12+16*i:]; string(entry[:4]) == "cmap" {
			cmap := ttf[binary.BigEndian.Uint32(entry[8:]):]
			binary.BigEndian.PutUint16(cmap[2:], 1)
			binary.BigEndian.PutUint32(cmap[4:], 3<<16)
		}
	}
	return ttf
}

// advanceOf is the width of a character.
func (f *trueType) advanceOf(r rune) int { return int(f.advance(f.unicode[int(r)]) + 0.5) }

// picture2000 is the head of a JPEG 2000 file, which is as much as is looked at: three colours of eight bits, sRGB.
func picture2000() []byte {
	box := func(kind string, body ...byte) []byte {
		return append(append(binary.BigEndian.AppendUint32(nil, uint32(8+len(body))), kind...), body...)
	}
	head := append(box("ihdr", 0, 0, 0, 1, 0, 0, 0, 1, 0, 3, 7, 7, 0, 0), box("colr", 1, 0, 0, 0, 0, 0, 16)...)
	return append(box("jP  ", 0x0D, 0x0A, 0x87, 0x0A), box("jp2h", head...)...)
}

func rulesOf(findings []Finding) (rules []Rule) {
	for _, f := range findings {
		if !slices.Contains(rules, f.Rule) {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}
