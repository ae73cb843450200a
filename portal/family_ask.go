package portal

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// A parent, a carer or a young person can ask for an assessment here without an account. It proves nothing about who they
// are and opens the case all the same: the law’s clock starts on the day of receipt, however little is said.

// sessionAsked is the receipt of a request that this browser has sent.
const sessionAsked = "asked"

// publicPage is the form of six questions.
type publicPage struct {
	Who                               look.Choices
	Name, Phone, Email                look.Field
	Forenames, Surname, School        look.Field
	Born                              look.DateInput
	Address, Postcode, Language, Safe look.Field
	Reason                            look.Textarea
	Interpreter, Call                 look.Choices
}

func (p *Portal) publicAsk(v *Visit) error {
	f := v.fields()
	page := publicPage{
		Who: f.Radios("who", p.say("ask-who"), look.Option{Value: "parent", Label: p.say("ask-who-parent")}, look.Option{Value: "young_person", Label: p.say("ask-who-young")},
			look.Option{Value: "other", Label: p.say("ask-who-other"), Hint: p.say("ask-who-other-hint")}),
		Name:      f.Text("name", p.say("ask-name")).As("text", "name").Sized("medium"),
		Phone:     f.Text("phone", p.say("ask-phone")).As("tel", "tel").Sized("medium"),
		Email:     f.Text("email", p.say("email")).As("email", "email").Sized("medium"),
		Forenames: f.Text("forenames", p.say("ask-forenames")).Sized("medium"),
		Surname:   f.Text("surname", p.say("ask-surname")).Sized("medium"),
		School:    f.Text("school", p.say("ask-school")).Hinted(p.say("ask-school-hint")),
		Born:      f.Date("born", p.say("ask-born")).Hinted(p.say("ask-born-hint")),
		Address:   f.Text("address", p.say("ask-address")).As("text", "street-address").Hinted(p.say("ask-address-hint")),
		Postcode:  f.Text("postcode", p.say("ask-postcode")).As("text", "postal-code").Sized("short"),
		Language:  f.Text("language", p.say("ask-language")).Sized("medium"),
		Safe:      f.Text("safe", p.say("ask-safe")).Hinted(p.say("ask-safe-hint")),
		Reason:    f.Textarea("reason", p.say("ask-reason")).Hinted(p.say("ask-reason-hint")).AtMost(4000).Lined(8),

		Interpreter: f.YesNo("interpreter", p.say("ask-interpreter")), Call: f.YesNo("call", p.say("family-reach-call")),
	}
	v.Narrow = true
	if !v.Form.OK() {
		return v.Again("family-ask", page)
	}
	return v.Page("family-ask", page)
}

// publicSend takes the request. Only two things are asked for again, without which nobody could find the child or answer.
func (p *Portal) publicSend(v *Visit) error {
	if v.Form.Line("forenames")+v.Form.Line("surname") == "" {
		v.Form.Wrong("forenames", p.say("ask-forenames-missing"))
	}
	if v.Form.Line("phone")+v.Form.Line("email")+v.Form.Line("address") == "" {
		v.Form.Wrong("phone", p.say("ask-phone-missing"))
	}
	born, _ := v.Form.Day("born")
	if !v.Form.OK() {
		return p.publicAsk(v)
	}
	if err := p.tries.allow(addressOf(v.R), "ask"); err != nil {
		return err
	}
	at := p.clock()
	data, err := json.Marshal(v.asked(at, born))
	if err != nil {
		return fmt.Errorf("write a request: %w", err)
	}
	got, err := p.desk.Receive(v.Context(), data, 0)
	var kept *Kept
	switch {
	case errors.As(err, &kept):
		p.sessions.Put(v.Context(), sessionAsked, "task/"+strconv.FormatInt(kept.Task, 10)+"/"+at.Format(time.RFC3339))
	case err != nil:
		return err
	default:
		p.sessions.Put(v.Context(), sessionAsked, string(got.Case.Ref)+"//"+at.Format(time.RFC3339))
	}
	return v.Go("/ask/received")
}

// asked is the request as the form gives it. What is empty is left out, and what is wrong is kept as it was typed.
func (v *Visit) asked(at time.Time, born statute.Day) map[string]any {
	f := v.Form
	who := f.Get("who")
	if who == "" {
		who = "parent"
	}
	requester := filled("name", f.Line("name"), "phone", f.Line("phone"), "email", f.Line("email"))
	requester["type"] = who
	child := filled("forenames", f.Line("forenames"), "surname", f.Line("surname"))
	if !born.IsZero() {
		child["date_of_birth"] = born.String()
	}
	if school := f.Line("school"); school != "" {
		if id, known := v.schoolNamed(school); known {
			child["setting"] = id
		} else {
			child["setting_name"] = school
		}
	}
	relative := filled("name", f.Line("name"), "phone", f.Line("phone"), "email", f.Line("email"), "postcode", f.Line("postcode"), "language", f.Line("language"),
		"interpreter", f.Get("interpreter"), "call_before_letter", f.Get("call"), "safe_contact", f.Line("safe"))
	if address := f.Line("address"); address != "" {
		relative["address"] = strings.Split(address, ", ")
	}
	request := filled("reason", strings.TrimSpace(f.Get("reason")), "entered_by", casework.PublicForm)
	request["schema"], request["received_at"], request["channel"] = casework.RequestSchema, at.UTC().Format(time.RFC3339), "portal"
	request["requester"], request["child"] = requester, child
	switch who {
	case "young_person":
		relative["relationship"], relative["standing"] = "self", "young_person"
		request["family"], request["legal_basis"] = []any{relative}, "s36_1"
	case "parent":
		relative["relationship"] = "parent or carer"
		request["family"], request["legal_basis"] = []any{relative}, "s36_1"
	default:
		request["legal_basis"] = "brought_to_attention"
	}
	return request
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
	}{Ref: parts[0], On: received.Long(), Due: dates.Due.Long(), Why: dates.ExplainToFamily()}
	if parts[0] == "task" {
		receipt.Ref, receipt.Task = "", parts[1]
	}
	return v.Page("family-asked", receipt)
}
