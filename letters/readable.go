package letters

import "strings"

// Words are the sentences of a letter, for reading how plain they are: all of them, and those that are the case’s own and no
// fixed wording, which somebody can still change. Names, tables of facts, contacts and words of other languages are left out.
func (l Letter) Words() (all, own string) {
	var every, theirs []string
	say := func(m Mark, p Prose) {
		text := english(p)
		if text == "" {
			return
		}
		every = append(every, text)
		if m.Wording == "" {
			theirs = append(theirs, text)
		}
	}
	for _, b := range l.Blocks {
		switch b := b.(type) {
		case Paragraph:
			say(b.Mark, b.Text)
		case List:
			for _, i := range b.Items {
				say(i.Mark, i.Text)
			}
		case Steps:
			for _, s := range b.Rows {
				say(s.Mark, s.What)
			}
		case EvidenceList:
			for _, x := range b.Rows {
				say(Mark{}, plain(x.Note))
			}
		}
	}
	return strings.Join(every, "\n\n"), strings.Join(theirs, "\n\n")
}

func english(p Prose) string {
	var s strings.Builder
	for _, r := range p {
		if r.Lang == "" {
			s.WriteString(r.Text)
		}
	}
	return strings.TrimSpace(s.String())
}
