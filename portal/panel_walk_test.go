package portal

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/browsertest"
	"sendpanel/records"
)

// TestAPanelWalksFromAViewToTheMinutes has a member record a view, the clerk open the meeting, the chair recommend and close,
// in a real browser, with scripts and without.
func TestAPanelWalksFromAViewToTheMinutes(t *testing.T) {
	for name, scripts := range map[string]bool{"with scripts": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			ctx := browsertest.Start(t)
			s := newSite(t)
			m := s.call(meetingDay())
			ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
			s.list(ref, meetingDay())
			s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
			at := "/panel/meetings/" + string(m.Ref)
			w := walker{t, ctx, s.http.URL}
			w.try("set up", chromedp.Do(ctx, browsertest.Width(768), browsertest.Script(scripts)))

			w.try("a member signs in", s.as("esther.boateng").open(ctx, "/panel"))
			w.click(`a[href="` + at + `"]`)
			w.until("the agenda", `document.querySelector(".agenda")`)
			w.click(`.agenda h3 a`)
			w.until("the papers", `document.querySelector(".case-nav")`)
			w.click(`main .buttons a[href$="/view"]`)
			w.until("the questions", `document.querySelector("[name='reason-8a']")`)
			w.answer("A language disorder is described.", "He learns only with an adult beside him.")
			if scripts {
				w.until("the word that it is kept", `document.querySelector(".saved") && document.querySelector(".saved").textContent.startsWith("Saved at")`)
			}
			w.click(`form .buttons button`)
			w.until("the view among the papers", `document.body.innerText.includes("He learns only with an adult beside him.")`)

			s.now = morning()
			s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
			w.try("the chair signs in", s.as("helen.forsyth").open(ctx, at))
			w.click(`form[action$="/open"] button`)
			w.until("the open meeting", `document.body.innerText.includes("The meeting is open.")`)
			w.click(`.agenda h3 a`)
			w.until("the spread of views", `document.body.innerText.includes("How members see the two questions")`)
			w.click(`main .buttons a[href$="/recommend"]`)
			w.until("the advice", `document.querySelector("[name='outcome']")`)
			w.click(`label[for="f-outcome"]`)
			w.answer("Described in the report.", "He may need more than the school can give.")
			w.typeInto(`[name="reasons"]`, "Jaspreet may need more than the school can give.")
			w.click(`form .buttons button`)
			w.until("the agenda with its outcome", `document.body.innerText.includes("Advice recorded")`)
			w.click(`a[href$="/close"]`)
			w.until("the close", `document.querySelector("[name='notes']")`)
			w.click(`form .buttons button`)
			w.until("the minutes", `location.pathname.endsWith("/minutes") && document.body.innerText.includes("To assess")`)

			c, err := s.desk.Case(t.Context(), ref)
			if err != nil || c.Stage != casework.StageRecommended || c.Recommended.Outcome != casework.Assess {
				t.Errorf("the case is %s, %+v, %v", c.Stage, c.Recommended, err)
			}
		})
	}
}

// answer says yes to both questions, with a reason.
func (w walker) answer(first, second string) {
	w.t.Helper()
	w.click(`label[for="f-answer-8a"]`)
	w.typeInto(`[name="reason-8a"]`, first)
	w.click(`label[for="f-answer-8b"]`)
	w.typeInto(`[name="reason-8b"]`, second)
}

// A paper opens in the page for those who may read it, is recorded as read, and is not there for anybody else.
func TestAPaperOpensInThePage(t *testing.T) {
	s := newSite(t)
	m, theo, jaspreet := panelSet(t, s)
	var ids []string
	for _, ref := range []casework.Ref{theo, jaspreet} {
		u, err := s.register.KeepUpload(t.Context(), records.Upload{Owner: exhibitOwner(ref, "E2"), Name: "Report.pdf", Type: "application/pdf", By: "amina.khan", Checked: "clean"}, []byte("%PDF-1.7 "+string(ref)))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, u.ID)
	}
	lucy := s.as("lucy.hartley")
	paper := itemAt(m.Ref, theo, "documents", ids[0])
	lucy.get(itemAt(m.Ref, theo)).wantText(t, `<iframe class="paper-frame" src="`+paper+`"`)
	got := lucy.get(paper)
	if got.body != "%PDF-1.7 "+string(theo) || !strings.HasPrefix(got.header.Get("Content-Disposition"), "inline") || !strings.Contains(got.header.Get("Content-Security-Policy"), "frame-ancestors 'self'") {
		t.Errorf("the paper came as %d %q %v", got.status, got.body, got.header)
	}
	if kept := lucy.get(paper + "?keep"); !strings.HasPrefix(kept.header.Get("Content-Disposition"), "attachment") {
		t.Errorf("to be kept it came as %v", kept.header)
	}
	for _, other := range []string{itemAt(m.Ref, jaspreet, "documents", ids[1]), itemAt(m.Ref, theo, "documents", ids[1])} {
		if got := lucy.get(other); got.status != 404 {
			t.Errorf("%s answers %d", other, got.status)
		}
	}
	office := s.as("priya.raman")
	office.get("/cases/"+string(theo)+"/documents").wantText(t, `href="/cases/`+string(theo)+"/files/"+ids[0]+`/open"`)
	office.get("/cases/"+string(theo)+"/files/"+ids[0]+"/open").wantText(t, "Report.pdf")
	if got := office.get("/cases/" + string(theo) + "/files/" + ids[0] + "/raw"); got.body != "%PDF-1.7 "+string(theo) {
		t.Errorf("a decision-maker has the paper as %d %q", got.status, got.body)
	}
	if got := office.get("/cases/" + string(theo) + "/files/" + ids[1] + "/open"); got.status != 404 {
		t.Errorf("a paper of another case answers %d", got.status)
	}
	reads, err := s.register.Reads(t.Context(), theo)
	if err != nil || len(reads) != 5 || reads[1].What != "document "+ids[0] || reads[1].By != "lucy.hartley" {
		t.Errorf("the reads are %+v, %v", reads, err)
	}
}
