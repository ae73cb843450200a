package meeting

import (
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Planned: the meeting was called, with what the council's settings say of its panel on that day.
type Planned struct {
	Ref      casework.MeetingRef `json:"ref"`
	Panel    string              `json:"panel"` // as the council's settings know it
	Name     string              `json:"name"`  // and as people do
	On       statute.Day         `json:"on"`
	From     string              `json:"from,omitempty"`  // as 09:30, in London
	Until    string              `json:"until,omitempty"` // as 12:00
	Place    string              `json:"place,omitempty"`
	Urgent   bool                `json:"urgent,omitempty"` // called outside the panel's plan, so that a decision is not late
	Chair    casework.PersonID   `json:"chair"`
	Seats    []Seat              `json:"seats"` // who is invited
	Clerk    casework.PersonID   `json:"clerk,omitempty"`
	Quorum   int                 `json:"quorum"`
	Required []Required          `json:"required,omitempty"`
	PackOn   statute.Day         `json:"pack_on"`         // when its papers go out by themselves
	Capacity int                 `json:"capacity"`        // how many cases it can take
	Shift    time.Duration       `json:"shift,omitempty"` // of a demonstration: the meeting's time less real time
}

// Seat is somebody who is invited, and whose seat it is.
type Seat struct {
	Member  casework.PersonID  `json:"member"`
	Name    string             `json:"name"`
	Post    string             `json:"post,omitempty"`
	For     casework.PersonID  `json:"for"`               // the member whose seat it is; their own but for a substitute
	Knows   []string           `json:"knows,omitempty"`   // what they know, as the panel asks for it: health, social_care
	Setting casework.SettingID `json:"setting,omitempty"` // the school they work for, an interest in its children
}

// Required is what somebody present must know for the panel to advise.
type Required struct {
	Knows       string `json:"knows"`
	WrittenView bool   `json:"written_view,omitempty"` // a view of the case recorded before is enough
}

// DateChanged: the meeting is on another day. The cases that were on its agenda are to be listed again.
type DateChanged struct {
	Was     statute.Day `json:"was"`
	On      statute.Day `json:"on"`
	PackOn  statute.Day `json:"pack_on"`
	Why     string      `json:"why"`
	Effects []Effect    `json:"effects,omitempty"`
}

// Effect is what a cancelled or moved meeting means to a case that was on its agenda. Its five dates stay as they are.
type Effect struct {
	Case      casework.Ref `json:"case"`
	Due       statute.Day  `json:"due"`
	Target    statute.Day  `json:"target,omitzero"`
	WorkBy    statute.Day  `json:"work_by,omitzero"`
	Effective statute.Day  `json:"effective,omitzero"`
	SendBy    statute.Day  `json:"send_by"`
	Next      statute.Day  `json:"next,omitzero"` // the next meeting of the panel with room before send_by; none where there is none
	DaysLeft  int          `json:"days_left"`     // from that meeting, or else from today, to send_by
}

// CapacitySet: how many cases the meeting can take.
type CapacitySet struct {
	Capacity int    `json:"capacity"`
	Why      string `json:"why,omitempty"`
}

// Invited: somebody takes a seat, in the place of a member who cannot come where For names another.
type Invited struct {
	Seat Seat   `json:"seat"`
	Why  string `json:"why,omitempty"`
}

// Excused: a member cannot come.
type Excused struct {
	Member casework.PersonID `json:"member"`
	Why    string            `json:"why,omitempty"`
}

// PackReleased: the papers of these cases may be read by those invited, but for those with an interest.
type PackReleased struct {
	Items []PackItem `json:"items,omitempty"`
	Early bool       `json:"early,omitempty"` // by command, before its day
}

// PackItem is one case in a pack.
type PackItem struct {
	Case    casework.Ref        `json:"case"`
	Without []casework.PersonID `json:"without,omitempty"` // who must not read it, for an interest
}

// Reminder says of what people are reminded.
type Reminder string

// Reminders.
const (
	RemindViews     Reminder = "views_missing" // two working days before: members whose view of a case is not recorded
	RemindMeeting   Reminder = "meeting"       // the working day before: everybody invited
	RemindNotOpened Reminder = "not_opened"    // the working day after: the clerk and the chair
	RemindNotClosed Reminder = "not_closed"    // the working day after: the clerk and the chair
)

// Reminded: people were reminded of something.
type Reminded struct {
	What  Reminder            `json:"what"`
	To    []casework.PersonID `json:"to,omitempty"`
	Views []MissingView       `json:"views,omitempty"`
}

// MissingView is a view that a member has not recorded yet.
type MissingView struct {
	Case   casework.Ref      `json:"case"`
	Member casework.PersonID `json:"member"`
}

// Coming is what somebody did at the meeting.
type Coming string

// Ways to come and go.
const (
	Arrived  Coming = "arrived"
	Left     Coming = "left"
	Withdrew Coming = "withdrew" // left the room for one case, for an interest in it
	Returned Coming = "returned"
)

// Attended: somebody came or went.
type Attended struct {
	Member casework.PersonID `json:"member"`
	What   Coming            `json:"what"`
	At     string            `json:"at"`              // as 09:30, in London
	Case   casework.Ref      `json:"case,omitempty"`  // for which they withdrew
	Why    string            `json:"why,omitempty"`   // the interest
	Video  bool              `json:"video,omitempty"` // not in the room
}

// Standing is who counted on one case at the time, and what the quorum lacked.
type Standing struct {
	Case     casework.Ref        `json:"case"`
	Quorate  bool                `json:"quorate"`
	Missing  []string            `json:"missing,omitempty"`
	Present  []casework.PersonID `json:"present"`
	Withdrew []casework.PersonID `json:"withdrew,omitempty"`
}

// Opened: the meeting began. Without a quorum it is held as not quorate, and so is each case on its agenda.
type Opened struct {
	Quorate bool       `json:"quorate"`
	Missing []string   `json:"missing,omitempty"`
	Items   []Standing `json:"items,omitempty"` // the agenda, in its order
}

// TakenUp: cases that were listed after the meeting had begun were taken up.
type TakenUp struct {
	Items []Standing `json:"items"`
}

// QuorumChanged: somebody came, went or recorded a view, and with it the quorum on cases changed.
type QuorumChanged struct {
	Items []Standing `json:"items"`
}

// Result is what became of one case at the meeting.
type Result struct {
	Standing
	Outcome Outcome     `json:"outcome"`
	Until   statute.Day `json:"until,omitzero"` // the day of the meeting to which it was put off or moved
}

// Minutes are what the meeting leaves in writing besides the outcomes.
type Minutes struct {
	Notes   []Note   `json:"notes,omitempty"`
	Actions []Action `json:"actions,omitempty"`
}

// Note is something that was said, on a case or on the meeting's business.
type Note struct {
	Case casework.Ref `json:"case,omitempty"`
	Text string       `json:"text"`
}

// Action is something that somebody is to do.
type Action struct {
	Who  casework.PersonID `json:"who"`
	What string            `json:"what"`
	By   statute.Day       `json:"by,omitzero"`
}

// Closed: the meeting is over, with an outcome for each case.
type Closed struct {
	Quorate bool     `json:"quorate"` // it opened with a quorum
	Results []Result `json:"results,omitempty"`
	Minutes Minutes  `json:"minutes,omitzero"`
}

// Cancelled: the meeting does not take place. The cases on its agenda are to be listed again.
type Cancelled struct {
	Why     string   `json:"why"`
	Effects []Effect `json:"effects,omitempty"`
}

// Kind is KindPlanned, and so for each of the bodies below.
func (Planned) Kind() Kind       { return KindPlanned }
func (DateChanged) Kind() Kind   { return KindDateChanged }
func (CapacitySet) Kind() Kind   { return KindCapacitySet }
func (Invited) Kind() Kind       { return KindInvited }
func (Excused) Kind() Kind       { return KindExcused }
func (PackReleased) Kind() Kind  { return KindPackReleased }
func (Reminded) Kind() Kind      { return KindReminded }
func (Attended) Kind() Kind      { return KindAttended }
func (Opened) Kind() Kind        { return KindOpened }
func (TakenUp) Kind() Kind       { return KindTakenUp }
func (QuorumChanged) Kind() Kind { return KindQuorumChanged }
func (Closed) Kind() Kind        { return KindClosed }
func (Cancelled) Kind() Kind     { return KindCancelled }
