package portal

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
)

// asks answers the questions of a parent, one page after the other, and gives where the last leads.
func (b *browser) asks(t *testing.T, pages ...url.Values) string {
	t.Helper()
	at := "/ask/who"
	for _, answer := range pages {
		b.get(at).wantText(t, `<p class="kicker">`)
		got := b.post(at, answer)
		if got.status != http.StatusSeeOther {
			t.Fatalf("%s was not taken: %d %s", at, got.status, got.body)
		}
		at = got.goesTo()
	}
	return at
}

// aParent is what a parent answers, page by page.
func aParent() []url.Values {
	return []url.Values{
		{"who": {"parent"}}, {"name": {"Mrs Odile Tarn"}}, {"phone": {"07700 900461"}}, {"address": {"3 Mill Lane, Northmere"}, "postcode": {"NM1 1AA"}},
		{"forenames": {"Emil"}, "surname": {"Tarn"}}, {"born-day": {"3"}, "born-month": {"5"}, "born-year": {"2019"}}, {"school": {"Millbrook Primary School"}},
		{"reason": {"He cannot read, and cries before school."}}, {"language": {"French"}, "interpreter": {"yes"}}, {"safe": {""}},
	}
}

func TestARequestWithoutAnAccount(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.get("/ask").wantText(t, "Ask for an assessment", "Start")
	if at := b.asks(t, aParent()...); at != "/ask/check" {
		t.Fatalf("after the last question comes %s", at)
	}
	b.get("/ask/check").wantText(t, "Mrs Odile Tarn", "Friday 3 May 2019", "cries before school", "Tuesday 12 January 2027", `href="/ask/born?check#f-born"`)
	if got := b.post("/ask/school?check", url.Values{"school": {"Millbrook Primary School"}, "checking": {"yes"}}); got.goesTo() != "/ask/check" {
		t.Errorf("a changed answer leads to %s", got.goesTo())
	}
	if got := b.post("/ask", url.Values{"once": {"one-click"}}); got.goesTo() != "/ask/received" {
		t.Fatalf("the request was not taken: %d %s", got.status, got.body)
	}
	receipt := b.get("/ask/received")
	receipt.wantText(t, "Your reference is <strong>SEN-2026-", "Tuesday 1 December 2026", "Tuesday 12 January 2027")
	_, rest, _ := strings.Cut(receipt.body, "Your reference is <strong>")
	ref, _, _ := strings.Cut(rest, "<")
	c, err := s.desk.Case(t.Context(), casework.Ref(ref))
	if err != nil {
		t.Fatal(err)
	}
	if c.Opened.Setting != "millbrook-primary" || c.Opened.RequestedBy.Type != "parent" || c.Family[0].Language != "French" {
		t.Errorf("the case is %+v", c.Opened)
	}
	if !slices.ContainsFunc(c.Tasks, func(task casework.Task) bool { return task.Task == "confirm-requester" && !task.Done }) {
		t.Error("nobody has to confirm who asked")
	}
	b.post("/sign-in/family", url.Values{"ref": {ref}, "contact": {"07700 900461"}})
	if len(s.sent) > 0 {
		t.Error("a code went to a contact that no officer has confirmed")
	}
	if s.browser().get("/ask/received").goesTo() != "/ask" {
		t.Error("another browser sees the receipt")
	}
	if got := b.post("/ask", url.Values{"once": {"one-click"}}); got.goesTo() != "/ask/received" {
		t.Errorf("the click tried again leads to %d %s", got.status, got.goesTo())
	}
	if strings.Contains(b.get("/ask").body, "You have begun") {
		t.Error("what was sent is still there to be sent")
	}
}

// TestWhatIsMissingIsAskedForOnce: only a name and a way to answer, on the page of that question, with nothing lost.
func TestWhatIsMissingIsAskedForOnce(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	if got := b.post("/ask/reason", url.Values{"reason": {"He cannot read."}, "then": {"check"}}); got.goesTo() != "/ask/check" {
		t.Fatalf("checking leads to %d %s", got.status, got.goesTo())
	}
	got := b.post("/ask", nil)
	got.wantText(t, "Write the name of the child", `action="/ask/child"`)
	b.post("/ask/child", url.Values{"forenames": {"Emil"}, "checking": {"yes"}})
	b.post("/ask", nil).wantText(t, "Write a telephone number", `action="/ask/reach"`)
	b.post("/ask/reach", url.Values{"phone": {"07700 900461"}, "checking": {"yes"}})
	b.get("/ask/check").wantText(t, "He cannot read.", "Not said: we take it that you are a parent or carer")
	if got := b.post("/ask", nil); got.goesTo() != "/ask/received" {
		t.Errorf("a bare request was not taken: %d %s", got.status, got.body)
	}
}

// TestADayThatIsNoneIsKeptAsTyped: it is asked about, and goes to the officer as it stands if nobody mends it.
func TestADayThatIsNoneIsKeptAsTyped(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	wrong := url.Values{"born-day": {"31"}, "born-month": {"2"}, "born-year": {"2019"}}
	if got := b.post("/ask/born", wrong); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.body, `value="31"`) {
		t.Errorf("a day that is none gives %d %s", got.status, got.body)
	}
	b.post("/ask/child", url.Values{"forenames": {"Emil"}})
	b.post("/ask/reach", url.Values{"email": {"odile@example.org"}})
	b.get("/ask/check").wantText(t, "31 2 2019")
	if got := b.post("/ask", nil); got.goesTo() != "/ask/received" {
		t.Fatalf("it was not taken: %d %s", got.status, got.body)
	}
	b.get("/ask/received").wantText(t, "Your reference is")
}

