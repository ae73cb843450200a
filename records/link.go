package records

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
)

// linkVersion begins what every link hashes. Another way of hashing takes another version, so that old chains can be
// verified for as long as they are kept.
const linkVersion = "sendpanel/link/1"

// saltSize is long enough that the digest of a short content, a date of birth say, tells nothing about it.
const saltSize = 32

// linkOf is the link of the n-th entry of a chain: SHA-256 over the version, the link before (empty for the first), the
// chain's name, the entry's number and its values in the order of the ledger's columns. Each part is preceded by its
// length in eight bytes, so that no two entries read the same.
func linkOf(previous []byte, chain string, n int64, values []any) ([]byte, error) {
	h := sha256.New()
	part := func(b []byte) {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(b)))
		h.Write(size[:])
		h.Write(b)
	}
	part([]byte(linkVersion))
	part(previous)
	part([]byte(chain))
	part([]byte(strconv.FormatInt(n, 10)))
	for _, v := range values {
		switch v := v.(type) {
		case string:
			part([]byte(v))
		case int64:
			part([]byte(strconv.FormatInt(v, 10)))
		case []byte:
			part(v)
		default:
			return nil, fmt.Errorf("link entry %d of %s: a value of type %T cannot be hashed", n, chain, v)
		}
	}
	return h.Sum(nil), nil
}

// digestOf is what the chain holds of a content.
func digestOf(salt, content []byte) []byte {
	h := sha256.New()
	h.Write(salt)
	h.Write(content)
	return h.Sum(nil)
}

func newSalt() []byte {
	salt := make([]byte, saltSize)
	rand.Read(salt) // never fails: see crypto/rand
	return salt
}
