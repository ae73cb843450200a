package portal

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// linesOf writes everything that a value says as text, a line for each text with the name of its place. Dates with their proofs
// are left out: the timeline has them in words.
func linesOf(value any) (string, error) {
	data, err := json.Marshal(value)
	if err != nil {
		return "", fmt.Errorf("write a part of the record: %w", err)
	}
	var all any
	if err := json.Unmarshal(data, &all); err != nil {
		return "", fmt.Errorf("write a part of the record: %w", err)
	}
	var b strings.Builder
	textsIn(all, "", &b)
	return b.String(), nil
}

func textsIn(value any, at string, into *strings.Builder) {
	switch value := value.(type) {
	case string:
		if value != "" {
			into.WriteString(strings.TrimSpace(at+": "+value) + "\n")
		}
	case []any:
		for _, one := range value {
			textsIn(one, at, into)
		}
	case map[string]any:
		if _, is := value["proof"]; is {
			return
		}
		for _, key := range slices.Sorted(maps.Keys(value)) {
			textsIn(value[key], strings.ReplaceAll(key, "_", " "), into)
		}
	}
}

// prose reports whether some line of a text was written by somebody, and is no mere name, day or number.
func prose(text string) bool {
	for line := range strings.Lines(text) {
		_, says, _ := strings.Cut(line, ": ")
		if len(strings.Fields(says)) >= 4 {
			return true
		}
	}
	return false
}
