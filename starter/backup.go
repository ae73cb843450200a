package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"sendpanel/records"
)

// BackupCmd copies the register while the service runs.
type BackupCmd struct {
	Out      string `required:"" placeholder:"DIR" help:"Where to; a folder that is empty or not there yet." type:"path"`
	WithKeys bool   `help:"The key set too. Nothing is lost without it; with it, who has the backup can read what Temporal keeps."`
}

// Run makes the backup, which is verified before it is called one, and says what is in it. Damage is an error: the
// backup is there all the same.
func (cmd *BackupCmd) Run(s *session) error {
	defer s.close()
	plan := records.BackupPlan{To: cmd.Out, By: accountName(), At: time.Now()}
	if cmd.WithKeys {
		plan.Keys = s.desk.Settings().Keys
	}
	m, err := s.desk.Register.Backup(s.ctx, plan)
	if err != nil {
		return err
	}
	w := s.out.Out
	if m.Register {
		fmt.Fprintf(w, "Backed up to %s and verified: %d cases, %d events, %d letters.\n", cmd.Out, m.Cases, m.Events, m.Letters)
		tellSeal(w, m.LastSeal)
	} else {
		fmt.Fprintf(w, "Copied the files of letters and documents to %s, each with its hash checked.\n", cmd.Out)
		fmt.Fprintln(w, "The register itself lies in PostgreSQL and is NOT in this backup. Use pg_dump --format=custom for it, before this command, and keep the two together: then every letter in the dump has its file here.")
	}
	fmt.Fprintln(s.out.Err, "It holds personal data of children and families: keep it encrypted, and not on this machine.")
	for _, f := range m.Faults {
		fmt.Fprintf(w, "  FAULT  %s\n", f)
	}
	if len(m.Faults) > 0 {
		return errors.New("the backup was made, and what was damaged before is damaged in it: run starter verify and keep your earlier backups. If a letter was destroyed on purpose just now, make the backup again")
	}
	return nil
}

// RestoreCmd puts a backup into a new data folder, the one that --data names.
type RestoreCmd struct {
	From string `required:"" placeholder:"DIR" help:"The backup." type:"path"`
}

// Run restores and verifies. No service runs on the folder yet, so it needs no session.
func (cmd *RestoreCmd) Run(cli *line, out *Streams) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	done, err := records.Restore(ctx, cmd.From, cli.Data)
	if err != nil {
		return err
	}
	w, m := out.Out, done.Manifest
	fmt.Fprintf(w, "Restored to %s from the backup of %s UTC: %d files.\n", cli.Data, m.At.Format(time.DateTime), len(m.Files))
	if !m.Register {
		fmt.Fprintln(w, "The register is not in this backup. Restore it with pg_restore from the dump that was kept with it, start the service, and run starter verify.")
		return nil
	}
	fmt.Fprintf(w, "Verified: %d cases, %d events, %d letters.\n", done.Report.Cases, done.Report.Events, done.Report.Letters)
	tellSeal(w, done.Report.LastSeal)
	for _, f := range done.Report.Faults {
		fmt.Fprintf(w, "  FAULT  %s\n", f)
	}
	if !done.Sound() {
		return errors.New("it was restored, and is not sound: try an earlier backup in another folder before you use this one")
	}
	fmt.Fprintln(w, "The register is sound. Start the service on this folder: it takes every open case up again by itself.")
	if !m.Keys {
		fmt.Fprintln(w, "The key set was not in the backup; the service makes a new one. Let it start with a new database of Temporal.")
	}
	return nil
}

// tellSeal prints the last seal, of which a copy should be kept elsewhere.
func tellSeal(w io.Writer, seal records.Seal) {
	if seal.N > 0 {
		fmt.Fprintf(w, "Last seal: %d, %s.\n", seal.N, seal.Link)
	}
}
