package portal

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/browsertest"
	"sendpanel/statute"
)

// The walks of this file use Tab, Shift and Tab, Enter, Space and letters alone. tabTo sees to it that each stop shows.

func (w walker) backTab() {
	w.t.Helper()
	w.try("press Shift and Tab", chromedp.Do(w.ctx, chromedp.KeyEvent("\t", chromedp.KeyModifiers(chromedp.ModifierShift))))
}

// enter presses Enter as a keyboard does: what the key does on the way down is done before the next element hears of it.
func (w walker) enter() {
	w.t.Helper()
	w.try("press Enter", chromedp.Do(w.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		key := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "Enter", Code: "Enter", Text: "\r", UnmodifiedText: "\r", WindowsVirtualKeyCode: 13, NativeVirtualKeyCode: 13}
		if _, err := cdp.Call(ctx, t, input.DispatchKeyEvent, key); err != nil {
			return err
		}
		key.Type, key.Text, key.UnmodifiedText = input.DispatchKeyEventTypeKeyUp, "", ""
		_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, key)
		return err
	})))
}

func (w walker) is(what, condition string) {
	w.t.Helper()
	if ok, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`!!(`+condition+`)`)); err != nil || !ok {
		w.t.Errorf("not so: %s (%v), at %s", what, err, w.where())
	}
}

// skips finds the way past the navigation as the first stop of a page, takes it, and goes forth and back once.
func (w walker) skips() {
	w.t.Helper()
	w.press("\t")
	w.is("the first stop is the way past the navigation, and shows", `document.activeElement.matches(".skip") && document.activeElement.getBoundingClientRect().left>=0`)
	w.enter()
	w.is("it leads into the page", `document.activeElement.id==="main"`)
	w.press("\t")
	w.is("the next stop lies in the page", `document.querySelector("main").contains(document.activeElement)`)
	w.backTab()
	w.is("and back is back", `!document.querySelector("main").contains(document.activeElement) || document.activeElement.id==="main"`)
}

// summarised finds the focus on what is wrong, and follows its first line to the field.
func (w walker) summarised() {
	w.t.Helper()
	w.until("the summary of what is wrong", `document.querySelector(".error-summary")`)
	w.until("the focus on it", `document.activeElement.matches(".error-summary")`)
	w.press("\t")
	w.is("its first line is next", `document.activeElement.matches(".error-summary a")`)
	w.enter()
	w.is("it leads to the field", `document.activeElement.matches("input,textarea,select")`)
}

// inOrder finds the stops of the page in the order in which they stand.
func (w walker) inOrder() {
	w.t.Helper()
	w.is("nothing is taken out of its order", `!document.querySelector("[tabindex]:not([tabindex='0']):not([tabindex='-1'])")`)
}

func keyboard(t *testing.T, s *site) walker {
	t.Helper()
	ctx := browsertest.Start(t)
	w := walker{t, ctx, s.http.URL}
	w.try("set up", chromedp.Do(ctx, browsertest.Width(1280), browsertest.Script(true)))
	return w
}

func TestAFamilyWalksByKeyboardAlone(t *testing.T) {
	s := newSite(t)
	s.at(2026, 11, 23, 10)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.post(ref)
	s.at(2026, 11, 26, 10)
	s.openAs(ref, "family-1", "home@example.org", false)
	w := keyboard(t, s)
	w.try("open the sign-in", chromedp.Do(w.ctx, chromedp.Navigate(s.http.URL+"/sign-in/family?lang=en")))
	w.skips()
	w.inOrder()
	w.tabTo(`main form button`)
	w.enter()
	w.summarised()
	w.press(string(ref))
	w.tabTo(`[name="contact"]`)
	w.press("home@example.org")
	w.enter()
	w.until("the code", `document.querySelector("[name=code]")`)
	w.tabTo(`[name="code"]`)
	w.press(codeIn(s.lastNotice().Text))
	w.enter()
	w.reads("We are deciding whether to assess Jaspreet")
	w.tabTo(`main .card a.button`)
	w.enter()
	w.reads("Dear Harpreet Dhillon")
	w.try("back to the start", chromedp.Do(w.ctx, chromedp.Navigate(s.http.URL+familyPath(ref))))
	w.tabTo(`main .card a.button[href$="/views"]`)
	w.enter()
	w.until("the form", `document.querySelector("[name=own]")`)
	w.tabTo(`[name="own"]`)
	w.press("She is worn out every evening.")
	w.tabTo(`main form button`)
	w.enter()
	w.reads("Thank you. What you wrote is with the request")
}

