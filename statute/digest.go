package statute

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Digest is the SHA-256, hexadecimal, of what somebody reads when they sign a rule: its period, trigger, exceptions,
// recipients, words and source. Who has signed is not part of it.
func (r Rule) Digest() string {
	r.SignedOff = nil
	data, err := json.Marshal(r)
	if err != nil {
		return "" // a rule holds only words, numbers and days
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
