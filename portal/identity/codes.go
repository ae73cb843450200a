package identity

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"fmt"
	"image/png"
	"math/big"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
)

// step is how long a code of the second factor lasts, in seconds.
const step = 30

// NewSecret makes the secret of a second factor for an authenticator app, and the address that the app reads.
func NewSecret(issuer, account string) (secret, address string, err error) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: account})
	if err != nil {
		return "", "", fmt.Errorf("make a second factor: %w", err)
	}
	return key.Secret(), key.URL(), nil
}

// Picture draws the address of a second factor as a square that an authenticator app reads off a screen (PNG), so many
// pixels wide.
func Picture(address string, pixels int) ([]byte, error) {
	key, err := otp.NewKeyFromURL(address)
	if err != nil {
		return nil, fmt.Errorf("draw a second factor: %w", err)
	}
	drawn, err := key.Image(pixels, pixels)
	if err != nil {
		return nil, fmt.Errorf("draw a second factor: %w", err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, drawn); err != nil {
		return nil, fmt.Errorf("draw a second factor: %w", err)
	}
	return b.Bytes(), nil
}

// VerifyCode compares a code with a secret, one step early or late allowed, and gives the step it belongs to. Steps up to
// and with used are not good again. The error is [ErrWrong].
func VerifyCode(code, secret string, used int64, now time.Time) (int64, error) {
	code = strings.Join(strings.Fields(code), "")
	if secret == "" || len(code) != 6 {
		return 0, ErrWrong
	}
	at := now.Unix() / step
	for _, s := range []int64{at, at - 1, at + 1} {
		want, err := hotp.GenerateCodeCustom(secret, uint64(s), hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err != nil {
			return 0, fmt.Errorf("read a second factor: %w", err)
		}
		if s > used && subtle.ConstantTimeCompare([]byte(want), []byte(code)) == 1 {
			return s, nil
		}
	}
	return 0, ErrWrong
}

// recoveryCodes is how many codes let a person in whose telephone is lost.
const recoveryCodes = 8

// NewRecoveryCodes makes codes to be written down, and what is kept of them.
func NewRecoveryCodes() (codes, hashes []string) {
	for range recoveryCodes {
		text := strings.ToLower(rand.Text()[:12])
		codes = append(codes, inGroups(text))
		hashes = append(hashes, Hash(text))
	}
	return codes, hashes
}

// NewReturnCode makes a code to be written down, under which somebody finds again what they wrote: twelve letters and
// digits in groups, of which none looks like another.
func NewReturnCode() string { return inGroups(rand.Text()[:12]) }

func inGroups(text string) string { return text[:4] + "-" + text[4:8] + "-" + text[8:] }

// UseRecoveryCode takes a code from those that are left. The error is [ErrWrong].
func UseRecoveryCode(code string, hashes []string) (left []string, err error) {
	want := Hash(strings.ToLower(strings.NewReplacer("-", "", " ", "").Replace(code)))
	err = ErrWrong
	for _, h := range hashes {
		if err != nil && subtle.ConstantTimeCompare([]byte(h), []byte(want)) == 1 {
			err = nil
			continue
		}
		left = append(left, h)
	}
	return left, err
}

// NewFamilyCode makes a code of six digits.
func NewFamilyCode() (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", fmt.Errorf("make a code: %w", err)
	}
	return fmt.Sprintf("%06d", n), nil
}

// Hash is what is kept of a token or code that is good for a short time or few tries.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
