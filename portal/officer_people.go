package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// casePeoplePage is who is written to and how they are reached, and who may take no part.
type casePeoplePage struct {
	Head      caseHead
	People    []personCard
	School    look.SummaryList
	Interests look.SummaryList
	Dispute   string
	Add       *look.Button
	Others    []look.Button
}

// personCard is one person addressed.
type personCard struct {
	ID     casework.AddresseeID
	Name   string
	Tags   []look.Tag
	Call   *look.Notice
	Facts  look.SummaryList
	Links  []look.Link
	Access look.Tag
}

func (p *Portal) officerPeople(v *Visit) error {
	if err := v.Read("people"); err != nil {
		return err
	}
	access, err := p.register.FamilyAccessOf(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := casePeoplePage{Head: p.head(v, "people"), School: look.SummaryList{Tight: true}, Interests: look.SummaryList{Tight: true}}
	for _, a := range v.Case.Family {
		page.People = append(page.People, p.personCard(v, a, access))
	}
	if s := v.Case.Opened.School; s != nil {
		page.School.Rows = []look.SummaryRow{{Key: s.Name, Value: addressWords(*s)}}
	}
	for _, i := range v.Case.Interests {
		page.Interests.Rows = append(page.Interests.Rows, look.SummaryRow{Key: p.personName(v, i.Member), Value: i.What, Tag: &look.Tag{Text: p.say("interest-" + i.Source)}})
	}
	if len(v.Case.Dispute) > 0 {
		page.Dispute = p.say("in-dispute")
	}
	if p.mayDo(v, casework.ActSetAddressee) {
		page.Add = &look.Button{Text: p.say("add-person"), Href: v.at("record", string(casework.ActSetAddressee)), Kind: "quiet"}
	}
	for _, kind := range []casework.ActKind{casework.ActCall, casework.ActCapacity, casework.ActDispute, casework.ActInterest} {
		if p.mayDo(v, kind) {
			page.Others = append(page.Others, look.Button{Text: p.say("act-" + string(kind) + "-title"), Href: v.at("record", string(kind)), Kind: "quiet"})
		}
	}
	return v.Page("officer-people", page)
}

func (p *Portal) personCard(v *Visit, a casework.Addressee, access []records.FamilyAccess) personCard {
	card := personCard{ID: a.ID, Name: a.Name, Tags: []look.Tag{{Text: p.say("standing-" + string(a.Standing)), Tone: look.Info}}}
	if withCare(a) {
		card.Call = p.callNotice(a)
	}
	row := func(key, value string) {
		card.Facts.Rows = append(card.Facts.Rows, look.SummaryRow{Key: p.say(key), Value: value, Missing: p.say("not-told")})
	}
	row("field-relationship", a.Relationship)
	row("address", addressWords(a))
	row("phone", a.Phone)
	row("email", a.Email)
	row("language", p.languageWords(v, a))
	row("format", p.formatWords(a.Format))
	row("call-times", a.CallTimes)
	row("voicemail", p.voicemailWords(a))
	row("safe-word", a.SafeWord)
	row("safe-contact", a.SafeContact)
	card.Access = p.accessTag(v, a, access)
	if p.mayDo(v, casework.ActSetAddressee) {
		card.Links = append(card.Links, look.Link{Text: p.say("change"), Href: v.at("record", string(casework.ActSetAddressee)) + "?who=" + string(a.ID), Hidden: p.say("for-person", "name", a.Name)})
	}
	if p.mayDo(v, casework.ActEndAddressee) {
		card.Links = append(card.Links, look.Link{Text: p.say("end-person"), Href: v.at("record", string(casework.ActEndAddressee)) + "?who=" + string(a.ID), Hidden: p.say("for-person", "name", a.Name)})
	}
	if v.Case.MayFollow(a.ID) && p.mayOpenAccess(v) {
		card.Links = append(card.Links, look.Link{Text: p.say("access-link"), Href: v.at("people", string(a.ID), "access"), Hidden: p.say("for-person", "name", a.Name)})
	}
	return card
}

func addressWords(a casework.Addressee) string {
	return strings.Join(append(append([]string{}, a.Address...), a.Postcode), "\n")
}

// languageWords says in which language somebody is spoken to, and whether an interpreter comes.
func (p *Portal) languageWords(v *Visit, a casework.Addressee) string {
	name := a.Language
	if l, known := v.Council.Language(a.Language); known {
		name = l.Name
	}
	if a.Interpreter {
		return p.say("with-interpreter", "language", name)
	}
	return name
}

func (p *Portal) formatWords(format string) string {
	if format == "" {
		return p.say("format-standard")
	}
	return p.say("format-" + format)
}

// withCare reports whether there is something to read before somebody is rung.
func withCare(a casework.Addressee) bool {
	return a.CallFirst || a.SafeContact != "" || a.SafeWord != "" || a.CallTimes != "" || a.Voicemail != ""
}

// voicemailWords says whether a message may be left.
func (p *Portal) voicemailWords(a casework.Addressee) string {
	switch a.Voicemail {
	case "yes":
		return p.say("voicemail-yes")
	case "no":
		return p.say("voicemail-no")
	}
	return ""
}

// callNotice says how somebody wants to be reached before anything else is read: when it is safe to ring, by which word they
// are known, whether a message may be left.
func (p *Portal) callNotice(a casework.Addressee) *look.Notice {
	n := &look.Notice{Title: p.say("reach-with-care"), Tone: look.Late}
	if a.CallFirst {
		n.Title, n.Tone = p.say("call-first"), look.Soon
	}
	var text []string
	if a.CallFirst && a.Interpreter {
		text = append(text, p.say("never-a-relative"))
	}
	if a.CallTimes != "" {
		text = append(text, p.say("ring-when", "times", strings.TrimRight(a.CallTimes, ".")))
	}
	if a.SafeWord != "" {
		text = append(text, p.say("ring-word", "word", a.SafeWord))
	}
	if words := p.voicemailWords(a); words != "" {
		text = append(text, words+".")
	} else if a.SafeContact != "" || a.SafeWord != "" {
		text = append(text, p.say("voicemail-no")+".")
	}
	n.Text = strings.TrimSpace(strings.Join(append(text, a.SafeContact), " "))
	return n
}

// familyAtAGlance is the side of the case's page: how the family is reached.
func (p *Portal) familyAtAGlance(v *Visit) (notices []look.Notice, list look.SummaryList) {
	list.Tight = true
	for _, a := range v.Case.Family {
		if withCare(a) && !v.Case.Closed() { // nobody is rung any more
			n := p.callNotice(a)
			n.Title = a.Name + ": " + n.Title
			notices = append(notices, *n)
		}
		text := dotted(p.say("standing-"+string(a.Standing)), p.languageWords(v, a))
		list.Rows = append(list.Rows, look.SummaryRow{Key: text, Link: &look.Link{Text: a.Name, Href: v.at("people")}})
	}
	if len(list.Rows) == 0 {
		list.Rows = []look.SummaryRow{{Key: p.say("written-to"), Missing: p.say("nobody-written-to")}}
	}
	return notices, list
}
