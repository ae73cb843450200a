package casework

import (
	"fmt"

	"sendpanel/statute"
)

// law is where the dates of an undone refusal come from.
func (b Overturned) law() string {
	switch b.How {
	case statute.ByMediation:
		return "reg 42, 44(2)(b)"
	case statute.ByOrder, statute.ByConsentOrder:
		return "reg 44(2)(b)"
	case statute.ByReg45:
		return "reg 45"
	}
	return "reg 10(1), 13(2); [2023] EWHC 3138 (Admin)"
}

func tellOverturned(b Overturned) string {
	s := fmt.Sprintf("The refusal is undone (%s of %s): the council will assess", b.How, b.On.Short())
	u := Undone{Clocks: b.Clocks}
	if b.Tell != nil {
		s += "; the family is told by " + b.Tell.Due.Short()
	}
	if c, ok := u.Due(statute.NoPlanStage); ok {
		s += "; no plan by " + c.WorkTo.Due.Short()
	}
	if c, ok := u.Due(statute.FinalStage); ok {
		s += ", or the final plan by " + c.WorkTo.Due.Short()
	}
	for _, c := range b.Clocks {
		if c.ForLawyers != "" {
			return s + ". For the lawyers: " + c.ForLawyers
		}
	}
	return s
}

// next is the next limit after the refusal was undone.
func (u Undone) next() (statute.Day, string) {
	if u.Told.IsZero() && u.Tell != nil {
		return u.Tell.SendBy, "send by"
	}
	c, _ := u.Due(statute.NoPlanStage)
	return c.WorkTo.Due, "no plan, or"
}

func (u Undone) sentence() string {
	final, _ := u.Due(statute.FinalStage)
	if u.Told.IsZero() {
		if u.Tell != nil {
			return fmt.Sprintf("The refusal is undone. The family’s letters must be posted by %s. A plan, if one follows, is due by %s.", u.Tell.SendBy.Long(), final.WorkTo.Due.Long())
		}
		return "The refusal is undone. Post the family’s letters today."
	}
	return fmt.Sprintf("The refusal is undone and the council will assess. A plan, if one follows, is due by %s.", final.WorkTo.Due.Long())
}
