package face

import "sendpanel/letters/fonts"

// Codes are the characters of Windows-1252 that an 8-bit font may use for whatever it shows, each at its code; 0 where
// there is none. A space is not among them.
func Codes() [256]rune {
	runes := windows1252().runes
	runes[' '] = 0
	return runes
}

// Cut makes an 8-bit font of a font whose character map has only characters of [Codes]. What they show is not what they are:
// said is what each code says, and whoever draws says beside it what the words are.
func Cut(family, style, tag string, own fonts.Font, said map[byte]string) (*Font, error) {
	metrics, err := readMetrics(own.TTF)
	if err != nil {
		return nil, err
	}
	page := windows1252()
	page.tag, page.name = tag, ""
	f, err := eightBit(family, style, own, metrics, page)
	if err != nil {
		return nil, err
	}
	f.eight.Say(said)
	return f, nil
}
