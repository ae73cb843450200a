package check

import (
	"bytes"
	"io"
	"sync"

	"github.com/klauspost/compress/zlib"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// inflater unpacks streams one after the other: making one anew takes longer than unpacking a page.
type inflater struct {
	in  bytes.Reader
	zip io.ReadCloser
}

var inflaters = sync.Pool{New: func() any { return &inflater{} }}

// inflated unpacks a stream of one plain deflate. Of anything else, and of a fault, it says false: pdfcpu reads those.
func inflated(s types.StreamDict, most int) (content []byte, ok bool) {
	if len(s.FilterPipeline) != 1 || s.FilterPipeline[0].Name != "FlateDecode" || s.FilterPipeline[0].DecodeParms != nil {
		return nil, false
	}
	f := inflaters.Get().(*inflater)
	defer inflaters.Put(f)
	f.in.Reset(s.Raw)
	if r, isOpen := f.zip.(zlib.Resetter); !isOpen || r.Reset(&f.in, nil) != nil {
		var err error
		if f.zip, err = zlib.NewReader(&f.in); err != nil {
			return nil, false
		}
	}
	var out bytes.Buffer
	out.Grow(4 * len(s.Raw))
	if _, err := io.Copy(&out, io.LimitReader(f.zip, int64(most)+1)); err != nil || out.Len() > most {
		return nil, false
	}
	return out.Bytes(), true
}
