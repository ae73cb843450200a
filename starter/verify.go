package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"sendpanel/records"
)

// VerifyCmd verifies the register, or letters that were taken out of it.
type VerifyCmd struct {
	Folder string `arg:"" optional:"" help:"A folder that starter letters export wrote: check that, without a service." type:"path"`
}

// Run prints what was checked and every fault found. A fault is an error.
func (cmd VerifyCmd) Run(d *desk, out *Streams) error {
	if cmd.Folder != "" {
		return verifyLetters(out.Out, cmd.Folder)
	}
	s, err := d.begin()
	if err != nil {
		return err
	}
	return verifyRegister(s)
}

// verifyLetters checks a folder of letters against its manifest and its chain.
func verifyLetters(w io.Writer, folder string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return fmt.Errorf("open the folder: %w", err)
	}
	defer root.Close()
	report, err := records.CheckLetters(root.FS())
	if err != nil {
		return err
	}
	m := report.Manifest
	fmt.Fprintf(w, "Letters of %s, exported %s by %s: %d, each as PDF and as text.\n", m.Ref, m.At.Format("2006-01-02 15:04:05 UTC"), m.By, report.Letters)
	for _, l := range m.Letters {
		fmt.Fprintf(w, "  %-52s dated %s  %-9s  %s\n", l.Key, l.Dated.Short(), l.State, l.SHA256)
	}
	if report.Disposed > 0 {
		fmt.Fprintf(w, "%d had been destroyed on purpose before; the manifest says why.\n", report.Disposed)
	}
	for _, f := range report.Faults {
		fmt.Fprintf(w, "  FAULT  %s\n", f)
	}
	if !report.Sound() {
		return errors.New("these are not the letters that were exported: take them out of the register again")
	}
	fmt.Fprintf(w, "They are whole and unchanged. Last link of the letters' chain: %s. Of the case's: %s\n", report.Head, report.CaseHead)
	return nil
}

func verifyRegister(s *session) error {
	defer s.close()
	report, err := s.desk.Register.Verify(s.ctx)
	if err != nil {
		return err
	}
	w := s.out.Out
	fmt.Fprintf(w, "Checked %d cases, %d events, %d letters and %d meetings: every chain, every file, every row of every list.\n", report.Cases, report.Events, report.Letters, report.Meetings)
	fmt.Fprintf(w, "Computed %d dates again from their facts and the law of their time.\n", report.Dates)
	for _, d := range report.Disposed {
		fmt.Fprintf(w, "  destroyed on purpose: %s\n", d.Where)
	}
	if n := len(report.Unsealed); n > 0 {
		fmt.Fprintf(w, "%d chains have entries that no seal covers yet; the service seals them every minute.\n", n)
	}
	if report.LastSeal.N > 0 {
		fmt.Fprintf(w, "Last seal: %d, %s. Keep a copy of it elsewhere: it proves all that came before it.\n", report.LastSeal.N, report.LastSeal.Link)
	}
	for _, f := range report.Faults {
		fmt.Fprintf(w, "  FAULT  %s\n", f)
	}
	if !report.Sound() {
		return errors.New("the register is not sound: keep it as it is, and compare it with your backup")
	}
	fmt.Fprintln(w, "The register is sound.")
	return nil
}
