package lively

import "sendpanel/casework"

// MayFollow names the person in the family whose contact an officer has confirmed, and the address to which their codes
// go. Nobody is named where the case starts closed, and for every fourth family: their contact is still to be confirmed.
func (c *Case) MayFollow() (who casework.Addressee, by casework.PersonID, ok bool) {
	_, closed := c.Case.StartsClosed(c.Case.Opened.Received)
	if closed || c.who.days%4 == 0 {
		return casework.Addressee{}, "", false
	}
	for _, a := range c.Case.Family {
		if a.Email != "" && c.Case.MayFollow(a.ID) {
			return a, c.Case.Officer, true
		}
	}
	return casework.Addressee{}, "", false
}
