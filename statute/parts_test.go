package statute

import "testing"

// TestPartsAreReadApart changes one thing of a rule at a time: the part that holds it reads otherwise, and no other.
func TestPartsAreReadApart(t *testing.T) {
	sets := RuleSets()
	rules := sets[len(sets)-1].Rules()
	seen := map[string]string{}
	for _, r := range rules {
		for _, p := range r.Parts() {
			id := PartID(r.ID, p.Name)
			if other, ok := seen[p.Read]; ok || len(p.Read) != 64 || len(p.Text) == 0 {
				t.Errorf("%s reads as %s, or says nothing: %v", id, other, p.Text)
			}
			seen[p.Read] = id
		}
	}
	changes := map[string]func(*Rule){
		"duty": func(r *Rule) { r.Note += "!" }, "period": func(r *Rule) { r.Limit = periodOf(99, Days) },
		"trigger": func(r *Rule) { r.Starts = "another fact" }, "recipients": func(r *Rule) { r.Told = []Party{"another"} },
		"exceptions": func(r *Rule) { r.Exceptions = []Exception{{Limb: "reg 99", Words: "never"}} },
	}
	for _, r := range rules {
		for part, change := range changes {
			other := r
			change(&other)
			for i, p := range other.Parts() {
				if changed := p.Read != r.Parts()[i].Read; changed != (p.Name == part) {
					t.Errorf("%s: when the %s changes, the %s reads otherwise: %v", r.ID, part, p.Name, changed)
				}
			}
		}
		moved, confirmed := r, r
		moved.Cite += "!"
		confirmed.Confirmed = Confirmed{true, true, true, true}
		for i, p := range r.Parts() {
			if moved.Parts()[i].Read == p.Read {
				t.Errorf("%s/%s reads the same under another source", r.ID, p.Name)
			}
			if confirmed.Parts()[i].Read != p.Read {
				t.Errorf("%s/%s reads otherwise because somebody confirmed it", r.ID, p.Name)
			}
		}
	}
}
