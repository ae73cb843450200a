package letters

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"sendpanel/casework"
)

// WordingUsed is the wording that the letter is made of, to be recorded with it: by its names, and by one digest over all
// that was read.
func (l Letter) WordingUsed() *casework.WordingUsed {
	if len(l.Editions) == 0 {
		return nil
	}
	used := &casework.WordingUsed{}
	sum := sha256.New()
	for _, e := range l.Editions {
		used.Paragraphs = append(used.Paragraphs, e.ID+" from "+e.From.String())
		sum.Write([]byte(e.Read + "\n"))
	}
	used.Read = hex.EncodeToString(sum.Sum(nil))
	return used
}

// uses notes wording that goes into the letter, and whether the council’s lawyers have signed it as it stands.
func (d *draft) uses(e casework.Edition) {
	if slices.Contains(d.letter.Editions, e) {
		return
	}
	at, _ := slices.BinarySearchFunc(d.letter.Editions, e, func(a, b casework.Edition) int { return cmp.Or(cmp.Compare(a.ID, b.ID), a.From.Compare(b.From)) })
	d.letter.Editions = slices.Insert(d.letter.Editions, at, e)
	if c := d.facts.Council; !c.Invented && !c.Signed(e.Read, d.facts.On) && !slices.Contains(d.unsigned, e.ID) {
		d.unsigned = append(d.unsigned, e.ID)
	}
}
