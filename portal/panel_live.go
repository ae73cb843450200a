package portal

import (
	"fmt"
	"strconv"

	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// A page that keeps itself up to date asks again every liveEvery seconds, liveTimes times: half an hour, so that a tablet that was left
// behind does not keep a session alive.
const (
	liveEvery = 20
	liveTimes = 90
)

// livePage says when a page was made, and whether it asks for itself again. Several people work on a meeting at once.
type livePage struct {
	At       string // the time of the page, as 10:05
	Path     string
	On       bool
	Begin    int // how many times it asks, where it is to begin
	Possible bool
}

// live reads from the address whether the page is to keep itself up to date, and has the browser ask again: by a header, so that it needs
// no script. Whoever looks at the page turns it on and off.
func (p *Portal) live(v *Visit) livePage {
	m := v.Meeting
	l := livePage{At: p.clock().Add(m.Shift).In(statute.London()).Format("15:04"), Path: v.meetingPath(), Begin: liveTimes}
	l.Possible = m.Stage == meeting.StageOpen || m.Stage == meeting.StagePlanned && v.Today == m.On
	left, err := strconv.Atoi(v.R.URL.Query().Get("live"))
	if !l.Possible || err != nil || left < 1 || left > liveTimes {
		return l
	}
	l.On = true
	again := l.Path
	if left > 1 {
		again += fmt.Sprintf("?live=%d", left-1)
	}
	v.W.Header().Set("Refresh", fmt.Sprintf("%d; url=%s", liveEvery, again))
	return l
}
