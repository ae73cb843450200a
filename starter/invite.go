package main

import (
	"fmt"
	"strings"

	"sendpanel/casework"
)

// InviteCmd makes the link with which somebody chooses a password for the portal.
type InviteCmd struct {
	Person string `arg:"" help:"Their ID in the council's settings, as margaret.ellis."`
	Base   string `default:"http://127.0.0.1:8080" env:"SENDPANEL_BASE" help:"The address of the portal as people type it."`
}

// Run prints the link. It is for the first people, whom nobody can invite from a page, and for those without e-mail; the
// others are invited on the page of people, which sends the link.
func (cmd *InviteCmd) Run(s *session) error {
	defer s.close()
	link, err := s.desk.Invite(s.ctx, casework.PersonID(cmd.Person), strings.TrimSuffix(cmd.Base, "/"))
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "%s\n\nGive it to %s alone: whoever has it chooses the password. It is good for seven days, once.\n", link, cmd.Person)
	return nil
}
