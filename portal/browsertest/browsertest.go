// Package browsertest drives a real headless Chromium in tests and runs axe-core, the accessibility checks, over pages. Shape looks
// at what axe-core does not see: a page at three widths, as readers have set their browsers, and on paper.
// A machine without Chromium or axe-core skips those tests, and the skip says what to install.
package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Start gives the context of a browser with one tab, closed when the test ends.
func Start(t testing.TB) context.Context {
	t.Helper()
	path := chromium()
	if path == "" {
		t.Skip("no Chromium: install chromium, or name it in SENDPANEL_CHROMIUM")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.Flag("hide-scrollbars", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopBrowser := chromedp.NewContext(ctx)
	ctx, stopTimer := context.WithTimeout(ctx, 15*time.Minute)
	t.Cleanup(func() { stopTimer(); stopBrowser(); stopAllocator() })
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Skipf("Chromium does not start here: %v", err)
	}
	return ctx
}

func chromium() string {
	for _, name := range []string{os.Getenv("SENDPANEL_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// Width makes the tab so many CSS pixels wide, as a phone (320) or a desk (1280).
func Width(pixels int64) chromedp.Action[chromedp.Void] {
	return chromedp.EmulateViewport(pixels, 900)
}

// Script turns JavaScript on or off, from the next page on.
func Script(on bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	})
}

// Fault is one thing that axe-core found.
type Fault struct {
	ID, Impact, Help string
	Nodes            []struct {
		HTML           string
		FailureSummary string
	}
}

// String says the fault and where it is.
func (f Fault) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s", f.ID, f.Impact, f.Help)
	for _, n := range f.Nodes {
		fmt.Fprintf(&b, "\n  %s\n    %s", n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", "\n    "))
	}
	return b.String()
}

const run = `axe.run(document,{resultTypes:["violations"],runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then(r=>JSON.stringify(r.violations))`

// Axe runs axe-core, rules of WCAG 2.2 AA and good practice, over the page in the tab. It turns scripts on:
// turn them off again for the next page of a walk without.
func Axe(t testing.TB, ctx context.Context) []Fault {
	t.Helper()
	source := axe(t)
	if err := chromedp.Do(ctx, Script(true)); err != nil {
		t.Fatalf("turn scripts on for axe-core: %v", err)
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[int](source+";0")); err != nil {
		t.Fatalf("load axe-core: %v", err)
	}
	answer, err := chromedp.Run(ctx, chromedp.Evaluate[string](run, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("run axe-core: %v", err)
	}
	var faults []Fault
	if err := json.Unmarshal([]byte(answer), &faults); err != nil {
		t.Fatalf("read what axe-core found: %v", err)
	}
	return faults
}

// NeedsAxe skips the test where axe-core is not there, and where the race detector is at work: what a page looks like does not
// depend on it, looking takes long, and the same pages are looked at in the run without it.
func NeedsAxe(t testing.TB) {
	t.Helper()
	if racing {
		t.Skip("pages are looked at in the run without the race detector")
	}
	_ = axe(t)
}

// axe reads axe-core from SENDPANEL_AXE or from the git-ignored folder into which “make axe” fetches it.
func axe(t testing.TB) string {
	t.Helper()
	path := os.Getenv("SENDPANEL_AXE")
	if path == "" {
		path = filepath.Join(root(t), ".cache", "node_modules", "axe-core", "axe.min.js")
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Skip("no axe-core: run “make axe”, or name axe.min.js in SENDPANEL_AXE")
	}
	return string(source)
}

// root is the folder of the module.
func root(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// Picture takes the whole page, whatever its length, as PNG into the file.
func Picture(ctx context.Context, file string) error {
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		return fmt.Errorf("take a picture: %w", err)
	}
	if err := os.WriteFile(file, png, 0o644); err != nil {
		return fmt.Errorf("keep the picture: %w", err)
	}
	return nil
}
