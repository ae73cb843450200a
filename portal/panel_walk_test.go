package portal

import (
	"strings"
	"testing"
	"time"

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

// TestAPanelWalksThroughAWholeMeeting has the clerk and the chair do everything else, in a real browser on a tablet, with scripts and
// without: a meeting is called, an interest declared and the case closed by it, late papers released, attendance taken twice, a
// member leaves the room, a case is put off after its effect was seen, a reason is typed in full, and the minutes are printed.
func TestAPanelWalksThroughAWholeMeeting(t *testing.T) {
	for name, scripts := range map[string]bool{"with scripts": true, "without": false} {
		t.Run(name, func(t *testing.T) {
			ctx := browsertest.Start(t)
			s := newSite(t)
			s.call(meetingDay().AddDays(7))
			w := walker{t, ctx, s.http.URL}
			w.try("set up", chromedp.Do(ctx, browsertest.Width(768), browsertest.Script(scripts)))
			w.try("the clerk signs in", s.as("joe.marsh").open(ctx, "/panel"))
			w.click(`a[href="/panel/plan?panel=send-panel&on=` + meetingDay().String() + `"]`)
			w.until("the meeting’s form, filled from the plan", `document.querySelector("[name='on-day']").value==="8"`)
			w.click(`main form .buttons button`)
			w.until("the meeting", `document.body.innerText.includes("The meeting is called.")`)
			_, ref, _ := strings.Cut(w.where(), "/panel/meetings/")
			m, err := casework.ParseMeetingRef(ref)
			if err != nil {
				t.Fatal(err)
			}
			at := "/panel/meetings/" + ref
			theo, jaspreet := s.receive(ofCanalStreet("U871200025003", "Theo")).Ref, s.receive(millbrook("U871200025001", "Jaspreet")).Ref
			s.list(jaspreet, meetingDay())
			w.try("the agenda again", chromedp.Do(ctx, chromedp.Navigate(s.http.URL+at)))
			w.click(`form[action$="/release"] button`)
			w.until("the papers are out", `!document.querySelector("form[action$='/release']")`)
			s.list(theo, meetingDay())
			w.try("the agenda with a late case", chromedp.Do(ctx, chromedp.Navigate(s.http.URL+at)))
			w.click(`form[action$="/release"] button`)
			w.until("the late papers are out", `!document.querySelector("form[action$='/release']") && document.querySelectorAll(".agenda h3 a").length===2`)

			w.try("a member signs in", s.as("david.achebe").open(ctx, at+"/interests"))
			w.click(`input[name="case"][value="` + string(jaspreet) + `"]`)
			w.typeInto(`[name="what"]`, "taught an older sister")
			w.click(`main form .buttons button`)
			w.until("the interest", `document.body.innerText.includes("taught an older sister")`)
			w.try("the agenda", chromedp.Do(ctx, chromedp.Navigate(s.http.URL+at)))
			w.until("the case is closed", `document.querySelector(".agenda").innerText.includes("You have an interest in this case: taught an older sister.") && !document.body.innerText.includes("Jaspreet")`)

			s.now = morning()
			w.try("the clerk takes the attendance", s.as("joe.marsh").open(ctx, at+"/attendance"))
			for _, who := range []string{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"} {
				w.click(`input[name="arrived"][value="` + who + `"]`)
			}
			w.click(`main form .buttons button`)
			w.until("a quorum", `document.body.innerText.includes("There is a quorum")`)
			w.try("the chair signs in", s.as("helen.forsyth").open(ctx, at))
			w.click(`form[action$="/open"] button`)
			w.until("the open meeting", `document.body.innerText.includes("The meeting is open.")`)
			s.now = morning().Add(10 * time.Minute)
			s.doMeeting(m, "joe.marsh", meeting.Attend{People: []meeting.Attended{{Member: "grace.mwangi", What: meeting.Left, At: "09:40"}}})
			w.click(`main a.button[href*="/cases/"]`)
			w.until("the first case, without its quorum", `document.querySelector("#room") && document.body.innerText.includes("There is no quorum on this case")`)
			s.now = morning().Add(15 * time.Minute)
			s.doMeeting(m, "joe.marsh", meeting.Attend{People: []meeting.Attended{{Member: "grace.mwangi", What: meeting.Arrived, At: "09:45"}}})
			w.click(`main .buttons a[href$="/defer"]`)
			w.until("the deferral", `document.querySelector("[name='until']")`)
			w.click(`input[name="until"]`)
			w.typeInto(`[name="why"]`, "Health has not been heard.")
			w.typeInto(`[name="ask-1-of"]`, "Health")
			w.typeInto(`[name="ask-1-for"]`, "A view")
			for part, n := range map[string]string{"day": "11", "month": "12", "year": "2026"} {
				w.typeInto(`[name="ask-1-by-`+part+`"]`, n)
			}
			w.click(`main form .buttons button`)
			w.until("its effect", `document.querySelector("[name='confirmed']") && document.body.innerText.includes("the clock does not stop")`)
			w.click(`main form button`)
			w.until("the next case", `location.pathname.includes("/cases/") && document.body.innerText.includes("This is the next case.")`)
			w.click(`main .buttons a[href$="/recommend"]`)
			w.until("the advice", `document.querySelector("[name='outcome']")`)
			w.click(`label[for="f-outcome"]`)
			w.answer("Described in the report.", "More may be needed.")
			w.typeInto(`[name="reasons"]`, "More may be needed than the school can give.")
			w.typeInto(`[name="dissent"]`, "Ben Carter would have waited.")
			w.click(`main form .buttons button`)
			w.until("every outcome", `document.body.innerText.includes("Every case has its outcome. The meeting can be closed.")`)
			w.click(`a[href$="/close"]`)
			w.until("the close", `document.querySelector("[name='notes']")`)
			w.click(`main form .buttons button`)
			w.until("the minutes", `location.pathname.endsWith("/minutes") && document.body.innerText.includes("Put off to") && document.body.innerText.includes("Grace Mwangi left at 09:40")`)
			w.try("the member with an interest reads the minutes", s.as("david.achebe").open(ctx, at+"/minutes"))
			w.until("their case is closed to them", `document.querySelector("main").innerText.includes("Not shown to you")`)
		})
	}
}

// ofCanalStreet is a request of another school than the member's.
func ofCanalStreet(upn, forename string) func(map[string]any) {
	return func(r map[string]any) {
		millbrook(upn, forename)(r)
		r["child"].(map[string]any)["setting"] = "canal-street-primary"
		r["requester"].(map[string]any)["setting"] = "canal-street-primary"
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
