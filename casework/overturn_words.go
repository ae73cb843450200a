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

func tellAppeal(b AppealRecorded) string {
	s := fmt.Sprintf("Appeal registered by the Tribunal on %s: the case stays open", b.On.Short())
	if !b.Admitted.IsZero() {
		s += fmt.Sprintf("; the Tribunal extended the time on %s", b.Admitted.Short())
	}
	if b.Respond != nil {
		s += fmt.Sprintf("; the council responds by %s, unless directions say otherwise", b.Respond.Due.Short())
	}
	return s
}

func tellMediationEnded(b MediationEnded) string {
	how := map[MediationEnding]string{NoAgreement: "without agreement", AgreedOther: "the refusal stands, and something else was agreed", FamilyWithdrew: "the family did not go on with it"}[b.How]
	s := fmt.Sprintf("The mediation ended on %s: %s; the certificate is due by %s, an appeal with it by %s", b.On.Short(), how, b.Certify.Due.Short(), b.LastAppeal.Effective.Short())
	for _, k := range b.Agreed {
		s += fmt.Sprintf("; by %s: %s", k.Due.Due.Short(), k.What)
	}
	return s
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
