package portal

import (
	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// routesPanel are the pages of panel members, chairs and clerks.
func (p *Portal) routesPanel() []Route {
	const at, item = " /panel/meetings/{meeting}", " /panel/meetings/{meeting}/cases/{ref}"
	callers := Staff(casework.Clerk, casework.PanelChair, casework.CaseworkOfficer, casework.ServiceManager)
	attend, change := Holding(meeting.ActAttend), Holding(meeting.ActCapacity, meeting.ActInvite)
	declare := Invited().Or(Staff(casework.Clerk, casework.CaseworkOfficer))
	movers := Staff(casework.Clerk, casework.CaseworkOfficer).Or(ChairsCase())
	readers := ReadsPack().Or(When(casework.Clerk, casework.NoInterest))
	return []Route{
		{Pattern: "GET /panel", For: panelPeople(), Handle: p.panelHome},
		{Pattern: "GET /panel/plan", For: callers, Handle: p.panelPlanForm},
		{Pattern: "POST /panel/plan", For: callers, Handle: p.panelPlan},
		{Pattern: "GET" + at, For: meetingPeople(), Handle: p.panelMeeting},
		{Pattern: "POST" + at + "/release", For: Holding(meeting.ActRelease), Handle: p.meetingAct("release-done", releasing)},
		{Pattern: "POST" + at + "/apologies", For: Invited().Or(Holding(meeting.ActExcuse)), Handle: p.meetingAct("apologies-done", excusing)},
		{Pattern: "POST" + at + "/open", For: Holding(meeting.ActOpen), Handle: p.meetingAct("open-done", opening)},
		{Pattern: "POST" + at + "/take-up", For: Holding(meeting.ActTakeUp), Handle: p.meetingAct("take-up-done", takingUp)},
		{Pattern: "GET" + at + "/change", For: change, Handle: p.panelChangeForm},
		{Pattern: "POST" + at + "/change", For: change, Handle: p.panelChange},
		{Pattern: "GET" + at + "/attendance", For: attend, Handle: p.panelAttendance},
		{Pattern: "POST" + at + "/attendance", For: attend, Handle: p.panelAttend},
		{Pattern: "GET" + at + "/interests", For: declare, Handle: p.panelInterestsForm},
		{Pattern: "POST" + at + "/interests", For: declare, Handle: p.panelDeclare},
		{Pattern: "GET" + at + "/close", For: Holding(meeting.ActClose), Handle: p.panelCloseForm},
		{Pattern: "POST" + at + "/close", For: Holding(meeting.ActClose), Handle: p.panelClose},
		{Pattern: "GET" + at + "/minutes", For: meetingPeople(), Handle: p.panelMinutes},
		{Pattern: "GET" + item, For: readers, Handle: p.panelCase},
		{Pattern: "GET" + item + "/documents/{document}", For: readers, Handle: p.panelDocument},
		{Pattern: "GET" + item + "/view", For: ReadsPack(), Handle: p.panelViewForm},
		{Pattern: "POST" + item + "/view", For: ReadsPack(), Handle: p.panelView, Keeps: true},
		{Pattern: "POST" + item + "/view/draft", For: ReadsPack(), Handle: p.panelViewKeep},
		{Pattern: "GET" + item + "/recommend", For: ChairsCase(), Handle: p.panelRecommendForm},
		{Pattern: "POST" + item + "/recommend", For: ChairsCase(), Handle: p.panelRecommend, Keeps: true},
		{Pattern: "GET" + item + "/defer", For: ChairsCase(), Handle: p.panelDeferForm},
		{Pattern: "POST" + item + "/defer", For: ChairsCase(), Handle: p.panelDefer},
		{Pattern: "GET" + item + "/move", For: movers, Handle: p.panelMoveForm},
		{Pattern: "POST" + item + "/move", For: movers, Handle: p.panelMove},
	}
}
