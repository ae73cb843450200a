package portal

import (
	"flag"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/examples/lively"
	"sendpanel/portal/browsertest"
	"sendpanel/portal/draft"
	"sendpanel/records"
	"sendpanel/statute"
)

var screens = flag.Bool("screens", false, "write pictures of the main pages to docs/screens")

// mostOfPicture is how large a picture in docs may be, in bytes.
const mostOfPicture = 150 << 10

// livelySite is the portal on the lively invented council, as it stands on a Monday.
func livelySite(t testing.TB) (*site, *lively.Stage) {
	t.Helper()
	s := newSite(t)
	s.now = statute.Date(2026, 11, 23).At(10, 30)
	stage, err := lively.New(council.Invented(), s.now, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range stage.Cases {
		ref, _, err := s.register.Receive(t.Context(), records.Receipt{Key: c.Key, Year: c.Case.Opened.Received.Year(), Original: c.Request,
			Open: func(casework.Ref) ([]casework.Event, error) { return c.Events, nil }})
		if err != nil {
			t.Fatal(err)
		}
		var letters []records.NewLetter
		for _, l := range c.Letters {
			letters = append(letters, records.NewLetter{Key: l.Key, PDF: l.PDF, Dated: l.Dated, Text: l.Text})
		}
		if _, err := s.register.SaveLetters(t.Context(), ref, letters); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range stage.Meetings {
		_, _, err := s.register.PlanMeeting(t.Context(), m.Events[0].Key, m.Meeting.On.Year(), func(casework.MeetingRef) ([]meeting.Event, error) { return m.Events, nil })
		if err != nil {
			t.Fatal(err)
		}
	}
	return s, stage
}

// writeDrafts puts what schools are writing at the moment into the register.
func (s *site) writeDrafts() {
	s.t.Helper()
	drafts, err := lively.Drafts(council.Invented(), s.now)
	if err != nil {
		s.t.Fatal(err)
	}
	form, err := draft.Load()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, d := range drafts {
		values, extra, err := form.Fill(d.Request)
		if err != nil {
			s.t.Fatal(err)
		}
		body, err := draft.Body{Values: values, Extra: extra}.Bytes()
		if err != nil {
			s.t.Fatal(err)
		}
		if _, err := s.register.BeginDraft(s.t.Context(), d.Setting, d.By, body); err != nil {
			s.t.Fatal(err)
		}
	}
}

// linked opens a page and gives the first address on it of the pattern.
func (b *browser) linked(path, pattern string) string {
	b.s.t.Helper()
	found := regexp.MustCompile(`href="(` + pattern + `)"`).FindStringSubmatch(b.get(path).body)
	if found == nil {
		b.s.t.Fatalf("%s leads nowhere like %s", path, pattern)
	}
	return found[1]
}

// screen is one picture: who looks at which page, how wide.
type screen struct {
	name string
	as   *browser
	path string
	wide int64
}

// TestScreens opens the main pages of the lively council, each of which must be there. With -screens it writes their
// pictures: go test ./portal -run TestScreens -args -screens
func TestScreens(t *testing.T) {
	s, stage := livelySite(t)
	s.writeDrafts()
	by := func(stages casework.Stage, clock string) casework.Ref {
		for _, c := range slices.Backward(stage.Cases) {
			if c.Case.Stage == stages && (clock == "" || c.Case.Clock() == clock) {
				return c.Case.Ref
			}
		}
		t.Fatalf("no case is %s and %s", stages, clock)
		return ""
	}
	told, late := by(casework.StageNotified, ""), by(casework.StageRecommended, "breached")
	home, decider := s.family(told, "family-1"), s.as("tom.whitfield")
	decider.post("/cases/"+string(late)+"/decide", url.Values{"outcome": {"not_assess"}})
	member := s.as("esther.boateng")
	list := []screen{
		{"sign-in", s.browser(), "/sign-in", 1280},
		{"ask-phone", s.browser(), "/ask/who", 360},
		{"school", s.as("farah.siddiqui"), "/school", 1280},
		{"school-draft", s.as("nicola.brandt"), s.as("nicola.brandt").linked("/school", `/school/drafts/\w+`), 1280},
		{"officer", s.as("amina.khan"), "/cases", 1280},
		{"officer-phone", s.as("amina.khan"), "/cases", 360},
		{"case", s.as("amina.khan"), "/cases/" + string(late), 1280},
		{"decision", decider, "/cases/" + string(late) + "/decide/reasons", 1280},
		{"manager", s.as("margaret.ellis"), "/manager", 1280},
		{"manager-phone", s.as("margaret.ellis"), "/manager", 360},
		{"breaches", s.as("margaret.ellis"), "/manager/breaches", 1280},
		{"workload", s.as("margaret.ellis"), "/manager/workload", 1280},
		{"meetings", s.as("margaret.ellis"), "/manager/meetings", 1280},
		{"panel", member, "/panel", 1280},
		{"panel-tablet", member, member.linked(member.linked("/panel", `/panel/meetings/MTG-\w+-\w+-\w+`), `/panel/meetings/[\w-]+/cases/[\w-]+`), 768},
		{"family-phone", home, "/family/" + string(told), 360},
		{"family", home, "/family/" + string(told), 1280},
	}
	for _, at := range list {
		if got := at.as.get(at.path); got.status != 200 {
			t.Errorf("%s: %s is answered with %d", at.name, at.path, got.status)
		}
	}
	if !*screens {
		return
	}
	ctx := browsertest.Start(t)
	dir := filepath.Join("..", "docs", "screens")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, at := range list {
		if err := chromedp.Do(ctx, browsertest.Width(at.wide)); err != nil {
			t.Fatal(err)
		}
		if err := at.as.open(ctx, at.path); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, at.name+".png")
		if err := browsertest.Picture(ctx, file); err != nil {
			t.Fatal(err)
		}
		if err := shrink(file); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(file); err != nil || info.Size() > mostOfPicture {
			t.Errorf("%s has %d bytes, %v", file, info.Size(), err)
		}
	}
}
