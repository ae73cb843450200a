package reasons

import "slices"

// void takes away what a concept found where another concept covers its beginning: "no reason to depart" departs from nothing.
func (p *passage) void(name, by string) {
	id := p.lexicon.names[name]
	for at := range p.sentences {
		s := &p.sentences[at]
		s.found[id] = slices.DeleteFunc(s.found[id], func(sp span) bool {
			return slices.ContainsFunc(p.here(by, at), func(over span) bool { return over.from <= sp.from && sp.from < over.to })
		})
	}
}

// voids say which concept takes another away where it stands over its beginning.
var voids = []struct{ name, by string }{
	{"depart", "nodeparture"}, {"enables", "letting"}, {"enables", "nofact"}, {"outcome", "nofact"}, {"effect", "nofact"},
	{"demand", "agerelated"}, {"return", "comeback"}, {"disclaimed", "nodenial"},
}