// TestWhoAsksDecidesWhatIsAsked: a young person about themselves, somebody else nothing that only a family knows.
func TestWhoAsksDecidesWhatIsAsked(t *testing.T) {
	s := newSite(t)
	young := s.browser()
	young.asks(t, url.Values{"who": {"young_person"}}, url.Values{"forenames": {"Mina"}, "surname": {"Ebdon"}}, url.Values{"email": {"mina@example.org"}})
	young.get("/ask/born").wantText(t, "When were you born?")
	young.post("/ask", nil)
	if c := s.asked(t, young); c.Family[0].Name != "Mina Ebdon" || c.Family[0].Standing != casework.YoungPerson || c.Opened.RequestedBy.Name != "Mina Ebdon" {
		t.Errorf("the young person’s case is %+v", c.Family)
	}
	other := s.browser()
	other.asks(t, url.Values{"who": {"other"}}, url.Values{"name": {"Una Frayne"}}, url.Values{"role": {"Neighbour"}}, url.Values{"phone": {"01632 960777"}},
		url.Values{"forenames": {"Tom"}, "surname": {"Ashby"}})
	if got := other.get("/ask/address"); got.status != http.StatusNotFound {
		t.Errorf("somebody else is asked for the family’s address: %d", got.status)
	}
	other.post("/ask", nil)
	if c := s.asked(t, other); c.Opened.Basis != "brought_to_attention" || len(c.Family) > 0 && c.Family[0].Name == "Una Frayne" {
		t.Errorf("what somebody else told opened %+v %+v", c.Opened.Basis, c.Family)
	}
}

// asked is the case of the receipt that the browser has.
func (s *site) asked(t *testing.T, b *browser) casework.Case {
	t.Helper()
	receipt := b.get("/ask/received").body
	_, rest, found := strings.Cut(receipt, "Your reference is <strong>")
	if !found {
		t.Fatalf("there is no receipt: %s", receipt)
	}
	ref, _, _ := strings.Cut(rest, "<")
	c, err := s.desk.Case(t.Context(), casework.Ref(ref))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestWhatIsKeptForLaterOpensWithItsCode: on another telephone, in any spelling of the code, for its time, and not after
// it was sent or thrown away.
func TestWhatIsKeptForLaterOpensWithItsCode(t *testing.T) {
	s := newSite(t)
	first := s.browser()
	first.post("/ask/child", url.Values{"forenames": {"Emil"}, "surname": {"Tarn"}})
	if got := first.post("/ask/reason", url.Values{"reason": {"He cannot read."}, "then": {"later"}}); got.goesTo() != "/ask/kept" {
		t.Fatalf("keeping leads to %d %s", got.status, got.goesTo())
	}
	_, rest, _ := strings.Cut(first.get("/ask/kept").body, `<strong class="ref">`)
	code, _, _ := strings.Cut(rest, "<")
	first.post("/ask/reach", url.Values{"phone": {"07700 900461"}}) // what is typed after that is kept too
	second := s.browser()
	second.post("/ask/return", url.Values{"code": {"AAAA-BBBB-CCCC"}}).wantText(t, "Nothing is kept under this code")
	if got := second.post("/ask/return", url.Values{"code": {strings.ToLower(strings.ReplaceAll(code, "-", " "))}}); got.goesTo() != "/ask/check" {
		t.Fatalf("the code %s leads to %d %s", code, got.status, got.goesTo())
	}
	second.get("/ask/check").wantText(t, "Emil", "He cannot read.", "07700 900461")
	if got := second.post("/ask", nil); got.goesTo() != "/ask/received" {
		t.Fatalf("it was not taken: %d", got.status)
	}
	s.browser().post("/ask/return", url.Values{"code": {code}}).wantText(t, "Nothing is kept under this code")
	third := s.browser()
	third.post("/ask/child", url.Values{"forenames": {"Ada"}, "then": {"later"}})
	_, rest, _ = strings.Cut(third.get("/ask/kept").body, `<strong class="ref">`)
	late, _, _ := strings.Cut(rest, "<")
	s.now = s.now.Add(29 * 24 * time.Hour)
	s.browser().post("/ask/return", url.Values{"code": {late}}).wantText(t, "Nothing is kept under this code")
	third.post("/ask/drop", nil)
	if strings.Contains(third.get("/ask/check").body, "Ada") {
		t.Error("what was thrown away is still there")
	}
}

// TestANeighbourIsToldNothingOfTheFamily: whoever is neither parent nor young person reads no day by which they hear, and no
// way to follow the request, before it is sent and after.
func TestANeighbourIsToldNothingOfTheFamily(t *testing.T) {
	s := newSite(t)
	other, parent := s.browser(), s.browser()
	other.asks(t, url.Values{"who": {"other"}}, url.Values{"name": {"Una Frayne"}}, url.Values{"role": {"Neighbour"}}, url.Values{"phone": {"01632 960777"}},
		url.Values{"forenames": {"Tom"}, "surname": {"Ashby"}})
	parent.asks(t, aParent()...)
	for _, page := range []string{"/ask/check", "/ask/received"} {
		got := other.get(page)
		got.wantText(t, "What we decide belongs to the family")
		got.lacks(t, "You hear whether we assess", "follow your request")
		parent.get(page).wantText(t, "You hear whether we assess by")
		other.post("/ask", url.Values{"once": {"other"}})
		parent.post("/ask", url.Values{"once": {"parent"}})
	}
}
