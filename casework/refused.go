package casework

import (
	"errors"
	"fmt"
	"strings"
)

// Gap is one thing that stands in the way of a command: where, what is wrong, and how to mend it.
type Gap struct {
	Path string `json:"path"` // where, as a path in the command's JSON: "limbs[1].reason"
	What string `json:"what"` // what is wrong, in plain words
	Mend string `json:"mend"` // what to do about it
}

func (g Gap) String() string {
	s := g.What
	if g.Path != "" {
		s = g.Path + ": " + s
	}
	if g.Mend != "" {
		s += " " + g.Mend
	}
	return s
}

// Refused is the error of a command that is not lawful now, not this person's to give, or not complete. It names every
// gap at once. Nothing was changed.
type Refused struct {
	Act  ActKind `json:"act"`
	Gaps []Gap   `json:"gaps"`
	// Words is the command as a message names it, where it is not an act of a case.
	Words string `json:"words,omitempty"`
}

func (r *Refused) Error() string {
	lines := make([]string, len(r.Gaps))
	for i, g := range r.Gaps {
		lines[i] = g.String()
	}
	return fmt.Sprintf("%s was not recorded:\n  %s", orElse(r.Words, r.Act.Words()), strings.Join(lines, "\n  "))
}

// AsRefused finds a refusal in err, or returns nil.
func AsRefused(err error) *Refused {
	var r *Refused
	if errors.As(err, &r) {
		return r
	}
	return nil
}

// gaps collects what stands in the way of one command.
type gaps []Gap

func (g *gaps) add(path, what, mend string) { *g = append(*g, Gap{Path: path, What: what, Mend: mend}) }

func (g *gaps) addf(path, mend, format string, args ...any) {
	g.add(path, fmt.Sprintf(format, args...), mend)
}

func (g gaps) refuse(act ActKind) error {
	if len(g) == 0 {
		return nil
	}
	return &Refused{Act: act, Gaps: g}
}
