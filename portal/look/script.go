package look

import (
	"encoding/json"
	"fmt"
)

// scriptKeys are what the script says: the keys of the word list without “script-”.
func scriptKeys() []string {
	return []string{"left-one", "left-many", "over", "saved", "unsaved", "signed-out", "too-large", "sending", "stay", "ending", "kept"}
}

// ScriptWords are the words of the script as JSON, for an attribute of the page. What the script fills in itself stays in
// braces.
func ScriptWords(words Words) (string, error) {
	said := map[string]string{}
	for _, key := range scriptKeys() {
		text, err := words.Say("script-"+key, "n", "{n}", "time", "{time}", "size", "{size}", "most", "{most}")
		if err != nil {
			return "", fmt.Errorf("the words of the script: %w", err)
		}
		said[key] = text
	}
	data, err := json.Marshal(said)
	if err != nil {
		return "", fmt.Errorf("write the words of the script: %w", err)
	}
	return string(data), nil
}
