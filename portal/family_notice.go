package portal

import (
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/words"
)

// EventNotice is the message that there is something to read: what is "decision", "letter" or "late". It names the event
// and the number of the request, and nobody. Base is the address that people type.
func EventNotice(what string, ref casework.Ref, base string) (subject, text string, err error) {
	w, err := words.English()
	if err != nil {
		return "", "", err
	}
	key, known := map[string]string{"decision": "family-notice-decision", "letter": "family-notice-letter", "late": "family-notice-late"}[what]
	if !known {
		return "", "", fmt.Errorf("write a message to a family: there is none about %q", what)
	}
	number := string(ref)
	if parts := strings.Split(number, "-"); len(parts) > 2 {
		number = parts[2]
	}
	if subject, err = w.Say("family-notice-subject", "number", number); err != nil {
		return "", "", err
	}
	text, err = w.Say(key, "number", number, "link", base+"/sign-in/family")
	return subject, text, err
}
