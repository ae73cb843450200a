package reasons

import "strings"

// irregular gives the plain form of words that do not follow the endings [stem] strips.
var irregular = map[string]string{
	"am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "has": "have", "had": "have",
	"having": "have", "does": "do", "did": "do", "done": "do", "doing": "do", "goes": "go", "going": "go", "went": "go", "gone": "go",
	"shown": "show", "seen": "see", "saw": "see", "seeing": "see", "taken": "take", "took": "take", "made": "make", "given": "give",
	"gave": "give", "children": "child", "met": "meet", "felt": "feel", "thought": "think", "found": "find", "left": "leave",
	"held": "hold", "ran": "run", "running": "run", "taught": "teach", "sought": "seek", "wrote": "write", "written": "write",
	"came": "come", "kept": "keep", "brought": "bring", "knew": "know", "known": "know", "told": "tell", "said": "say", "fell": "fall",
	"fallen": "fall", "spent": "spend", "using": "use", "used": "use", "uses": "use", "trying": "try", "tried": "try", "tries": "try",
	"agreed": "agree", "agreeing": "agree", "chose": "choose", "chosen": "choose", "bought": "buy", "paid": "pay", "got": "get",
	"begun": "begin", "began": "begin", "stood": "stand", "understood": "understand", "heard": "hear", "became": "become",
	"sent": "send", "led": "lead", "lay": "lie", "lying": "lie", "grew": "grow", "grown": "grow", "rose": "rise", "risen": "rise",
	"women": "woman", "men": "man", "people": "people", "persons": "person", "criteria": "criterion", "bases": "base",
	"diagnoses": "diagnosis", "pediatrician": "paediatrician", "program": "programme", "center": "centre", "behavior": "behaviour",
	"behavioral": "behavioural", "funds": "fund", "ca": "can", "wo": "will", "sha": "shall", "lives": "live", "ourselves": "ourselves",
	"mother": "mother", "during": "during", "nothing": "nothing", "something": "something", "anything": "anything",
	"everything": "everything", "school's": "school", "worse": "worse", "drawn": "draw", "drew": "draw", "overspent": "overspend",
	"driven": "drive", "lost": "lose", "built": "build", "dealt": "deal", "meant": "mean", "put": "put", "shut": "shut",
	"evening": "evening", "wellbeing": "wellbeing", "unmet": "unmet", "freed": "free", "exceeds": "exceed", "succeeds": "succeed",
	"overcome": "overcome", "overcame": "overcome", "mum": "mother", "mums": "mother", "mummy": "mother", "dad": "father", "dads": "father",
	"programmes": "programme", "oversubscribed": "oversubscribed", "falling": "fall", "stuck": "stuck", "offered": "offer",
	"noted": "note", "notes": "note", "noting": "note",
}

// stem reduces a lower-case word to a form that its inflections share. It need not be a word: it is compared only with
// the stems of the lexicon.
func stem(w string) string {
	if plain, found := irregular[w]; found {
		return trimE(plain)
	}
	if len(w) <= 3 {
		return w
	}
	w = strings.ReplaceAll(w, "ization", "isation")
	w = endings(plural(w))
	w = strings.TrimSuffix(w, "'")
	if strings.HasSuffix(w, "iz") {
		w = w[:len(w)-1] + "s"
	}
	return trimE(w)
}

func trimE(w string) string {
	if len(w) > 3 && strings.HasSuffix(w, "ize") {
		w = w[:len(w)-2] + "se"
	}
	if w == "note" || w == "here" { // not to be taken for "not" and "her"
		return w
	}
	if len(w) > 3 && w[len(w)-1] == 'e' {
		return w[:len(w)-1]
	}
	return w
}

// plural strips the s of a plural or of a verb.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"), !strings.HasSuffix(w, "s"):
		return w
	}
	return w[:len(w)-1]
}

// endings strips ed and ing where a word is left.
func endings(w string) string {
	switch {
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "eed"):
		return w
	case strings.HasSuffix(w, "ing"):
		return bare(w, w[:len(w)-3])
	case strings.HasSuffix(w, "ed"):
		return bare(w, w[:len(w)-2])
	}
	return w
}

// bare is the rest of a word without its ending, or the word itself where the rest is no word.
func bare(whole, rest string) string {
	if len(rest) < 3 || !strings.ContainsAny(rest, "aeiouy") {
		return whole
	}
	if n := len(rest); rest[n-1] == rest[n-2] && !strings.ContainsRune("lsze", rune(rest[n-1])) {
		return rest[:n-1]
	}
	return rest
}
