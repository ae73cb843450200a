package portal

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/identity"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// askSentFor is how long the bytes of a request that was sent are kept, so that a click tried again sends the same.
const askSentFor = time.Hour

// askCheck is every answer before it is sent.
type askCheck struct {
	Answers look.SummaryList
	Due     string // the last day to tell the family, if it is sent today
	Other   bool   // whoever writes is neither parent nor young person, and hears nothing of what is decided
}

// publicCheck shows every answer, each with the way to change it.
func (p *Portal) publicCheck(v *Visit) error {
	due, err := dueIfSent(v.Today)
	if err != nil {
		return err
	}
	a := v.asking()
	page := askCheck{Due: v.long(due), Other: a["who"] == "other"}
	for _, question := range v.askPages(a) {
		href := askPath(question.ID) + "?check"
		for _, ask := range question.Ask {
			row := look.SummaryRow{Key: ask.Label, Value: v.said(ask, a), Missing: v.say("ask-not-said"),
				Actions: []look.Link{{Text: v.say("change"), Href: href + "#" + look.ID(ask.Field), Hidden: ask.Label}}}
			if ask.Field == "who" {
				row.Missing = v.say("ask-who-not-said")
			}
			page.Answers.Rows = append(page.Answers.Rows, row)
		}
	}
	v.Narrow, v.Back = true, &look.Link{Href: "/ask"}
	return v.Page("family-ask-check", page)
}

// publicSend takes the request. Only two things are asked for again, without which nobody could find the child or answer.
func (p *Portal) publicSend(v *Visit) error {
	ctx, a := v.Context(), v.asking()
	if !a.any() && p.sessions.GetString(ctx, sessionAsked) != "" {
		return v.Go("/ask/received") // the click was tried again
	}
	if a.line("forenames")+a.line("surname") == "" {
		return p.askAgain(v, "child", "forenames", v.say("ask-forenames-missing"))
	}
	if a.line("phone")+a.line("email")+a.line("address") == "" {
		return p.askAgain(v, "reach", "phone", v.say("ask-phone-missing"))
	}
	if err := p.tries.allow(v.address(), "ask"); err != nil {
		return err
	}
	receipt, err := p.receiveAsked(v, a)
	if err != nil {
		return err
	}
	p.sessions.Put(ctx, sessionAsked, receipt)
	p.sessions.Put(ctx, sessionAskedOther, a["who"] == "other")
	if err := v.forgetAsking(); err != nil {
		return err
	}
	return v.Go("/ask/received")
}

// askAgain shows the question whose answer is missing, with what is wrong; after it comes the page that shows all.
func (p *Portal) askAgain(v *Visit, id, field, wrong string) error {
	a := v.asking()
	pages := v.askPages(a)
	at := slices.IndexFunc(pages, func(page askPage) bool { return page.ID == id })
	for _, name := range pages[at].fields() {
		v.Form.Set(name, a[name])
	}
	v.Form.Wrong(field, wrong)
	return p.showQuestion(v, at, pages, true)
}

// receiveAsked hands the request over, once for one form, and gives the receipt.
func (p *Portal) receiveAsked(v *Visit, a asking) (string, error) {
	data, err := json.Marshal(v.asked(p.clock(), a))
	if err != nil {
		return "", fmt.Errorf("write a request: %w", err)
	}
	if data, err = p.register.FirstAsk(v.Context(), identity.Hash("sent/"+v.Form.Key()), data, p.clock().Add(askSentFor)); err != nil {
		return "", err
	}
	var first struct {
		At time.Time `json:"received_at"`
	}
	if err := json.Unmarshal(data, &first); err != nil {
		return "", fmt.Errorf("read a request that was sent: %w", err)
	}
	at := first.At.Format(time.RFC3339)
	got, err := p.desk.Receive(v.Context(), data, 0)
	var kept *Kept
	switch {
	case errors.As(err, &kept):
		return "task/" + strconv.FormatInt(kept.Task, 10) + "/" + at, nil
	case err != nil:
		return "", err
	}
	return string(got.Case.Ref) + "//" + at, nil
}

