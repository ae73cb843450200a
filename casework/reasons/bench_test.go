package reasons

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkCheck is a reason of about 300 words.
func BenchmarkCheck(b *testing.B) {
	content, err := os.ReadFile("testdata/sound/first.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(content))[:300], " ")
	Check(text, Options{})
	b.ReportAllocs()
	for b.Loop() {
		Check(text, Options{})
	}
}
