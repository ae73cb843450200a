package letters

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/letters/check"
	"sendpanel/statute"
)

var pictures = flag.String("pictures", "", "a folder to write every letter into, as PDF, to be looked at")

// TestHardCasesPass checks letters of hard cases in every way of printing: a family with long names in another script, twelve
// lines to each reason, forty papers, a page on the rights and lines in twelve languages. With -pictures it writes them, and
// every other letter, for somebody to look at.
func TestHardCasesPass(t *testing.T) {
	all := hardCases(t)
	if *pictures != "" {
		for name, l := range everyLetter(t) {
			all[name] = l
		}
		for name, l := range awkward(t) {
			all[name] = l
		}
	}
	for name, l := range all {
		pdf, err := Render(l)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, f := range check.Check(pdf) {
			t.Errorf("%s: %s", name, f)
		}
		if *pictures == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(*pictures, name+".pdf"), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// hardCases are what the engine composes of the hardest facts, in every way of printing.
func hardCases(t testing.TB) map[string]Letter {
	t.Helper()
	all := map[string]Letter{}
	for name, l := range map[string]Letter{
		"hard-refusal":              composed(t, casework.NotAssessLetter, hard(t, refused(t))),
		"hard-refusal-young-person": composed(t, casework.NotAssessLetter, asYoungPerson(hard(t, refused(t)))),
		"hard-agreement":            composed(t, casework.AssessLetter, hard(t, agreed(t))),
		"hard-papers":               composed(t, casework.PapersLetter, hard(t, listed(t))),
		"hard-acknowledgement":      composed(t, casework.Acknowledgement, hard(t, acknowledged(t))),
	} {
		for _, p := range Prints() {
			other := l
			other.Print = p
			all[name+"-"+string(p)] = other
		}
	}
	return all
}

// hard makes a case as hard to print as one may come.
func hard(t testing.TB, f Facts) Facts {
	t.Helper()
	f.Council.Languages = inPolish(t, "").Council.Languages
	f.Case.Opened.Child.Surname, f.Case.Opened.Child.Forenames = "Featherstonehaugh-Cholmondeley", "Maximiliana Wilhelmina Harpreet"
	f.Case.Opened.Child.Preferred = ""
	family := f.Case.Family[0]
	family.Name, family.Language = "Mrs ਹਰਪ੍ਰੀਤ ਕੌਰ Featherstonehaugh-Cholmondeley", "Panjabi"
	family.Address = []string{"Flat 12, The Old Rope Works", "Upper Northmere Harbour Road", "27 Quay Lane", "Northmere"}
	f.Case.Family = []casework.Addressee{family}
	f.Case.Evidence = f.Case.Evidence[:len(f.Case.Evidence):len(f.Case.Evidence)]
	for i := range 40 {
		f.Case.Evidence = append(f.Case.Evidence, casework.Evidence{
			ID: casework.DocumentID(fmt.Sprintf("E%d", 10+i)), Title: "Report of an assessment of speech, language and communication", Author: "Dr Annunziata Oyelaran-Whittingham",
			Role: "educational psychologist", Date: statute.Date(2026, 10, 1+i%28), From: "school", See: []casework.Party{casework.TheFamily},
		})
	}
	if f.Decision == nil {
		return f
	}
	decision := *f.Decision
	decision.Findings = append([]casework.Finding{}, decision.Findings...)
	for i := range decision.Findings {
		decision.Findings[i].Reason += strings.Repeat(" Each day an adult sits with her for twenty minutes, and the record says what she read and what helped her.", 9)
	}
	f.Decision = &decision
	return f
}
