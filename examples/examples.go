// Package examples is the invented cases that the product is shown and tested with.
//
// Each lies in a folder of its own: the request as a school sends it, and the journey of the people who deal with it.
// [Play] carries a case along its journey through casework alone; the demonstration carries the same journey through
// the running engine. Both print the same timeline, which lies beside them as timeline.txt.
//
// No child, family, school or council in them exists.
package examples

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// Schema names the shape of a journey's JSON.
const Schema = "sendpanel/journey/1"

// Example is one invented case.
type Example struct {
	Name    string // of its folder
	Title   string
	About   string // one paragraph
	Request []byte // the request's JSON as it arrives
	Steps   []Step
	End     statute.Day // the case is carried forward to this day
}

// Step is one thing that somebody does on a day.
type Step struct {
	On   statute.Day
	As   casework.PersonID // who acts; nobody waits
	Kind Kind
	Act  casework.Act // the command, nil for [PostAll] and [Wait]
	// Refused are paths in the command's body that the refusal names, where the command is to be refused and to change
	// nothing. Nothing here: it is to be recorded.
	Refused []string
	Request []byte // of [Receive]: the further request as it arrives
}

// Check compares what became of the step's command with what the example wants: an error where it was refused and
// should not have been, where it was recorded and should have been refused, or where the refusal leaves out a path.
func (s Step) Check(err error) error {
	if len(s.Refused) == 0 {
		return err
	}
	if err == nil {
		return fmt.Errorf("it was recorded, and should have been refused for %s", strings.Join(s.Refused, ", "))
	}
	refused := casework.AsRefused(err)
	if refused == nil {
		return err
	}
	for _, path := range s.Refused {
		if !slices.ContainsFunc(refused.Gaps, func(g casework.Gap) bool { return g.Path == path }) {
			return fmt.Errorf("the refusal does not name %s: %w", path, err)
		}
	}
	return nil
}

// Kind is what a step does: give a command, or one of the two below.
type Kind string

// The kinds of step that are no command.
const (
	PostAll Kind = "post_all" // the clerk confirms the posting of every letter that is printed and not yet posted, on the day
	Wait    Kind = "wait"     // nobody does anything until the day
	Receive Kind = "receive"  // a further request for the same child, in the file that the step names, is received
)

// RequestFile and JourneyFile are the two files of an example, and TimelineFile is what comes of them.
const (
	RequestFile  = "request.json"
	JourneyFile  = "journey.json"
	TimelineFile = "timeline.txt"
)

