package casework

import (
	"fmt"
	"strings"
)

func tellPanel(e Event) string {
	switch b := e.Body.(type) {
	case Listed:
		return fmt.Sprintf("Listed for %s on %s", orElse(b.Name, b.Panel), b.On.Short()) + ofMeeting(b.Meeting)
	case Unlisted:
		return b.words()
	case PanelMet:
		return b.words()
	case InterestDeclared:
		return fmt.Sprintf("Interest of %s recorded (%s): %s", b.Member, b.Source, b.What)
	case Viewed:
		if len(b.Limbs) == 0 {
			return fmt.Sprintf("Panel view recorded by %s, to be read when the panel has met", e.By.Name)
		}
		return fmt.Sprintf("Panel view recorded by %s: %s", e.By.Name, tellFindings(b.Limbs))
	case Deferred:
		return fmt.Sprintf("Deferred to %s. The six weeks go on: %d %s from then to the last day for sending; the family has waited %d %s",
			b.Until.Short(), b.DaysLeft, plural(b.DaysLeft, "day", "days"), b.DaysWaited, plural(b.DaysWaited, "day", "days"))
	case Recommended:
		s := fmt.Sprintf("%s recommends %s (%d present, quorum %d)", orElse(b.Name, b.Panel), outcomeWords(b.Outcome), len(b.Present), b.Quorum)
		if b.Dissent != "" {
			s += "; a dissent is recorded"
		}
		return s
	case Decided:
		return fmt.Sprintf("Decided %s by %s, %s (%s, %s)", outcomeWords(b.Outcome), b.DecidedBy, b.Post, b.Delegation.Scheme, b.Delegation.Paragraph)
	}
	return ""
}

func tellPeople(e Event) string {
	switch b := e.Body.(type) {
	case AddresseeSet:
		return fmt.Sprintf("Addressee %s recorded as %s: %s", b.Addressee.ID, spaced(string(b.Addressee.Standing)), b.Why)
	case AddresseeEnded:
		return fmt.Sprintf("%s is no longer written to: %s", b.Addressee, b.Why)
	case CapacityFound:
		return fmt.Sprintf("Finding on capacity recorded (%s): %s", b.Finding.Status, b.Finding.Decision)
	case IdentityChanged:
		return "The child has another identity in law; only the new one is used"
	case DisputeRecorded:
		if b.Over {
			return "The parents’ dispute is over"
		}
		return "The parents are in dispute: their views are kept apart"
	case TransferredIn:
		return fmt.Sprintf("The child came from %s, and this council has been responsible since %s", b.From, b.On.Short())
	case SchoolChanged:
		return fmt.Sprintf("The child has been with %s since %s: %s", b.named(), b.On.Short(), strings.TrimSuffix(b.Why, "."))
	case DecisionShared:
		return fmt.Sprintf("%s agreed on %s that the new school has the letter about the decision: %s", b.AgreedBy, b.On.Short(), strings.TrimSuffix(b.How, "."))
	case AgeSwitched:
		return "The young person is over compulsory school age: letters go to them"
	case Called:
		switch {
		case b.Reached && b.Word:
			return fmt.Sprintf("Called %s, who gave the agreed word", b.Addressee)
		case b.Reached:
			return fmt.Sprintf("Called %s", b.Addressee)
		case b.Message:
			return fmt.Sprintf("Tried to call %s; not reached, a message left", b.Addressee)
		}
		return fmt.Sprintf("Tried to call %s; not reached", b.Addressee)
	case CallTimeOver:
		return "No more time for a call: the letter goes"
	case EvidenceAdded:
		return fmt.Sprintf("%d %s added to the evidence", len(b.Evidence), plural(len(b.Evidence), "document", "documents"))
	case FamilySaid:
		return fmt.Sprintf("The family told us something (%s)", spaced(string(b.About)))
	case PaperHeld:
		return fmt.Sprintf("%s is held: %s", listOfIDs(b.Evidence), b.Why)
	case PaperConfirmed:
		if b.Belongs {
			return fmt.Sprintf("%s is about this child after all", b.Evidence)
		}
		return fmt.Sprintf("%s is about another child and stays closed", b.Evidence)
	case EvidenceReleased:
		return fmt.Sprintf("Released: %s", tellRelease(b))
	}
	return ""
}

func tellRelease(b EvidenceReleased) string {
	ids := make([]string, len(b.Evidence))
	for i, id := range b.Evidence {
		ids[i] = string(id)
	}
	var parts []string
	if len(b.See) > 0 {
		parts = append(parts, allOf(b.See)+" may see")
	}
	if len(b.Know) > 0 {
		parts = append(parts, allOf(b.Know)+" may know of")
	}
	return strings.Join(parts, ", ") + " " + strings.Join(ids, ", ")
}

func allOf(parties []Party) string {
	words := make([]string, len(parties))
	for i, p := range parties {
		words[i] = the(string(p))
	}
	return strings.Join(words, " and ")
}

func tellFindings(findings []Finding) string {
	parts := make([]string, len(findings))
	for i, f := range findings {
		parts[i] = fmt.Sprintf("%s %s", f.Limb, spaced(string(f.Answer)))
	}
	return strings.Join(parts, ", ")
}

// asked names whose views they are.
func (b Consulted) asked() string {
	if len(b.Who) == 0 {
		return the(b.Whom)
	}
	names := make([]string, len(b.Who))
	for i, id := range b.Who {
		names[i] = the(string(id))
	}
	return strings.Join(names, " and ")
}
