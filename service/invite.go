package service

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
	"sendpanel/statute"
)

// invitedFor is how long a link to choose a password is good.
const invitedFor = 7 * 24 * time.Hour

// Invite makes a link with which somebody in the council's settings chooses a password, once; one made before is good no
// more. It is for whoever runs the service, to let the first people in: nobody can invite them from a page. Base is the
// address of the portal. The link is a secret: only a hash of it is kept.
func (d *Desk) Invite(ctx context.Context, id casework.PersonID, base string) (string, error) {
	in, err := d.Council(ctx)
	if err != nil {
		return "", err
	}
	who, here := in.Person(id, statute.DayOf(time.Now()))
	if !here {
		return "", fmt.Errorf("invite %s: the council’s settings have nobody of that ID today. Add them with starter settings apply", id)
	}
	if who.Email == "" {
		return "", fmt.Errorf("invite %s: the settings have no e-mail address for them, and people sign in with it. Add one with starter settings apply", id)
	}
	secret := rand.Text()
	err = d.Register.Invite(ctx, records.Invitation{Hash: identity.Hash(secret), Person: id, Email: who.Email, By: casework.PersonID(d.account), Expires: time.Now().Add(invitedFor)})
	if err != nil {
		return "", err
	}
	return base + "/invitation?token=" + secret, nil
}
