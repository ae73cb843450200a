package records

import (
	"context"
	"errors"
	"testing"
	"time"

	"sendpanel/casework"
)

func TestADraftIsNeverOverwrittenUnseen(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		d, err := r.BeginDraft(ctx, "larkfield", "senco", []byte(`{"a":1}`))
		if err != nil {
			t.Fatal(err)
		}
		saved, err := r.SaveDraft(ctx, "larkfield", d.ID, 1, "head", []byte(`{"a":2}`))
		if err != nil || saved.Revision != 2 {
			t.Fatalf("saved as revision %d, %v; want 2", saved.Revision, err)
		}
		_, err = r.SaveDraft(ctx, "larkfield", d.ID, 1, "senco", []byte(`{"a":3}`))
		var moved MovedError
		if !errors.As(err, &moved) || moved.Newer.UpdatedBy != "head" || string(moved.Newer.Body) != `{"a":2}` {
			t.Errorf("saving over a newer revision gave %v; want what the head saved", err)
		}
		if _, err := r.Draft(ctx, "hill-top", d.ID); !errors.Is(err, ErrNoDraft) {
			t.Errorf("another school read the draft: %v", err)
		}
		if err := r.DraftSent(ctx, "larkfield", d.ID, "SEN-2026-0001-A"); err != nil {
			t.Fatal(err)
		}
		if list, err := r.Drafts(ctx, "larkfield"); err != nil || len(list) != 0 {
			t.Errorf("a sent draft is still listed: %v, %v", list, err)
		}
	})
}

func TestACodeIsGoodOnceAndForFewTries(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		keep := func(asked string) {
			if err := r.KeepCode(ctx, FamilyCode{Asked: asked, Ref: "SEN-2026-0001-A", Addressee: "family-1", Hash: "good " + asked, Until: r.clock().Add(time.Minute)}); err != nil {
				t.Fatal(err)
			}
		}
		keep("one")
		if _, err := r.UseCode(ctx, "two", "good one", 5); !errors.Is(err, ErrNoCode) {
			t.Errorf("another browser used the code: %v", err)
		}
		if c, err := r.UseCode(ctx, "one", "good one", 5); err != nil || c.Ref != "SEN-2026-0001-A" || c.Addressee != "family-1" {
			t.Errorf("the code does not let its owner in: %+v, %v", c, err)
		}
		if _, err := r.UseCode(ctx, "one", "good one", 5); !errors.Is(err, ErrNoCode) {
			t.Errorf("the code was good twice: %v", err)
		}
		keep("one")
		keep("two")
		for range 5 {
			if _, err := r.UseCode(ctx, "one", "wrong", 5); !errors.Is(err, ErrNoCode) {
				t.Fatalf("a wrong code gave %v", err)
			}
		}
		if _, err := r.UseCode(ctx, "one", "good one", 5); !errors.Is(err, ErrNoCode) {
			t.Errorf("the code was good after five wrong tries: %v", err)
		}
		if _, err := r.UseCode(ctx, "two", "good two", 5); err != nil {
			t.Errorf("wrong tries at another browser used the code up: %v", err)
		}
	})
}

// TestACodeThatIsShared: the last code is good at other browsers, at few tries each and at so many browsers in all.
func TestACodeThatIsShared(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		at := func(asked, hash string, after time.Duration) FamilyCode {
			return FamilyCode{Asked: asked, Ref: "SEN-2026-0001-A", Addressee: "family-1", Hash: hash, Until: r.clock().Add(after)}
		}
		for i, hash := range []string{"first", "last"} {
			if err := r.KeepCode(ctx, at(hash, hash, time.Duration(1+i)*time.Minute)); err != nil {
				t.Fatal(err)
			}
		}
		for _, asked := range []string{"a", "b", "c", "first"} {
			if err := r.ShareCode(ctx, at(asked, "", 0), 3, 2); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 {
			_, _ = r.UseCode(ctx, "b", "wrong", 5)
		}
		for asked, want := range map[string]bool{"a": true, "b": false, "c": false} {
			if c, err := r.UseCode(ctx, asked, "last", 5); (err == nil) != want || err == nil && c.Addressee != "family-1" {
				t.Errorf("at %s: %+v, %v; want it good: %v", asked, c, err, want)
			}
		}
		if _, err := r.UseCode(ctx, "first", "first", 5); err != nil {
			t.Errorf("a browser lost the code that it had: %v", err)
		}
	})
}

