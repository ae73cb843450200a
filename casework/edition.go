package casework

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"sendpanel/statute"
)

// Edition is a piece of wording as it stood when something was made of it: a paragraph of a letter, a sentence of a note.
type Edition struct {
	ID   string      `json:"id"`
	From statute.Day `json:"from"` // in force from this day
	Read string      `json:"read"` // its digest, which a lawyer’s signature names
}

// ReadOf is the SHA-256, hexadecimal, of what somebody reads when they sign a piece of wording: all of its data, as JSON.
func ReadOf(wording any) string {
	data, err := json.Marshal(wording)
	if err != nil {
		return "" // wording holds only words and days
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
