package dispatch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"
)

// Folder is a print folder: one PDF for each letter. The clerk prints what lies there, posts it, confirms the posting in
// the case, and may then move the file away.
//
// Beside the letters lie voided/, with those taken back; .handed/, with a note of each letter that ever lay here, so that a
// letter which the clerk has taken is not printed a second time; and .writing/, with what is not whole yet.
type Folder struct{ dir string }

var _ Carrier = (*Folder)(nil)

const (
	voided = "voided"
	handed = ".handed"
	// writing holds the files that are being written. Folders of print jobs grow long, and this one does not: what is left
	// of a letter is found without reading the names of all others.
	writing    = ".writing"
	partSuffix = ".part-"
	// leftBehind is the age from which such a file is taken for the leavings of a machine that stopped.
	leftBehind = time.Hour
)

// PrintFolder opens the folder, makes it where it is missing, and clears away what a crash left half written.
func PrintFolder(dir string) (*Folder, error) {
	f := &Folder{dir: dir}
	for _, d := range []string{dir, f.path(voided), f.path(handed), f.path(writing)} {
		if err := os.MkdirAll(d, 0o750); err != nil {
			return nil, fmt.Errorf("open the print folder: %w", err)
		}
	}
	if err := f.clearOld(); err != nil {
		return nil, fmt.Errorf("open the print folder: %w", err)
	}
	return f, nil
}

func (f *Folder) path(parts ...string) string {
	return filepath.Join(append([]string{f.dir}, parts...)...)
}

// Hand is [Folder.HandAll] for one letter.
func (f *Folder) Hand(ctx context.Context, item Item) (Receipt, error) {
	out := f.HandAll(ctx, []Item{item})[0]
	return out.Receipt, out.Err
}

// Outcome is what became of one of several letters.
type Outcome struct {
	Receipt
	Err error
}

// HandAll puts letters into the folder and says of each, in their order, what became of it. Each is written under a passing
// name, flushed to the disk, and only then given its own, in one step that overwrites nothing; so the folder never shows
// half a letter, whenever the machine stops and however many workers hand the same one over. Letters that are handed over
// together wait for the disk together.
//
// The errors that a person has to see to are [*TakenError] and [*WithdrawnError]; any other is the disk's.
func (f *Folder) HandAll(ctx context.Context, items []Item) []Outcome {
	puts := make([]*put, len(items))
	for i, item := range items {
		puts[i] = &put{folder: f, item: item}
	}
	each(puts, func(p *put) error { return p.prepare(ctx) })
	linked := false
	for _, p := range puts {
		p.step(p.name)
		linked = linked || p.named
	}
	if linked {
		err := syncDir(f.dir)
		for _, p := range puts {
			p.step(func() error { return err })
		}
	}
	each(puts, (*put).note)
	out := make([]Outcome, len(puts))
	for i, p := range puts {
		out[i] = p.outcome()
	}
	return out
}

// handedAtOnce is how many letters are written at the same time.
const handedAtOnce = 8

// each takes the next step with every letter, several at a time.
func each(puts []*put, next func(*put) error) {
	var all errgroup.Group
	all.SetLimit(handedAtOnce)
	for _, p := range puts {
		all.Go(func() error {
			p.step(func() error { return next(p) })
			return nil
		})
	}
	_ = all.Wait() // each letter keeps its own error
}

// Withdraw moves a voided letter's file to voided/, so that it is not posted by mistake. A letter that does not lie in
// the folder, or lies in voided/ already, is left as it is: whether the clerk has it in hand is for the clerk to say.
func (f *Folder) Withdraw(ctx context.Context, key Key) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("withdraw letter %s: %w", key, err)
	}
	name, err := key.FileName()
	if err != nil {
		return err
	}
	err = os.Rename(f.path(name), f.path(voided, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		err = errors.Join(syncDir(f.path(voided)), syncDir(f.dir))
	}
	if err != nil {
		return fmt.Errorf("withdraw letter %s: %w", key, err)
	}
	return nil
}

// clear removes what was written of a letter under a passing name. One that another worker is writing at this moment may
// be among it: that worker finds the letter in its place. What cannot be removed now goes when the folder is opened.
func (f *Folder) clear(name string) {
	parts, _ := fs.Glob(os.DirFS(f.path(writing)), name+partSuffix+"*")
	for _, p := range parts {
		_ = os.Remove(f.path(writing, p))
	}
}

// clearOld removes what has lain half written for long, of any letter.
func (f *Folder) clearOld() error {
	parts, err := fs.Glob(os.DirFS(f.path(writing)), "*"+partSuffix+"*")
	if err != nil {
		return err
	}
	for _, name := range parts {
		p := f.path(writing, name)
		info, err := os.Lstat(p)
		if err != nil || time.Since(info.ModTime()) < leftBehind {
			continue // gone meanwhile, or perhaps being written
		}
		if err := os.Remove(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
