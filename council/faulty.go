package council

import (
	"errors"
	"fmt"
	"strings"
)

// Fault is one thing that is wrong with the settings: where, what, and how to mend it.
type Fault struct {
	Path string `json:"path"` // as a path in the settings' JSON: "people[3].delegation.from"
	What string `json:"what"`
	Mend string `json:"mend"`
}

func (f Fault) String() string {
	s := f.What + " " + f.Mend
	if f.Path != "" {
		s = f.Path + ": " + s
	}
	return s
}

// Faulty is the error of settings that cannot be used. It names every fault that could be found at once.
type Faulty struct {
	Faults []Fault `json:"faults"`
}

func (e *Faulty) Error() string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.String()
	}
	return "the council’s settings cannot be used:\n  " + strings.Join(lines, "\n  ")
}

// AsFaulty finds the list of faults in err, or returns nil.
func AsFaulty(err error) *Faulty {
	var f *Faulty
	if errors.As(err, &f) {
		return f
	}
	return nil
}

// faults collects what is wrong. A second fault at one place is left out, and so is any inside a part that does not have
// the right shape: it would only follow from the first.
type faults struct {
	list      []Fault
	named     map[string]bool
	misshapen map[string]bool
}

func (fs *faults) addf(path, mend, format string, args ...any) {
	if fs.named[path] || fs.inMisshapen(path) {
		return
	}
	if fs.named == nil {
		fs.named, fs.misshapen = map[string]bool{}, map[string]bool{}
	}
	fs.named[path] = true
	fs.list = append(fs.list, Fault{Path: path, What: fmt.Sprintf(format, args...), Mend: mend})
}

// shapef is addf for a part of which nothing is left to check.
func (fs *faults) shapef(path, mend, format string, args ...any) {
	fs.addf(path, mend, format, args...)
	fs.misshapen[path] = true
}

// inMisshapen reports whether the path lies inside a part that does not have the right shape.
func (fs *faults) inMisshapen(path string) bool {
	for i, r := range path {
		if (r == '.' || r == '[') && fs.misshapen[path[:i]] {
			return true
		}
	}
	return fs.misshapen[path]
}

func (fs *faults) err() error {
	if len(fs.list) == 0 {
		return nil
	}
	return &Faulty{Faults: fs.list}
}
