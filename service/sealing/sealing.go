// Package sealing encrypts what Temporal keeps. Workflow inputs, results, updates and the texts of failures are about
// children, and a history lies in a database that the cluster's operators can read; sealed, it tells them nothing.
//
// The key set is Tink's: new material is sealed with its newest key and read with any, so that keys can be changed
// without a history becoming unreadable. A lost key set loses no case: the register holds them all, and workflows are
// started from it again.
package sealing

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tink-crypto/tink-go/v2/aead"
	"github.com/tink-crypto/tink-go/v2/insecurecleartextkeyset"
	"github.com/tink-crypto/tink-go/v2/keyset"
	"github.com/tink-crypto/tink-go/v2/tink"
	commonpb "go.temporal.io/api/common/v1"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/temporal"
	"google.golang.org/protobuf/proto"
)

// encoding marks a sealed payload.
const encoding = "binary/sendpanel-sealed"

// context binds the ciphertext to its use, so that it cannot be passed off as something else.
const context = "sendpanel/payload/1"

// Seal seals and opens payloads with one key set.
type Seal struct{ primitive tink.AEAD }

// Open reads the key set of the file, or makes one there if there is none, readable by its owner alone.
func Open(path string) (*Seal, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = create(path)
	}
	if err != nil {
		return nil, fmt.Errorf("open the key set %s: %w", path, err)
	}
	handle, err := insecurecleartextkeyset.Read(keyset.NewJSONReader(bytes.NewReader(data)))
	if err != nil {
		return nil, fmt.Errorf("read the key set %s: %w. It should be a Tink AEAD key set in JSON", path, err)
	}
	return with(handle)
}

// New makes a seal with a key of its own, for tests.
func New() (*Seal, error) {
	handle, err := keyset.NewHandle(aead.AES256GCMKeyTemplate())
	if err != nil {
		return nil, fmt.Errorf("make a key set: %w", err)
	}
	return with(handle)
}

func with(handle *keyset.Handle) (*Seal, error) {
	primitive, err := aead.New(handle)
	if err != nil {
		return nil, fmt.Errorf("use the key set: %w", err)
	}
	return &Seal{primitive: primitive}, nil
}

// create makes a key set and links it into place whole, so that of two programs starting at once one wins and both read
// the winner's.
func create(path string) ([]byte, error) {
	handle, err := keyset.NewHandle(aead.AES256GCMKeyTemplate())
	if err != nil {
		return nil, err
	}
	var made bytes.Buffer
	if err := insecurecleartextkeyset.Write(handle, keyset.NewJSONWriter(&made)); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	whole, err := os.CreateTemp(filepath.Dir(path), ".keys-*")
	if err != nil {
		return nil, err
	}
	defer os.Remove(whole.Name())
	_, err = whole.Write(made.Bytes())
	err = errors.Join(err, whole.Sync(), whole.Close())
	if err == nil {
		err = os.Link(whole.Name(), path)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return os.ReadFile(path)
}

// DataConverter turns values into sealed payloads and back.
func (s *Seal) DataConverter() converter.DataConverter {
	return converter.NewCodecDataConverter(converter.GetDefaultDataConverter(), s)
}

// FailureConverter seals the messages and stack traces of failures too, which name what failed.
func (s *Seal) FailureConverter() converter.FailureConverter {
	return temporal.NewDefaultFailureConverter(temporal.DefaultFailureConverterOptions{
		DataConverter: s.DataConverter(), EncodeCommonAttributes: true,
	})
}

// Encode seals payloads.
func (s *Seal) Encode(payloads []*commonpb.Payload) ([]*commonpb.Payload, error) {
	sealed := make([]*commonpb.Payload, len(payloads))
	for i, p := range payloads {
		clear, err := proto.Marshal(p)
		if err != nil {
			return nil, fmt.Errorf("seal a payload: %w", err)
		}
		data, err := s.primitive.Encrypt(clear, []byte(context))
		if err != nil {
			return nil, fmt.Errorf("seal a payload: %w", err)
		}
		sealed[i] = &commonpb.Payload{Metadata: map[string][]byte{converter.MetadataEncoding: []byte(encoding)}, Data: data}
	}
	return sealed, nil
}

// Decode opens payloads. One that was never sealed comes back as it is.
func (s *Seal) Decode(payloads []*commonpb.Payload) ([]*commonpb.Payload, error) {
	opened := make([]*commonpb.Payload, len(payloads))
	for i, p := range payloads {
		if string(p.GetMetadata()[converter.MetadataEncoding]) != encoding {
			opened[i] = p
			continue
		}
		clear, err := s.primitive.Decrypt(p.GetData(), []byte(context))
		if err != nil {
			return nil, fmt.Errorf("open a payload: %w. It was sealed with a key that is not in the key set", err)
		}
		opened[i] = &commonpb.Payload{}
		if err := proto.Unmarshal(clear, opened[i]); err != nil {
			return nil, fmt.Errorf("open a payload: %w", err)
		}
	}
	return opened, nil
}
