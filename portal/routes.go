package portal

import "slices"

// Route is one address of the portal: what it answers, and who may use it. The guard is applied from here, so that no
// handler decides it. A pattern with {ref} has its case read before the handler runs; a case that is not there and one
// that is not theirs look alike.
type Route struct {
	Pattern string // method and path, as http.ServeMux takes them
	For     Access
	Handle  func(*Visit) error
	Body    int64 // the most bytes of a body; 0 for what a page of text needs
	Keeps   bool  // what is posted when the session has ended is kept over the sign-in, or while another language is chosen; the same address shows it again
}

// routes is the whole portal on one screen.
func (p *Portal) routes() []Route {
	return slices.Concat(
		p.routesPublic(),
		p.routesSignIn(),
		p.routesSchool(),
		p.routesFamily(),
		p.routesPanel(),
		p.routesOfficer(),
		p.routesManager(),
		p.routesAuditor(),
		p.routesAPI(),
	)
}
