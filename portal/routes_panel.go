package portal

import "sendpanel/casework"

// routesPanel are the pages of panel members, the chair and the clerk.
func (p *Portal) routesPanel() []Route {
	return []Route{
		{Pattern: "GET /panel", For: Staff(casework.PanelMember, casework.PanelChair), Handle: p.panelHome},
		{Pattern: "GET /panel/cases/{ref}", For: OnPanel(), Handle: p.panelCase},
	}
}
