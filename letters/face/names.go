package face

import "iter"

// otherNames are letters beyond Latin Extended-A that have a name in Adobe’s Glyph List: the commas of Romanian, the
// accents of Welsh, and the letters of Vietnamese, in a fixed order.
func otherNames() iter.Seq2[rune, string] {
	names := []struct {
		r    rune
		name string
	}{
		{'Ș', "Scommaaccent"}, {'ș', "scommaaccent"},
		{'Ẁ', "Wgrave"}, {'ẁ', "wgrave"}, {'Ẃ', "Wacute"}, {'ẃ', "wacute"}, {'Ẅ', "Wdieresis"}, {'ẅ', "wdieresis"},
		{'Ỳ', "Ygrave"}, {'ỳ', "ygrave"},
	}
	return func(yield func(rune, string) bool) {
		for _, n := range names {
			if !yield(n.r, n.name) {
				return
			}
		}
	}
}
