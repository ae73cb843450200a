package portal

import (
	"net/http"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// place is an entry of the navigation: where it leads, the key of its name, and who has it.
type place struct {
	Path string
	Key  string
	For  Access
}

// places are the entries of the navigation, in their order. Each leads to a route that its people may use.
func (p *Portal) places() []place {
	return []place{
		{"/", "nav-home", SignedIn()},
		{"/manager", "nav-manager", Staff(casework.ServiceManager, casework.Director)},
		{"/school", "school-requests", Staff(casework.SchoolStaff)},
		{"/panel", "nav-meetings", panelPeople()},
		{"/cases", "nav-work", Office()},
		{"/letters", "nav-post", Staff(casework.Clerk, casework.CaseworkOfficer)},
		{"/people", "nav-people", Staff(casework.ServiceManager, casework.Director)},
		{"/records", "nav-records", Staff(recordsManager(), casework.ServiceManager)},
		{"/school/tokens", "nav-tokens", Staff(casework.ServiceManager)},
		{"/account", "nav-account", SignedIn()},
	}
}

// nav are the places that the person can go to, from every page.
func (p *Portal) nav(v *Visit) []look.NavItem {
	if !v.Who.SignedIn() {
		return nil
	}
	if v.Who.Family != nil {
		return v.familyNav()
	}
	begins, here := startOf(v.Who), v.R.URL.Path
	if here == "/" {
		here = begins
	}
	var items []look.NavItem
	for _, at := range p.places() {
		if at.Path == "/" && slices.ContainsFunc(p.places(), func(o place) bool { return o.Path == begins }) {
			continue // their start has a name of its own among the places
		}
		if at.For.allows(&Visit{Who: v.Who}) {
			items = append(items, look.NavItem{Href: at.Path, Text: p.say(at.Key), Current: here == at.Path || at.Path == "/" && here == begins})
		}
	}
	return items
}

// notFound answers an address that no route has.
func (p *Portal) notFound(*Visit) error { return ErrNotFound }

// stillHere is what the page's script asks for when a person says that they are still there: being asked is enough.
func (p *Portal) stillHere(v *Visit) error {
	v.W.WriteHeader(http.StatusNoContent)
	return nil
}

// namesCase reports whether a pattern has a case in its address.
func namesCase(pattern string) bool { return strings.Contains(pattern, "{ref}") }

// assets serves the style sheet, the script and the fonts, which browsers may keep.
func (p *Portal) assets(w http.ResponseWriter, r *http.Request) {
	in, err := p.desk.Council(r.Context())
	if err == nil {
		var d *dress
		if d, err = p.dressed(in.Colour); err == nil {
			d.look.ServeHTTP(w, r)
			return
		}
	}
	p.log.Error("an asset was not served", "id", requestID(r.Context()), "error", err)
	http.Error(w, p.say("error-title"), http.StatusInternalServerError)
}
