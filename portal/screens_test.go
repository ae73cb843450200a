package portal

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/examples/lively"
	"sendpanel/portal/browsertest"
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
	list := []screen{
		{"sign-in", s.browser(), "/sign-in", 1280},
		{"school", s.as("farah.siddiqui"), "/school", 1280},
		{"officer", s.as("amina.khan"), "/cases", 1280},
		{"officer-phone", s.as("amina.khan"), "/cases", 360},
		{"case", s.as("amina.khan"), "/cases/" + string(late), 1280},
		{"manager", s.as("margaret.ellis"), "/manager", 1280},
		{"manager-phone", s.as("margaret.ellis"), "/manager", 360},
		{"breaches", s.as("margaret.ellis"), "/manager/breaches", 1280},
		{"workload", s.as("margaret.ellis"), "/manager/workload", 1280},
		{"meetings", s.as("margaret.ellis"), "/manager/meetings", 1280},
		{"panel", s.as("esther.boateng"), "/panel", 1280},
		{"family-phone", s.family(told, "family-1"), "/family/" + string(told), 360},
		{"family", s.family(told, "family-1"), "/family/" + string(told), 1280},
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
