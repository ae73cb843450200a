package letters

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Text is the letter to be read aloud, by a person on the telephone or by a program: the same words in the same order,
// one thought a line, each ending in a stop. Tables become sentences, lists say how long they are, and telephone numbers
// are written digit by digit.
//
// [Letter.Text] is the letter to be read by eye.
func Text(l Letter) string {
	var w aloud
	w.say("Letter from " + join(l.Head.Council, l.Head.Service))
	w.say("To " + join(l.To...))
	w.say(long(l.Dated))
	w.say("Our reference: " + string(l.Ref))
	w.say(l.Sample)
	for _, b := range l.Blocks {
		w.block(b)
	}
	w.say("Our address: " + join(l.Head.Address...))
	w.say("Telephone: " + l.Head.Phone)
	w.say("Email: " + l.Head.Email)
	w.say("End of the letter")
	return w.b.String()
}

type aloud struct{ b strings.Builder }

// say writes one line, with a stop after it.
func (w *aloud) say(text string) {
	text = strings.Join(strings.Fields(strings.ReplaceAll(digitByDigit(text), string(nbsp), " ")), " ")
	if text == "" {
		return
	}
	w.b.WriteString(text)
	if !strings.ContainsRune(sentenceEnds, last(text)) {
		w.b.WriteByte('.')
	}
	w.b.WriteByte('\n')
}

func (w *aloud) block(b Block) {
	switch b := b.(type) {
	case Heading:
		if !blankProse(plain(b.Text)) {
			w.b.WriteByte('\n')
			w.say("Heading: " + b.Text)
		}
	case Paragraph:
		w.say(b.Text.String())
	case List:
		w.list(b)
	case FactTable:
		for _, f := range b.Rows {
			w.say(f.Label + ": " + f.Value)
		}
	case EvidenceList:
		for _, x := range b.Rows {
			w.say(fmt.Sprintf("Document %s: %s. Written by: %s. Date: %s", x.Number, x.Title, x.Author, x.Date))
			if x.Note != "" {
				w.say(why(x.Note).String())
			}
		}
	case Steps:
		for _, s := range b.Rows {
			w.say("When: " + s.When)
			w.say("What: " + s.What.String())
		}
	case Answer:
		w.say(b.Ask.String())
		if b.Lines > 0 {
			w.say("Room to write")
		}
	case Contact:
		w.say(b.Name)
		for _, way := range b.Ways {
			w.say(way.Label + ": " + way.Value)
		}
	case Signature:
		w.say(b.Close)
		w.say(join(append([]string{b.Name}, b.Lines...)...))
	}
}

func (w *aloud) list(l List) {
	if len(l.Items) > 1 {
		w.say(fmt.Sprintf("A list of %d", len(l.Items)))
	}
	for i, item := range l.Items {
		if len(l.Items) > 1 {
			w.say(fmt.Sprintf("%d: %s", i+1, item.Text.String()))
			continue
		}
		w.say(item.Text.String())
	}
}

func join(parts ...string) string {
	var some []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, ", ")
}

// digitByDigit writes each telephone number as its digits, with a comma between the groups: a program reads it as a
// number else.
func digitByDigit(s string) string {
	words := strings.Split(unbroken(strings.ReplaceAll(s, string(nbsp), " ")), " ")
	for i, word := range words {
		groups := strings.Split(word, string(nbsp))
		if opensPhone(groups[0]) {
			for k, group := range groups {
				bare := strings.TrimRight(group, ".,;:!?)")
				groups[k] = strings.Replace(group, bare, strings.Join(strings.Split(bare, ""), " "), 1)
			}
			words[i] = strings.Join(groups, ", ")
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), string(nbsp), " ")
}

// sentenceEnds are the marks that end a sentence, those of other scripts among them.
const sentenceEnds = ".:!?।॥۔؟"

func last(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}
