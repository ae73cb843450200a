// Package fonts holds the typefaces of the letters, whole and as they were published, each with its licence beside it.
package fonts

import _ "embed"

//go:embed AtkinsonHyperlegibleNext-Regular.ttf
var atkinsonRegular []byte

//go:embed AtkinsonHyperlegibleNext-Bold.ttf
var atkinsonBold []byte

//go:embed Lexend-Regular.ttf
var lexendRegular []byte

//go:embed Lexend-Bold.ttf
var lexendBold []byte

//go:embed NotoSans-Regular.ttf
var notoRegular []byte

//go:embed NotoSans-Bold.ttf
var notoBold []byte

// Font is one published font: its PostScript name and its bytes, which nobody may change.
type Font struct {
	Name string
	TTF  []byte
}

// Pair is a typeface in its two weights. There is no italic: it is harder to read.
type Pair struct{ Regular, Bold Font }

// Atkinson is Atkinson Hyperlegible Next, the typeface of the letters.
func Atkinson() Pair {
	return Pair{Font{"AtkinsonHyperlegibleNext-Regular", atkinsonRegular}, Font{"AtkinsonHyperlegibleNext-Bold", atkinsonBold}}
}

// Lexend is the typeface for those who asked for letters that are easier to read.
func Lexend() Pair {
	return Pair{Font{"Lexend-Regular", lexendRegular}, Font{"Lexend-Bold", lexendBold}}
}

// Noto is Noto Sans, for the characters that the others lack.
func Noto() Pair {
	return Pair{Font{"NotoSans-Regular", notoRegular}, Font{"NotoSans-Bold", notoBold}}
}
