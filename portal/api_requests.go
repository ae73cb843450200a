package portal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
	"sendpanel/statute"
)

// apiCase is a request as its school's system may see it. It names no child.
type apiCase struct {
	Ref      casework.Ref `json:"ref" doc:"The council’s reference."`
	Received statute.Day  `json:"received" doc:"The day from which the six weeks run."`
	DecideBy statute.Day  `json:"decide_by" doc:"The last day for telling the family (SEND Regulations 2014, reg 5(1))."`
	Panel    *statute.Day `json:"panel,omitempty" doc:"The day of the panel’s meeting."`
	Told     *statute.Day `json:"told,omitempty" doc:"The day on which the family had the decision; nothing of it is said before."`
	Outcome  string       `json:"outcome,omitempty" doc:"What was decided, once the family has been told: assess or not_assess."`
	Next     string       `json:"next" doc:"Where the request is and what comes next, in a sentence."`
	Ended    bool         `json:"ended" doc:"Nothing more is to come."`
	Reply    bool         `json:"reply_wanted" doc:"The council asks the school about a request by somebody else; answer it on the portal."`
}

// apiReceived says what became of a request that was sent.
type apiReceived struct {
	Request *apiCase        `json:"request,omitempty" doc:"Absent where the request joined one that is not the school’s to read."`
	Text    string          `json:"text"`
	ToMend  []casework.Mend `json:"to_mend" doc:"What could be put right; none of it holds anything up."`
}

// apiCases is a page of the list of a school's requests.
type apiCases struct {
	Requests []apiCase `json:"requests"`
	Next     string    `json:"next,omitempty" doc:"The address of the page that follows; absent on the last."`
}

// What a page of the list holds.
const (
	apiPage     = 50
	apiMostPage = 200
)

// apiSend takes a request in. It arrives now, whatever it says itself; one that is sent again under the same key, or without
// one with the same content, arrived the first time.
func (p *Portal) apiSend(v *Visit) error {
	data, err := v.body("application/json")
	if err != nil {
		return err
	}
	setting := v.Who.Actor.Setting
	content := identity.Hash(string(data))
	key := v.R.Header.Get("Idempotency-Key")
	if key == "" {
		key = content
	}
	request, mends, unreadable := casework.ParseRequest(data)
	readable := !errors.Is(unreadable, casework.ErrUnreadable)
	if wrong := p.notOurs(v, &request); readable && len(wrong) > 0 {
		return &apiFault{http.StatusUnprocessableEntity, "api-request", wrong}
	}
	first, at, err := p.register.FirstSent(v.Context(), setting, identity.Hash(key), content)
	if err != nil {
		return err
	}
	if first != content {
		return &apiFault{http.StatusConflict, "api-key", nil}
	}
	if readable {
		if data, err = arrived(request, at); err != nil {
			return err
		}
	}
	got, err := p.desk.Receive(v.Context(), data, 0)
	if err != nil {
		return err
	}
	if got.Asleep != nil {
		p.log.Warn("a request was received and nothing carries it yet", "id", v.id, "error", got.Asleep)
	}
	said := apiReceived{Text: p.say("sent-joined"), ToMend: append([]casework.Mend{}, mendsSent(mends, got)...)}
	if got.Case.Opened.Setting == setting {
		c := p.apiCase(v, got.Case)
		said.Request, said.Text = &c, c.Next
	}
	status := http.StatusOK
	if got.Fresh {
		status = http.StatusCreated
	}
	return v.JSON(status, said)
}

// mendsSent leaves out what the portal itself has put right.
func mendsSent(sent []casework.Mend, got Received) []casework.Mend {
	return slices.DeleteFunc(slices.Clone(got.ToMend), func(m casework.Mend) bool {
		return !slices.ContainsFunc(sent, func(s casework.Mend) bool { return s.Path == m.Path })
	})
}

// notOurs lists what shows that a request is not the setting's own to make: one in a parent's name is the parent's, and one for
// a child elsewhere is that setting's. What is left open is the setting's.
func (p *Portal) notOurs(v *Visit, r *casework.Request) []casework.Gap {
	own := casework.Text(v.Who.Actor.Setting)
	var wrong []casework.Gap
	if kind := r.Requester.Type.Word(); kind == "" {
		r.Requester.Type = "school"
	} else if !slices.Contains([]string{"school", "post16", "early_years"}, kind) {
		wrong = append(wrong, casework.Gap{Path: "requester.type", What: p.say("api-not-a-school"), Mend: p.say("api-not-a-school-mend")})
	}
	elsewhere := func(path string, of *casework.Text) {
		if of.Empty() {
			*of = own
		} else if of.Line() != own.Line() {
			wrong = append(wrong, casework.Gap{Path: path, What: p.say("api-elsewhere", "own", own.Line()), Mend: p.say("api-elsewhere-mend")})
		}
	}
	elsewhere("requester.setting", &r.Requester.Setting)
	elsewhere("child.setting", &r.Child.Setting)
	return wrong
}

