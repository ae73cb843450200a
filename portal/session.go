package portal

import (
	"errors"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

// How long a sign-in lasts.
const (
	idleLimit     = 30 * time.Minute // without a page being opened
	absoluteLimit = 10 * time.Hour   // whatever happens
	seenEvery     = time.Minute      // how exactly the last page is remembered: each note is a write
)

// What a session holds.
const (
	sessionPerson    = "person"
	sessionRef       = "ref"
	sessionAddressee = "addressee"
	sessionSeen      = "seen"
	sessionFlash     = "flash"
	sessionHalf      = "half" // a person whose password was right and whose second factor is still to come
	sessionNext      = "next" // where to go after signing in
	sessionNewSecret = "new-secret"
	sessionState     = "state"
)

// newSessions keeps sessions in the register. The browser holds a random token, the register its hash.
func newSessions(store records.Sessions, secure bool) *scs.SessionManager {
	s := scs.New()
	s.Store, s.HashTokenInStore = store, true
	s.Lifetime = absoluteLimit
	s.Cookie.Name = "session"
	if secure {
		s.Cookie.Name, s.Cookie.Secure = "__Host-session", true
	}
	s.Cookie.HttpOnly, s.Cookie.Path, s.Cookie.SameSite, s.Cookie.Persist = true, "/", http.SameSiteLaxMode, false
	return s
}

// enter signs a person in under a new token, so that one known before the sign-in is worth nothing.
func (v *Visit) enter(put map[string]string) error {
	ctx, s := v.Context(), v.p.sessions
	if err := s.RenewToken(ctx); err != nil {
		return err
	}
	next := s.PopString(ctx, sessionNext)
	for _, key := range []string{sessionHalf, sessionPerson, sessionRef, sessionAddressee} {
		s.Remove(ctx, key)
	}
	for key, value := range put {
		s.Put(ctx, key, value)
	}
	s.Put(ctx, sessionSeen, v.p.clock().Unix())
	if next == "" || !localPath(next) {
		next = "/"
	}
	return v.Go(next)
}

// leave signs the person out.
func (v *Visit) leave() error { return v.p.sessions.Destroy(v.Context()) }

// recognise finds out who is signed in, today: a person who has left, and one whose case is no longer addressed to them,
// is nobody. The second result says that somebody was signed in and has been idle too long.
func (v *Visit) recognise() (Who, bool, error) {
	ctx, s := v.Context(), v.p.sessions
	person, addressee := s.GetString(ctx, sessionPerson), s.GetString(ctx, sessionAddressee)
	if person == "" && addressee == "" {
		return Who{}, false, nil
	}
	now, seen := v.p.clock(), time.Unix(s.GetInt64(ctx, sessionSeen), 0)
	if now.Sub(seen) > idleLimit {
		return Who{}, true, v.leave()
	}
	if now.Sub(seen) > seenEvery {
		s.Put(ctx, sessionSeen, now.Unix())
	}
	if person != "" {
		return v.recogniseStaff(casework.PersonID(person), statute.DayOf(now))
	}
	return v.recogniseFamily(casework.Ref(s.GetString(ctx, sessionRef)), casework.AddresseeID(addressee))
}

func (v *Visit) recogniseStaff(id casework.PersonID, on statute.Day) (Who, bool, error) {
	actor, err := v.Council.Actor(id, on, "portal")
	if err != nil { // not one of the council's people on this day
		return Who{}, false, v.leave()
	}
	account, err := v.p.register.Account(v.Context(), id)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return Who{}, false, err
	}
	if account.Closed {
		return Who{}, false, v.leave()
	}
	return Who{Actor: actor}, false, nil
}

func (v *Visit) recogniseFamily(ref casework.Ref, id casework.AddresseeID) (Who, bool, error) {
	open, err := v.p.familyAccess(v.Context(), ref, id)
	if err != nil || open == nil {
		return Who{}, false, errors.Join(err, v.leave())
	}
	return Who{Family: open}, false, nil
}
