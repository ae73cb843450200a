package check

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"testing"
)

// ofSmallFonts are the glyphs of the small fonts that are made here, after .notdef.
var ofSmallFonts = []string{"space", "A", "n", "i", "t", "e", "m"}

func runeOf(name string) rune {
	if name == "space" {
		return ' '
	}
	return rune(name[0])
}

// smallCFF is a CFF font, written by hand: the words “An item”, of which every other glyph says its width by a subroutine.
func smallCFF(width func(r rune) int) []byte {
	index := func(items ...[]byte) []byte {
		b := binary.BigEndian.AppendUint16(nil, uint16(len(items)))
		if len(items) == 0 {
			return b
		}
		b = append(b, 2)
		at := 1
		for _, i := range append([][]byte{nil}, items...) {
			at += len(i)
			b = binary.BigEndian.AppendUint16(b, uint16(at))
		}
		return append(b, bytes.Join(items, nil)...)
	}
	number := func(n int) []byte { return binary.BigEndian.AppendUint16([]byte{28}, uint16(n)) }
	const nominal = 500
	programs := [][]byte{{14}}
	subr := append(number(1), 4, 14) // one point up, and the end
	charset := []byte{0}
	for i, name := range ofSmallFonts {
		p := append(number(width(runeOf(name))-nominal), 14)
		if i%2 == 1 {
			p = append(append(p[:3:3], number(-107)...), 10)
		}
		programs = append(programs, p)
		charset = binary.BigEndian.AppendUint16(charset, uint16(slices.Index(standardStrings, name)))
	}
	private := append(append(append(number(600), opDefaultWidth), number(nominal)...), opNominalWidth)
	private = append(append(private, number(len(private)+4)...), opSubrs)
	// The places are numbers of three bytes each, so that the dictionary is as long whatever they are.
	top := func(charset, programs, private, length int) []byte {
		b := append(number(charset), opCharset)
		b = append(append(b, number(programs)...), opCharStrings)
		return append(append(append(b, number(length)...), number(private)...), opPrivate)
	}
	front := func(top []byte) []byte {
		return slices.Concat([]byte{1, 0, 4, 2}, index([]byte("Small")), index(top), index(), index())
	}
	at := len(front(top(0, 0, 0, 0)))
	chars := index(programs...)
	return slices.Concat(front(top(at, at+len(charset), at+len(charset)+len(chars), len(private))), charset, chars, private, index(subr))
}

// smallType1 is a Type 1 font of the same glyphs, enciphered as such fonts are.
func smallType1(width func(r rune) int) []byte {
	encipher := func(plain []byte, key uint16) []byte {
		out := make([]byte, len(plain))
		for i, p := range plain {
			out[i] = p ^ byte(key>>8)
			key = (uint16(out[i])+key)*52845 + 22719
		}
		return out
	}
	number := func(n int) []byte { return binary.BigEndian.AppendUint32([]byte{255}, uint32(n)) }
	private := []byte("xxxxdup /Private 8 dict dup begin /lenIV 4 def 2 index /CharStrings 8 dict dup begin\n")
	for _, name := range append([]string{".notdef"}, ofSmallFonts...) {
		w := 600
		if name != ".notdef" {
			w = width(runeOf(name))
		}
		program := encipher(slices.Concat([]byte("xxxx"), number(0), number(w), []byte{13, 14}), cipherOfProg)
		private = append(fmt.Appendf(private, "/%s %d RD ", name, len(program)), program...)
		private = append(private, " ND\n"...)
	}
	return append([]byte("%!PS-AdobeFont-1.0: Small\n/Encoding 256 array dup 65 /A put dup 110 /n put readonly def\ncurrentfile eexec\n"), encipher(private, cipherOfFont)...)
}

func TestFontsOfOtherKinds(t *testing.T) {
	width := func(r rune) int { return 400 + int(r) }
	for kind, read := range map[string]func() (*outlines, error){
		"CFF":    func() (*outlines, error) { return readCFF(smallCFF(width)) },
		"Type 1": func() (*outlines, error) { return readType1(smallType1(width)) },
	} {
		o, err := read()
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if o.glyphs() != 1+len(ofSmallFonts) || o.advance(0) != 600 {
			t.Errorf("%s: %d glyphs, the first %v wide", kind, o.glyphs(), o.advance(0))
		}
		for _, name := range ofSmallFonts {
			if glyph := o.byName[name]; glyph == 0 || math.Abs(o.advance(glyph)-float64(width(runeOf(name)))) > 0.01 {
				t.Errorf("%s: %s is glyph %d, %v wide, not %d", kind, name, glyph, o.advance(glyph), width(runeOf(name)))
			}
		}
	}
	if o, _ := readType1(smallType1(width)); o == nil || o.builtIn[65] != o.byName["A"] || o.builtIn[110] != o.byName["n"] {
		t.Error("the codes of a Type 1 font are not read")
	}
}

// TestAFileWithAnotherFontPasses shows words of the good file in a font of each other kind, with its true widths.
func TestAFileWithAnotherFontPasses(t *testing.T) {
	for _, m := range []mutant{inCFF("/CharSet (/space/A/n/i/t/e/m)")} {
		if findings := Check(made(t, mutated(t, good(t), m))); len(findings) > 0 {
			t.Errorf("it fails: %v", findings)
		}
	}
}

// inCFF is the good file with one font of CFF, cut, with more in its descriptor.
func inCFF(described string) mutant {
	return mutant{"", "", "/Subtype /TrueType /BaseFont /Atkinson", "/Subtype /Type1 /BaseFont /ABCDEF+Small", []string{
		"/Widths {{plainwidths}} /FontDescriptor 11 0 R", "/Widths {{plainwidths}} /FontDescriptor 61 0 R",
		"70 0 obj\n", "61 0 obj\n<</Type /FontDescriptor /FontName /ABCDEF+Small /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 /FontFile3 62 0 R " +
			described + ">>\nendobj\n62 0 obj\n<</Subtype /Type1C /Length LEN>>\nstream\n{{cff}}\nendstream\nendobj\n70 0 obj\n"}}
}

// FuzzFonts gives the readers of fonts any bytes.
func FuzzFonts(f *testing.F) {
	width := func(r rune) int { return 400 + int(r) }
	f.Add(smallCFF(width))
	f.Add(smallType1(width))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, read := range []func([]byte) (*outlines, error){readCFF, readType1} {
			if o, err := read(b); err == nil {
				for glyph := range min(o.glyphs(), 64) {
					_ = o.advance(glyph)
				}
			}
		}
		f := &font{}
		_ = f.readOpenType(b)
	})
}
