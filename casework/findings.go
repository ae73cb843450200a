package casework

import "fmt"

// checkFindings checks what every set of findings must hold, in a view as in a decision.
func checkFindings(c Case, path string, findings []Finding, g *gaps) {
	if len(findings) == 0 {
		g.add(path, "are missing.", "Give a finding on each limb of the test.")
	}
	seen := map[Limb]bool{}
	for i, f := range findings {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case f.Limb != LimbS1 && f.Limb != Limb8a && f.Limb != Limb8b:
			g.addf(at+".limb", "Write S1, 8a or 8b.", "%q is not a limb of the legal test.", f.Limb)
		case seen[f.Limb]:
			g.addf(at+".limb", "Put both into one finding.", "%s has a finding already.", f.Limb)
		}
		seen[f.Limb] = true
		if f.Answer != Met && f.Answer != NotMet && f.Answer != NotReached {
			g.addf(at+".answer", "Write met, not_met or not_reached.", "%q is not an answer.", f.Answer)
		}
		checkCited(c, at, f, g)
	}
}

// checkCited refuses a document that is not in the case's index.
func checkCited(c Case, at string, f Finding, g *gaps) {
	for j, id := range f.ReliedOn {
		e, ok := c.Exhibit(id)
		if e.Held {
			g.addf(fmt.Sprintf("%s.relied_on[%d]", at, j), "Say with confirm_paper whether it belongs here, or rely on other evidence.", "%s may be about another child.", id)
		}
		if !ok {
			g.addf(fmt.Sprintf("%s.relied_on[%d]", at, j), "Copy its number from the list of evidence.", "%q is not in the case’s evidence.", id)
		}
	}
	for j, s := range f.NotReliedOn {
		if _, ok := c.Exhibit(s.Evidence); !ok {
			g.addf(fmt.Sprintf("%s.not_relied_on[%d]", at, j), "Copy its number from the list of evidence.", "%q is not in the case’s evidence.", s.Evidence)
		}
	}
}

func findingOn(findings []Finding, limb Limb) (Finding, bool) {
	for _, f := range findings {
		if f.Limb == limb {
			return f, true
		}
	}
	return Finding{}, false
}