// Read reads every example in the folders of fsys, in the order of their names. A folder without a journey is passed
// over. The error names each fault with its file and its path within it.
func Read(fsys fs.FS) ([]Example, error) {
	journeys, err := fs.Glob(fsys, "*/"+JourneyFile)
	if err != nil {
		return nil, fmt.Errorf("look for examples: %w", err)
	}
	if len(journeys) == 0 {
		return nil, errors.New("look for examples: no folder holds a " + JourneyFile)
	}
	slices.Sort(journeys)
	var (
		all    []Example
		faults []error
	)
	for _, journey := range journeys {
		e, err := read(fsys, path.Dir(journey))
		faults = append(faults, err)
		all = append(all, e)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return all, nil
}

// read reads the example in one folder.
func read(fsys fs.FS, folder string) (Example, error) {
	data, err := fs.ReadFile(fsys, path.Join(folder, JourneyFile))
	if err != nil {
		return Example{}, err
	}
	request, err := fs.ReadFile(fsys, path.Join(folder, RequestFile))
	if err != nil {
		return Example{}, err
	}
	r := reader{open: func(name string) ([]byte, error) { return fs.ReadFile(fsys, path.Join(folder, path.Base(name))) }}
	received := r.request(path.Join(folder, RequestFile), request)
	e := r.journey(path.Join(folder, JourneyFile), data, received)
	e.Name, e.Request = folder, request
	return e, errors.Join(r.faults...)
}

// journeyJSON is the stored shape of a journey. Steps are read one by one, so that a fault is named with its place.
type journeyJSON struct {
	Schema  string            `json:"schema"`
	Title   string            `json:"title"`
	About   string            `json:"about"`
	Council string            `json:"council"`
	Steps   []json.RawMessage `json:"steps"`
	End     string            `json:"end"`
}

type stepJSON struct {
	On   string            `json:"on"`
	As   casework.PersonID `json:"as,omitempty"`
	Act  Kind              `json:"act"`
	Body json.RawMessage   `json:"body,omitempty"`
	// Refused are the paths that the refusal of the command must name.
	Refused []string `json:"refused,omitempty"`
	// File is the further request of a receive step, beside the journey.
	File string `json:"file,omitempty"`
}

// reader collects the faults of one example.
type reader struct {
	file   string
	faults []error
	open   func(name string) ([]byte, error) // a file beside the journey
}

func (r *reader) addf(at, format string, args ...any) {
	if at != "" {
		at += ": "
	}
	r.faults = append(r.faults, fmt.Errorf("%s: %s%w", r.file, at, fmt.Errorf(format, args...)))
}

// request checks that a case can be opened from the request, and gives the day of receipt. What is to be mended in it
// may well be what the example shows.
func (r *reader) request(file string, data []byte) statute.Day {
	r.file = file
	request, _, err := casework.ParseRequest(data)
	if err != nil {
		r.addf("", "%w", err)
		return statute.Day{}
	}
	at, err := request.Received()
	if err != nil {
		r.addf("", "%w", err)
	}
	return statute.DayOf(at)
}

func (r *reader) journey(file string, data []byte, received statute.Day) Example {
	r.file = file
	var j journeyJSON
	if err := casework.ReadStrict(data, &j); err != nil {
		r.addf("", "%w", err)
		return Example{}
	}
	if j.Schema != Schema {
		r.addf("schema", "is %q, and %s is read here", j.Schema, Schema)
	}
	if j.Title == "" {
		r.addf("title", "is missing")
	}
	if j.About == "" {
		r.addf("about", "is missing: say in a paragraph what the case shows")
	}
	if j.Council != "invented" {
		r.addf("council", "is %q: an example plays in the council called invented", j.Council)
	}
	e := Example{Title: j.Title, About: j.About}
	last := received
	for i, data := range j.Steps {
		step := r.step(fmt.Sprintf("steps[%d]", i), data, last)
		if step.On.After(last) {
			last = step.On
		}
		e.Steps = append(e.Steps, step)
	}
	e.End = r.day("end", j.End, last)
	return e
}

// day reads a day that must not lie before what comes before it.
func (r *reader) day(at, text string, earliest statute.Day) statute.Day {
	day, err := statute.ParseDay(text)
	switch {
	case err != nil:
		r.addf(at, "%w", err)
	case day.Before(earliest):
		r.addf(at, "%s lies before %s, to which the case has come", day.Short(), earliest.Short())
	}
	return day
}

func (r *reader) step(at string, data []byte, earliest statute.Day) Step {
	var s stepJSON
	if err := casework.ReadStrict(data, &s); err != nil {
		r.addf(at, "%w", err)
		return Step{}
	}
	step := Step{On: r.day(at+".on", s.On, earliest), As: s.As, Kind: s.Act, Refused: s.Refused}
	switch {
	case (s.Act == Wait || s.Act == Receive) && s.As != "":
		r.addf(at+".as", "nobody of the council acts in this step")
	case s.Act != Wait && s.Act != Receive && !step.On.IsZero():
		if _, err := council.Invented().Actor(s.As, step.On, ""); err != nil {
			r.addf(at+".as", "%w", err)
		}
	}
	if s.Act == Receive {
		data, err := r.open(s.File)
		if err != nil {
			r.addf(at+".file", "%w", err)
		}
		step.Request = data
		return step
	}
	if s.Act == Wait || s.Act == PostAll {
		if len(s.Body) > 0 {
			r.addf(at+".body", "does not belong to %s", s.Act)
		}
		if len(s.Refused) > 0 {
			r.addf(at+".refused", "does not belong to %s", s.Act)
		}
		return step
	}
	act, err := casework.ReadAct(casework.ActKind(s.Act), s.Body)
	if err != nil {
		r.addf(at, "%w", err)
	}
	step.Act = act
	return step
}
