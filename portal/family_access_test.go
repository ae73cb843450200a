package portal

import (
	"crypto/rand"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/records"
)

// openAs confirms a contact of one's own, and opens what starts closed where opened says so.
func (s *site) openAs(ref casework.Ref, id casework.AddresseeID, contact string, opened bool) {
	s.t.Helper()
	err := s.register.SetFamilyAccess(s.t.Context(), records.FamilyAccess{Ref: ref, Addressee: id, Channel: "email", Contact: contact, Opened: opened, By: "amina.khan"})
	if err != nil {
		s.t.Fatal(err)
	}
}

// signIn asks for a code and types it; the page is the answer to the code. Sent says whether a code came at all.
func (s *site) signIn(b *browser, ref casework.Ref, contact string) (got page, sent bool) {
	s.t.Helper()
	before := len(s.sent)
	got = b.post("/sign-in/family", url.Values{"ref": {string(ref)}, "contact": {contact}})
	if got.goesTo() != "/sign-in/family/code" {
		s.t.Fatalf("asking for a code gave %d %s", got.status, got.body)
	}
	if len(s.sent) == before {
		return b.get("/sign-in/family/code"), false
	}
	return b.post("/sign-in/family/code", url.Values{"code": {codeIn(s.lastNotice().Text)}}), true
}

func father(r map[string]any) {
	r["family"] = append(r["family"].([]any), map[string]any{"name": "Gurdeep Dhillon", "relationship": "father", "parental_responsibility": "yes",
		"address": []any{"2 Mill Lane", "Northmere"}, "postcode": "NM1 2AC"})
}

// TestParentsWhoShareATelephoneChooseWhoTheyAre: each of them gets in, as themselves.
func TestParentsWhoShareATelephoneChooseWhoTheyAre(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) { millbrook("U871200025001", "Jaspreet")(r); father(r) }).Ref
	s.openAs(ref, "family-1", "home@example.org", false)
	s.openAs(ref, "family-2", "home@example.org", false)
	b := s.browser()
	if got, _ := s.signIn(b, ref, "HOME@example.org "); got.goesTo() != "/sign-in/family/which" {
		t.Fatalf("who of the two it is was not asked: %d %s", got.status, got.goesTo())
	}
	if got := b.get("/family/" + string(ref)); got.status == http.StatusOK {
		t.Error("the case is open before anybody has said who they are")
	}
	b.get("/sign-in/family/which").wantText(t, "Jaspreet – as Harpreet Dhillon", "Jaspreet – as Gurdeep Dhillon")
	if got := b.post("/sign-in/family/which", url.Values{"which": {string(ref) + "/family-9"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("somebody else was let in: %d", got.status)
	}
	b.post("/sign-in/family/which", url.Values{"which": {string(ref) + "/family-2"}})
	b.get("/family/"+string(ref)).wantText(t, "Gurdeep Dhillon", "Another request")
}

// TestSiblingsAreChosen: one contact, two children; the session holds one case at a time.
func TestSiblingsAreChosen(t *testing.T) {
	s := newSite(t)
	one := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	two := s.receive(millbrook("U871200025002", "Harjit")).Ref
	s.openAs(one, "family-1", "home@example.org", false)
	s.openAs(two, "family-1", "home@example.org", false)
	b := s.browser()
	if got, _ := s.signIn(b, one, "home@example.org"); got.goesTo() != "/sign-in/family/which" {
		t.Fatalf("which child it is was not asked: %d", got.status)
	}
	b.post("/sign-in/family/which", url.Values{"which": {string(one) + "/family-1"}})
	b.get("/family/"+string(one)).wantText(t, "Jaspreet")
	if got := b.get("/family/" + string(two)); got.status != http.StatusNotFound {
		t.Errorf("the other child’s case is open at once: %d", got.status)
	}
	b.post("/sign-in/family/which", url.Values{"which": {string(two) + "/family-1"}})
	b.get("/family/"+string(two)).wantText(t, "Harjit")
}

// TestClosedUntilAnOfficerOpens: protected cases, and those of young people. Whoever asks is told whom to ring, and not
// whether the contact was right.
func TestClosedUntilAnOfficerOpens(t *testing.T) {
	for name, change := range map[string]func(map[string]any){
		"somebody is reached with care": func(r map[string]any) {
			r["family"].([]any)[0].(map[string]any)["safe_contact"] = "Never ring the house."
		},
		"16 or older": func(r map[string]any) { r["child"].(map[string]any)["date_of_birth"] = "2010-01-14" },
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			ref := s.receive(func(r map[string]any) { millbrook("U871200025001", "Jaspreet")(r); change(r) }).Ref
			s.openAs(ref, "family-1", "home@example.org", false)
			closed, sent := s.signIn(s.browser(), ref, "home@example.org")
			unknown, _ := s.signIn(s.browser(), ref, "stranger@example.org")
			if sent {
				t.Fatal("a code was sent though nobody opened the case")
			}
			closed.wantText(t, "we have not opened this request to you here yet", "Ring our duty line on 01632 960101")
			if strip(closed.body) != strip(unknown.body) {
				t.Error("the page tells whether the contact was right")
			}
			s.openAs(ref, "family-1", "home@example.org", true)
			b := s.browser()
			if got, sent := s.signIn(b, ref, "home@example.org"); !sent || got.status != http.StatusSeeOther {
				t.Fatalf("opened by an officer, and still closed: %d", got.status)
			}
			s.openAs(ref, "family-1", "home@example.org", false)
			if got := b.get("/family/" + string(ref)); got.status == http.StatusOK {
				t.Error("closed again, and the session goes on")
			}
		})
	}
}

