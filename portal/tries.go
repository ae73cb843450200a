package portal

import (
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// errTooMany says that somebody tries too often.
var errTooMany = errors.New("too many tries in a short time")

// tries limits how often sign-in is tried: from one address, and for one account from one address. There is no limit for an
// account alone, which anybody could use up to lock its owner out; the cost of each hash bounds the rest.
type tries struct {
	clock func() time.Time
	mu    sync.Mutex
	kept  map[string]*limited
}

type limited struct {
	*rate.Limiter
	used time.Time
}

// How often sign-in may be tried.
const (
	tryAgainAfter  = 20 * time.Second // for one account from one address, once the first tries are used up
	firstTries     = 8
	addressEvery   = 2 * time.Second // for all accounts from one address: a school has one for all its staff
	addressFirst   = 60
	textAgainAfter = 3 * time.Minute // a message to one person, once the first are used up
	firstTexts     = 6
	writeEvery     = time.Second // a page of a request from one address, without an account
	firstWrites    = 120
	callEvery      = time.Second // for one token
	firstCalls     = 60
	missEvery      = 5 * time.Second // calls without a good token, from one address
	firstMisses    = 30
	forgetAfter    = time.Hour
	mostKept       = 50_000
)

func newTries(clock func() time.Time) *tries {
	return &tries{clock: clock, kept: map[string]*limited{}}
}

// allow takes one try for the account from the address.
func (t *tries) allow(address, account string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	if !t.of("a/"+address, addressEvery, addressFirst, now).AllowN(now, 1) ||
		!t.of("b/"+address+"/"+account, tryAgainAfter, firstTries, now).AllowN(now, 1) {
		return errTooMany
	}
	return nil
}

// mayText takes one message to somebody in a family: a telephone is not to be rung all night by whoever knows its number.
// A code that is out stays good, in every browser in which it was asked for.
func (t *tries) mayText(whom string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("c/"+whom, textAgainAfter, firstTexts, now).AllowN(now, 1)
}

// mayWrite takes one page of a request that somebody without an account writes.
func (t *tries) mayWrite(address string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("e/"+address, writeEvery, firstWrites, now).AllowN(now, 1)
}

// mayCall takes one call of a token.
func (t *tries) mayCall(token string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("d/"+token, callEvery, firstCalls, now).AllowN(now, 1)
}

// mayMiss takes one call without a good token from the address.
func (t *tries) mayMiss(address string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("f/"+address, missEvery, firstMisses, now).AllowN(now, 1)
}

func (t *tries) of(key string, every time.Duration, burst int, now time.Time) *rate.Limiter {
	l := t.kept[key]
	if l == nil {
		if len(t.kept) >= mostKept {
			t.forget(now)
		}
		l = &limited{Limiter: rate.NewLimiter(rate.Every(every), burst)}
		t.kept[key] = l
	}
	l.used = now
	return l.Limiter
}

func (t *tries) forget(now time.Time) {
	for key, l := range t.kept {
		if now.Sub(l.used) > forgetAfter {
			delete(t.kept, key)
		}
	}
	if len(t.kept) >= mostKept { // a flood from very many addresses: begin again
		clear(t.kept)
	}
}
