package tagged

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// compressor is a deflater with its output.
type compressor struct {
	b bytes.Buffer
	w *zlib.Writer
}

// compressors are used again: a new one takes some hundred kilobytes. A few are kept for good, for as many letters at once.
var compressors = make(chan *compressor, 4)

func borrow() *compressor {
	select {
	case c := <-compressors:
		return c
	default:
		c := &compressor{}
		c.w, _ = zlib.NewWriterLevel(&c.b, zlib.BestSpeed) // the level is a valid one
		return c
	}
}

func giveBack(c *compressor) {
	select {
	case compressors <- c:
	default:
	}
}

// pack is the data deflated, valid until the compressor is used again.
func (c *compressor) pack(data ...[]byte) ([]byte, error) {
	c.b.Reset()
	c.w.Reset(&c.b)
	for _, part := range data {
		if _, err := c.w.Write(part); err != nil {
			return nil, err
		}
	}
	if err := c.w.Close(); err != nil {
		return nil, err
	}
	return c.b.Bytes(), nil
}
