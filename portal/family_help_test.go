package portal

import (
	"encoding/json"
	"strings"
	"testing"

	"sendpanel/council"
)

// withSettings applies the invented council’s settings, changed.
func (s *site) withSettings(t *testing.T, change func(map[string]any)) {
	t.Helper()
	var in map[string]any
	if err := json.Unmarshal(council.InventedJSON(), &in); err != nil {
		t.Fatal(err)
	}
	change(in)
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.register.ApplySettings(t.Context(), data, "a test", "test"); err != nil {
		t.Fatal(err)
	}
}

// TestHelpIsOfferedInItsOwnLanguage: with its language and direction, before anybody signs in; what nobody has checked is
// marked by an invented council, and shown by no other.
func TestHelpIsOfferedInItsOwnLanguage(t *testing.T) {
	s := newSite(t)
	for _, path := range []string{"/", "/ask", "/sign-in/family"} {
		page := s.browser().get(path)
		page.wantText(t, `<span lang="ur" dir="rtl"><strong>اردو</strong> اردو میں مدد`, `<span lang="pl"><strong>polski</strong>`, "01632\u00a0960160",
			`<span lang="ar" dir="rtl">`, "(draft, not checked yet)")
		if n := strings.Count(page.body, "<span lang="); n != 12 {
			t.Errorf("%s offers help in %d languages", path, n)
		}
	}
	s.withSettings(t, func(in map[string]any) {
		in["invented"] = false
		list := in["languages"].([]any)
		delete(list[0].(map[string]any), "help")
		list[1].(map[string]any)["checked_by"] = ""
		delete(list[1].(map[string]any), "checked")
	})
	page := s.browser().get("/sign-in/family")
	page.wantText(t, `<span lang="ur" dir="rtl">`)
	for _, not := range []string{`lang="pl"`, `lang="pa"`, `lang="ar"`, "draft, not checked"} {
		if strings.Contains(page.body, not) {
			t.Errorf("a council’s page has %s", not)
		}
	}
}

// TestHelpInTheFamilysOwnLanguageComesFirst on the pages of somebody who told the council which it is.
func TestHelpInTheFamilysOwnLanguageComesFirst(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) {
		r["family"].([]any)[0].(map[string]any)["language"] = "Urdu"
	}).Ref
	body := s.family(ref, "family-1").get(familyPath(ref)).body
	if first := strings.Index(body, "<span lang="); !strings.HasPrefix(body[max(first, 0):], `<span lang="ur"`) {
		t.Errorf("Urdu does not come first: %s", body)
	}
}
