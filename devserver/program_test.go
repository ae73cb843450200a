package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// programs are the three programs as a user builds them, built once for all tests.
var programs = sync.OnceValues(func() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "sendpanel-programs-"); err != nil {
		return "", err
	}
	for name, from := range map[string]string{"devserver": ".", "worker": "..", "starter": ".."} {
		pkg := "."
		if from == ".." {
			pkg = "./" + name
		}
		build := exec.Command("go", "build", "-o", filepath.Join(dir, name), pkg)
		build.Dir = from
		if out, err := build.CombinedOutput(); err != nil {
			return dir, fmt.Errorf("build %s: %w\n%s", name, err, out)
		}
	}
	return dir, nil
})

func TestMain(m *testing.M) {
	status := m.Run()
	if dir, err := programs(); err == nil && dir != "" {
		_ = os.RemoveAll(dir)
	}
	os.Exit(status)
}

// house is a data folder and the programs that run on it.
type house struct {
	t    *testing.T
	bin  string
	home string
	env  []string
}

func newHouse(t *testing.T, env ...string) *house {
	t.Helper()
	bin, err := programs()
	if err != nil {
		t.Fatal(err)
	}
	h := &house{t: t, bin: bin, home: t.TempDir()}
	h.env = append(append(os.Environ(), "SENDPANEL_HEALTH=off", "SENDPANEL_HTTP=off", "SENDPANEL_DATA="+h.data()), env...)
	return h
}

func (h *house) data() string { return filepath.Join(h.home, "data") }

// process is a program that runs.
type process struct {
	t   *testing.T
	cmd *exec.Cmd
	out *log
}

// log is what a program says, readable while it says it.
type log struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

func (h *house) start(name string, env []string, args ...string) *process {
	h.t.Helper()
	p := &process{t: h.t, cmd: exec.Command(filepath.Join(h.bin, name), args...), out: &log{}}
	p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = append(h.env, env...), p.out, p.out
	if err := p.cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(p.kill)
	return p
}

// service starts the whole service and waits until it says that it runs.
func (h *house) service() *process {
	h.t.Helper()
	p := h.start("devserver", nil, "--home", h.home, "--temporal-port", "0", "--ui-port", "0")
	p.says("SEND Panel is running")
	return p
}

// says waits until the program has said the words.
func (p *process) says(words string) {
	p.t.Helper()
	eventually(p.t, func() error {
		if said := p.out.String(); !strings.Contains(said, words) {
			return fmt.Errorf("the program has not said %q:\n%s", words, said)
		}
		return nil
	})
}

// kill ends the program as a power cut would.
func (p *process) kill() {
	_ = p.cmd.Process.Signal(syscall.SIGKILL)
	_ = p.cmd.Wait()
}

// stop ends the program as Ctrl-C would.
func (p *process) stop() {
	p.t.Helper()
	_ = p.cmd.Process.Signal(os.Interrupt)
	if err := p.cmd.Wait(); err != nil {
		p.t.Errorf("the program did not stop well: %v\n%s", err, p.out.String())
	}
}

// starter runs the command line and gives what it printed.
func (h *house) starter(args ...string) (string, error) {
	cmd := exec.Command(filepath.Join(h.bin, "starter"), append([]string{"--data", h.data()}, args...)...)
	cmd.Env = h.env
	out, err := cmd.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("starter %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return string(out), err
}

func (h *house) must(args ...string) string {
	h.t.Helper()
	out, err := h.starter(args...)
	if err != nil {
		h.t.Fatal(err)
	}
	return out
}

// submit hands in a request received so many days ago and gives the reference it got.
func (h *house) submit(child string, daysAgo int) casework.Ref {
	h.t.Helper()
	request := casetest.RequestJSON(h.t, func(m map[string]any) {
		m["received_at"] = time.Now().AddDate(0, 0, -daysAgo).UTC().Format(time.RFC3339)
		m["child"].(map[string]any)["forenames"] = child
		m["child"].(map[string]any)["upn"] = "" // another child each time, not the invented one again
		m["child"].(map[string]any)["setting"] = "canal-street-primary"
		m["requester"].(map[string]any)["setting"] = "canal-street-primary"
	})
	file := filepath.Join(h.t.TempDir(), "request.json")
	if err := os.WriteFile(file, request, 0o600); err != nil {
		h.t.Fatal(err)
	}
	ref, _, found := strings.Cut(h.must("submit", file), " ")
	if !found {
		h.t.Fatal("submit printed no reference")
	}
	return casework.Ref(ref)
}

// act runs a command that takes a JSON file.
func (h *house) act(command string, ref casework.Ref, as string, act casework.Act) {
	h.t.Helper()
	data, err := json.Marshal(act)
	if err != nil {
		h.t.Fatal(err)
	}
	file := filepath.Join(h.t.TempDir(), "act.json")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		h.t.Fatal(err)
	}
	if command == "do" {
		h.must("do", string(ref), string(act.Kind()), file, "--as", as)
		return
	}
	h.must(command, string(ref), file, "--as", as)
}

// events are a case's events, as the command line prints them.
func (h *house) events(ref casework.Ref) []casework.Event {
	h.t.Helper()
	var events []casework.Event
	if err := json.Unmarshal([]byte(h.must("show", string(ref), "--json")), &events); err != nil {
		h.t.Fatal(err)
	}
	return events
}

func (h *house) look(ref casework.Ref) casework.Case {
	h.t.Helper()
	c, err := casework.Fold(h.events(ref))
	if err != nil {
		h.t.Fatal(err)
	}
	return c
}

// printed waits until the case owes no letter, and gives it.
func (h *house) printed(ref casework.Ref) casework.Case {
	h.t.Helper()
	var c casework.Case
	eventually(h.t, func() error {
		if c = h.look(ref); len(c.Owed()) > 0 {
			return fmt.Errorf("%s still owes %v", ref, c.Owed())
		}
		return nil
	})
	return c
}

// eventually tries until it succeeds. What a program does in its own time is waited for here and nowhere else.
func eventually(t *testing.T, try func() error) {
	t.Helper()
	deadline := time.Now().Add(90 * time.Second)
	for {
		err := try()
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}
