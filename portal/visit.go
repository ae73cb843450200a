package portal

import (
	"context"
	"net/http"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/council"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/portal/words"
	"sendpanel/statute"
)

// Who is the person at the other end. The zero Who is somebody who is not signed in.
type Who struct {
	Actor  casework.Actor // of staff and schools, as the council's settings have it today
	Family *Addressed     // of a family
	Token  string         // the ID of a token, where a school’s information system acts in the Actor’s name
}

// Addressed is a person to whom a case is addressed, signed in by a code for that case alone.
type Addressed struct {
	Ref       casework.Ref
	Addressee casework.AddresseeID
	Name      string
}

// SignedIn reports whether somebody is signed in.
func (w Who) SignedIn() bool { return w.Family != nil || w.Actor.Person != "" }

// Name is the person's name.
func (w Who) Name() string {
	if w.Family != nil {
		return w.Family.Name
	}
	return w.Actor.Name
}

// account is the name under which reads are recorded: it tells no child.
func (w Who) account() string {
	if w.Family != nil {
		return "portal/" + string(w.Family.Addressee)
	}
	if w.Token != "" {
		return "api/" + w.Token
	}
	return "portal"
}

// reader is who reads, for the record of reads.
func (w Who) reader() string {
	if w.Family != nil {
		return string(w.Family.Addressee)
	}
	return string(w.Actor.Person)
}

// Visit is one request to the portal, with what the guard found out before the handler runs.
type Visit struct {
	W       http.ResponseWriter
	R       *http.Request
	Who     Who
	Council council.Council
	Case    casework.Case   // where the pattern has {ref}
	Meeting meeting.Meeting // where the pattern has {meeting}, with its agenda
	Agenda  meeting.Agenda
	Today   statute.Day // in the time of the case, where there is one
	Form    *form.Form  // what was posted, or an empty form

	Typed  bool        // the page has a form “typed”, and what is in it goes along when another language is chosen
	Narrow bool        // the page is one column for reading: one question, families' pages
	Back   *look.Link  // “Back”, on pages of one question
	Crumbs []look.Link // where the page hangs, from the top; without the page itself

	p     *Portal
	voice words.Voice // the language in which the page is
	until time.Time   // when the sign-in ends in any case
	noted bool        // the ledger of reads has this visit
	over  bool        // more was sent than the page takes: its files are let go
	was   string      // who is signed in at this browser, or was until just now

	switched bool // the page is one that families read, and offers its languages
	route    Route
	id       string // under which the log knows the request
}

// Context is the request's context.
func (v *Visit) Context() context.Context { return v.R.Context() }

// Path is a part of the address that the pattern names.
func (v *Visit) Path(name string) string { return v.R.PathValue(name) }

// Do gives a command to the case in the address in the person's name. The form's key makes it one act.
func (v *Visit) Do(act casework.Act) error {
	if v.Who.Family != nil {
		_, err := v.p.desk.DoAsFamily(v.Context(), v.Case.Ref, v.Who.Family.Addressee, v.Form.Key(), act)
		return err
	}
	_, err := v.p.desk.Do(v.Context(), v.Case.Ref, v.Who.Actor.Person, v.Today, v.Form.Key(), act)
	return err
}

// Go sends the browser on to a page of the portal after a form was taken.
func (v *Visit) Go(path string) error {
	http.Redirect(v.W, v.R, path, http.StatusSeeOther)
	return nil
}

// Tell puts a message at the top of the next page that this browser shows. It holds no personal data.
func (v *Visit) Tell(text string) { v.p.sessions.Put(v.Context(), sessionFlash, text) }

// Read records that the person read something of the case: the ledger of reads has it before the page goes out.
func (v *Visit) Read(what string) error {
	v.noted = true
	return v.p.register.NoteRead(v.Context(), v.Who.reader(), v.Who.account(), v.Case.Ref, what)
}

// Page shows a page of pages/ with the data it asks for.
func (v *Visit) Page(name string, data any) error { return v.Show(http.StatusOK, name, data) }

// Again shows a page once more with what was typed and what is wrong.
func (v *Visit) Again(name string, data any) error {
	return v.Show(http.StatusUnprocessableEntity, name, data)
}
