package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// story tells a case to the person addressed: what happened, what is happening, what comes, by when.
type story struct {
	v    *Visit
	c    casework.Case
	page familyPage
}

func (s story) p(key string, pairs ...any) string { return s.v.say(key, pairs...) }

// refused reports whether the family has been sent a refusal that still stands: also when the request has closed because
// the time for an appeal has passed, for the Tribunal can still take one.
func (s story) refused() bool {
	ending := s.c.Ending()
	return s.c.NoticeGiven != nil && s.c.NoticeGiven.Appeal != nil && s.c.Undone == nil && (ending == "" || ending == casework.EndedUnopposed)
}

// appeal is the last day of an appeal, as far as the council knows: a certificate that it has not seen can give longer.
func (s story) appeal() statute.Dates {
	if s.c.Certificate != nil {
		return s.c.Certificate.Appeal
	}
	return *s.c.NoticeGiven.Appeal
}

// appealOver reports whether that day has passed.
func (s story) appealOver() bool { return s.refused() && s.v.Today.After(s.appeal().Effective) }

// assessing reports whether the family has been told that the council assesses.
func (s story) assessing() bool {
	return s.c.Undone != nil || s.c.NoticeGiven != nil && s.c.NoticeGiven.Appeal == nil
}

// over reports whether nothing more happens here.
func (s story) over() bool {
	switch s.c.Stage {
	case casework.StageWithdrawn, casework.StageEnded, casework.StageClosed:
		return true
	}
	return false
}

// say is the heading and the sentences under it.
func (s story) say() (heading string, lede []string) {
	child := s.page.Child
	switch {
	case s.c.Ending() == casework.EndedDeath:
		return s.p("family-ended"), []string{s.p("family-dead-lede")}
	case s.c.Ending() == casework.EndedMoved:
		return s.p("family-moved"), []string{s.movedLede()}
	case s.c.Ending() == casework.EndedWithdrawn:
		return s.p("family-withdrawn"), []string{s.p("family-withdrawn-lede")}
	case s.outcome() != nil:
		return s.outcomeSaid()
	case s.draft() != nil:
		return s.p("family-assess", "child", child), s.draftLede()
	case s.c.Undone != nil:
		return s.p("family-assess", "child", child), s.undoneLede()
	case s.assessing():
		return s.p("family-assess", "child", child), []string{s.p("family-assess-lede", "no", s.v.long(s.c.Opened.NoPlan.Due), "plan", s.v.long(s.c.Opened.Plan.Due))}
	case s.refused():
		return s.p("family-refused", "child", child), s.refusedLede()
	case s.c.Decided != nil:
		return s.p("family-decided", "child", child), []string{s.p("family-decided-lede"), s.how()}
	}
	if s.lateNow() {
		return s.p("family-deciding", "child", child), nil
	}
	return s.p("family-deciding", "child", child), []string{s.p("family-deciding-lede", "day", s.v.long(s.c.Opened.Decide.Due)) + " " + s.how()}
}

// movedLede names the council that is responsible now; not where it would tell one household where the other lives.
func (s story) movedLede() string {
	if s.v.Guarded() {
		return s.p("family-moved-guarded")
	}
	return s.p("family-moved-lede", "council", s.c.Moved.To, "day", s.v.long(s.c.Moved.On))
}

func (s story) undoneLede() []string {
	lede := []string{s.p("family-undone-lede", "day", s.v.long(s.c.Undone.On))}
	if plan, ok := s.c.Undone.Due(statute.FinalStage); ok && !plan.WorkTo.Due.IsZero() {
		lede = append(lede, s.p("family-undone-plan", "day", s.v.long(plan.WorkTo.Due)))
	}
	return lede
}

func (s story) refusedLede() []string {
	appeal := s.appeal().Effective
	switch ch := s.c.Challenge; {
	case ch != nil && !ch.Appeal.IsZero():
		return []string{s.p("family-appealed", "day", s.v.long(ch.Appeal))}
	case s.appealOver():
		return []string{s.p("family-appeal-over", "day", s.v.long(appeal))}
	}
	if mediation := s.c.NoticeGiven.Mediation; mediation != nil && s.c.Certificate == nil && !s.v.Today.After(mediation.Due) {
		return []string{s.p("family-refused-lede", "mediation", s.v.long(mediation.Due), "appeal", s.v.long(appeal))}
	}
	return []string{s.p("family-refused-appeal", "appeal", s.v.long(appeal))}
}

// how says in which way the news will come: as the person asked for.
func (s story) how() string {
	me := s.page.Me
	if !me.CallFirst {
		return s.p("family-how-letter")
	}
	if me.Interpreter && me.Language != "" {
		return s.p("family-how-call-in", "language", me.Language)
	}
	return s.p("family-how-call")
}

// lateNow reports whether the family should have heard by today and has not.
func (s story) lateNow() bool {
	return s.c.NoticeGiven == nil && !s.over() && s.v.Today.After(s.c.Opened.Decide.Due)
}

// late says that the council is late and sorry, what it told the family of it, and whom to ring. Where the law lets it
// take longer it says so, in plain words.
func (s story) late() *look.Notice {
	exception, allowed := s.exception()
	switch {
	case s.planLate():
		return s.planLateNotice()
	case s.over() || s.c.NoticeGiven != nil:
		return nil
	case !s.lateNow() && !allowed:
		return nil
	case !s.lateNow():
		return &look.Notice{Tone: look.Info, Title: s.p("family-exception-title"), Text: exception}
	}
	text := []string{s.p("family-late-text", "day", s.v.long(s.c.Opened.Decide.Due))}
	if allowed {
		text = append(text, exception)
	}
	if d := s.c.Delay; d != nil {
		text = append(text, s.p("family-late-told", "day", s.v.long(d.ExpectBy)))
	} else {
		text = append(text, s.p("family-late-soon"))
	}
	text = append(text, s.p("family-late-ring", "name", s.page.Officer.Name, "phone", s.page.Phone))
	return &look.Notice{Tone: look.Late, Title: s.p("family-late-title"), Text: strings.Join(text, " ")}
}

// exception says which exception is in force, as far as this person may be told.
func (s story) exception() (string, bool) {
	for _, e := range s.c.Exceptions {
		if !e.Stand || s.v.Today.Before(e.From) || !e.Until.IsZero() && !s.v.Today.Before(e.Until) {
			continue
		}
		if s.v.Guarded() {
			return s.p("family-exception-guarded"), true
		}
		switch {
		case strings.HasSuffix(e.Limb, "(a)"), strings.HasSuffix(e.Limb, "(b)"):
			return s.p("family-exception-closed"), true
		case strings.HasSuffix(e.Limb, "(c)"):
			return s.p("family-exception-personal"), true
		}
		return s.p("family-exception-away"), true
	}
	return "", false
}

// why explains the date that matters, in the words of the law made plain. What the law gives the council does not move;
// what it gives the family for an appeal does, and says so itself.
func (s story) why() look.Details {
	dates, more := s.c.Opened.Decide, []string{s.p("family-why-all")}
	day := dates.Due
	switch {
	case s.refused():
		dates, more = s.appeal(), nil
		day = dates.Effective
	case s.outcome() != nil:
		dates, more = s.outcome().Appeal, nil
		day = dates.Effective
	case s.over(), s.c.Undone != nil:
		return look.Details{}
	case s.assessing():
		dates = s.c.Opened.Plan
		day = dates.Due
	}
	return look.Details{Summary: s.p("family-why", "day", s.v.long(day)), Text: append([]string{s.v.why(dates)}, more...)}
}