// TestLinksOfAPerson: one that they asked for ends none that is out, one by somebody else ends all before, and none opens an
// account again that was closed meanwhile.
func TestLinksOfAPerson(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		invite := func(hash string, by casework.PersonID) {
			t.Helper()
			if err := r.Invite(ctx, Invitation{Hash: hash, Person: "senco", Email: "senco@larkfield.example", By: by, Expires: r.clock().Add(time.Hour)}); err != nil {
				t.Fatal(err)
			}
		}
		good := func(hash string, want bool) {
			t.Helper()
			if _, err := r.Invitation(ctx, hash); (err == nil) != want {
				t.Errorf("the link %s: %v, want it good: %v", hash, err, want)
			}
		}
		invite("by head", "head")
		invite("own", "senco")
		invite("own again", "senco")
		good("by head", true)
		good("own", true)
		invite("by head anew", "head")
		good("own", false)
		good("own again", false)
		if err := r.SaveAccount(ctx, Account{Person: "senco", Email: "senco@larkfield.example", Closed: true}); err != nil {
			t.Fatal(err)
		}
		good("by head anew", false)
	})
}

func TestAnInvitationIsGoodOnce(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		i := Invitation{Hash: "h", Person: "senco", Email: "SENCO@larkfield.example ", By: "head", Expires: r.clock().Add(time.Hour)}
		if err := r.Invite(ctx, i); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Accept(ctx, "h", "hashed"); err != nil {
			t.Fatal(err)
		}
		if _, err := r.Accept(ctx, "h", "another"); !errors.Is(err, ErrNoInvitation) {
			t.Errorf("the link was good twice: %v", err)
		}
		a, err := r.AccountByEmail(ctx, "Senco@Larkfield.example")
		if err != nil || a.Person != "senco" || a.Password != "hashed" {
			t.Errorf("the account is %+v, %v", a, err)
		}
		if err := r.SaveAccount(ctx, Account{Person: "other", Email: "senco@larkfield.example"}); !errors.Is(err, ErrEmailTaken) {
			t.Errorf("two accounts got one address: %v", err)
		}
	})
}

func TestUploadsAndSessionsAreKept(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		one, err := r.KeepUpload(ctx, Upload{Owner: "draft/1", Name: "map.pdf", Type: "application/pdf", By: "senco", Checked: "clean"}, []byte("content"))
		if err != nil {
			t.Fatal(err)
		}
		two, err := r.KeepUpload(ctx, Upload{Owner: "draft/1", Name: "copy.pdf", Type: "application/pdf", By: "senco", Checked: "clean"}, []byte("content"))
		if err != nil {
			t.Fatal(err)
		}
		if err := r.DropUpload(ctx, "draft/1", one.ID); err != nil {
			t.Fatal(err)
		}
		if _, content, err := r.Upload(ctx, "draft/1", two.ID); err != nil || string(content) != "content" {
			t.Errorf("taking one copy away took the other: %q, %v", content, err)
		}
		if _, _, err := r.Upload(ctx, "draft/2", two.ID); !errors.Is(err, ErrNoUpload) {
			t.Errorf("another owner read the file: %v", err)
		}
		s := r.Sessions()
		if err := s.CommitCtx(ctx, "t", []byte("x"), time.Now().Add(-time.Second)); err != nil {
			t.Fatal(err)
		}
		if _, found, err := s.FindCtx(ctx, "t"); err != nil || found {
			t.Errorf("a session whose time is over was found: %v", err)
		}
		if err := s.Sweep(ctx); err != nil {
			t.Fatal(err)
		}
	})
}

