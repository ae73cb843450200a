package notify

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Key is an API key of a Notify service: the service's ID and a secret. It never prints its secret.
type Key struct {
	Service string // UUID of the service
	secret  string // UUID, which signs as it is written
}

// keyTail is how an API key ends: the service's UUID and the secret's. What stands before is the name of the key.
var keyTail = regexp.MustCompile(`([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`)

// ParseKey reads an API key as Notify shows it: a name, the service's ID and the secret, joined by hyphens.
func ParseKey(s string) (Key, error) {
	found := keyTail.FindStringSubmatch(strings.ToLower(strings.TrimSpace(s)))
	if found == nil {
		return Key{}, errors.New("the GOV.UK Notify API key should end in two IDs joined by a hyphen. Copy it again from API integration, API keys")
	}
	return Key{Service: found[1], secret: found[2]}, nil
}

func (k Key) String() string { return "key of service " + k.Service }

// GoString keeps the secret out of %#v too.
func (k Key) GoString() string { return k.String() }

// token is a fresh bearer token. Notify wants one made within 30 seconds of its own clock.
func (k Key) token(now time.Time) (string, error) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": k.Service, "iat": now.Unix()}).SignedString([]byte(k.secret))
	if err != nil {
		return "", fmt.Errorf("sign a token for GOV.UK Notify: %w", err)
	}
	return token, nil
}
