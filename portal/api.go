package portal

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
)

// errNoToken says that no token came with a call, or none that is good.
var errNoToken = errors.New("no token that is good came with the call")

// tokenBegins marks a token as one of this service, so that whoever finds it knows what it opens.
const tokenBegins = "sendpanel_"

// tokenBytes is how many random bytes a token holds.
const tokenBytes = 32

// bearer gives the hash of the token in an Authorization header, where there is one of the right shape.
func bearer(header string) (hash string, ok bool) {
	scheme, token, _ := strings.Cut(header, " ")
	secret, begins := strings.CutPrefix(token, tokenBegins)
	raw, err := base64.RawURLEncoding.Strict().DecodeString(secret)
	if !strings.EqualFold(scheme, "Bearer") || !begins || err != nil || len(raw) != tokenBytes || strings.ContainsAny(secret, "\r\n") {
		return "", false
	}
	return identity.Hash(token), true
}

// recogniseSystem finds out whose token came with the call. It acts in the name of one person of the setting, as school staff
// and nothing more, and is good for nothing once that person has left the setting or had their account closed.
func (v *Visit) recogniseSystem() error {
	hash, ok := bearer(v.R.Header.Get("Authorization"))
	if !ok {
		return v.noToken()
	}
	token, err := v.p.register.UseToken(v.Context(), hash)
	if errors.Is(err, records.ErrNoToken) {
		return v.noToken()
	}
	if err != nil {
		return err
	}
	if !v.p.tries.mayCall(token.ID) {
		return errTooMany
	}
	actor, err := v.Council.Actor(token.For, v.Today, "api/"+token.ID)
	if err != nil || actor.Setting != token.Setting || !actor.Has(casework.SchoolStaff) {
		return v.noToken()
	}
	account, err := v.p.register.Account(v.Context(), token.For)
	if err != nil && !errors.Is(err, records.ErrNoAccount) {
		return err
	}
	if account.Closed {
		return v.noToken()
	}
	actor.Roles, actor.Delegation = []casework.Role{casework.SchoolStaff}, nil
	v.Who = Who{Actor: actor, Token: token.ID}
	return nil
}

// noToken answers a call without a good token. Whoever calls with wrong ones again and again from one address is told to
// wait; a good token opens from there all the same, so that nobody can shut a school out.
func (v *Visit) noToken() error {
	if v.route.For.Anyone {
		return nil
	}
	if !v.p.tries.mayMiss(v.address()) {
		return errTooMany
	}
	return errNoToken
}

// apiFault is a call that cannot be taken as it is: its status, the key of its words, and what is wrong where.
type apiFault struct {
	status int
	key    string
	wrong  []casework.Gap
}

func (f *apiFault) Error() string { return fmt.Sprintf("a call was not taken (%s)", f.key) }

// problem is what a failed call is told, as RFC 9457 has it. Errors name each thing that is wrong, with its place in what was sent.
type problem struct {
	Title     string         `json:"title"`
	Status    int            `json:"status"`
	Detail    string         `json:"detail" doc:"What happened and what to do, in words for the person at the school."`
	Reference string         `json:"reference" doc:"Names the call when you ask us about it."`
	Errors    []casework.Gap `json:"errors,omitempty"`
}

// problem answers a call that failed.
func (v *Visit) problem(err error) {
	status, key := v.p.judge(err)
	said := problem{Reference: v.id}
	fault, kept := new(apiFault), new(Kept)
	refused := casework.AsRefused(err)
	switch {
	case errors.As(err, &fault):
		status, key, said.Errors = fault.status, fault.key, fault.wrong
	case errors.As(err, &kept):
		status, key = http.StatusUnprocessableEntity, "api-kept"
		said.Errors = []casework.Gap{{What: kept.Why.Error()}}
	case errors.Is(err, errNoToken):
		status, key = http.StatusUnauthorized, "api-token"
		v.W.Header().Set("WWW-Authenticate", `Bearer realm="SEND Panel"`)
	case status == http.StatusNotFound:
		key = "api-not-found"
	case status == http.StatusTooManyRequests:
		v.W.Header().Set("Retry-After", strconv.Itoa(int(callEvery.Seconds())*10))
	case refused != nil:
		said.Errors = refused.Gaps
	}
	if status >= http.StatusInternalServerError {
		v.p.log.Error("a call failed", "id", v.id, "route", v.route.Pattern, "error", err)
	}
	said.Title, said.Detail, said.Status = v.p.say(key+"-title"), v.p.say(key+"-text"), status
	if err := v.answerAs("application/problem+json", status, said); err != nil {
		v.p.log.Error("a call was not answered", "id", v.id, "error", err)
	}
}

// JSON answers a call.
func (v *Visit) JSON(status int, value any) error {
	return v.answerAs("application/json", status, value)
}

func (v *Visit) answerAs(kind string, status int, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("write an answer: %w", err)
	}
	v.W.Header().Set("Content-Type", kind)
	v.W.WriteHeader(status)
	_, _ = v.W.Write(data) // a reader who has gone is nobody's fault
	return nil
}
