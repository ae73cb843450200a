package face

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"regexp"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"

	"sendpanel/letters/fonts"
	"sendpanel/letters/tagged"
)

// Font is one font as a document holds it.
type Font struct {
	family, style string
	resource      string // its name in a page’s resources; empty for a whole font
	eight         *tagged.TrueType
	ttf           []byte // of a whole font
}

// Names are the font’s family and style in gofpdf’s books, and its name in a page’s resources. The last is empty for a
// whole font, with which gofpdf itself must write.
func (f *Font) Names() (family, style, resource string) { return f.family, f.style, f.resource }

// AddTo adds the font to a document.
func (f *Font) AddTo(doc *tagged.Document) {
	if f.ttf != nil {
		doc.AddWholeFont(f.family, f.style, f.ttf)
		return
	}
	doc.AddFont(f.family, f.style, f.eight)
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
	cut := gofpdf.UTF8CutFont(bytes.Clone(own.TTF), string(whole))
	file, err := deflate(cut)
	if err != nil {
		return nil, fmt.Errorf("prepare the font %s: %w", own.Name, err)
	}
	f := &Font{family: family, style: style}
	f.eight, err = tagged.NewTrueType(page.tag+"+"+own.Name, widths, page.differences(metrics), desc, file, len(cut))
	if err != nil {
		return nil, err
	}
	f.resource, err = resourceOf(f)
	return f, err
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

var selected = regexp.MustCompile(`BT /(F[0-9a-f]+) 10\.00 Tf ET`)

// resourceOf finds the name that gofpdf gives to a font, by selecting it on a page of a document that is thrown away.
func resourceOf(f *Font) (string, error) {
	pdf := gofpdf.New("P", "pt", "A4", "")
	pdf.SetCompression(false)
	pdf.AddPage()
	pdf.AddFontFromBytes(f.family, f.style, f.eight.Ticket(), nil)
	pdf.SetFont(f.family, f.style, 10)
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return "", fmt.Errorf("try the font %s: %w", f.family, err)
	}
	found := selected.FindSubmatch(out.Bytes())
	if found == nil {
		return "", errors.New("try the font " + f.family + ": gofpdf does not select it as it used to")
	}
	return string(found[1]), nil
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