func TestAReplyLinkIsGoodUntilItIsAnswered(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		for hash, expires := range map[string]time.Time{"good": r.clock().Add(time.Hour), "over": r.clock().Add(-time.Hour)} {
			if err := r.KeepReplyLink(ctx, ReplyLink{Hash: hash, Ref: "SEN-2026-0001-A", Party: "health", To: "desk@nhs.example", By: "officer", Expires: expires}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := r.ReplyLink(ctx, "over"); !errors.Is(err, ErrNoReplyLink) {
			t.Errorf("a link was good after its time: %v", err)
		}
		if l, err := r.ReplyLink(ctx, "good"); err != nil || l.Party != "health" || l.Ref != "SEN-2026-0001-A" {
			t.Errorf("the link is %+v, %v", l, err)
		}
		if err := r.AnswerReplyLink(ctx, "good"); err != nil {
			t.Fatal(err)
		}
		if _, err := r.ReplyLink(ctx, "good"); !errors.Is(err, ErrNoReplyLink) {
			t.Errorf("a link was good twice: %v", err)
		}
		if list, err := r.ReplyLinks(ctx, "SEN-2026-0001-A"); err != nil || len(list) != 2 {
			t.Errorf("the links are %v, %v", list, err)
		}
	})
}

// TestWhatAFamilyWroteIsKeptForItsTime: the last words count while it is written, the first when it is sent, and nothing
// stays when its time is over.
func TestWhatAFamilyWroteIsKeptForItsTime(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		keep := func(body string, good time.Duration) {
			if err := r.KeepAsk(ctx, "code", []byte(body), r.clock().Add(good)); err != nil {
				t.Fatal(err)
			}
		}
		keep("first", time.Hour)
		keep("second", time.Hour)
		if body, err := r.Ask(ctx, "code"); err != nil || string(body) != "second" {
			t.Errorf("kept is %q, %v; want what was written last", body, err)
		}
		for _, sent := range []string{"one", "two"} {
			if first, err := r.FirstAsk(ctx, "click", []byte(sent), r.clock().Add(time.Hour)); err != nil || string(first) != "one" {
				t.Errorf("sending %q gives %q, %v; want one", sent, first, err)
			}
		}
		if err := r.DropAsk(ctx, "click"); err != nil {
			t.Fatal(err)
		}
		keep("third", -time.Minute)
		for _, hash := range []string{"click", "code", "another"} {
			if body, err := r.Ask(ctx, hash); !errors.Is(err, ErrNoAsk) {
				t.Errorf("%s still gives %q, %v", hash, body, err)
			}
		}
	})
}

// TestASchoolIsToldOfADraftOnce, whoever tries: a message that was begun and of which nothing was heard is taken again.
func TestASchoolIsToldOfADraftOnce(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		d, err := r.BeginDraft(ctx, "larkfield", "senco", []byte(`{}`))
		if err != nil {
			t.Fatal(err)
		}
		now := r.clock
		untold := func(want int) {
			t.Helper()
			if list, err := r.DraftsUntold(ctx, []casework.SettingID{"larkfield"}, r.clock().Add(time.Minute), 10); err != nil || len(list) != want {
				t.Fatalf("%d drafts wait, %v; want %d", len(list), err, want)
			}
		}
		untold(1)
		for _, want := range []bool{true, false} {
			if taken, err := r.TakeNudge(ctx, d.ID, "senco"); err != nil || taken != want {
				t.Fatalf("taken: %v, %v; want %v", taken, err, want)
			}
		}
		untold(0)
		r.clock = func() time.Time { return now().Add(noticeAgain + time.Minute) }
		untold(1)
		if taken, err := r.TakeNudge(ctx, d.ID, "head"); err != nil || !taken {
			t.Fatalf("a message of which nothing was heard is not taken again: %v", err)
		}
		if err := r.EndNudge(ctx, d.ID, "sent"); err != nil {
			t.Fatal(err)
		}
		r.clock = func() time.Time { return now().Add(48 * time.Hour) }
		untold(0)
		n, told, err := r.Nudge(ctx, d.ID)
		if err != nil || !told || n.Person != "head" || n.Outcome != "sent" || n.Ended.IsZero() {
			t.Errorf("the message is %+v, %v, %v", n, told, err)
		}
	})
}
