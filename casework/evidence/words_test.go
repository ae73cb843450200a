package evidence

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// everyText is each text of the tables in the words of each phase.
func everyText() map[string]string {
	all := map[string]string{}
	for _, phase := range []Phase{EarlyYears, InSchool, Post16} {
		all["about/"+string(phase)] = phase.fill(about)
		for _, h := range append(bullets(), graduated()...) {
			at := h.id + "/" + string(phase)
			all[at+"/title"], all[at+"/helps"] = phase.fill(h.title), phase.fill(h.helps)
			for _, a := range h.aspects {
				all[at+"/"+string(a.id)+"/clause"], all[at+"/"+string(a.id)+"/next"] = phase.fill(a.clause), phase.fill(a.next)
			}
		}
	}
	return all
}

// TestTheWords holds the wording to the house's rules and to the law: no bar, no sum, no number of cycles.
func TestTheWords(t *testing.T) {
	bar := regexp.MustCompile(`(?i)\b(must|required?|at least|enough cycles|two cycles|three cycles|£|pounds|threshold|criteria|score of)\b`)
	for at, text := range everyText() {
		if text == "" || strings.ContainsAny(text, "{}'\"") {
			t.Errorf("%s: %q is empty, or has a straight apostrophe or an open place", at, text)
		}
		if m := bar.FindString(text); m != "" && m != "must" {
			t.Errorf("%s: %q reads as a bar: %q", at, m, text)
		}
		if strings.HasPrefix(at, "about/") || strings.HasSuffix(at, "/helps") {
			continue
		}
		if bar.MatchString(text) {
			t.Errorf("%s: nothing here is a must: %q", at, text)
		}
	}
}

func TestEveryHeadHasItsSource(t *testing.T) {
	var ids []string
	for _, h := range append(bullets(), graduated()...) {
		if h.source == "" || len(h.limbs) == 0 || len(h.aspects) == 0 {
			t.Errorf("%s has no source, no question of the law or nothing to look for", h.id)
		}
		for _, a := range h.aspects {
			if slices.Contains(ids, string(a.id)) || !strings.Contains(string(a.id), ".") {
				t.Errorf("%s is no name of its own", a.id)
			}
			ids = append(ids, string(a.id))
		}
	}
	if n := len(bullets()); n != 5 {
		t.Errorf("paragraph 9.14 has five bullets, and there are %d", n)
	}
}
