package portal

import (
	"errors"
	"net/http"

	"sendpanel/casework"
	"sendpanel/portal/asked"
	"sendpanel/portal/form"
	"sendpanel/records"
	"sendpanel/workflows"
)

// failure is what an error page shows: what happened in plain words, the reference for the log, and what was typed.
type failure struct {
	Heading string
	Text    string
	ID      string
	Typed   []asked.Said // shown back so that it can be copied
}

// fail shows the page of an error. A refusal that its handler did not take up is shown as it is: it is in plain words.
func (v *Visit) fail(err error) {
	status, key := v.p.judge(err)
	if status >= http.StatusInternalServerError {
		v.p.log.Error("a page failed", "id", v.id, "route", v.route.Pattern, "error", err)
	}
	f := failure{Heading: v.say(key + "-title"), Text: v.say(key + "-text"), ID: v.id, Typed: typed(v.Form)}
	var kept *Kept
	switch refused := casework.AsRefused(err); {
	case refused != nil:
		for _, gap := range refused.Gaps {
			v.Form.Wrong("", v.voice.InEnglish(form.Nowhere(v.p.say, gap)))
		}
	case errors.As(err, &kept):
		v.Form.Wrong("", v.voice.InEnglish(kept.Error()))
	}
	if again := v.Show(status, "error", f); again != nil {
		v.p.log.Error("an error page failed", "id", v.id, "error", again)
		v.p.broken(v.W, v.id)
	}
}

// judge says which status an error has and which words.
func (p *Portal) judge(err error) (status int, key string) {
	tooLarge := new(http.MaxBytesError)
	switch {
	case errors.Is(err, ErrNotFound):
		return http.StatusNotFound, "not-found"
	case errors.Is(err, records.ErrHeld):
		return http.StatusConflict, "held"
	case errors.Is(err, records.ErrHarmful):
		return http.StatusConflict, "harmful"
	case errors.Is(err, errGone):
		return http.StatusGone, "gone"
	case errors.As(err, &tooLarge), errors.Is(err, errTooLarge):
		return http.StatusRequestEntityTooLarge, "too-large"
	case errors.Is(err, errTooMany):
		return http.StatusTooManyRequests, "too-many"
	case casework.AsRefused(err) != nil:
		return http.StatusUnprocessableEntity, "refused"
	case errors.Is(err, workflows.ErrNotConfirmed), errors.Is(err, workflows.ErrNotCarried), errors.Is(err, workflows.ErrAway):
		return http.StatusServiceUnavailable, "not-confirmed"
	}
	return http.StatusInternalServerError, "error"
}

// typed lists what a form held, each under its question, without what nobody should see again.
func typed(f *form.Form) []asked.Said { return f.Asked.Of(shown(f)) }
