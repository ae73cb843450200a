package face

import (
	"fmt"
	"strings"
)

// codePage is what the codes of an 8-bit font stand for.
type codePage struct {
	name  string // in the font’s family
	tag   string // before the font’s name, since it is cut
	runes [256]rune
	names map[rune]string // the characters that differ from Windows-1252, by their names in Adobe’s Glyph List
}

// differences says which codes stand for other characters than in Windows-1252.
func (p codePage) differences(metrics map[rune]float64) string {
	var b strings.Builder
	last := -2
	for code, r := range p.runes {
		if _, has := metrics[r]; !has || p.names[r] == "" {
			continue
		}
		if code != last+1 {
			fmt.Fprintf(&b, "%d ", code)
		}
		fmt.Fprintf(&b, "/%s ", p.names[r])
		last = code
	}
	return strings.TrimSpace(b.String())
}

// windows1252 is the page of nearly every word of a letter.
func windows1252() codePage {
	p := codePage{name: "a", tag: "AAAAAA"}
	for code := 0x20; code < 0x100; code++ {
		if code != 0x7F && code != 0xA0 && code != 0xAD {
			p.runes[code] = rune(code)
		}
	}
	copy(p.runes[0x80:0xA0], []rune("€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ"))
	return p
}

// latin is the page of the other letters of Europe that are written in Latin script and have a name.
func latin() codePage {
	p := codePage{name: "b", tag: "AAAAAB", names: map[rune]string{}}
	first := windows1252()
	known := map[rune]bool{}
	for _, r := range first.runes {
		known[r] = true
	}
	code := 0x21
	put := func(r rune, name string) {
		if known[r] {
			return
		}
		if code == 0x7F {
			code = 0xAE
		}
		p.runes[code], p.names[r] = r, name
		code++
	}
	for i, name := range strings.Fields(latinExtendedA) {
		put(rune(0x100+i), name)
	}
	for r, name := range otherNames() {
		put(r, name)
	}
	return p
}

// latinExtendedA names U+0100 to U+017F in their order.
const latinExtendedA = `Amacron amacron Abreve abreve Aogonek aogonek Cacute cacute Ccircumflex ccircumflex Cdotaccent cdotaccent
Ccaron ccaron Dcaron dcaron Dcroat dcroat Emacron emacron Ebreve ebreve Edotaccent edotaccent Eogonek eogonek
Ecaron ecaron Gcircumflex gcircumflex Gbreve gbreve Gdotaccent gdotaccent Gcommaaccent gcommaaccent
Hcircumflex hcircumflex Hbar hbar Itilde itilde Imacron imacron Ibreve ibreve Iogonek iogonek Idotaccent
dotlessi IJ ij Jcircumflex jcircumflex Kcommaaccent kcommaaccent kgreenlandic Lacute lacute Lcommaaccent
lcommaaccent Lcaron lcaron Ldot ldot Lslash lslash Nacute nacute Ncommaaccent ncommaaccent Ncaron ncaron
napostrophe Eng eng Omacron omacron Obreve obreve Ohungarumlaut ohungarumlaut OE oe Racute racute Rcommaaccent
rcommaaccent Rcaron rcaron Sacute sacute Scircumflex scircumflex Scedilla scedilla Scaron scaron Tcommaaccent
tcommaaccent Tcaron tcaron Tbar tbar Utilde utilde Umacron umacron Ubreve ubreve Uring uring Uhungarumlaut
uhungarumlaut Uogonek uogonek Wcircumflex wcircumflex Ycircumflex ycircumflex Ydieresis Zacute zacute
Zdotaccent zdotaccent Zcaron zcaron longs`
