package portal

import (
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
	"sendpanel/statute"
)

// How long a sign-in lasts.
const (
	idleLimit     = 30 * time.Minute // without a page being opened
	absoluteLimit = 10 * time.Hour   // whatever happens
	absoluteGrace = 72 * time.Hour   // for which a session that is over is kept: it opens nothing, and tells whose typed page comes after a weekend
	seenEvery     = time.Minute      // how exactly the last page is remembered: each note is a write
	warnBefore    = 20 * time.Minute // the absolute limit: from then on each page says when it comes
	halfLimit     = 10 * time.Minute // between the password and the second factor
)

// What a session holds.
const (
	sessionPerson    = "person"
	sessionRef       = "ref"
	sessionAddressee = "addressee"
	sessionSeen      = "seen"
	sessionBegan     = "began"
	sessionProof     = "proof" // of the account as it was at the sign-in
	sessionFlash     = "flash"
	sessionHeld      = "held" // files that wait for the virus scanner
	sessionHalf      = "half" // a person whose password was right and whose second factor is still to come
	sessionHalfAt    = "half-at"
	sessionNext      = "next" // where to go after signing in
	sessionNewSecret = "new-secret"
	sessionState     = "state"
)

// newSessions keeps sessions in the register. The browser holds a random token, the register its hash.
func newSessions(store records.Sessions, secure bool) *scs.SessionManager {
	s := scs.New()
	s.Store, s.HashTokenInStore = store, true
	s.Lifetime = absoluteLimit + absoluteGrace
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
	for _, key := range []string{sessionHalf, sessionPerson, sessionRef, sessionAddressee, sessionWas} {
		s.Remove(ctx, key)
	}
	for key, value := range put {
		s.Put(ctx, key, value)
	}
	v.began()
	if next == "" || !localPath(next) {
		next = "/"
	}
	return v.Go(next)
}

// enterAs signs somebody of staff or of a school in.
func (v *Visit) enterAs(person casework.PersonID) error {
	proof, err := v.tie(person)
	if err != nil {
		return err
	}
	return v.enter(map[string]string{sessionPerson: string(person), sessionProof: proof})
}

// began notes when the sign-in was.
func (v *Visit) began() {
	now := v.p.clock().Unix()
	v.p.sessions.Put(v.Context(), sessionSeen, now)
	v.p.sessions.Put(v.Context(), sessionBegan, now)
}

// tie is what ties a session to a person's account as it is now. With another password or second factor it is another:
// the sessions begun before then end, on every browser.
func (v *Visit) tie(person casework.PersonID) (string, error) {
	account, err := v.p.register.Account(v.Context(), person)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return "", err
	}
	return accountProof(account), nil
}

func accountProof(a records.Account) string { return identity.Hash(a.Password + "/" + a.Secret) }

// leave signs the person out.
func (v *Visit) leave() error { return v.p.sessions.Destroy(v.Context()) }

// recognise finds out who is signed in, today: a person who has left, and one whose case is no longer addressed to them,
// is nobody. The second result is the key of the words for why somebody who was signed in is not any more.
func (v *Visit) recognise() (who Who, over string, err error) {
	ctx, s := v.Context(), v.p.sessions
	person, addressee := s.GetString(ctx, sessionPerson), s.GetString(ctx, sessionAddressee)
	if person == "" && addressee == "" {
		if !v.route.For.Anyone {
			v.was = s.GetString(ctx, sessionWas)
		}
		return Who{}, "", nil
	}
	v.was = strings.Join([]string{person, s.GetString(ctx, sessionRef), addressee}, "/")
	now, seen, began := v.p.clock(), time.Unix(s.GetInt64(ctx, sessionSeen), 0), time.Unix(s.GetInt64(ctx, sessionBegan), 0)
	switch {
	case now.Sub(began) > absoluteLimit:
		return Who{}, "signed-out-absolute", v.end()
	case now.Sub(seen) > idleLimit:
		return Who{}, "signed-out-idle", v.end()
	}
	v.until = began.Add(absoluteLimit)
	if now.Sub(seen) > seenEvery {
		s.Put(ctx, sessionSeen, now.Unix())
	}
	if person != "" {
		who, err = v.recogniseStaff(casework.PersonID(person), statute.DayOf(now))
		return who, "", err
	}
	who, err = v.recogniseFamily(casework.Ref(s.GetString(ctx, sessionRef)), casework.AddresseeID(addressee))
	return who, "", err
}

func (v *Visit) recogniseStaff(id casework.PersonID, on statute.Day) (Who, error) {
	actor, err := v.Council.Actor(id, on, "portal")
	if err != nil { // not one of the council's people on this day
		return Who{}, v.leave()
	}
	account, err := v.p.register.Account(v.Context(), id)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return Who{}, err
	}
	if account.Closed || v.p.sessions.GetString(v.Context(), sessionProof) != accountProof(account) {
		return Who{}, v.leave()
	}
	return Who{Actor: actor}, nil
}

func (v *Visit) recogniseFamily(ref casework.Ref, id casework.AddresseeID) (Who, error) {
	open, err := v.p.familyAccess(v.Context(), ref, id)
	if err != nil || open == nil {
		return Who{}, errors.Join(err, v.leave())
	}
	return Who{Family: open}, nil
}
