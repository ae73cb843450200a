package plain

import "strings"

var (
	toBe = setOf("is", "are", "was", "were", "be", "been", "being", "isn’t", "aren’t", "wasn’t", "weren’t", "isn't", "aren't", "wasn't", "weren't")
	// irregular are past participles that do not end in -ed.
	irregular = setOf("made", "given", "taken", "seen", "done", "shown", "known", "found", "told", "held", "kept", "met", "put", "set", "sent", "written", "brought", "built",
		"chosen", "drawn", "felt", "heard", "laid", "led", "left", "lost", "paid", "read", "said", "sought", "spoken", "taught", "thought", "understood", "undertaken",
		"withdrawn", "begun", "broken", "driven", "forgotten", "hidden", "overturned", "proven", "rewritten")
	// states end in -ed and say how somebody is, not what somebody did.
	states = setOf("concerned", "worried", "tired", "interested", "pleased", "excited", "frightened", "scared", "upset", "confused", "bored", "disappointed", "related", "based",
		"supposed", "used", "need", "indeed", "aged", "advanced", "experienced", "qualified", "limited", "detailed", "complicated", "dedicated", "talented", "motivated", "gifted",
		"left-handed", "red", "bed", "settled", "delayed")
	// between may stand between the two.
	between = setOf("not", "also", "already", "always", "never", "often", "being", "been", "still", "then", "now", "only", "just", "both", "all")
)

// passives finds forms of “to be” with a past participle: what is done, without who does it.
func passives(text string, words []word) (notes []Note) {
	for i, w := range words {
		if !toBe[strings.ToLower(w.text)] {
			continue
		}
		for j := i + 1; j < len(words) && j <= i+3; j++ {
			next := strings.ToLower(words[j].text)
			if strings.ContainsAny(text[words[j-1].end:words[j].start], ",;:.()") {
				break
			}
			if participle(next) && !between[next] {
				notes = append(notes, note(Passive, text, span{w.start, words[j].end}, "It is not said who does this. Say who: “we decided”, not “it was decided”.", ""))
				break
			}
			if !between[next] && !strings.HasSuffix(next, "ly") {
				break
			}
		}
	}
	return notes
}

func participle(w string) bool {
	return irregular[w] || len(w) > 4 && strings.HasSuffix(w, "ed") && !states[w] && !strings.HasSuffix(w, "eed")
}
