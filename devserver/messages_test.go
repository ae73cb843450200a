package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/dispatch/mailtest"
	"sendpanel/dispatch/notify/notifytest"
	"sendpanel/records"
)

// TestAFamilyIsToldOfADecisionAndReadsIt runs the whole service with a mail server and GOV.UK Notify beside it: a decision
// is made and posted, each parent is told of it by the way an officer confirmed, in words that name nobody; the link and
// the code that comes by the same way let them in, and there is the letter.
func TestAFamilyIsToldOfADecisionAndReadsIt(t *testing.T) {
	post, texts := mailtest.Start(t), notifytest.Start(t)
	settings := tempData(t)
	settings.HTTP, settings.SMTP = freeAddress(t), post.URL()
	settings.Notify, settings.NotifyAt, settings.NotifySays = notifytest.APIKey, texts.URL, ","+notifytest.Template
	st := stood(t, settings)
	c := st.received(t, 1, 20)
	st.reached(t, c.Ref, "family-1", "email", "home@example.org")
	st.posted(t, c.Ref)
	st.do(t, c.Ref, toPanel(c.Opened.Received)...)
	st.do(t, c.Ref, fiveViews()...)
	st.do(t, c.Ref, recommended(), decided(), called())
	st.posted(t, c.Ref)

	var told mailtest.Message
	eventually(t, func() error {
		for _, m := range post.Messages() {
			if strings.Contains(m.Text, "A decision has been made") {
				told = m
				return nil
			}
		}
		return fmt.Errorf("nothing about a decision among %d messages", len(post.Messages()))
	})
	number := strings.Split(string(c.Ref), "-")[2]
	if told.To != "home@example.org" || !strings.Contains(told.Text, "request "+number) || !strings.Contains(told.Subject, number) {
		t.Errorf("the message is %+v", told)
	}
	for _, never := range []string{c.Opened.Child.Surname, c.Opened.Child.ShortName(), c.Family[0].Name, "Canal Street", "refus", "assess"} {
		if strings.Contains(strings.ToLower(told.Text+told.Subject), strings.ToLower(never)) {
			t.Errorf("the message says %q: %+v", never, told)
		}
	}
	link := regexp.MustCompile(`http://\S+`).FindString(told.Text)
	me := visitor(t, settings.HTTP)
	me.get(t, strings.TrimPrefix(link, "http://"+settings.HTTP), "Send me a code")
	before := len(post.Messages())
	me.post(t, "/sign-in/family", url.Values{"ref": {string(c.Ref)}, "contact": {"home@example.org"}})
	// The code is sent beside the page, so that the page takes as long for somebody to whom none is sent.
	var code mailtest.Message
	eventually(t, func() error {
		if all := post.Messages(); len(all) > before {
			code = all[len(all)-1]
			return nil
		}
		return errors.New("no code has come")
	})
	me.signIn(t, code.Text)
	me.readsTheDecision(t, c.Ref)

	st.reached(t, c.Ref, "family-1", "phone", "07700 900461")
	again := visitor(t, settings.HTTP)
	again.post(t, "/sign-in/family", url.Values{"ref": {string(c.Ref)}, "contact": {"+44 7700 900461"}})
	eventually(t, func() error {
		if len(texts.Messages()) == 0 {
			return errors.New("no code has come")
		}
		return nil
	})
	said := texts.Messages()
	if len(said) != 1 || said[0].To != "07700 900461" {
		t.Fatalf("texts were sent: %+v", said)
	}
	again.signIn(t, said[0].Fill["text"])
	if faults := post.Faults(); len(faults) > 0 {
		t.Errorf("the mail server was spoken to against its rules: %v", faults)
	}
}

// reached confirms where a person's codes go, as an officer does, and has them ask for messages.
func (st *stand) reached(t *testing.T, ref casework.Ref, id casework.AddresseeID, channel, contact string) {
	t.Helper()
	access := records.FamilyAccess{Ref: ref, Addressee: id, Channel: channel, Contact: contact, By: "amina.khan"}
	if err := st.desk.Register.SetFamilyAccess(t.Context(), access); err != nil {
		t.Fatal(err)
	}
	c, err := st.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	who, _ := c.Addressee(id)
	wish := casework.WishAsFamily{Wishes: casework.Wishes{Language: who.Language, Interpreter: who.Interpreter, Format: "standard", CallFirst: who.CallFirst, Notices: true}}
	if _, err := st.desk.DoAsFamily(t.Context(), ref, id, "wish by "+channel, wish); err != nil {
		t.Fatal(err)
	}
}

// caller is a browser without scripts.
type caller struct {
	http *http.Client
	base string
}

func visitor(t *testing.T, address string) caller {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return caller{&http.Client{Jar: jar}, "http://" + address}
}

// get opens a page, which has the words, and gives it.
func (c caller) get(t *testing.T, path, words string) string {
	t.Helper()
	return c.ask(t, http.MethodGet, path, nil, words)
}

func (c caller) post(t *testing.T, path string, form url.Values) string {
	t.Helper()
	return c.ask(t, http.MethodPost, path, form, "")
}

func (c caller) ask(t *testing.T, method, path string, form url.Values, words string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, c.base+path, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", c.base)
	}
	got, err := c.http.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	if err != nil || got.StatusCode != http.StatusOK || !strings.Contains(string(body), words) {
		t.Fatalf("%s %s: %d, %v; want %q in\n%s", method, path, got.StatusCode, err, words, body)
	}
	return string(body)
}

// signIn types the code of a message.
func (c caller) signIn(t *testing.T, message string) {
	t.Helper()
	code := regexp.MustCompile(`\b\d{6}\b`).FindString(message)
	if body := c.post(t, "/sign-in/family/code?lang=en", url.Values{"code": {code}}); !strings.Contains(body, "Step by step") {
		t.Fatalf("the code of %q did not let them in:\n%s", message, body)
	}
}

// readsTheDecision follows the way from the first page to the letter.
func (c caller) readsTheDecision(t *testing.T, ref casework.Ref) {
	t.Helper()
	home := c.get(t, "/family/"+string(ref), "There is a letter for you")
	letter := regexp.MustCompile(`/family/[^"]*/letters/` + string(casework.NotAssessLetter) + `[^"]*`).FindString(home)
	c.get(t, letter, "Tribunal")
}
