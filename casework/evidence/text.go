package evidence

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sendpanel/casework"
)

// lineWidth is the longest line of a plain text, in characters.
const lineWidth = 96

// Text is the review as a SENCO reads it; nothing at all where there is no setting.
func (r Review) Text() string {
	if r.Empty() {
		return ""
	}
	var b strings.Builder
	wrap(&b, "", "", "What the panel will look for, and what the request does not show yet")
	b.WriteString("\n")
	wrap(&b, "", "", r.About)
	b.WriteString("\n")
	wrap(&b, "", "", "The law asks two questions (Children and Families Act 2014, section 36(8)). First: are there, or may there be, special educational needs? Second: may it be necessary to make provision under an education, health and care plan?")
	for _, g := range []struct {
		group Group
		title string
	}{{FiveBullets, "The evidence that the council looks at (Code of Practice 9.14)"}, {Graduated, "The Graduated Response: assess, plan, do, review"}} {
		b.WriteString("\n")
		wrap(&b, "", "", "# "+g.title)
		for _, it := range r.Items {
			if it.Group == g.group {
				it.text(&b)
			}
		}
	}
	return b.String()
}

func (it Item) text(b *strings.Builder) {
	b.WriteString("\n")
	wrap(b, "", "", "## "+it.Title)
	wrap(b, "", "", it.Helps+" "+helpsWith(it.Limbs))
	if len(it.Shown) > 0 {
		wrap(b, "", "", "Shown")
		for _, s := range it.Shown {
			wrap(b, "  + ", "    ", s.What+": "+places(s.Where))
		}
	}
	if len(it.Missing) > 0 {
		wrap(b, "", "", "Not shown yet")
		for _, m := range it.Missing {
			wrap(b, "  - ", "    ", m.What)
			wrap(b, "    What to do: ", "    ", m.Next)
		}
	}
	for _, open := range it.Open {
		wrap(b, "  ", "  ", open)
	}
	wrap(b, "  (", "  ", it.Source+")")
}

// helpsWith says which question of the law a head helps to answer, as the text above counts them.
func helpsWith(limbs []casework.Limb) string {
	has, plan := slices.Contains(limbs, casework.Limb8a), slices.Contains(limbs, casework.Limb8b)
	switch {
	case has && plan:
		return "It helps with both questions."
	case has:
		return "It helps with the first question."
	}
	return "It helps with the second question."
}

// places joins the places, the cycles and the documents each as one list.
func places(all []Place) string {
	var rest, cycles, docs []string
	for _, p := range all {
		switch start, plain := strings.CutPrefix(p.Words, "the cycle from "); {
		case p.Part == InDocument && p.Document != "":
			docs = append(docs, string(p.Document)+" "+p.Words)
		case p.Part == InDocument:
			docs = append(docs, p.Words)
		case p.Part == InCycles && plain && !strings.Contains(start, ","):
			cycles = append(cycles, start)
		default:
			rest = append(rest, p.Words)
		}
	}
	parts := rest
	if len(cycles) == 1 {
		parts = append(parts, "the cycle from "+cycles[0])
	} else if len(cycles) > 1 {
		parts = append(parts, "the cycles from "+list(cycles))
	}
	return strings.Join(append(parts, docs...), "; ")
}

// list joins words as a sentence has them.
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// wrap writes a text in lines, the first after one indent and the others after another.
func wrap(b *strings.Builder, first, others, text string) {
	line, room := first, lineWidth
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > room:
			b.WriteString(line + "\n")
			line = others + word
		default:
			line += " " + word
		}
	}
	b.WriteString(line + "\n")
}
