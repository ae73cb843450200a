package portal

import (
	"net/url"
	"testing"
)

// BenchmarkDraft measures what a school waits for most: a page of a draft, its saving while somebody types, all answers.
func BenchmarkDraft(b *testing.B) {
	s := newSite(b)
	w := s.as("nicola.brandt")
	at := w.newDraft()
	w.fill(at+"/child", "child.forenames", "Ada", "child.surname", "Okoro")
	w.fill(at+"/family", "family.0.name", "Grace Okoro")
	form := w.opened(at + "/needs")
	for _, c := range []struct {
		name string
		do   func()
	}{
		{"a page", func() { w.get(at + "/family") }},
		{"autosave", func() { w.post(at+"/needs/autosave", form) }},
		{"all answers", func() { w.get(at + "/check") }},
		{"the start", func() { w.get("/school") }},
	} {
		b.Run(c.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n++
				form = url.Values{"once": form["once"], "base": form["base"], "needs.0.difficulties": {string(rune('a' + n%26))}}
				c.do()
			}
		})
	}
}