func strip(body string) string {
	if _, rest, found := strings.Cut(body, "<main"); found {
		return rest
	}
	return body
}

// TestHouseholdsLearnNothingOfEachOther: in a protected case the second household reads no school, no place and no word
// of the first.
func TestHouseholdsLearnNothingOfEachOther(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025001", "Jaspreet")(r)
		father(r)
		r["family"].([]any)[0].(map[string]any)["safe_contact"] = "The father must not know where we live."
	}).Ref
	s.openAs(ref, "family-1", "mother@example.org", true)
	s.openAs(ref, "family-2", "father@example.org", true)
	mother, home := s.browser(), "/family/"+string(ref)
	s.signIn(mother, ref, "mother@example.org")
	if got := mother.post(home+"/views", url.Values{"own": {"We are safe in the new flat."}}); got.status != http.StatusSeeOther {
		t.Fatalf("the mother’s views: %d", got.status)
	}
	mother.giveFile(home+"/add", "tenancy.pdf", []byte("%PDF-1.4\n%%EOF\n"), nil)
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	paper := c.Evidence[len(c.Evidence)-1].ID
	dad := s.browser()
	s.signIn(dad, ref, "father@example.org")
	for _, path := range []string{"", "/dates", "/letters", "/papers", "/rights", "/views", "/add", "/reach", "/tell/call", "/tell/paper"} {
		got := dad.get(home + path)
		if got.status != http.StatusOK {
			t.Errorf("%s: %d", path, got.status)
		}
		for _, never := range []string{"Millbrook", "Harpreet", "Quay Lane", "NM1 2AB", "tenancy", "new flat", "mother", "Whitlock"} {
			if strings.Contains(got.body, never) {
				t.Errorf("%s tells the second household %q", path, never)
			}
		}
	}
	if got := dad.get(home + "/papers/" + string(paper)); got.status != http.StatusNotFound {
		t.Errorf("the other’s paper: %d", got.status)
	}
	if got := dad.get(home + "/school-note"); got.status != http.StatusNotFound {
		t.Errorf("the note to the school: %d", got.status)
	}
}

// TestAYoungPersonDecidesWhatParentsSee: their page speaks to them, and a parent who is no longer written to is out.
func TestAYoungPersonDecidesWhatParentsSee(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025001", "Jaspreet")(r)
		r["child"].(map[string]any)["date_of_birth"] = "2009-01-14"
		r["requester"] = map[string]any{"type": "young_person", "name": "Jaspreet Dhillon"}
		r["family"] = append([]any{map[string]any{"name": "Jaspreet Dhillon", "relationship": "self", "standing": "young_person", "address": []any{"4 Quay Lane"}, "postcode": "NM1 2AB"}}, r["family"].([]any)...)
	}).Ref
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range c.Family {
		s.openAs(ref, a.ID, string(a.ID)+"@example.org", true)
		b := s.browser()
		got, sent := s.signIn(b, ref, string(a.ID)+"@example.org")
		if may := c.MayFollow(a.ID); sent != may {
			t.Errorf("%s, a %s: a code was sent %v, want %v (%d)", a.ID, a.Standing, sent, may, got.status)
		}
		if a.Standing != casework.YoungPerson {
			continue
		}
		home := "/family/" + string(ref)
		b.get(home).wantText(t, "We are deciding whether to assess you", "What my parents may see")
		if got := b.post(home+"/tell/parents", url.Values{"what": {"family-parents-nothing"}}); got.status != http.StatusSeeOther {
			t.Errorf("the choice was not taken: %d %s", got.status, got.body)
		}
	}
}

// TestNobodysTelephoneIsRungAllNight: codes to one person are limited, wherever they are asked for from.
func TestNobodysTelephoneIsRungAllNight(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.openAs(ref, "family-1", "home@example.org", false)
	ask := func(address string) {
		if err := s.sendFamilyCode(t.Context(), rand.Text(), address, ref, "home@example.org"); err != nil {
			t.Fatal(err)
		}
	}
	for range 30 {
		ask("203.0.113.9")
	}
	if len(s.sent) != firstTextsFrom {
		t.Errorf("%d codes were sent in a moment, want %d", len(s.sent), firstTextsFrom)
	}
	ask("198.51.100.1")
	if len(s.sent) != firstTextsFrom+1 {
		t.Error("somebody else used up the codes of the family at another address")
	}
	for i := range 30 {
		ask(fmt.Sprintf("198.51.100.%d", 2+i))
	}
	if len(s.sent) != firstTexts {
		t.Errorf("%d codes were sent from many addresses, want %d", len(s.sent), firstTexts)
	}
}

// TestNobodyUsesUpAFamilysCode: whoever knows the reference and the contact and types wrong codes at a browser of their own,
// or asks for another, leaves the family’s code good.
func TestNobodyUsesUpAFamilysCode(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	s.openTo(ref, "family-1")
	ask := url.Values{"ref": {string(ref)}, "contact": {contactOf("family-1")}}
	mother, other := s.browser(), s.browser()
	mother.post("/sign-in/family", ask)
	code := codeIn(s.lastNotice().Text)
	other.post("/sign-in/family", ask)
	for range familyCodeTries + 1 {
		if got := other.post("/sign-in/family/code", url.Values{"code": {"000000"}}); got.status != http.StatusUnprocessableEntity {
			t.Fatalf("a wrong code gave %d", got.status)
		}
	}
	if got := other.post("/sign-in/family/code", url.Values{"code": {code}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("the code of another browser gave %d", got.status)
	}
	if got := mother.post("/sign-in/family/code", url.Values{"code": {code}}); got.status != http.StatusSeeOther {
		t.Errorf("the mother’s own code gave %d: %s", got.status, got.body)
	}
}
