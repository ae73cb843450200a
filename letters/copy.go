package letters

import (
	"errors"
	"slices"

	"sendpanel/casework"
)

// originalOf is the family’s letter that a kind of letter is a copy of.
func originalOf(k casework.LetterKind) (casework.LetterKind, bool) {
	switch k {
	case casework.AssessCopy:
		return casework.AssessLetter, true
	case casework.NotAssessCopy:
		return casework.NotAssessLetter, true
	}
	return "", false
}

// composeCopy writes a supporter’s copy of a letter that was posted to the family: the same words, composed as of the day
// on which it went, under a line that marks it. It is no notice, and no time limit runs from it.
func composeCopy(key casework.LetterKey, f Facts, w wordings) (Letter, error) {
	d := newDraft(key, f, w)
	kind, _ := originalOf(key.Kind)
	who, sent, known := d.posted(kind)
	if d.address() && known {
		d.begin()
		f.On = sent.Posted
		original, err := compose(sent.Key, f, w)
		var withheld *Withheld
		switch {
		case errors.As(err, &withheld):
			d.gaps = append(d.gaps, withheld.Gaps...)
		case err != nil:
			return Letter{}, err
		}
		d.mark(original, who.Name)
		d.gaps = append(d.gaps, unheld(d.letter.Blocks, needsOf(key.Kind))...)
	}
	return d.checked()
}

// mark takes over what the original says, under the line that says what the copy is.
func (d *draft) mark(original Letter, name string) {
	d.letter.Title = original.Title + ", copy"
	d.words["principal"], d.words["sent_on"] = name, long(original.Dated)
	d.say("copy.mark")
	d.letter.Blocks = append(d.letter.Blocks, original.Blocks...)
	for _, e := range original.Editions {
		d.uses(e)
	}
	for _, w := range original.Warnings {
		if !slices.Contains(d.letter.Warnings, w) {
			d.letter.Warnings = append(d.letter.Warnings, w)
		}
	}
}

// posted finds whose letter is copied, and the letter. A copy goes to a supporter, at the request of the one person who
// holds the rights, after that person’s own letter.
func (d *draft) posted(kind casework.LetterKind) (casework.Addressee, casework.Letter, bool) {
	const source, mend = "CFA 2014 s.36; the family’s recorded authority", "Give the copy by hand, once it is clear who asks for it."
	c := d.facts.Case
	if to, found := c.Addressee(d.letter.Key.To); found && to.Standing != casework.Supporter {
		d.gap(Addressee, "a copy is for a supporter only", source, "Send the letter itself.")
	}
	holders := slices.DeleteFunc(slices.Clone(c.Family), func(a casework.Addressee) bool { return a.Standing == casework.Supporter })
	if len(holders) != 1 {
		d.gap(Addressee, "it is not recorded at whose request the copy goes", source, mend)
		return casework.Addressee{}, casework.Letter{}, false
	}
	for _, l := range slices.Backward(c.Letters) {
		if l.Key.Kind == kind && l.Key.To == holders[0].ID && l.Key.For == d.letter.Key.For && l.State == casework.LetterPosted {
			return holders[0], l, true
		}
	}
	d.gap(Decision, "the family has not been sent its notice", "SEND Regs 2014 reg 5(1)", "Post the family’s letter first.")
	return casework.Addressee{}, casework.Letter{}, false
}
