package check

import (
	"crypto/sha256"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// fontFiles keeps what was read of font files, by the digest of their packed bytes: letters have the
// same few fonts. It forgets everything when it is full.
type fontFiles struct {
	mu   sync.RWMutex
	kept map[[sha256.Size]byte]fontFile
}

// fontFile is a font that was read, and how long it is unpacked.
type fontFile struct {
	font *trueType // nobody writes to it
	size int
}

const mostFontFiles = 64

var readBefore fontFiles

// fontFile reads an embedded font. A font that is kept counts towards what may be unpacked as any other.
func (in *inspection) fontFile(s types.StreamDict) (*trueType, error) {
	if s.Dict["Filter"] != types.Name("FlateDecode") || s.Dict["DecodeParms"] != nil || len(s.Raw) == 0 {
		font, _, err := in.unpackedFont(s)
		return font, err
	}
	key := sha256.Sum256(s.Raw)
	readBefore.mu.RLock()
	before, found := readBefore.kept[key]
	readBefore.mu.RUnlock()
	if found && before.size < in.spare {
		in.spare -= before.size
		return before.font, nil
	}
	font, size, err := in.unpackedFont(s)
	if err != nil {
		return nil, err
	}
	readBefore.mu.Lock()
	defer readBefore.mu.Unlock()
	if readBefore.kept == nil || len(readBefore.kept) >= mostFontFiles {
		readBefore.kept = map[[sha256.Size]byte]fontFile{}
	}
	readBefore.kept[key] = fontFile{font, size}
	return font, nil
}

func (in *inspection) unpackedFont(s types.StreamDict) (font *trueType, size int, err error) {
	content, err := in.decoded(s)
	if err != nil {
		return nil, 0, err
	}
	font, err = readTrueType(content)
	return font, len(content), err
}
