package service

import (
	"fmt"
	"strings"

	"sendpanel/dispatch"
	"sendpanel/letters"
)

// byHand says why GOV.UK Notify would not take a letter as it is, in the words of a task; empty where it would. What Notify
// refuses, it refuses only after it has taken the letter, hours later: so every letter is measured before.
func byHand(l letters.Letter, pdf []byte) (string, error) {
	faults, err := letters.CheckForPost(l, pdf)
	if err != nil || len(faults) == 0 {
		return "", err
	}
	told := make([]string, 0, mostTold)
	for _, f := range faults[:min(mostTold, len(faults))] {
		told = append(told, f.String())
	}
	return fmt.Sprintf("%s would not take it: %s", dispatch.NotifyWay, strings.Join(told, " ")), nil
}
