package portal

import "sendpanel/casework"

// routesManager are the pages of the service manager and the director.
func (p *Portal) routesManager() []Route {
	manager := Staff(casework.ServiceManager, casework.Director)
	return []Route{
		{Pattern: "GET /manager", For: manager, Handle: p.managerHome},
		{Pattern: "GET /manager/breaches", For: manager, Handle: p.managerBreaches},
		{Pattern: "GET /manager/workload", For: manager, Handle: p.managerWorkload},
		{Pattern: "GET /manager/workload/{person}", For: manager, Handle: p.managerOfficer},
		{Pattern: "POST /manager/workload/{person}", For: Staff(casework.ServiceManager), Handle: p.reassign},
		{Pattern: "GET /manager/meetings", For: manager, Handle: p.managerMeetings},
		{Pattern: "GET /manager/report", For: manager, Handle: p.managerReport},
		{Pattern: "GET /manager/find", For: manager, Handle: p.managerFind},
		{Pattern: "POST /manager/find", For: manager, Handle: p.find},
		{Pattern: "GET /manager/exports", For: manager, Handle: p.managerExports},
		{Pattern: "GET /manager/exports/{file}", For: manager, Handle: p.export},
		{Pattern: "GET /people", For: manager, Handle: p.people},
		{Pattern: "POST /people/{person}/invite", For: manager, Handle: p.invitePerson},
		{Pattern: "POST /people/{person}/second-factor", For: Staff(casework.ServiceManager), Handle: p.loseSecondFactor},
		{Pattern: "POST /people/{person}/close", For: manager, Handle: p.closePerson},
	}
}
