package main

import (
	"errors"
	"fmt"
)

// VerifyCmd verifies the register.
type VerifyCmd struct{}

// Run prints what was checked and every fault found. A fault is an error.
func (VerifyCmd) Run(s *session) error {
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
