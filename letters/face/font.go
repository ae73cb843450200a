package face

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"

	"sendpanel/letters/fonts"
	"sendpanel/letters/sfnt"
	"sendpanel/letters/tagged"
)

// Font is one font as a document holds it.
type Font struct {
	family, style string
	eight         *tagged.TrueType // nil for a whole font
	ttf           []byte           // of a whole font
}

// Face is the font as a page takes it.
func (f *Font) Face() tagged.Face {
	return tagged.Face{Family: f.family, Style: f.style, Eight: f.eight}
}

// AddTo tells a document of a whole font. An 8-bit font comes with its first text.
func (f *Font) AddTo(doc *tagged.Document) {
	if f.ttf != nil {
		doc.AddWholeFont(f.family, f.style, f.ttf)
	}
}

// eightBit cuts a font to the characters of a page.
func eightBit(family, style string, own fonts.Font, metrics map[rune]float64, page codePage) (*Font, error) {
	desc, err := describe(own)
	if err != nil {
		return nil, err
	}
	whole := []rune{' '}
	widths := make([]int, 256)
	for code, r := range page.runes {
		if ems, has := metrics[r]; has && r != 0 {
			whole = append(whole, r)
			widths[code] = int(ems*1000 + 0.5)
		}
	}
	cut, err := sfnt.Mend(gofpdf.UTF8CutFont(bytes.Clone(own.TTF), string(whole)))
	if err != nil {
		return nil, fmt.Errorf("prepare the font %s: %w", own.Name, err)
	}
	file, err := deflate(cut)
	if err != nil {
		return nil, fmt.Errorf("prepare the font %s: %w", own.Name, err)
	}
	return &Font{family: family, style: style, eight: tagged.NewTrueType(page.tag+"+"+own.Name, widths, page.differences(metrics), desc, file, len(cut))}, nil
}

// nonsymbolic says that the font’s characters are letters with names (PDF 32000-1, table 123).
const nonsymbolic = 32

// describe asks gofpdf for a font’s measures. gofpdf reports bytes that are no font only on standard output, and fails
// at the first use.
func describe(own fonts.Font) (gofpdf.FontDescType, error) {
	pdf := gofpdf.New("P", "pt", "A4", "")
	pdf.AddUTF8FontFromBytes("probe", "", bytes.Clone(own.TTF))
	pdf.SetFont("probe", "", 10)
	if err := pdf.Error(); err != nil {
		return gofpdf.FontDescType{}, fmt.Errorf("measure the font %s: %w", own.Name, err)
	}
	desc := pdf.GetFontDesc("probe", "")
	desc.Flags = nonsymbolic
	return desc, nil
}

func deflate(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := zlib.NewWriterLevel(&b, zlib.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err = w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func runeLen(s string, at int) int {
	_, n := utf8.DecodeRuneInString(s[at:])
	return n
}
