// Package script sets words in scripts that need more than one glyph after the other: Gurmukhi, Devanagari, Bengali,
// Gujarati and Tamil, where signs move and letters join, and Arabic writing, which joins and runs from right to left.
//
// A [Setter] breaks a text into lines ([Setter.Lines]) as its language breaks it, mixed directions and all, and gives each
// glyph its place. go-text/typesetting does the work: bidirectional runs, the choice of a font for each, HarfBuzz shaping,
// and breaks by the Unicode line breaking algorithm (UAX 14).
//
// gofpdf can only draw characters, not glyphs. So each font is embedded with a character map of its own, by which the
// private character U+E000+n is glyph n, and the tables that only shaping needs are left out ([Font.AddTo]). Such a character
// means nothing by itself: whoever draws a line says its words beside it ([Line.Text], with its language) as the ActualText
// of a Span, and gives the font a map from its characters to what each says ([Glyph], [Font.Saying]).
//
// Shaping is for vetted standard wording and for names. A translated decision needs a translator.
package script
