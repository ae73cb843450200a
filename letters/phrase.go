package letters

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"sendpanel/letters/face"
	"sendpanel/letters/fonts"
	"sendpanel/letters/script"
	"sendpanel/letters/tagged"
)

// phrase is a line of standing words in another script, set once and drawn in many letters. Through gofpdf’s own way of
// embedding, the fonts of five strap-lines take longer than a letter; so a phrase has small 8-bit fonts of its own, with
// just its glyphs.
type phrase struct {
	text  string
	width float64 // in ems
	line  *tagged.Line
}

type phraseKey struct {
	text, lang  string
	bold, naskh bool
}

// set is what is to be set.
func (k phraseKey) set() script.Text {
	return script.Text{Words: k.text, Lang: k.lang, Bold: k.bold, Naskh: k.naskh, RightToLeft: script.RightToLeft(k.lang)}
}

// phrases and sizes keep what was set. Both forget everything when they are full: the standing words of a council are few.
var (
	phrases remembered[phraseKey, *phrase]
	sizes   remembered[phraseKey, script.Size]
)

// remembered is a small memory for many readers.
type remembered[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

const mostKept = 2048

// kept is what is kept under the key, if anything.
func (k *remembered[K, V]) kept(key K) (v V, ok bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	v, ok = k.m[key]
	return v, ok
}

func (k *remembered[K, V]) get(key K, make func() V) V {
	k.mu.RLock()
	v, ok := k.m[key]
	k.mu.RUnlock()
	if ok {
		return v
	}
	v = make()
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.m == nil || len(k.m) >= mostKept {
		k.m = map[K]V{}
	}
	k.m[key] = v
	return v
}

// phraseOf sets a line once for all letters; nil where it cannot be set that way, because it has too many glyphs.
func phraseOf(key phraseKey) *phrase {
	return phrases.get(key, func() *phrase { return newPhrase(key) })
}

func newPhrase(key phraseKey) *phrase {
	lines := script.Set(key.set(), 1, 0)
	if len(lines) != 1 {
		return nil
	}
	p := &phrase{text: lines[0].Text, width: lines[0].Width}
	cuts := map[*script.Font]cut{}
	for _, f := range fontsOf(lines[0]) {
		c, ok := cutTo(f, lines[0], key)
		if !ok {
			return nil
		}
		cuts[f] = c
	}
	var glyphs []tagged.Glyph
	for _, r := range lines[0].Runs {
		c := cuts[r.Font]
		for _, g := range r.Glyphs {
			glyphs = append(glyphs, tagged.Glyph{Font: c.font, Code: c.codes[sayingOf(g)], X: g.X, Y: g.Y})
		}
	}
	p.line = tagged.NewLine(glyphs)
	return p
}

func fontsOf(l script.Line) (all []*script.Font) {
	seen := map[*script.Font]bool{}
	for _, r := range l.Runs {
		if !seen[r.Font] {
			seen[r.Font] = true
			all = append(all, r.Font)
		}
	}
	return all
}

// saying is a glyph with what it says, which together have a code.
type saying struct {
	glyph rune
	says  string
	parts string // where it has some
}

func sayingOf(g script.Glyph) saying {
	s := saying{glyph: g.Rune, says: g.Says}
	for _, p := range g.Parts {
		s.parts += fmt.Sprintf("%c %.3f %.3f,", p.Rune, p.X, p.Y)
	}
	return s
}

// cut is a font cut to the glyphs of a phrase.
type cut struct {
	font  *tagged.TrueType
	codes map[saying]byte
}

// cutTo gives each glyph of one font a code for each thing that it says, and cuts the font to them.
func cutTo(f *script.Font, l script.Line, key phraseKey) (c cut, ok bool) {
	c.codes = map[saying]byte{}
	shown, said := map[rune]script.Glyph{}, map[byte]string{}
	next, free := 0, face.Codes()
	for _, r := range l.Runs {
		for _, g := range r.Glyphs {
			what := sayingOf(g)
			if _, known := c.codes[what]; known || r.Font != f {
				continue
			}
			for next < 256 && free[next] == 0 {
				next++
			}
			if next == 256 {
				return cut{}, false
			}
			c.codes[what], shown[free[next]], said[byte(next)] = byte(next), g, g.Says
			next++
		}
	}
	family, style := f.Names()
	ttf, err := f.Showing(shown)
	if err != nil {
		return cut{}, false
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s|%s|%s|%s|%t", family, style, key.lang, key.text, key.naskh))
	small, err := face.Cut("phrase"+hex.EncodeToString(sum[:8]), style, subsetTag(sum), fonts.Font{Name: family, TTF: ttf}, said)
	if err != nil {
		return cut{}, false
	}
	c.font = small.Face().Eight
	return c, true
}

// subsetTag is six capital letters for a font that is cut (ISO 32000-1, 9.6.4).
func subsetTag(sum [32]byte) string {
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}
