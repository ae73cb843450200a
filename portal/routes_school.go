package portal

import "sendpanel/casework"

// routesSchool are the pages of schools, nurseries and colleges.
func (p *Portal) routesSchool() []Route {
	school := Staff(casework.SchoolStaff)
	return []Route{
		{Pattern: "GET /school", For: school, Handle: p.schoolHome},
		{Pattern: "GET /school/requests/{ref}", For: OwnSchool(), Handle: p.schoolRequest},
	}
}
