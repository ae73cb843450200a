package records

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"
)

func versionsChecked(t *testing.T, p home) {
	ctx := context.Background()
	if err := Migrate(ctx, p.Options); err != nil {
		t.Errorf("setting up again: %v", err)
	}
	r := p.open(t)
	if err := r.Ping(ctx); err != nil {
		t.Error(err)
	}
	known, _, err := versions(ctx, r.db, r.dialect)
	if err != nil {
		t.Fatal(err)
	}
	p.tamper(t, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)`, known+5, true)
	want := VersionError{Has: known + 5, Wants: known}
	var got VersionError
	if _, err := Open(ctx, p.Options); !errors.As(err, &got) || got != want || !strings.Contains(err.Error(), "newer than this program") {
		t.Errorf("a newer register gave %v", err)
	}
	if err := Migrate(ctx, p.Options); !errors.As(err, &got) || got != want {
		t.Errorf("setting up a newer register gave %v", err)
	}
	p.tamper(t, `DELETE FROM goose_db_version WHERE version_id > 0`)
	if _, err := Open(ctx, p.Options); !errors.Is(err, ErrNotMigrated) || !strings.Contains(err.Error(), "make run") {
		t.Errorf("an empty register gave %v", err)
	}
	p.tamper(t, `DROP TABLE goose_db_version`)
	if _, err := Open(ctx, p.Options); !errors.Is(err, ErrNotMigrated) {
		t.Errorf("a database without a register gave %v", err)
	}
}

func TestOpenMissing(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a b%20c?", "register.db") // what a URL would take for something else
	o := Options{URL: path, Files: filepath.Join(folder, "files")}
	if _, err := Open(context.Background(), o); !errors.Is(err, ErrNotMigrated) {
		t.Errorf("a missing register gave %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("opening made a file, or %v", err)
	}
	if err := Migrate(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the register, or %v", err)
	}
	for _, url := range []string{"sqlite://" + path, "sqlite:" + path} {
		r, err := Open(context.Background(), Options{URL: url, Files: o.Files})
		if err != nil {
			t.Errorf("%s: %v", url, err)
			continue
		}
		_ = r.Close()
	}
	for _, bad := range []Options{{URL: path}, {Files: folder}, {URL: "mysql://host/x", Files: folder}} {
		if _, err := Open(context.Background(), bad); err == nil {
			t.Errorf("%+v was opened", bad)
		}
	}
}

func TestFolder(t *testing.T) {
	ctx, f := context.Background(), Folder(t.TempDir())
	content := []byte("%PDF invented")
	for range 2 {
		sum, err := f.Put(ctx, content)
		if err != nil || sum != hexOf(content) {
			t.Fatalf("put as %s, %v", sum, err)
		}
	}
	if got, err := f.Get(ctx, hexOf(content)); err != nil || !bytes.Equal(got, content) {
		t.Errorf("got %q, %v", got, err)
	}
	if err := os.WriteFile(f.path(hexOf(content)), []byte("torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{hexOf(content), hexOf(nil), "../../etc/passwd", "", strings.Repeat("/", 64)} {
		if _, err := f.Get(ctx, name); !errors.As(err, new(DamageError)) {
			t.Errorf("getting %q gave %v", name, err)
		}
	}
	if _, err := f.Put(ctx, content); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Get(ctx, hexOf(content)); err != nil {
		t.Errorf("put again over a damaged file: %v", err)
	}
	left, err := filepath.Glob(filepath.Join(string(f), "*", ".new-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// No two entries have the same link: not with the values cut differently, nor under another number or chain.
func TestLinkTellsEntriesApart(t *testing.T) {
	text := rapid.StringN(0, 4, 8)
	rapid.Check(t, func(t *rapid.T) {
		entry := func(label string) (string, int64, []any) {
			n := rapid.Int64Range(0, 12).Draw(t, label+" number")
			values := []any{}
			for _, s := range rapid.SliceOfN(text, 0, 3).Draw(t, label+" values") {
				values = append(values, s)
			}
			return text.Draw(t, label+" chain"), n, values
		}
		chain1, n1, values1 := entry("first")
		chain2, n2, values2 := entry("second")
		link1, err1 := linkOf(nil, chain1, n1, values1)
		link2, err2 := linkOf(nil, chain2, n2, values2)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		same := chain1 == chain2 && n1 == n2 && len(values1) == len(values2)
		for i := 0; same && i < len(values1); i++ {
			same = values1[i] == values2[i]
		}
		if bytes.Equal(link1, link2) != same {
			t.Fatal("two entries have one link, or one entry has two")
		}
	})
}

// The way of hashing is for decades: a change of it needs another version.
func TestLinkStays(t *testing.T) {
	link, err := linkOf([]byte("before"), "case/SEN-2026-0412-K", 3, []any{"decided", int64(7), []byte{0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	const want = "eed33eb5b39c97b116be2a632a74644ecf44392b0672b5a99a80ec3b8ae395b5"
	if got := hex.EncodeToString(link); got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
}

// Services that start together set up one register.
func setUpTogether(t *testing.T, p home) {
	p.tamper(t, `DROP TABLE goose_db_version`)
	for _, table := range tablesOf(t, &Register{db: openDB(t, p), dialect: dialectFor(t, p)}) {
		if table != "sqlite_sequence" {
			cascade := ""
			if dialectFor(t, p).numbered {
				cascade = ` CASCADE`
			}
			p.tamper(t, `DROP TABLE `+table+cascade)
		}
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if err := Migrate(context.Background(), p.Options); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	receive(t, p.open(t), "a")
}

func dialectFor(t testing.TB, p home) dialect {
	t.Helper()
	d, err := dialectOf(p.URL)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func openDB(t testing.TB, p home) *sql.DB {
	t.Helper()
	d := dialectFor(t, p)
	db, err := sql.Open(d.driver, d.source)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}
