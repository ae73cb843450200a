package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"time"

	"sendpanel/casework"
)

// LettersExportCmd takes the letters of a case out of the register.
type LettersExportCmd struct {
	Ref string `arg:"" help:"The case."`
	Out string `required:"" placeholder:"DIR" help:"The folder to write them into. One that is there already must be empty." type:"path"`
}

// Run notes that the letters were read, and writes them. Noting comes first: nothing leaves without a trace.
func (cmd *LettersExportCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseRef(cmd.Ref)
	if err != nil {
		return err
	}
	if _, err := s.desk.Register.Case(s.ctx, ref); err != nil {
		return err
	}
	root, err := emptyFolder(cmd.Out)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := s.desk.NoteRead(s.ctx, ref, "export of all letters"); err != nil {
		return err
	}
	manifest, err := s.desk.Register.ExportLetters(s.ctx, func(name string, data []byte) error {
		if err := root.MkdirAll(path.Dir(name), 0o700); err != nil {
			return err
		}
		return root.WriteFile(name, data, 0o600)
	}, ref, accountName(), time.Now())
	if err != nil {
		return fmt.Errorf("%w. What lies in %s is not whole: delete it", err, cmd.Out)
	}
	fmt.Fprintf(s.out.Out, "Wrote %s of %s into %s. Check them with: starter verify %s\n", counted(len(manifest.Letters), "letter", "letters"), ref, cmd.Out, cmd.Out)
	fmt.Fprintln(s.out.Err, "They hold personal data of the child, the family and other people, and nothing has been taken out.")
	return nil
}

// emptyFolder makes a folder, or opens one that holds nothing.
func emptyFolder(dir string) (*os.Root, error) {
	err := os.Mkdir(dir, 0o700)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	if len(entries) > 0 {
		return nil, fmt.Errorf("%s holds something already and was left alone: choose another folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	return root, nil
}
