package portal

import (
	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// eyeOnPanels looks at the pages of a panel as those who use them, before the meeting, while it sits, and with nothing called.
func eyeOnPanels(e eye) {
	s := e.s
	e.look(s.as("esther.boateng"), "/panel")
	e.look(s.as("joe.marsh"), "/panel", "/panel/plan")
	e.wrong(s.as("joe.marsh"), "/panel/plan", "/panel/plan")
	m, theo, jaspreet := panelSet(e.t, s)
	s.call(meetingDay().AddDays(7))
	s.as("esther.boateng").post(itemAt(m.Ref, theo, "view"), viewForm("met"))
	e.look(s.as("esther.boateng"), itemAt(m.Ref, theo, "documents", s.keepPaper(theo, "Report.docx", typeWordFile, aWordFile(e.t, "Seen at school."))))
	at := "/panel/meetings/" + string(m.Ref)
	member, clerk, chair := s.as("esther.boateng"), s.as("joe.marsh"), s.as("helen.forsyth")
	e.look(member, "/", "/panel", at, itemAt(m.Ref, theo), itemAt(m.Ref, jaspreet, "view"), at+"/interests", at+"/minutes")
	e.wrong(member, itemAt(m.Ref, jaspreet, "view"), itemAt(m.Ref, jaspreet, "view"))
	e.wrong(member, at+"/interests", at+"/interests")
	e.look(clerk, "/panel", at, at+"/change", itemAt(m.Ref, theo, "move"))
	e.wrong(clerk, itemAt(m.Ref, theo, "move"), itemAt(m.Ref, theo, "move"))
	e.look(s.as("lucy.hartley"), at)
	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	clerk, chair = s.as("joe.marsh"), s.as("helen.forsyth")
	e.look(clerk, at, at+"/attendance", at+"/close")
	e.look(chair, at, itemAt(m.Ref, theo), itemAt(m.Ref, theo, "recommend"), itemAt(m.Ref, theo, "defer"), at+"/minutes")
	e.wrong(chair, itemAt(m.Ref, theo, "recommend"), itemAt(m.Ref, theo, "recommend"))
	e.wrong(chair, itemAt(m.Ref, theo, "defer"), itemAt(m.Ref, theo, "defer"))
	e.look(s.as(casework.PersonID("amina.khan")), "/cases/"+string(theo), "/cases/"+string(theo)+"/views")
}