// line is the answer to a field on one line.
func (a asking) line(field string) string { return casework.CleanText(a[field]).Line() }

// asked is the request as it was answered. What is empty is left out, and what is wrong is kept as it was typed.
func (v *Visit) asked(at time.Time, a asking) map[string]any {
	who := a["who"]
	if who != "young_person" && who != "other" {
		who = "parent"
	}
	name := a.line("name")
	if who == "young_person" {
		name = strings.TrimSpace(a.line("forenames") + " " + a.line("surname"))
	}
	requester := filled("name", name, "phone", a.line("phone"), "email", a.line("email"))
	requester["type"] = who
	child := filled("forenames", a.line("forenames"), "surname", a.line("surname"), "date_of_birth", a.born())
	if school := a.line("school"); school != "" {
		if id, known := v.schoolNamed(school); known {
			child["setting"] = id
		} else {
			child["setting_name"] = school
		}
	}
	request := filled("reason", strings.TrimSpace(a["reason"]), "entered_by", casework.PublicForm, "legal_basis", "s36_1")
	request["schema"], request["received_at"], request["channel"] = casework.RequestSchema, at.UTC().Format(time.RFC3339), "portal"
	request["requester"], request["child"] = requester, child
	if in := a.line("reason_language"); request["reason"] != nil && !strings.EqualFold(in, inEnglish) && in != "" {
		request["reason_language"] = in
	}
	if who == "other" {
		if role := a.line("role"); role != "" {
			requester["role"] = role
		}
		request["legal_basis"] = "brought_to_attention"
		return request
	}
	request["family"] = []any{v.relative(a, who, name)}
	return request
}

// parentOrCarer is how a request records whoever asks for their own child and said no more.
const parentOrCarer = "parent or carer"

// relative is whoever asks, as one of the family.
func (v *Visit) relative(a asking, who, name string) map[string]any {
	r := filled("name", name, "phone", a.line("phone"), "email", a.line("email"), "postcode", a.line("postcode"), "language", v.languageInEnglish(a.line("language")),
		"interpreter", a["interpreter"], "call_before_letter", a["call"], "safe_contact", a.line("safe"), "relationship", parentOrCarer)
	if address := a.line("address"); address != "" {
		r["address"] = strings.Split(address, ", ")
	}
	if who == "young_person" {
		r["relationship"], r["standing"] = "self", who
	}
	return r
}

// born is the day of birth as a request has it, and as it was typed where it is none.
func (a asking) born() string {
	f := &form.Form{Values: a.values()}
	if on, ok := f.RealDay("born"); ok {
		return on.String()
	}
	return a.typedDay("born")
}

// filled is pairs of name and value without those that are empty.
func filled(pairs ...string) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			m[pairs[i]] = pairs[i+1]
		}
	}
	return m
}

func (v *Visit) schoolNamed(name string) (casework.SettingID, bool) {
	for _, s := range v.Council.Settings {
		if strings.EqualFold(s.Name, name) {
			return s.ID, true
		}
	}
	return "", false
}

// publicReceipt shows the receipt: the reference and the dates of this request, and nothing of any other about the child.
func (p *Portal) publicReceipt(v *Visit) error {
	parts := strings.SplitN(p.sessions.GetString(v.Context(), sessionAsked), "/", 3)
	if len(parts) != 3 {
		return v.Go("/ask")
	}
	at, err := time.Parse(time.RFC3339, parts[2])
	if err != nil {
		return v.Go("/ask")
	}
	received := statute.DayOf(at)
	law, err := statute.InForce(received)
	if err != nil {
		return err
	}
	duty, err := law.Duty(casework.RuleDecide)
	if err != nil {
		return err
	}
	dates, err := duty.From(received)
	if err != nil {
		return err
	}
	v.Narrow = true
	receipt := struct {
		Ref, Task, On, Due, Why string
		Other                   bool
	}{Other: p.sessions.GetBool(v.Context(), sessionAskedOther), Ref: parts[0], On: v.long(received), Due: v.long(dates.Due), Why: v.why(dates)}
	if parts[0] == "task" {
		receipt.Ref, receipt.Task = "", parts[1]
	}
	return v.Page("family-asked", receipt)
}
