// Package sound looks into a file that a stranger sent, before it is kept, for what could harm whoever opens it: an archive or
// a stream that unpacks to a flood, a picture too large to draw, a macro inside a document.
//
// It unpacks to nowhere and within bounds. What a virus is it leaves to the virus scanner.
package sound

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"image"
	_ "image/jpeg" // the formats whose size is read
	_ "image/png"
	"io"
	"path"
	"strings"
)

// What a file may hold.
const (
	mostUnpacked = 200 << 20   // bytes of an archive with those inside it, or of one stream of a PDF
	mostLooked   = 600 << 20   // bytes of all streams of a PDF that are looked at
	mostStreams  = 100_000     // of a PDF
	mostEntries  = 5_000       // of an archive
	mostDeep     = 2           // archives within archives, as a table within a text
	mostPixels   = 100_000_000 // of a picture
	longestSide  = 20_000      // in pixels
)

// What is wrong with a file.
var (
	ErrFlood   = errors.New("it unpacks to more than a document holds")
	ErrPicture = errors.New("the picture is larger than can be shown")
	ErrMacro   = errors.New("it holds a macro")
	ErrDamaged = errors.New("it cannot be read")
)

// Check looks into the content of a file of the media type. The error is one of this package's, or nil.
func Check(kind string, content []byte) error {
	switch {
	case kind == "application/pdf":
		return checkPDF(content)
	case kind == "image/png" || kind == "image/jpeg":
		return checkPicture(content)
	case strings.HasPrefix(kind, "application/vnd.o"): // office programs of both families
		left := int64(mostUnpacked)
		return checkZip(content, &left, 0)
	}
	return nil
}

func checkPicture(content []byte) error {
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	switch {
	case err != nil || size.Width <= 0 || size.Height <= 0:
		return ErrDamaged
	case size.Width > longestSide || size.Height > longestSide || size.Width*size.Height > mostPixels:
		return ErrPicture
	}
	return nil
}

// checkZip unpacks every part of an archive as far as left goes. What the archive says of its sizes is not believed.
func checkZip(content []byte, left *int64, deep int) error {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return ErrDamaged
	}
	if len(archive.File) > mostEntries {
		return ErrFlood
	}
	for _, f := range archive.File {
		if program(f.Name) {
			return ErrMacro
		}
		if !path.IsAbs(f.Name) && !strings.Contains(f.Name, `\`) && !strings.Contains("/"+f.Name+"/", "/../") {
			if err := checkPart(f, left, deep); err != nil {
				return err
			}
			continue
		}
		return ErrDamaged
	}
	return nil
}

func checkPart(f *zip.File, left *int64, deep int) error {
	part, err := f.Open()
	if err != nil {
		return ErrDamaged
	}
	defer part.Close()
	var inner bytes.Buffer
	begin := make([]byte, 4)
	n, _ := io.ReadFull(part, begin)
	*left -= int64(n)
	into := io.Discard
	nested := bytes.HasPrefix(begin[:n], []byte("PK\x03\x04"))
	if nested {
		inner.Write(begin[:n])
		into = &inner
	}
	read, err := io.Copy(into, io.LimitReader(part, *left+1))
	if *left -= read; *left < 0 {
		return ErrFlood
	}
	if err != nil {
		return ErrDamaged
	}
	if !nested {
		return nil
	}
	if deep >= mostDeep {
		return ErrFlood
	}
	if err := checkZip(inner.Bytes(), left, deep+1); !errors.Is(err, ErrDamaged) {
		return err
	}
	return nil // it only begins like an archive
}

// program reports whether a part of a document is one that acts: a macro of either family of office programs.
func program(name string) bool {
	name = strings.ToLower(name)
	return path.Base(name) == "vbaproject.bin" || strings.HasPrefix(name, "basic/") && path.Ext(name) == ".xml" || strings.HasPrefix(name, "scripts/") && path.Ext(name) != ""
}

// checkPDF unpacks the streams of a PDF one by one. A scanned document unpacks to much in many streams; one stream does not.
func checkPDF(content []byte) error {
	left := int64(mostLooked)
	var unpack io.ReadCloser
	for n := 0; left > 0; n++ {
		_, after, more := bytes.Cut(content, []byte("stream"))
		if !more {
			return nil
		}
		if n > mostStreams {
			return ErrFlood
		}
		content = after
		body := bytes.TrimPrefix(bytes.TrimPrefix(after, []byte("\r")), []byte("\n"))
		var err error
		if again, can := unpack.(zlib.Resetter); can {
			err = again.Reset(bytes.NewReader(body), nil)
		} else {
			unpack, err = zlib.NewReader(bytes.NewReader(body))
		}
		if err != nil {
			continue
		}
		read, _ := io.Copy(io.Discard, io.LimitReader(unpack, mostUnpacked+1)) // a damaged stream unpacks as far as it does
		if read > mostUnpacked {
			return ErrFlood
		}
		left -= read
	}
	return nil
}
