package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/records"
	"sendpanel/statute"
)

// recordAnswer records what came by a link: a school's reply, or the views of health or social care with their papers.
func (p *Portal) recordAnswer(v *Visit, link records.ReplyLink, reply evidence.SchoolReply) error {
	key := "link/" + link.Hash
	give := func(part string, act casework.Act) error {
		_, err := p.desk.Do(v.Context(), link.Ref, v.Case.Officer, v.Today, key+"/"+part, act)
		return err
	}
	if link.Party == casework.TheSchool {
		act, err := replyAct(reply)
		if err != nil {
			return err
		}
		return give("reply", act)
	}
	if len(reply.Documents) > 0 {
		var act casework.AddEvidence
		for _, d := range reply.Documents {
			act.Evidence = append(act.Evidence, casework.Evidence{Title: d.Title.Line(), Class: d.Class.Word(), Author: d.Author.Line(), From: string(link.Party)})
		}
		if err := give("papers", act); err != nil {
			return err
		}
	}
	asked := statute.DayOf(link.Sent)
	if asked.Before(v.Case.Opened.Received) || asked.After(v.Today) {
		asked = v.Today
	}
	return give("views", casework.Consult{Whom: string(link.Party), How: "portal", Asked: asked, Received: true, Views: p.viewsOf(v, reply)})
}

// viewsOf is the answer of a service as an officer reads it: each question and its answer, and who answers.
func (p *Portal) viewsOf(v *Visit, reply evidence.SchoolReply) string {
	var b strings.Builder
	add := func(key, text string) {
		if text != "" {
			b.WriteString(p.say(key) + " " + text + "\n")
		}
	}
	choice := func(value string) string {
		for word, key := range map[string]string{"yes": "yes", "no": "no", "waiting": "reply-waiting", "unsure": "reply-unsure"} {
			if word == value {
				return p.say(key)
			}
		}
		return ""
	}
	add("reply-service-knows", choice(reply.KnowsChild.Word()))
	add("reply-service-does", string(reply.SupportNow))
	add("reply-service-needs", string(reply.Concerns))
	add("reply-service-advises", string(casework.CleanText(v.Form.Get("advice"))))
	add("reply-necessary", strings.TrimSpace(choice(reply.MayBeNecessary.Word())+" "+string(reply.MayBeNecessaryWhy)))
	who := strings.Trim(reply.AnsweredBy.Name.Line()+", "+reply.AnsweredBy.Role.Line(), ", ")
	contact := strings.Trim(reply.AnsweredBy.Phone.Line()+" "+reply.AnsweredBy.Email.Line(), " ")
	b.WriteString(p.say("reply-answered-by", "who", who, "contact", contact))
	return b.String()
}
