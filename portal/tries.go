package portal

import (
	"context"
	"errors"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// errTooMany says that somebody tries too often.
var errTooMany = errors.New("too many tries in a short time")

// tries limits how often sign-in is tried: from one address, and for one account from one address. There is no limit for an
// account alone, which anybody could use up to lock its owner out; the cost of each hash bounds the rest. Only codes of the
// second factor have one, which nobody reaches without the account’s password; recovery codes do not.
type tries struct {
	clock  func() time.Time
	hashes chan struct{} // one for each password that is looked at at the same moment: each takes 19 MiB
	mu     sync.Mutex
	kept   map[string]*limited
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
	codeAgainAfter = 10 * time.Minute // wrong codes of one account’s second factor, from wherever
	firstCodes     = 30
	textAgainAfter = 3 * time.Minute // a message to one person, once the first are used up
	firstTexts     = 12
	textsFromAfter = 15 * time.Minute // and of those, what one address may ask for: nobody uses up what is somebody else’s
	firstTextsFrom = 5
	writeEvery     = time.Second // a page of a request from one address, without an account
	firstWrites    = 120
	callEvery      = time.Second // for one token
	firstCalls     = 60
	missEvery      = 5 * time.Second // calls without a good token, from one address
	firstMisses    = 30
	forgetAfter    = time.Hour
	mostKept       = 50_000
	mostHashes     = 8
)

func newTries(clock func() time.Time) *tries {
	return &tries{clock: clock, hashes: make(chan struct{}, mostHashes), kept: map[string]*limited{}}
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

// mayTry reports whether another code of the account’s second factor may be tried, and takes one try if so.
func (t *tries) mayTry(account string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("g/"+account, codeAgainAfter, firstCodes, now).AllowN(now, 1)
}

// mayText takes one message to somebody, asked for from the address: a telephone is not to be rung all night by whoever
// knows its number, and nobody can use up all that may go to it.
func (t *tries) mayText(address, whom string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.clock()
	return t.of("f/"+address+"/"+whom, textsFromAfter, firstTextsFrom, now).AllowN(now, 1) &&
		t.of("c/"+whom, textAgainAfter, firstTexts, now).AllowN(now, 1)
}

// oneHash waits until a password may be looked at, and gives what ends it: many at once would use up the memory.
func (t *tries) oneHash(ctx context.Context) (done func(), err error) {
	select {
	case t.hashes <- struct{}{}:
		return func() { <-t.hashes }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
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
	return t.of("h/"+address, missEvery, firstMisses, now).AllowN(now, 1)
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
