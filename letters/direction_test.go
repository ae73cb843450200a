package letters

import (
	"slices"
	"strings"
	"testing"
)

// TestNamesBesideEachOtherAreTurned sets two Arabic names in English words, one of them bold: the first stands on the right, as
// it does where both are of one weight.
func TestNamesBesideEachOtherAreTurned(t *testing.T) {
	for _, between := range []string{" ", " – ", " & "} {
		p := Prose{{Text: "Dear "}, {Text: "محمد", Bold: true}, {Text: between}, {Text: "زید"}, {Text: " of Northmere."}}
		parts := stretches(p)
		lines := (&wrapper{scale: scaleOf(Standard), room: &room{}}).wrap(parts, 14, 200)
		if len(lines) != 1 {
			t.Fatalf("%d lines", len(lines))
		}
		at := map[string]span{}
		for _, sp := range turned(lines[0], parts) {
			at[strings.TrimSpace(sp.words(parts))] = sp
		}
		order := []string{"Dear", "زید", "محمد", "of Northmere."}
		if !slices.IsSortedFunc(order, func(a, b string) int {
			if at[a].x+at[a].width <= at[b].x+0.01 {
				return -1
			}
			return 1
		}) {
			t.Errorf("%q between: %v", between, at)
		}
	}
}

// TestAParagraphFromTheRight keeps to its edge, and an English one does not turn.
func TestAParagraphFromTheRight(t *testing.T) {
	parts := stretches(Prose{{Text: "Dear Zoë and "}, {Text: "Anna", Bold: true}, {Text: " of Northmere."}})
	l := (&wrapper{scale: scaleOf(Standard), room: &room{}}).wrap(parts, 14, 200)[0]
	if got := turned(l, parts); !slices.Equal(got, l) {
		t.Errorf("an English line is turned: %v", got)
	}
	parts = stretches(Prose{{Text: "محمد", Lang: "ar"}, {Text: " زيد", Lang: "ar", Bold: true}})
	l = (&wrapper{scale: scaleOf(Standard), room: &room{}}).wrap(parts, 14, 200)[0]
	boxes := []box{{ops: []op{{x: left + l[0].x, w: l[0].width}, {x: left + l[1].x, w: l[1].width}}}}
	mirrored(parts, boxes, left, right-left)
	first, second := boxes[0].ops[0], boxes[0].ops[1]
	if !slices.Equal(turned(l, parts), l) || first.x+first.w < right-0.01 || second.x+second.w > first.x+0.01 {
		t.Errorf("the first word does not stand on the right edge with the second to its left: %v, %v", first, second)
	}
}
