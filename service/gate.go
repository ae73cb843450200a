package service

import (
	"fmt"
	"strings"

	"sendpanel/letters/check"
)

// mostTold is how many failures the task tells of; all of them are told by “starter letters check”.
const mostTold = 3

// mayGo is the gate: a letter that breaks PDF/UA-1 or PDF/A-2a is not issued, however right its words are. Somebody who
// listens to it could not follow it, or a court could not open it. Its error is what an officer reads in the task.
func mayGo(pdf []byte) error {
	findings := check.Check(pdf)
	if len(findings) == 0 {
		return nil
	}
	told := make([]string, 0, mostTold)
	for _, f := range findings[:min(mostTold, len(findings))] {
		told = append(told, f.String())
	}
	return fmt.Errorf("the PDF does not pass the letters’ gate, so a screen reader or an archive could not rely on it; this is a fault of the program, "+
		"which whoever runs it must see (%d failures): %s", len(findings), strings.Join(told, " "))
}
