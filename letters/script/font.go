package script

import (
	"bytes"
	"embed"
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"

	"sendpanel/letters/fonts"
)

// published holds the fonts as they were published.
//
//go:embed fonts/*.ttf
var published embed.FS

// Font is a font prepared for shaping and for drawing. It may be used by many at once.
type Font struct {
	family, style string
	shaping       *font.Font
	drawing       []byte // with the private character map
	glyphs        int
	joins         bool // its letters stand at many heights
}

// Names are the font’s names in a gofpdf document.
func (f *Font) Names() (family, style string) { return f.family, f.style }

// Document takes whole fonts, under the names that they have in gofpdf. It keeps the bytes as they are.
type Document interface {
	AddWholeFont(family, style string, ttf []byte)
}

// AddTo adds the font to a document.
func (f *Font) AddTo(doc Document) { doc.AddWholeFont(f.family, f.style, f.drawing) }

// Saying is the private character for a glyph when it says its nth thing in a document, counted from 0: one glyph may stand
// for other letters from word to word, and a reader who takes words out of a page asks what a character stands for. False
// where the font’s glyphs are too many to be named once more.
func (f *Font) Saying(glyph rune, nth int) (rune, bool) {
	again := glyph + rune(nth*f.glyphs)
	return again, (nth+1)*f.glyphs <= mostGlyphs
}

// families are the typefaces in the order in which a character is looked for: the letters’ own first, so that Latin words
// in a line of another script look as they do elsewhere.
var families = []string{"Atkinson", "NotoSansGurmukhi", "NotoSansDevanagari", "NotoSansBengali", "NotoSansGujarati", "NotoSansTamil", "NotoSansArabic", "NotoSans", nastaliq}

// nastaliq is the typeface of Urdu, and of no other language: it has most letters of Arabic writing too.
const nastaliq = "NotoNastaliqUrdu"

// prepared reads all fonts of one weight, at the first call.
var prepared = struct{ regular, bold func() ([]*Font, error) }{
	regular: sync.OnceValues(func() ([]*Font, error) { return prepareAll("Regular", "") }),
	bold:    sync.OnceValues(func() ([]*Font, error) { return prepareAll("Bold", "B") }),
}

func prepareAll(weight, style string) ([]*Font, error) {
	var all []*Font
	for _, family := range families {
		ttf, err := ttfOf(family, weight)
		if err != nil {
			return nil, err
		}
		f, err := prepare(family, style, ttf)
		if err != nil {
			return nil, fmt.Errorf("prepare the font %s %s: %w", family, weight, err)
		}
		all = append(all, f)
	}
	return all, nil
}

func ttfOf(family, weight string) ([]byte, error) {
	pairs := map[string]fonts.Pair{"Atkinson": fonts.Atkinson(), "NotoSans": fonts.Noto()}
	if pair, ok := pairs[family]; ok {
		if weight == "Bold" {
			return pair.Bold.TTF, nil
		}
		return pair.Regular.TTF, nil
	}
	return published.ReadFile("fonts/" + family + "-" + weight + ".ttf")
}

func prepare(family, style string, ttf []byte) (*Font, error) {
	face, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, err
	}
	drawing, glyphs, err := withPrivateMap(ttf)
	if err != nil {
		return nil, err
	}
	return &Font{family: "Shaped" + family, style: style, shaping: face.Font, drawing: drawing, glyphs: glyphs, joins: family == nastaliq}, nil
}
