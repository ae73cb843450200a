package scan

import (
	"context"
	"encoding/hex"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestClamd asks a real clamd, with a database of one signature made for the test.
func TestClamd(t *testing.T) {
	path, err := exec.LookPath("clamd")
	if err != nil {
		t.Skip("no clamd: install clamav-daemon")
	}
	dir := t.TempDir()
	socket := filepath.Join(dir, "s")
	// The signatures are of the word HARMFULSAMPLE and of the file by which scanners are tried out, in hexadecimal.
	write(t, filepath.Join(dir, "db", "test.ndb"), "Invented.Harm:0:*:4841524d46554c53414d504c45\nTried.Out:0:*:"+hex.EncodeToString([]byte(eicar()))+"\n")
	conf := filepath.Join(dir, "clamd.conf")
	write(t, conf, strings.Join([]string{"Foreground yes", "LocalSocket " + socket, "DatabaseDirectory " + filepath.Join(dir, "db"), "StreamMaxLength 1M", "TemporaryDirectory " + dir, ""}, "\n"))
	cmd := exec.CommandContext(t.Context(), path, "--config-file="+conf)
	if err := cmd.Start(); err != nil {
		t.Skipf("clamd does not start here: %v", err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	if !listens(socket) {
		t.Skip("clamd does not listen here within twenty seconds")
	}
	c := Clamd{Address: "unix:" + socket}
	for content, want := range map[string]string{"a sound report": "", "x HARMFULSAMPLE y": "Invented.Harm.UNOFFICIAL", strings.Repeat("long ", 100_000): "", eicar(): "Tried.Out.UNOFFICIAL"} {
		found, err := c.Scan(t.Context(), strings.NewReader(content))
		if err != nil || found != want {
			t.Errorf("%.20q: found %q, %v; want %q", content, found, err, want)
		}
	}
	if _, err := c.Scan(t.Context(), strings.NewReader(strings.Repeat("x", 2<<20))); err == nil {
		t.Error("what is longer than clamd takes passed unseen")
	}
}

// eicar is the harmless text that every scanner takes for harmful, in two parts so that no scanner takes this file for it.
func eicar() string {
	return `X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD` + `-ANTIVIRUS-TEST-FILE!$H+H*`
}

func TestNobodyAnswers(t *testing.T) {
	if _, err := (Clamd{Address: "unix:" + filepath.Join(t.TempDir(), "none")}).Scan(context.Background(), strings.NewReader("x")); err == nil {
		t.Error("a file passed without anybody looking")
	}
}

func listens(socket string) bool {
	for range 200 {
		if c, err := net.Dial("unix", socket); err == nil {
			_ = c.Close()
			return true
		}
		time.Sleep(100 * time.Millisecond)
	}
	return false
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
