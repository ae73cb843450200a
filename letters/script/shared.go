package script

import "sync"

// setters are kept for whoever needs one next: a setter is for one goroutine at a time, and knows its fonts better each time.
var setters = sync.Pool{New: func() any {
	s, err := NewSetter()
	if err != nil {
		// The fonts are compiled in and tested: only a damaged program can come here.
		panic("script: " + err.Error())
	}
	return s
}}

// Set breaks a text into lines with any setter: see [Setter.Lines]. It may be called by many at once.
func Set(t Text, size, width float64) []Line {
	s := setters.Get().(*Setter)
	defer setters.Put(s)
	return s.Lines(t, size, width)
}

// Size is how much room a text takes on one line, in ems: from left to right, and above and below the base line.
type Size struct{ Width, Up, Down float64 }

// SizeOf measures a text.
func SizeOf(t Text) (size Size) {
	for _, l := range Set(t, 1, 0) {
		size.Width += l.Width
		size.Up, size.Down = max(size.Up, l.Up), max(size.Down, l.Down)
	}
	return size
}

// Has reports whether a character belongs to a script of [Needs] and has a glyph in both weights.
func Has(r rune) bool { return needs(r) && covered()[r] }

// covered is every character of [Needs] that has a glyph, looked up once.
var covered = sync.OnceValue(func() map[rune]bool {
	s := setters.Get().(*Setter)
	defer setters.Put(s)
	has := map[rune]bool{}
	for r := rune(0x600); r <= 0xFEFF; r++ {
		if needs(r) && s.has(r) {
			has[r] = true
		}
	}
	return has
})
