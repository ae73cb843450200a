package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// encoding is how a simple font reads one byte.
type encoding struct {
	runes    [256]rune // 0 where it is not known
	differs  []int     // the codes that /Differences names
	strange  []string  // glyph names that are in no list
	symbolic bool
	based    bool           // it says which encoding it is, or builds on
	named    map[int]string // the names that /Differences gives
}

func (in *inspection) readEncoding(f *font) (e encoding) {
	flags, _ := in.integer(in.dict(f.dict["FontDescriptor"])["Flags"])
	e.symbolic = flags&4 != 0
	o := in.get(f.dict["Encoding"])
	base := in.name(o)
	d, _ := o.(types.Dict)
	if d != nil {
		base = in.name(d["BaseEncoding"])
	}
	e.based, e.named = base != "", map[int]string{}
	page := map[string]*charmap.Charmap{"WinAnsiEncoding": charmap.Windows1252, "MacRomanEncoding": charmap.Macintosh}[base]
	for code := 32; page != nil && code < 256; code++ {
		if r := page.DecodeByte(byte(code)); r != '\uFFFD' {
			e.runes[code] = r
		}
	}
	code := 0
	for _, item := range in.array(d["Differences"]) {
		if n, ok := in.integer(item); ok {
			code = n
			continue
		}
		if code >= 0 && code < 256 {
			e.differ(code, in.name(item))
		}
		code++
	}
	return e
}

func (e *encoding) differ(code int, name string) {
	r := glyphNamed(name)
	e.differs = append(e.differs, code)
	e.named[code] = name
	if e.runes[code] = r; (r == 0 || strings.HasPrefix(name, "uni")) && name != ".notdef" {
		e.strange = append(e.strange, name)
	}
}

// accents are the combining characters by their names in glyph names, so that “Lacute” is read without a list of all.
var accents = []struct {
	name string
	mark rune
}{
	{"hungarumlaut", 0x30B}, {"commaaccent", 0x327}, {"dotaccent", 0x307}, {"circumflex", 0x302}, {"dieresis", 0x308}, {"cedilla", 0x327}, {"macron", 0x304},
	{"ogonek", 0x328}, {"acute", 0x301}, {"grave", 0x300}, {"tilde", 0x303}, {"caron", 0x30C}, {"breve", 0x306}, {"ring", 0x30A},
}

// glyphNamed is the character that a name of the Adobe Glyph List for New Fonts stands for, as far as Latin writing and
// its signs go; 0 for any other. uniXXXX is not a name of the list, though it is read by the same rules.
func glyphNamed(name string) rune {
	if len(name) == 1 && name[0] >= 'A' {
		return rune(name[0])
	}
	if at := slices.Index(namesOfASCII, name); at >= 0 {
		return rune(32 + at)
	}
	if r, ok := irregular[name]; ok {
		return r
	}
	if digits, ok := strings.CutPrefix(name, "uni"); ok && len(digits) == 4 {
		if v, err := strconv.ParseUint(digits, 16, 16); err == nil && strings.ToUpper(digits) == digits {
			return rune(v)
		}
	}
	for _, a := range accents {
		letter, ok := strings.CutSuffix(name, a.name)
		if !ok || len(letter) != 1 && letter != "dotlessi" {
			continue
		}
		if whole := []rune(norm.NFC.String(letter[:1] + string(a.mark))); len(whole) == 1 {
			return whole[0]
		}
	}
	return 0
}

// namesOfASCII are the names of the characters from U+0020 to U+0040, and of those that are no letters up to U+007E.
var namesOfASCII = strings.Fields(`space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen
period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at`)

var irregular = map[string]rune{
	"bracketleft": '[', "backslash": '\\', "bracketright": ']', "asciicircum": '^', "underscore": '_', "grave": '`', "braceleft": '{', "bar": '|',
	"braceright": '}', "asciitilde": '~', "quoteleft": '‘', "quoteright": '’', "quotedblleft": '“', "quotedblright": '”', "quotesinglbase": '‚',
	"quotedblbase": '„', "guilsinglleft": '‹', "guilsinglright": '›', "guillemotleft": '«', "guillemotright": '»', "endash": '–', "emdash": '—',
	"bullet": '•', "ellipsis": '…', "dagger": '†', "daggerdbl": '‡', "perthousand": '‰', "Euro": '€', "florin": 'ƒ', "trademark": '™', "exclamdown": '¡',
	"cent": '¢', "sterling": '£', "currency": '¤', "yen": '¥', "brokenbar": '¦', "section": '§', "dieresis": '¨', "copyright": '©', "ordfeminine": 'ª',
	"logicalnot": '¬', "registered": '®', "macron": '¯', "degree": '°', "plusminus": '±', "twosuperior": '²', "threesuperior": '³', "acute": '´', "mu": 'µ',
	"paragraph": '¶', "periodcentered": '·', "cedilla": '¸', "onesuperior": '¹', "ordmasculine": 'º', "onequarter": '¼', "onehalf": '½',
	"threequarters": '¾', "questiondown": '¿', "AE": 'Æ', "ae": 'æ', "Eth": 'Ð', "eth": 'ð', "multiply": '×', "divide": '÷', "Oslash": 'Ø', "oslash": 'ø',
	"Thorn": 'Þ', "thorn": 'þ', "germandbls": 'ß', "OE": 'Œ', "oe": 'œ', "Dcroat": 'Đ', "dcroat": 'đ', "Hbar": 'Ħ', "hbar": 'ħ', "dotlessi": 'ı', "IJ": 'Ĳ',
	"ij": 'ĳ', "kgreenlandic": 'ĸ', "Ldot": 'Ŀ', "ldot": 'ŀ', "Lslash": 'Ł', "lslash": 'ł', "napostrophe": 'ŉ', "Eng": 'Ŋ', "eng": 'ŋ', "Tbar": 'Ŧ',
	"tbar": 'ŧ', "longs": 'ſ', "Idotaccent": 'İ', "circumflex": 'ˆ', "tilde": '˜', "caron": 'ˇ', "fraction": '⁄', "minus": '−', "checkmark": '✓',
	"ff": 'ﬀ', "ffi": 'ﬃ', "ffl": 'ﬄ', "Scommaaccent": 'Ș', "scommaaccent": 'ș', "Tcommaaccent": 'Ț', "tcommaaccent": 'ț', "fi": 'ﬁ', "fl": 'ﬂ', "nbspace": '\u00A0', "sfthyphen": '\u00AD',
}
