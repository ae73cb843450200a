package reasons

import "strings"

// LimbOf says which question of section 36 a reason answers, as far as its words tell. It gives [NoLimb] where they do
// not, or where they speak of several.
func LimbOf(text string) Limb {
	folded := strings.ToLower(strings.Join(strings.Fields(text), " "))
	var found []Limb
	for _, l := range limbWords {
		for _, words := range l.words {
			if strings.Contains(folded, words) {
				found = append(found, l.limb)
				break
			}
		}
	}
	if len(found) != 1 {
		return NoLimb
	}
	return found[0]
}

// limbWords are the words by which a reason shows its question.
var limbWords = []struct {
	limb  Limb
	words []string
}{
	{MayNeedPlan1, []string{"36(3)", "36(5)", "first stage"}},
	{HasNeeds, []string{"has or may have", "have or may have", "36(8)(a)", "section 20", "learning difficulty or disability"}},
	{MayNeedPlan, []string{"may be necessary", "may not be necessary", "36(8)(b)", "under an ehc plan", "under a plan", "through an ehc plan", "in accordance with an ehc plan"}},
}

// ParseLimb reads a limb as it is written: S1, 8a or 8b.
func ParseLimb(s string) (Limb, bool) {
	switch l := Limb(s); l {
	case NoLimb, MayNeedPlan1, HasNeeds, MayNeedPlan:
		return l, true
	}
	return NoLimb, false
}
