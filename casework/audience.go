package casework

import "slices"

// family lists those in the family who are owed notice in their own right.
func (c Case) family() []AddresseeID { return c.who(func(s Standing) bool { return s != Supporter }) }

// supporters lists those who have a copy of the family's letter, once it is posted. Where several hold the rights, nothing
// records at whose request a copy goes, and none does by itself.
func (c Case) supporters() []AddresseeID {
	if _, posted := c.noticesToFamilyPosted(); !posted || c.NoticeGiven == nil || len(c.family()) != 1 {
		return nil
	}
	return c.who(func(s Standing) bool { return s == Supporter })
}

// who lists those in the family who stand in a certain way.
func (c Case) who(stands func(Standing) bool) []AddresseeID {
	var ids []AddresseeID
	for _, a := range c.Family {
		if stands(a.Standing) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// calledOrNotToCall lists those in the family to whom the decision's letter may go now: a call before the letter is over,
// or none was asked for.
func (c Case) calledOrNotToCall() []AddresseeID {
	return slices.DeleteFunc(c.family(), func(id AddresseeID) bool {
		return slices.ContainsFunc(c.Calls, func(call Call) bool { return call.Addressee == id && call.For == c.Decided.Seq && !call.Over })
	})
}

// agencies lists the bodies that are told of what the council is considering, once it has determined that a plan may be
// necessary. Before that nothing owes them word of the child (reg 4(2), reg 5(2)).
func (c Case) agencies() []AddresseeID {
	if !c.Determined {
		return nil
	}
	return []AddresseeID{HealthBody, SocialCareBody}
}

// Recipient finds anybody to whom a letter of the case can go: an addressee, or a body that is told. Of such a body the
// case knows no more than what it is.
func (c Case) Recipient(id AddresseeID) (Addressee, bool) {
	if id == HealthBody || id == SocialCareBody {
		return Addressee{ID: id, Standing: Agency}, true
	}
	return c.Addressee(id)
}

func (c Case) school() []AddresseeID {
	if c.Opened.School == nil {
		return nil
	}
	return []AddresseeID{School}
}

func (c Case) schoolIfItAsked(asked Asked) []AddresseeID {
	if c.beforeNewSchool(asked.Seq) {
		return nil
	}
	if t := asked.By.Type; t == "school" || t == "post16" || t == "early_years" {
		return c.school()
	}
	return nil
}
