package main

import (
	"context"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/dispatch"
	"sendpanel/examples/lively"
	"sendpanel/portal/draft"
	"sendpanel/records"
	"sendpanel/service"
	"sendpanel/workflows"
)

// writer puts what was played into the register. Each case goes in whole, in one transaction, so that no workflow takes
// up a case that is still being written.
type writer struct{ desk *service.Desk }

func (w writer) writeCase(ctx context.Context, c *lively.Case) error {
	r := w.desk.Register
	ref, fresh, err := r.Receive(ctx, records.Receipt{Key: c.Key, Year: c.Case.Opened.Received.Year(), Original: c.Request,
		Open: func(ref casework.Ref) ([]casework.Event, error) {
			if ref != c.Case.Ref {
				return nil, fmt.Errorf("the register counts it as %s, and it was played as %s", ref, c.Case.Ref)
			}
			return c.Events, nil
		}})
	if err != nil || !fresh {
		return err
	}
	stored := make([]records.NewLetter, len(c.Letters))
	for i, l := range c.Letters {
		stored[i] = records.NewLetter{Key: l.Key, PDF: l.PDF, Dated: l.Dated, Text: l.Text}
	}
	if len(stored) > 0 {
		if _, err := r.SaveLetters(ctx, ref, stored); err != nil {
			return err
		}
	}
	if err := w.print(ctx, c); err != nil {
		return err
	}
	if err := w.read(ctx, c.Case); err != nil {
		return err
	}
	if who, by, ok := c.MayFollow(); ok {
		return r.SetFamilyAccess(ctx, records.FamilyAccess{Ref: ref, Addressee: who.ID, Channel: "email", Contact: who.Email, Opened: true, By: by})
	}
	return nil
}

// read has those who recorded a view of a case that still waits for its panel read its papers: nobody gives a view unread.
func (w writer) read(ctx context.Context, c casework.Case) error {
	if c.Stage != casework.StageConsidering {
		return nil
	}
	for _, view := range c.Views {
		if err := w.desk.Register.NoteRead(ctx, string(view.Member), "demonstration", c.Ref, "pack"); err != nil {
			return err
		}
	}
	return nil
}

// print puts letters that nobody has posted yet into the print folder.
func (w writer) print(ctx context.Context, c *lively.Case) error {
	folder, err := dispatch.PrintFolder(w.desk.Settings().Print)
	if err != nil {
		return err
	}
	for _, key := range c.Case.Printed() {
		for _, l := range c.Letters {
			if l.Key != key {
				continue
			}
			if _, err := folder.Hand(ctx, dispatch.Item{Key: dispatch.Key{Case: c.Case.Ref, Letter: key}, PDF: l.PDF}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w writer) writeMeeting(ctx context.Context, m *lively.Meeting) error {
	_, _, err := w.desk.Register.PlanMeeting(ctx, m.Events[0].Key, m.Meeting.On.Year(), func(ref casework.MeetingRef) ([]meeting.Event, error) {
		if ref != m.Meeting.Ref {
			return nil, fmt.Errorf("the register counts it as %s, and it was played as %s", ref, m.Meeting.Ref)
		}
		return m.Events, nil
	})
	return err
}

func (w writer) writeDrafts(ctx context.Context, in council.Council, now time.Time) error {
	drafts, err := lively.Drafts(in, now)
	if err != nil {
		return err
	}
	form, err := draft.Load()
	if err != nil {
		return err
	}
	for _, d := range drafts {
		values, extra, err := form.Fill(d.Request)
		if err != nil {
			return err
		}
		body, err := draft.Body{Values: values, Extra: extra}.Bytes()
		if err != nil {
			return err
		}
		if _, err := w.desk.Register.BeginDraft(ctx, d.Setting, d.By, body); err != nil {
			return err
		}
	}
	return nil
}

// carry has workflows take up what is open, by the real clock. What is not taken up now the service takes up by itself.
func (w writer) carry(ctx context.Context, s *lively.Stage) {
	for _, c := range s.Cases {
		if !c.Case.Closed() {
			_ = w.desk.Cases.Start(ctx, c.Case)
		}
	}
	for _, m := range s.Meetings {
		if !m.Meeting.Over() {
			_ = w.desk.Cases.Call(ctx, workflows.Calling{Ref: m.Meeting.Ref, Resume: m.Meeting.Seq})
		}
	}
}
