package portal

import (
	"crypto/rand"
	"errors"
	"fmt"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal/identity"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// replyLinkFor is how long a link to answer is good.
const replyLinkFor = 28 * 24 * time.Hour

// What a session holds of somebody without an account who answers.
const (
	sessionAnswer   = "answer"   // the hash of the link
	sessionAnswered = "answered" // the answer has come
)

// linksPage lets an officer ask somebody without an account.
type linksPage struct {
	Whom look.Choices
	To   look.Field
	Sent look.Table
}

// replyLinks shows who was asked by a link, and asks another.
func (p *Portal) replyLinks(v *Visit) error {
	if err := v.Read("links for replies"); err != nil {
		return err
	}
	return p.showLinks(v)
}

func (p *Portal) showLinks(v *Visit) error {
	list, err := p.register.ReplyLinks(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	var rows []look.Row
	for _, l := range list {
		state := look.Tag{Text: p.say("link-waiting"), Tone: look.Info}
		if !l.Answered.IsZero() {
			state = look.Tag{Text: p.say("link-answered"), Tone: look.Done}
		} else if p.clock().After(l.Expires) {
			state = look.Tag{Text: p.say("link-over")}
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.say("party-" + string(l.Party))}, {Text: l.To}, {Text: statute.DayOf(l.Sent).Long()}, {Tag: &state}}})
	}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	page := linksPage{To: f.Text("to", p.say("email")).As("email", "off").Hinted(p.say("link-to-hint")),
		Sent: look.NewTable(p.say("links-sent"), []look.Column{{Title: p.say("link-whom")}, {Title: p.say("email")}, {Title: p.say("link-day")}, {Title: p.say("stage")}}, rows)}
	page.Sent.Empty = look.Empty{Title: p.say("links-none")}
	var options []look.Option
	for _, party := range []casework.Party{casework.TheSchool, casework.TheHealth, casework.TheSocialCare} {
		if party != casework.TheSchool || v.Case.Opened.School != nil {
			options = append(options, look.Option{Value: string(party), Label: p.say("party-" + string(party)), Hint: p.deskOf(v, party)})
		}
	}
	page.Whom = f.Radios("whom", p.say("link-whom"), options...)
	v.Crumbs = []look.Link{{Text: string(v.Case.Ref), Href: "/cases/" + string(v.Case.Ref)}}
	return v.Show(v.asGood(), "school-links", page)
}

// deskOf is the address that the settings know for a party.
func (p *Portal) deskOf(v *Visit, party casework.Party) string {
	switch party {
	case casework.TheSchool:
		if v.Case.Opened.School != nil {
			return v.Case.Opened.School.Email
		}
	case casework.TheHealth:
		desk, _ := v.Council.Contact(council.HealthDesk, v.Today)
		return desk.Email
	case casework.TheSocialCare:
		desk, _ := v.Council.Contact(council.SocialCareDesk, v.Today)
		return desk.Email
	}
	return ""
}

// sendReplyLink sends somebody a link to the page on which they answer.
func (p *Portal) sendReplyLink(v *Visit) error {
	party := casework.Party(v.Form.Get("whom"))
	if party != casework.TheSchool && party != casework.TheHealth && party != casework.TheSocialCare {
		v.Form.Wrong("whom", p.say("link-whom-missing"))
		return p.showLinks(v)
	}
	to := v.Form.Line("to")
	if to == "" {
		to = p.deskOf(v, party)
	}
	if name, host, ok := strings.Cut(to, "@"); !ok || name == "" || !strings.Contains(host, ".") || strings.ContainsAny(to, " ,;<>\r\n") {
		v.Form.Wrong("to", p.say("link-to-missing"))
		return p.showLinks(v)
	}
	secret := rand.Text()
	link := records.ReplyLink{Hash: identity.Hash(secret), Ref: v.Case.Ref, Party: party, To: to, By: v.Who.Actor.Person, Expires: p.clock().Add(replyLinkFor)}
	if err := p.register.KeepReplyLink(v.Context(), link); err != nil {
		return err
	}
	text := p.say("link-message", "link", p.base+"/answer?token="+secret, "ref", v.Case.Ref)
	if err := p.notifier.Notify(v.Context(), Notice{Channel: "email", To: to, Subject: p.say("link-subject"), Text: text}); err != nil {
		return fmt.Errorf("send a link for a reply: %w", err)
	}
	v.Tell(p.say("link-sent"))
	return v.Go("/cases/" + string(v.Case.Ref) + "/reply-links")
}

// answerForm opens the page of a link. The secret moves from the address into the session at once.
func (p *Portal) answerForm(v *Visit) error {
	if token := v.R.URL.Query().Get("token"); token != "" {
		if err := p.tries.allow(v.address(), "answer"); err != nil {
			return err
		}
		p.sessions.Put(v.Context(), sessionAnswer, identity.Hash(token))
		p.sessions.Remove(v.Context(), sessionAnswered)
		return v.Go("/answer")
	}
	if p.sessions.GetBool(v.Context(), sessionAnswered) {
		v.Narrow = true
		return v.Page("school-answered", nil)
	}
	link, err := p.linkOf(v)
	if err != nil {
		return err
	}
	return p.showReply(v, "/answer", linkOwner(link), link.Party)
}

func linkOwner(l records.ReplyLink) string { return "reply/" + string(l.Ref) + "/" + l.Hash }

// linkOf is the link of this browser, with its case read, while it can be answered.
func (p *Portal) linkOf(v *Visit) (records.ReplyLink, error) {
	link, err := p.register.ReplyLink(v.Context(), p.sessions.GetString(v.Context(), sessionAnswer))
	if errors.Is(err, records.ErrNoReplyLink) {
		return link, errGone
	}
	if err != nil {
		return link, err
	}
	if v.Case, err = p.desk.Case(v.Context(), link.Ref); err != nil {
		return link, err
	}
	v.Today = p.desk.Today(v.Case)
	if v.Case.Decided != nil || v.Case.Closed() || v.Case.Stage == casework.StageEnded || v.Case.Stage == casework.StageWithdrawn {
		return link, errGone
	}
	if link.Party == casework.TheSchool && v.Case.NewSchool != nil && !statute.DayOf(link.Sent).After(v.Case.NewSchool.On) {
		return link, errGone // it was sent to the school that the child was with then
	}
	return link, p.register.NoteRead(v.Context(), "link/"+string(link.Party), "portal/link", link.Ref, readReplyForm)
}

// answerByLink records an answer that came by a link. The officer who carries the case is whose act it is: the link was the
// council's question to somebody it chose, and the answer names who gave it.
func (p *Portal) answerByLink(v *Visit) error {
	if p.sessions.GetBool(v.Context(), sessionAnswered) { // a click that was tried again
		return v.Go("/answer")
	}
	link, err := p.linkOf(v)
	if err != nil {
		return err
	}
	owner := linkOwner(link)
	reply, ok, err := p.replyOf(v, owner)
	if err != nil {
		return err
	}
	if !ok {
		return p.showReply(v, "/answer", linkOwner(link), link.Party)
	}
	if err := p.recordAnswer(v, link, reply); err != nil {
		if v.Form.Refused(err) {
			return p.showReply(v, "/answer", linkOwner(link), link.Party)
		}
		return err
	}
	if err := p.fileReply(v, owner, reply.Documents); err != nil {
		return err
	}
	if err := p.register.AnswerReplyLink(v.Context(), link.Hash); err != nil {
		return err
	}
	p.sessions.Remove(v.Context(), sessionAnswer)
	p.sessions.Put(v.Context(), sessionAnswered, true)
	return v.Go("/answer")
}
