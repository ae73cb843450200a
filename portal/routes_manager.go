package portal

import "sendpanel/casework"

// routesManager are the pages of the service manager and the director.
func (p *Portal) routesManager() []Route {
	manager := Staff(casework.ServiceManager, casework.Director)
	return []Route{
		{Pattern: "GET /manager", For: manager, Handle: p.managerHome},
		{Pattern: "GET /people", For: manager, Handle: p.people},
		{Pattern: "POST /people/{person}/invite", For: manager, Handle: p.invitePerson},
		{Pattern: "POST /people/{person}/close", For: manager, Handle: p.closePerson},
	}
}
