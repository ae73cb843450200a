package portal

import (
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
)

// TestAnEmptyRefusalSaysWhatIsMissingInPlainWords: nothing is shown as answered that was not, each gap leads to its field,
// and no name of the law’s limbs or of the API is on the page.
func TestAnEmptyRefusalSaysWhatIsMissingInPlainWords(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	priya.post(at, url.Values{"outcome": {"not_assess"}})
	got := priya.get(at + "/check")
	got.wantText(t, "Choose which question of the law is answered no.", at+`/reasons#f-limb"`, at+`/reasons#f-reason"`, at+`/reasons#f-use-E1"`, at+`/reasons#f-answer"`, at+`/reasons#f-nopanel"`, "Which question of the law is answered no?")
	for _, wrong := range []string{"Write S1", "This is missing", "This is empty", "The child or young person has or may have special educational needs", "relied_on", "legal_sign_off"} {
		if strings.Contains(got.body, wrong) {
			t.Errorf("the page says %q", wrong)
		}
	}
}

// TestAGapLeadsWhereItIsMended: to the document that cannot be relied on, to the lawyer’s name, and, where the family was
// not asked, to no page that the decider may not open.
func TestAGapLeadsWhereItIsMended(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	form := refusalForm()
	form.Set("legal-by", "Somebody")
	priya.post(at+"/reasons", form)
	got := priya.get(at + "/check")
	got.wantText(t, `/reasons#f-use-E3"`, "Nothing shows that the family was asked for its views. Amina Khan, who carries the request, records when and how they were asked.", `href="/cases/`+string(ref)+`/views"`)
	if strings.Contains(got.body, "/record/consult") {
		t.Error("the decider is sent to a page that is not theirs")
	}
}

// TestTheReasonsAreWrittenBesideThePapers: each paper that is a file, and the request, are read in another tab; why one is
// set aside is looked at like the reason.
func TestTheReasonsAreWrittenBesideThePapers(t *testing.T) {
	s := newSite(t)
	s.noPanelMeets()
	ref := s.considered()
	priya := s.as("priya.raman")
	at := "/cases/" + string(ref) + "/decide"
	priya.post(at, url.Values{"outcome": {"not_assess"}})
	priya.get(at+"/reasons").wantText(t, `href="/cases/`+string(ref)+`/request" target="_blank"`, `id="f-why-E2"`)
	form := refusalForm()
	form.Set("why-E2", "It is a private report that was not commissioned by the council.")
	priya.post(at+"/look", url.Values{"name": {"why-E2"}, "text": {form.Get("why-E2")}}).wantText(t, "private report")
	priya.post(at+"/reasons", form)
	got := priya.get(at + "/check")
	got.wantText(t, "Reasons to look at again", "Considered, and not relied on: E2", "private report", "What follows when you decide")
	if c, _ := s.desk.Case(t.Context(), ref); c.Stage == casework.StageDecided {
		t.Error("looking decides")
	}
}