func TestAPanelWalksByKeyboardAlone(t *testing.T) {
	s := newSite(t)
	m := s.call(meetingDay())
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.list(ref, meetingDay())
	s.doMeeting(m.Ref, "joe.marsh", meeting.Release{})
	w := keyboard(t, s)
	w.try("a member signs in", s.as("esther.boateng").open(w.ctx, itemAt(m.Ref, ref)))
	w.skips()
	w.inOrder()
	w.tabTo(`main .buttons a[href$="/view"]`)
	w.enter()
	w.until("the questions", `document.querySelector("[name='reason-8a']")`)
	w.tabTo(`form .buttons button`)
	w.enter()
	w.summarised()
	w.answers("A language disorder is described.", "He learns only with an adult beside him.")
	w.tabTo(`form .buttons button`)
	w.enter()
	w.until("the view among the papers", `document.body.innerText.includes("He learns only with an adult beside him.")`)

	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	w.try("the chair signs in", s.as("helen.forsyth").open(w.ctx, itemAt(m.Ref, ref, "recommend")))
	w.tabTo(`[name="outcome"]`)
	w.press(" ")
	w.answers("Described in the report.", "He may need more than the school can give.")
	w.tabTo(`[name="reasons"]`)
	w.press("Jaspreet may need more than the school can give.")
	w.tabTo(`form .buttons button`)
	w.enter()
	w.until("the agenda with its outcome", `document.body.innerText.includes("Advice recorded")`)
	w.tabTo(`a[href$="/close"]`)
	w.enter()
	w.until("the close", `document.querySelector("[name='notes']")`)
	w.tabTo(`form .buttons button`)
	w.enter()
	w.until("the minutes", `location.pathname.endsWith("/minutes") && document.body.innerText.includes("To assess")`)
}

// answers says yes to both questions, with a reason. A radio is chosen by Space.
func (w walker) answers(first, second string) {
	w.t.Helper()
	for _, of := range [][2]string{{"8a", first}, {"8b", second}} {
		w.to(`[name="answer-` + of[0] + `"]`)
		w.press(" ")
		w.tabTo(`[name="reason-` + of[0] + `"]`)
		w.press(of[1])
	}
}

// to is tabTo, or nothing where the focus is there already.
func (w walker) to(selector string) {
	w.t.Helper()
	if there, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool](`document.activeElement.matches(`+"`"+selector+"`"+`)`)); err == nil && there {
		return
	}
	w.tabTo(selector)
}

func TestADecisionMakerWalksByKeyboardAlone(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	s.do(ref, "amina.khan", casework.Consult{Whom: "school", How: "call", Asked: statute.Date(2026, 11, 24), Received: true, Views: "He tries hard."})
	w := keyboard(t, s)
	at := "/cases/" + string(ref)
	w.try("sign in", s.as("priya.raman").open(w.ctx, at))
	w.skips()
	w.inOrder()
	w.tabTo(`a[href="` + at + `/decide"]`)
	w.enter()
	w.until("the outcome", `document.querySelector("[name='outcome']")`)
	w.tabTo(`main form .buttons button`)
	w.enter()
	w.summarised()
	w.press(" ")
	w.is("the outcome is chosen", `document.querySelector("[name='outcome'][value='assess']").checked`)
	w.tabTo(`main form .buttons button`)
	w.enter()
	w.until("the reasons", `document.querySelector("[name='agree-reason']")`)
	for range 2 {
		w.tabTo(`main input[type="checkbox"]:not(:checked)`)
		w.press(" ")
	}
	w.tabTo(`[name="agree-reason"]`)
	w.press("Jaspreet has needs that the report describes, and may need more than the school can give.")
	w.tabTo(`main input[type="checkbox"]:not(:checked)`)
	w.press(" ")
	w.tabTo(`main form .buttons button`)
	w.enter()
	w.until("the check", `location.pathname==="`+at+`/decide/check"`)
	w.tabTo(`form[action$="/decide/now"] button`)
	w.enter()
	w.until("the decision", `location.pathname==="`+at+`" && document.body.innerText.includes("The decision is recorded")`)
}
