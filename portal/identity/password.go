// Package identity proves who somebody is: passwords, one-time codes, and a provider of sign-in elsewhere.
package identity

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// The cost of a hash, as OWASP recommends for argon2id: 19 MiB and two passes take some tens of milliseconds.
const (
	memoryKiB = 19 * 1024
	passes    = 2
	threads   = 1
	saltBytes = 16
	keyBytes  = 32
)

// The lengths that a password may have. Length is what makes one strong; no rule asks for odd signs.
const (
	ShortestPassword = 12
	LongestPassword  = 200
)

// ErrWrong says that a password or a code is not the right one.
var ErrWrong = errors.New("this is not the right one")

// CheckPassword says what is wrong with a password that somebody wants to use.
func CheckPassword(password, email string) error {
	n := utf8.RuneCountInString(password)
	switch {
	case n < ShortestPassword:
		return fmt.Errorf("use at least %d characters: three or four words that do not belong together are strong and easy to keep", ShortestPassword)
	case n > LongestPassword:
		return fmt.Errorf("use at most %d characters", LongestPassword)
	case strings.EqualFold(password, email), strings.Count(password, password[:1]) == len(password):
		return errors.New("somebody could guess this: use three or four words that do not belong together")
	}
	return nil
}

// HashPassword gives what is kept of a password: argon2id with its cost and salt, in the usual notation.
func HashPassword(password string) string {
	salt := make([]byte, saltBytes)
	rand.Read(salt) // never fails
	key := argon2.IDKey([]byte(password), salt, passes, memoryKiB, threads, keyBytes)
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memoryKiB, passes, threads, b64(salt), b64(key))
}

// VerifyPassword compares a password with what was kept. The error is [ErrWrong], or of a hash that cannot be read. An
// empty hash costs the same time as a real one, so that nobody learns from it which accounts there are.
func VerifyPassword(password, hash string) error {
	if hash == "" {
		argon2.IDKey([]byte(password), make([]byte, saltBytes), passes, memoryKiB, threads, keyBytes)
		return ErrWrong
	}
	var version, memory, time, lanes int
	var rest string
	if _, err := fmt.Sscanf(hash, "$argon2id$v=%d$m=%d,t=%d,p=%d$%s", &version, &memory, &time, &lanes, &rest); err != nil || version != argon2.Version {
		return errors.New("a stored password cannot be read")
	}
	saltText, keyText, _ := strings.Cut(rest, "$")
	salt, saltErr := base64.RawStdEncoding.DecodeString(saltText)
	want, keyErr := base64.RawStdEncoding.DecodeString(keyText)
	if err := errors.Join(saltErr, keyErr); err != nil || len(want) == 0 || lanes < 1 || lanes > 16 || memory > 1<<20 || time < 1 || time > 16 {
		return errors.New("a stored password cannot be read")
	}
	got := argon2.IDKey([]byte(password), salt, uint32(time), uint32(memory), uint8(lanes), uint32(len(want)))
	if subtle.ConstantTimeCompare(got, want) != 1 {
		return ErrWrong
	}
	return nil
}