// arrived is a request as it came in by this way at the moment, whatever it says of that itself.
func arrived(r casework.Request, at time.Time) ([]byte, error) {
	r.Schema, r.Channel, r.ReceivedAt, r.EnteredAt, r.EnteredBy = casework.RequestSchema, "portal", casework.Text(at.UTC().Format(time.RFC3339)), "", ""
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("write a request: %w", err)
	}
	return data, nil
}

// body reads what was sent, of the kind.
func (v *Visit) body(kind string) ([]byte, error) {
	got, _, err := mime.ParseMediaType(v.R.Header.Get("Content-Type"))
	if kind != "" && (err != nil || got != kind) {
		return nil, &apiFault{http.StatusUnsupportedMediaType, "api-kind", nil}
	}
	data, err := io.ReadAll(v.R.Body)
	if err != nil {
		return nil, fmt.Errorf("read what was sent: %w", err)
	}
	return data, nil
}

func (p *Portal) apiCase(v *Visit, c casework.Case) apiCase {
	said := apiCase{Ref: c.Ref, Received: c.Opened.Received, DecideBy: c.Opened.Decide.Due, Next: p.nextFor(v, c), Reply: p.owesReply(c),
		Ended: c.Closed() || c.Stage == casework.StageWithdrawn}
	if said.Ended {
		said.Next = p.say("api-ended")
	}
	if c.Listed != nil {
		said.Panel = &c.Listed.On
	}
	if p.schoolTold(v, c) {
		on, _ := c.FamilyToldOn()
		said.Told, said.Outcome = &on, string(outcomeNow(c))
	}
	return said
}

// apiList lists the requests of the token's own setting, those to be sent first at the top, page by page.
func (p *Portal) apiList(v *Visit) error {
	limit, after, wrong := p.apiPlace(v)
	if len(wrong) > 0 {
		return &apiFault{http.StatusBadRequest, "api-place", wrong}
	}
	rows, err := p.register.Cases(v.Context(), records.Filter{Setting: v.Who.Actor.Setting, After: after, Limit: limit + 1})
	if err != nil {
		return err
	}
	list := apiCases{Requests: []apiCase{}}
	if len(rows) > limit {
		rows = rows[:limit]
		last := rows[limit-1].Cursor()
		list.Next = "/api/requests?" + url.Values{"limit": {strconv.Itoa(limit)}, "after": {last.SendBy.String() + "." + string(last.Ref)}}.Encode()
	}
	for _, row := range rows {
		c, err := p.desk.Case(v.Context(), row.Ref)
		if err != nil {
			return err
		}
		may, err := p.schoolMayRead(v.Context(), c)
		if err != nil {
			return err
		}
		if may {
			list.Requests = append(list.Requests, p.apiCase(v, c))
		}
	}
	return v.JSON(http.StatusOK, list)
}

// apiPlace reads how many requests are asked for, after which place.
func (p *Portal) apiPlace(v *Visit) (limit int, after records.Cursor, wrong []casework.Gap) {
	asked, limit := v.R.URL.Query(), apiPage
	if text := asked.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > apiMostPage {
			wrong = append(wrong, casework.Gap{Path: "limit", What: p.say("api-limit"), Mend: p.say("api-limit-mend", "most", apiMostPage)})
		}
		limit = n
	}
	if text := asked.Get("after"); text != "" {
		day, ref, _ := strings.Cut(text, ".")
		at, badDay := statute.ParseDay(day)
		known, badRef := casework.ParseRef(ref)
		if badDay != nil || badRef != nil {
			wrong = append(wrong, casework.Gap{Path: "after", What: p.say("api-after"), Mend: p.say("api-after-mend")})
		}
		after = records.Cursor{SendBy: at, Ref: known}
	}
	return limit, after, wrong
}

// apiRequest says where one request is.
func (p *Portal) apiRequest(v *Visit) error {
	if err := p.ownRead(v, "request"); err != nil {
		return err
	}
	return v.JSON(http.StatusOK, p.apiCase(v, v.Case))
}
