package casework

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sendpanel/statute"
)

// FurtherRequest: somebody else asked for an assessment of the same child while the first request is open. Each request
// keeps its own receipt and its own requester; the earliest clock governs them all.
type FurtherRequest struct {
	Received    statute.Day `json:"received"`
	ReceivedAt  time.Time   `json:"received_at"`
	Channel     string      `json:"channel"`
	Basis       string      `json:"basis"`
	RequestedBy Asker       `json:"requested_by"`
	Request     string      `json:"request"`            // SHA-256 of the request as it arrived, hexadecimal
	Original    []byte      `json:"original,omitempty"` // the request as it arrived
	Evidence    []Evidence  `json:"evidence,omitempty"`
	ToMend      []Mend      `json:"to_mend,omitempty"`
	Clock       *Clocks     `json:"clock,omitempty"` // where it arrived before the others: the dates that govern now
}

// Clocks are the limits that run from a receipt.
type Clocks struct {
	RuleSet string        `json:"rule_set"`
	Decide  statute.Dates `json:"decide"`
	NoPlan  statute.Dates `json:"no_plan"`
	Plan    statute.Dates `json:"plan"`
}

// RequestWithdrawn: one of several requests was withdrawn. The others stand.
type RequestWithdrawn struct {
	Request     int           `json:"request"` // the event with which it came
	ConfirmedBy AddresseeID   `json:"confirmed_by"`
	SuggestedBy string        `json:"suggested_by"`
	Why         string        `json:"why,omitempty"`
	AgreedBy    []AddresseeID `json:"agreed_by,omitempty"`
}

// SchoolReplied: the child's setting answered the council's question about a request that it did not make.
type SchoolReplied struct {
	Summary  string          `json:"summary,omitempty"`
	Reply    json.RawMessage `json:"reply,omitempty"` // as it was sent
	Evidence []Evidence      `json:"evidence,omitempty"`
}

// Kind is KindFurther, and so for each of the bodies below.
func (FurtherRequest) Kind() Kind   { return KindFurther }
func (RequestWithdrawn) Kind() Kind { return KindRequestWithdrawn }
func (SchoolReplied) Kind() Kind    { return KindReplied }

// Asked is one request in a case.
type Asked struct {
	Seq       int         `json:"seq"` // the event with which it came; the first is 1
	Received  statute.Day `json:"received"`
	By        Asker       `json:"by"`
	Withdrawn bool        `json:"withdrawn,omitempty"`
	Ended     int         `json:"ended,omitempty"`    // the event with which it was withdrawn
	EndedBy   AddresseeID `json:"ended_by,omitempty"` // who confirmed that
}

// Key is the idempotency key of a request that came after the first.
func requestKey(original string) string { return "request/" + original }

// HasRequest reports whether the case began with, or was joined by, the request with this SHA-256.
func (c Case) HasRequest(original string) bool {
	_, joined := c.Keys[requestKey(original)]
	return joined || c.Opened.Request == original
}

// Join makes the event of a further request for the same child. Its errors are those of [Open].
func (c Case) Join(r Request, original []byte, in Intake) ([]Event, error) {
	opened, err := Open(r, in)
	if err != nil {
		return nil, err
	}
	o := opened.Body.(Opened)
	body := FurtherRequest{
		Received: o.Received, ReceivedAt: o.ReceivedAt, Channel: o.Channel, Basis: o.Basis, RequestedBy: o.RequestedBy,
		Request: in.Original, Original: original, Evidence: c.numbered(o.Evidence), ToMend: in.ToMend,
	}
	if o.Received.Before(c.Opened.Received) {
		body.Clock = &Clocks{RuleSet: o.RuleSet, Decide: o.Decide, NoPlan: o.NoPlan, Plan: o.Plan}
	}
	events := c.Record([]Body{body}, Engine(), opened.RecordedAt)
	events[0].Key = requestKey(in.Original)
	return events, nil
}

// numbered gives documents the next numbers of the case's index.
func (c Case) numbered(added []Evidence) []Evidence {
	numbered := slices.Clone(added)
	for i := range numbered {
		numbered[i].ID = DocumentID(fmt.Sprintf("E%d", len(c.Evidence)+i+1))
	}
	return numbered
}

// takeFurther takes what happens to the requests of a case.
func (c *Case) takeFurther(e Event) {
	switch b := e.Body.(type) {
	case FurtherRequest:
		c.Requests = append(c.Requests, Asked{Seq: e.Seq, Received: b.Received, By: b.RequestedBy})
		c.Evidence = append(c.Evidence, b.Evidence...)
		if b.Clock != nil {
			c.Opened.Received, c.Opened.RuleSet = b.Received, b.Clock.RuleSet
			c.Opened.Decide, c.Opened.NoPlan, c.Opened.Plan = b.Clock.Decide, b.Clock.NoPlan, b.Clock.Plan
		}
	case RequestWithdrawn:
		c.Requests = slices.Clone(c.Requests)
		for i := range c.Requests {
			if c.Requests[i].Seq == b.Request {
				c.Requests[i].Withdrawn, c.Requests[i].Ended, c.Requests[i].EndedBy = true, e.Seq, b.ConfirmedBy
			}
		}
	case SchoolReplied:
		c.Evidence = append(c.Evidence, b.Evidence...)
		c.Consulted = append(c.Consulted, Consulted{Whom: "school", How: "letter", Asked: e.FellOn, Received: true})
	}
}

// RequestOf is the request that came with an event; the first where there is none.
func (c Case) RequestOf(seq int) Asked {
	for _, r := range c.Requests {
		if r.Seq == seq {
			return r
		}
	}
	return Asked{Seq: 1, Received: c.Opened.Received, By: c.Opened.RequestedBy}
}

// standing lists the requests that have not been withdrawn.
func (c Case) standing() []Asked {
	return slices.DeleteFunc(slices.Clone(c.Requests), func(a Asked) bool { return a.Withdrawn })
}

// Reply records the answer of the child's setting to a request that it did not make.
type Reply struct {
	Summary  string          `json:"summary"`
	Reply    json.RawMessage `json:"reply,omitempty"`
	Evidence []Evidence      `json:"evidence,omitempty"`
}

// Kind is ActReply.
func (Reply) Kind() ActKind { return ActReply }

func (a Reply) check(_ Case, _ Actor, _ statute.Day, g *gaps) {
	if blank(a.Summary) {
		g.add("summary", "is missing.", "Say in a few sentences what the school answers.")
	}
}

func (a Reply) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	a.Evidence = c.numbered(a.Evidence)
	for i := range a.Evidence {
		a.Evidence[i].From, a.Evidence[i].See, a.Evidence[i].Know, a.Evidence[i].Held = string(TheSchool), nil, nil, false
	}
	tasks := c.hold(a.Evidence)
	return append([]Body{SchoolReplied(a)}, tasks...), nil
}

// Identity is which child or young person the request is about, for finding a case of the same one.
func (r Request) Identity() Identity { return r.identity() }
