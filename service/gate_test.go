package service

import (
	"bytes"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// TestTheGateSaysWhatIsWrong gives it a PDF that nobody tagged. That every letter passes is tested with the letters.
func TestTheGateSaysWhatIsWrong(t *testing.T) {
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.AddPage()
	doc.SetFont("Helvetica", "", 14)
	doc.Text(20, 20, "Dear Mrs Smith")
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		t.Fatal(err)
	}
	err := mayGo(out.Bytes())
	if err == nil {
		t.Fatal("an untagged letter may go")
	}
	for _, want := range []string{"letters’ gate", "01-000", "whoever runs it"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the task does not say %q: %v", want, err)
		}
	}
}
