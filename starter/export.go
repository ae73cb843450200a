package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"sendpanel/casework"
	"sendpanel/records"
)

// ExportCmd takes a whole case out of the register, and checks what was taken out.
type ExportCmd struct {
	Case    ExportCaseCmd    `cmd:"" default:"withargs" help:"Save all that the register holds of a case as a ZIP file. It holds personal data; nothing is taken out."`
	Meeting ExportMeetingCmd `cmd:"" help:"Save all that the register holds of a panel’s meeting as a ZIP file: agenda, attendance, minutes, messages."`
	Check   ExportCheckCmd   `cmd:"" help:"Check a saved export against its manifest and its chains. No service is needed."`
}

// ExportCaseCmd saves a case.
type ExportCaseCmd struct {
	Ref string `arg:"" help:"The case."`
	Out string `required:"" placeholder:"FILE.zip" help:"Where to save it. A file that is there is left alone." type:"path"`
}

// Run notes that the case was read, and saves it. Noting comes first: nothing leaves without a trace.
func (cmd *ExportCaseCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseRef(cmd.Ref)
	if err != nil {
		return err
	}
	if _, err := s.desk.Register.Case(s.ctx, ref); err != nil {
		return err
	}
	manifest, err := saveExport(s, cmd.Out, ref, func(file *os.File) (records.ExportManifest, error) {
		return s.desk.Register.Export(s.ctx, file, ref, accountName(), time.Now())
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "Saved %s as %s: %d files. That it was exported is recorded.\n", ref, cmd.Out, len(manifest.Files)+1)
	fmt.Fprintln(s.out.Err, "It holds personal data of the child, the family and other people, and nothing has been taken out. Read its README.txt before it goes anywhere.")
	return nil
}

// saveExport makes the file, notes that it is about to be filled, and fills it.
func saveExport(s *session, out string, of casework.Ref, write func(*os.File) (records.ExportManifest, error)) (records.ExportManifest, error) {
	file, err := os.OpenFile(out, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return records.ExportManifest{}, fmt.Errorf("%s is there already and was left alone: choose another name", out)
	}
	if err != nil {
		return records.ExportManifest{}, fmt.Errorf("save the export: %w", err)
	}
	if err := s.desk.NoteRead(s.ctx, of, "export of everything"); err != nil {
		return records.ExportManifest{}, errors.Join(err, file.Close(), os.Remove(out))
	}
	manifest, err := write(file)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return records.ExportManifest{}, errors.Join(err, os.Remove(out)) // half of it is worse than none
	}
	return manifest, nil
}

// ExportMeetingCmd saves a meeting.
type ExportMeetingCmd struct {
	Ref string `arg:"" help:"The meeting, as MTG-2026-0007-X."`
	Out string `required:"" placeholder:"FILE.zip" help:"Where to save it. A file that is there is left alone." type:"path"`
}

// Run notes that the meeting was read, and saves it.
func (cmd *ExportMeetingCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseMeetingRef(cmd.Ref)
	if err != nil {
		return err
	}
	if _, err := s.desk.Register.MeetingEvents(s.ctx, ref); err != nil {
		return err
	}
	manifest, err := saveExport(s, cmd.Out, casework.Ref(ref), func(file *os.File) (records.ExportManifest, error) {
		return s.desk.ExportMeeting(s.ctx, file, ref, accountName(), time.Now())
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "Saved %s as %s: %d files. That it was exported is recorded.\n", ref, cmd.Out, len(manifest.Files)+1)
	fmt.Fprintln(s.out.Err, "It holds personal data of the people of the panel. Read its README.txt before it goes anywhere.")
	return nil
}

// ExportCheckCmd checks a saved export.
type ExportCheckCmd struct {
	File string `arg:"" help:"The ZIP file." type:"path"`
}

// Run prints what was checked and every fault found. A fault is an error.
func (cmd *ExportCheckCmd) Run(out *Streams) error {
	file, err := os.Open(cmd.File)
	if err != nil {
		return fmt.Errorf("open the export: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return fmt.Errorf("open the export: %w", err)
	}
	report, err := records.CheckExport(file, info.Size())
	if err != nil {
		return err
	}
	m := report.Manifest
	fmt.Fprintf(out.Out, "%s, exported %s by %s: %d files, %d events, %d letters.\n", cmp.Or(string(m.Ref), string(m.Meeting)), m.At.Format(time.DateTime)+" UTC", m.By, len(m.Files), report.Events, report.Letters)
	if report.Disposed > 0 {
		fmt.Fprintf(out.Out, "%d contents had been destroyed on purpose before; the manifest says why.\n", report.Disposed)
	}
	for _, f := range report.Faults {
		fmt.Fprintf(out.Out, "  FAULT  %s\n", f)
	}
	if !report.Sound() {
		return errors.New("the export is not what was exported: take it out of the register again")
	}
	fmt.Fprintf(out.Out, "It is whole and unchanged. Last link of its chain: %s\n", report.Head)
	return nil
}
