package tagged

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"sendpanel/letters/sfnt"
)

// fontFile is the head of an object in which gofpdf embeds a font that it has cut.
var fontFile = regexp.MustCompile(`^\d+ 0 obj\n<</Length (\d+)\n/Filter /FlateDecode\n/Length1 \d+\n>>\nstream\n`)

// fontFileIn is the font file that an object holds, as it is compressed; false where the object is another.
func fontFileIn(object []byte) (packed []byte, is bool) {
	head := fontFile.FindSubmatch(object[:min(len(object), 120)])
	if head == nil {
		return nil, false
	}
	length, err := strconv.Atoi(string(head[1]))
	if err != nil || len(head[0])+length > len(object) {
		return nil, false
	}
	return object[len(head[0]) : len(head[0])+length], true
}

// mendFont embeds a font that gofpdf has cut with a character map that others can read, too.
func (r *rewriter) mendFont(object int, packed []byte) error {
	unpacked, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return fmt.Errorf("open the font of object %d: %w", object, err)
	}
	ttf, err := io.ReadAll(unpacked)
	if err != nil {
		return fmt.Errorf("open the font of object %d: %w", object, err)
	}
	mended, err := sfnt.Mend(ttf)
	if err != nil {
		return fmt.Errorf("mend the font of object %d: %w", object, err)
	}
	c := borrow()
	defer giveBack(c)
	file, err := c.pack(mended)
	if err != nil {
		return fmt.Errorf("compress the font of object %d: %w", object, err)
	}
	r.begin(object)
	r.stream(string(appendInt([]byte("/Filter/FlateDecode/Length1 "), len(mended))), file)
	return nil
}
