package check

import (
	"bytes"
	"compress/zlib"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// FuzzCheck changes good files and expects an answer: nothing here may panic, hang or take all memory.
func FuzzCheck(f *testing.F) {
	whole := made(f, good(f))
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	for i, m := range mutants {
		if i%9 == 0 {
			f.Add(made(f, mutated(f, good(f), m)))
		}
	}
	f.Fuzz(func(t *testing.T, pdf []byte) {
		for _, finding := range Check(pdf) {
			if finding.Clause == "" {
				t.Errorf("%q is not in the rulebook", finding.Rule)
			}
		}
	})
}

// FuzzContent reads any content stream as that of a page.
func FuzzContent(f *testing.F) {
	f.Add([]byte("/P <</MCID 0>> BDC BT /F1 12 Tf (a\\051\\n) Tj [<00> 3 (x)] TJ ET EMC BI /W 1 ID xx EI q Q"))
	f.Add([]byte("<< /A [ << /B ( \\( ) >> ] >> /X DP ((((  [[[[ <<<<"))
	f.Fuzz(func(t *testing.T, content []byte) {
		in := &inspection{count: map[Rule]int{}, operators: 10_000, drawn: map[mark]bool{}, tree: tree{marks: map[mark]*element{}}}
		c := &canvas{in: in, fonts: []*font{nil}, told: map[string]bool{}}
		c.read(content)
		c.closeAll()
		readCMap(content)
		_, _ = readTrueType(content)
		_, _ = readPacket(content)
	})
}

// TestBounds checks files that ask for more than a letter needs.
func TestBounds(t *testing.T) {
	for name, text := range map[string]string{
		"pages in a ring":          strings.Replace(good(t), "/Kids [3 0 R 4 0 R]", "/Kids [3 0 R 4 0 R 2 0 R]", 1),
		"tags in a ring":           strings.Replace(good(t), "/K [42 0 R 43 0 R]", "/K [42 0 R 43 0 R 21 0 R]", 1),
		"a form that draws itself": strings.Replace(strings.Replace(good(t), "/Resources <<>>", "/Resources <</XObject <</X2 17 0 R>>>>", 1), "re S", "re S /X2 Do", 1),
		"spans without end":        strings.Replace(good(t), "/RowSpan 2", "/RowSpan 2000 /ColSpan 200", 1),
		"keys in a ring":           strings.Replace(good(t), "<</Kids [", "<</Kids [60 0 R ", 1),
		"endless nesting":          strings.Replace(good(t), "/StemV 80", "/StemV "+strings.Repeat("[", 5000)+strings.Repeat("]", 5000), 1),
		"operands without end":     strings.Replace(good(t), "re S", "re S "+strings.Repeat("1 ", 20_000), 1),
	} {
		t.Run(name, func(t *testing.T) {
			if len(Check(made(t, text))) == 0 {
				t.Error("it passed")
			}
		})
	}
}

// TestManyPagesAreTooMuch makes a file with more pages than are looked at.
func TestManyPagesAreTooMuch(t *testing.T) {
	text := strings.Replace(good(t), "/Kids [3 0 R 4 0 R]", "/Kids ["+strings.Repeat("<</Type /Page /Parent 2 0 R>> ", mostPages+1)+"]", 1)
	if rules := rulesOf(Check(made(t, text))); !slices.Contains(rules, "too-much") {
		t.Errorf("found %v", rules)
	}
}

// TestAStreamThatSwells decodes no more than it must: the stream below grows a thousandfold.
func TestAStreamThatSwells(t *testing.T) {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	for range 64 {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(good(t), "<</Length LEN>>\nstream\n0 0 5 5 re S", "<</Filter /FlateDecode /Length LEN>>\nstream\n"+packed.String(), 1)
	text = strings.Replace(text, "/Resources <<>> /Length LEN>>\nstream\n0 0 5 5 re S", "/Resources <<>> /Filter /FlateDecode /Length LEN>>\nstream\n"+packed.String(), 1)
	if rules := rulesOf(Check(made(t, text))); !slices.Contains(rules, "unreadable") {
		t.Errorf("found %v", rules)
	}
}

// TestFilesOfOthers prints a page with Chromium, where there is one, and expects what is known to be missing there.
func TestFilesOfOthers(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil || testing.Short() {
		t.Skip("chromium is not installed: a file of another program is not checked")
	}
	dir := t.TempDir()
	html := `<!doctype html><html lang=en><title>Letter</title><h1>Our decision</h1><p>Dear Mrs Łukasz <a href="https://example.org">how to appeal</a>
<table><tr><th scope=col>When<th scope=col>What<tr><td>Now<td>You can appeal</table><ul><li>An item</ul>`
	if err := os.WriteFile(filepath.Join(dir, "page.html"), []byte(html), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "page.pdf")
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir="+dir, "--print-to-pdf="+out, filepath.Join(dir, "page.html"))
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("chromium does not print here: %v: %s", err, said)
	}
	pdf, err := os.ReadFile(out)
	if err != nil {
		t.Skip("chromium printed nothing")
	}
	rules := rulesOf(Check(pdf))
	for _, expected := range []Rule{"06-001", "28-004", "A-6.2.3"} {
		if !slices.Contains(rules, expected) {
			t.Errorf("%s was not found", expected)
		}
	}
	for _, fine := range []Rule{"unreadable", "operator", "resource", "01-005", "01-000", "31-009", "31-016", "31-030", "mcid-lost", "09-004", "14-002"} {
		if slices.Contains(rules, fine) {
			t.Errorf("%s was found, which Chromium does well: %v", fine, Check(pdf))
		}
	}
}

// TestAnotherFormOfTheSameFile has qpdf write the good file anew, in object streams and for the web: it passes all the same,
// and with a password it does not.
func TestAnotherFormOfTheSameFile(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed: other forms of the file are not checked")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, made(t, good(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	for form, args := range map[string][]string{
		"object streams": {"--object-streams=generate"}, "for the web": {"--linearize"}, "a password": {"--encrypt", "", "owner", "256", "--"},
	} {
		if said, err := exec.Command(qpdf, append(append([]string{"--newline-before-endstream"}, args...), in, out)...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", form, err, said)
		}
		pdf, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		rules := rulesOf(Check(pdf))
		if form == "a password" {
			if !slices.Contains(rules, "A-6.1.3-encrypt") {
				t.Errorf("a password is not found: %v", rules)
			}
		} else if len(rules) > 0 {
			t.Errorf("%s: found %v", form, Check(pdf))
		}
	}
}

// BenchmarkCheck is the gate’s own price for a file of two pages with a font of 47 KB.
func BenchmarkCheck(b *testing.B) {
	pdf := made(b, good(b))
	b.ReportAllocs()
	for b.Loop() {
		if len(Check(pdf)) > 0 {
			b.Fatal("the good file fails")
		}
	}
}
