package check

import "strings"

// What a failure means for those who get the file, in words for an officer who does not know how a PDF is made.
const (
	forTheBlind   = "People who have it read aloud, or who move through it by keys, miss something or lose their way."
	forTheVoice   = "A voice that reads it aloud speaks these words in the wrong language, or not at all."
	forTheWords   = "Some words may be shown, read aloud, copied or found in another way than they were written."
	forTheOpening = "Whoever opens it, or lists it, is not told rightly what it is."
	forTheArchive = "Years from now a program may not open it, or may show it in another way than it was sent."
	forSafety     = "It can do something by itself, or hold something, that a letter must not."
	forNobody     = "It was not possible to look at all of it."
)

// meanings say it for each kind of rule, by how its name begins; the first that fits.
var meanings = []struct{ begins, means string }{
	{"unreadable", forNobody}, {"too-much", forNobody}, {"A-6.1.3-encrypt", forTheBlind}, {"A-6.2.11", forTheWords},
	{"A-6.3", forTheBlind}, {"A-6.4", forSafety}, {"A-6.5", forSafety}, {"A-6.8", forSafety}, {"A-6.1.12", forSafety}, {"A-6.6", forTheOpening},
	{"A-6.9", forTheBlind}, {"A-6.10", forTheBlind}, {"xmp-prefix", forTheOpening}, {"info-differs", forTheOpening}, {"A-", forTheArchive}, {"page-tree", forTheArchive},
	{"06-marked", forTheBlind}, {"06-", forTheOpening}, {"07-", forTheOpening}, {"11-", forTheVoice}, {"lang-form", forTheVoice},
	{"10-", forTheWords}, {"31-", forTheWords}, {"to-unicode", forTheWords}, {"font-", forTheWords},
	{"operator", forTheArchive}, {"resource", forTheArchive}, {"", forTheBlind},
}

func meaning(r Rule) string {
	for _, m := range meanings {
		if strings.HasPrefix(string(r), m.begins) {
			return m.means
		}
	}
	return ""
}
