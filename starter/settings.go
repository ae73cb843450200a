package main

import (
	"errors"
	"fmt"
	"io"
	"os/user"
	"strings"
	"text/tabwriter"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// SettingsCmd has to do with the council's settings.
type SettingsCmd struct {
	Apply SettingsApplyCmd `cmd:"" help:"Put a settings file in force. Without --yes, only show what it would change."`
	Show  SettingsShowCmd  `cmd:"" help:"Show the settings in force, or an earlier version."`
	Check SettingsCheckCmd `cmd:"" help:"Name everything that is wrong with a settings file. No service need run."`
}

// SettingsApplyCmd puts a settings file in force.
type SettingsApplyCmd struct {
	File string `arg:"" help:"The settings as JSON; - for standard input. docs/council.md lists every field."`
	As   string `required:"" placeholder:"PERSON" help:"In whose name: the service manager or the director."`
	Yes  bool   `help:"Apply them. Without it nothing is changed."`
}

// Run prints the differences in plain words and, with --yes, applies the file. The first settings are in the name of
// somebody whom they themselves name; later ones in that of somebody whom those in force name.
func (cmd *SettingsApplyCmd) Run(s *session) error {
	defer s.close()
	data, err := contents(cmd.File)
	if err != nil {
		return err
	}
	fresh, err := council.Read(data)
	if err != nil {
		return err
	}
	inForce, version, err := s.desk.Register.Settings(s.ctx)
	first := errors.Is(err, records.ErrNoSettings)
	if err != nil && !first {
		return err
	}
	allows := inForce
	if first {
		allows = fresh
	}
	if err := allows.MayChange(casework.PersonID(cmd.As), statute.DayOf(time.Now())); err != nil {
		return fmt.Errorf("--as: %w", err)
	}
	if first {
		fmt.Fprintf(s.out.Out, "No settings have been applied yet. These are the first: %s.\n", size(fresh))
	} else {
		printChanges(s.out.Out, version, council.Diff(inForce, fresh))
	}
	if !cmd.Yes {
		fmt.Fprintln(s.out.Out, "Nothing was applied. Give the command again with --yes to put them in force.")
		return nil
	}
	return s.applySettings(data, cmd.As, version)
}

// applySettings applies the file and says under which version it is kept.
func (s *session) applySettings(data []byte, as string, before int) error {
	version, _, err := s.desk.Register.ApplySettings(s.ctx, data, as, accountName())
	if err != nil {
		return err
	}
	if version == before {
		fmt.Fprintf(s.out.Out, "This very file is in force already, as version %d.\n", version)
		return nil
	}
	fmt.Fprintf(s.out.Out, "In force from now on, as version %d.\n", version)
	return nil
}

func printChanges(w io.Writer, version int, changes []council.Change) {
	if len(changes) == 0 {
		fmt.Fprintf(w, "They say the same as version %d, which is in force.\n", version)
		return
	}
	fmt.Fprintf(w, "What changes from version %d, which is in force:\n", version)
	for _, c := range changes {
		fmt.Fprintf(w, "  %s\n", c)
	}
}

// size says in a few words how much there is in the settings.
func size(c council.Council) string {
	return fmt.Sprintf("%s, %d people, %d panels, %d schools and colleges, %d contacts, %d languages",
		c.Name, len(c.People), len(c.Panels), len(c.Settings), len(c.Contacts), len(c.Languages))
}

// accountName is the account on this machine, recorded beside the person.
func accountName() string {
	u, err := user.Current()
	if err != nil {
		return "unknown"
	}
	return u.Username
}

// SettingsShowCmd shows settings.
type SettingsShowCmd struct {
	Version int    `placeholder:"N" help:"An earlier version; without it, the one in force."`
	On      string `placeholder:"DAY" help:"As they stand on a day; without it, today."`
	JSON    bool   `name:"json" help:"The file, exactly as it was applied."`
}

// Run prints the settings, or the file.
func (cmd *SettingsShowCmd) Run(s *session) error {
	defer s.close()
	versions, err := s.desk.Register.SettingsVersions(s.ctx)
	if err != nil {
		return err
	}
	if len(versions) == 0 {
		return records.ErrNoSettings
	}
	version := cmd.Version
	if version == 0 {
		version = len(versions)
	}
	data, err := s.desk.Register.SettingsFile(s.ctx, version)
	if err != nil {
		return err
	}
	if cmd.JSON {
		_, err = s.out.Out.Write(data)
		return err
	}
	on, err := dayOrToday(cmd.On)
	if err != nil {
		return err
	}
	c, err := council.ReadStored(data)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "%s\n", size(c))
	if err := printSettings(s.out.Out, c, on); err != nil {
		return err
	}
	return printVersions(s.out.Out, versions, version)
}

func printSettings(w io.Writer, c council.Council, on statute.Day) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintf(t, "\nDecide for the council on %s\n", on.Short())
	for _, p := range c.People {
		a, err := c.Actor(p.ID, on, "")
		if now, here := c.Person(p.ID, on); err == nil && here && now.From == p.From && a.Delegation != nil {
			fmt.Fprintf(t, "  %s\t%s\t%s, %s\t%s\n", p.Name, p.Post, a.Delegation.Scheme, a.Delegation.Paragraph, a.Delegation.Status)
		}
	}
	fmt.Fprintln(t, "\nPanels")
	for _, p := range c.Panels {
		next := "no meeting planned"
		if day, ok := p.NextMeeting(on); ok {
			next = "next on " + day.Short()
		}
		fmt.Fprintf(t, "  %s\t%s\tquorum %d of %d%s\t%s\n", p.Name, strings.ReplaceAll(string(p.Type), "_", " "), p.Quorum, len(p.Everyone()), required(p), next)
	}
	fmt.Fprintln(t, "\nContacts")
	for _, kind := range council.ContactKinds() {
		k, found := c.Contact(kind, on)
		state := "checked " + k.Checked.Short()
		switch {
		case !found:
			k.Name, state = "NONE ON THIS DAY", ""
		case c.Stale(k, on):
			state += ": CHECK AGAIN, " + k.Owner
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\n", strings.ReplaceAll(string(kind), "_", " "), k.Name, state)
	}
	for i, h := range c.Handovers(on) {
		if i == 0 {
			fmt.Fprintln(t, "\nOfficers who have left")
		}
		fmt.Fprintf(t, "  %s\tlast day %s\tcases go to %s\n", h.From, h.Left.Short(), h.To)
	}
	return t.Flush()
}

// required names what a panel asks somebody present to know.
func required(p council.Panel) string {
	if len(p.Required) == 0 {
		return ""
	}
	roles := make([]string, len(p.Required))
	for i, r := range p.Required {
		roles[i] = strings.ReplaceAll(string(r.Role), "_", " ")
		if r.WrittenView {
			roles[i] += " (or in writing)"
		}
	}
	return " with " + strings.Join(roles, ", ")
}

func printVersions(w io.Writer, versions []records.SettingsVersion, shown int) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintln(t, "\nVersions")
	for _, v := range versions {
		mark := ""
		if v.Version == shown {
			mark = "shown here"
		}
		fmt.Fprintf(t, "  %d\t%s\t%s (%s)\t%.12s\t%s\n", v.Version, v.At.In(statute.London()).Format(time.DateTime), v.By, v.Account, v.SHA256, mark)
	}
	return t.Flush()
}

// SettingsCheckCmd checks a settings file.
type SettingsCheckCmd struct {
	File string `arg:"" help:"The settings as JSON; - for standard input."`
}

// Run names every fault, which is an error, or says that there is none. What may well be right is only mentioned.
func (cmd *SettingsCheckCmd) Run(out *Streams) error {
	data, err := contents(cmd.File)
	if err != nil {
		return err
	}
	c, err := council.Read(data)
	if err != nil {
		return err
	}
	fmt.Fprintf(out.Out, "These settings can be used: %s.\n", size(c))
	for _, k := range c.Contacts {
		if today := statute.DayOf(time.Now()); c.Stale(k, today) && (k.Until.IsZero() || !k.Until.Before(today)) {
			fmt.Fprintf(out.Out, "  %s was last checked on %s. Have it checked again (%s).\n", k.Name, k.Checked.Short(), k.Owner)
		}
	}
	return nil
}
