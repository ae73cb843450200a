package sound

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"strconv"
	"testing"
)

const (
	docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	odt  = "application/vnd.oasis.opendocument.text"
)

// archive packs parts by their names.
func archive(t testing.TB, parts map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// flood is an archive whose parts, many times over, unpack to more than may be.
func flood(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	zeros := make([]byte, 1<<20)
	for i := range 3 {
		w, err := z.Create("word/media/" + strconv.Itoa(i) + ".xml")
		for j := 0; err == nil && j < 80; j++ {
			_, err = w.Write(zeros)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lying says of its parts that they are small.
func lying(t testing.TB) []byte {
	content := flood(t)
	for at := 0; ; {
		next := bytes.Index(content[at:], []byte("PK\x01\x02"))
		if next < 0 {
			return content
		}
		at += next + 4
		binary.LittleEndian.PutUint32(content[at+20:], 10)
	}
}

// pdf holds one deflated stream of so many zero bytes.
func pdf(t testing.TB, size int64) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\n")
	z := zlib.NewWriter(&b)
	if _, err := io.CopyN(z, zeros{}, size); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	b.WriteString("\nendstream endobj\n%%EOF\n")
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

// picture is a PNG that says it is so large, and holds next to nothing.
func picture(width, height uint32) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32([]byte("IHDR"), width), height)
	head = append(head, 8, 2, 0, 0, 0)
	b := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), 13)
	return binary.BigEndian.AppendUint32(append(b, head...), crc32.ChecksumIEEE(head))
}

func TestCheck(t *testing.T) {
	var photo, scan bytes.Buffer
	if err := errors.Join(jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 40, 30)), nil), png.Encode(&scan, image.NewGray(image.Rect(0, 0, 40, 30)))); err != nil {
		t.Fatal(err)
	}
	many := map[string][]byte{}
	for i := range mostEntries + 1 {
		many[fmt.Sprintf("p%d.xml", i)] = nil
	}
	plain := map[string][]byte{"word/document.xml": []byte("<w:p/>")}
	table := archive(t, map[string][]byte{"xl/workbook.xml": []byte("<x/>")})
	deep := archive(t, map[string][]byte{"a.zip": archive(t, map[string][]byte{"b.zip": archive(t, map[string][]byte{"c.zip": archive(t, plain)})})})
	for name, c := range map[string]struct {
		kind    string
		content []byte
		want    error
	}{
		"a document":                   {docx, archive(t, plain), nil},
		"with a table inside":          {docx, archive(t, map[string][]byte{"word/embeddings/t.xlsx": table}), nil},
		"that only begins as one":      {docx, archive(t, map[string][]byte{"word/media/x.bin": []byte("PK\x03\x04nothing")}), nil},
		"a flood":                      {docx, flood(t), ErrFlood},
		"a flood that says it is none": {odt, lying(t), ErrDamaged},
		"a flood inside":               {docx, archive(t, map[string][]byte{"word/embeddings/t.xlsx": flood(t)}), ErrFlood},
		"one in one in one in one":     {docx, deep, ErrFlood},
		"very many parts":              {docx, archive(t, many), ErrFlood},
		"a macro":                      {docx, archive(t, map[string][]byte{"word/vbaProject.bin": []byte("x")}), ErrMacro},
		"a macro of the other family":  {odt, archive(t, map[string][]byte{"Basic/Standard/Module1.xml": []byte("x")}), ErrMacro},
		"a macro in a table inside":    {docx, archive(t, map[string][]byte{"word/embeddings/t.xlsm": archive(t, map[string][]byte{"xl/vbaProject.bin": nil})}), ErrMacro},
		"a way out":                    {docx, archive(t, map[string][]byte{"../../etc/cron.d/x": []byte("x")}), ErrDamaged},
		"half an archive":              {docx, archive(t, plain)[:40], ErrDamaged},
		"a photograph":                 {"image/jpeg", photo.Bytes(), nil},
		"a scan":                       {"image/png", scan.Bytes(), nil},
		"a wall":                       {"image/png", picture(65_000, 65_000), ErrPicture},
		"a ribbon":                     {"image/png", picture(1, 1<<30), ErrPicture},
		"no picture":                   {"image/jpeg", []byte("\xff\xd8\xff\xe0nothing"), ErrDamaged},
		"a PDF":                        {"application/pdf", pdf(t, 30<<20), nil},
		"a PDF that is a flood":        {"application/pdf", pdf(t, mostUnpacked+1), ErrFlood},
		"very many streams":            {"application/pdf", bytes.Repeat([]byte("stream\n\x78\x9c"), mostStreams+2), ErrFlood},
		"words":                        {"text/plain", []byte("x"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			if err := Check(c.kind, c.content); !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
				t.Errorf("it is %v, want %v", err, c.want)
			}
		})
	}
}

// FuzzCheck: no file makes it fail or run on.
func FuzzCheck(f *testing.F) {
	f.Add(docx, archive(f, map[string][]byte{"word/document.xml": []byte("<w:p/>")}))
	f.Add(docx, archive(f, map[string][]byte{"a": archive(f, map[string][]byte{"b": []byte("x")})}))
	f.Add("application/pdf", pdf(f, 100))
	f.Add("image/png", picture(3, 4))
	f.Add("image/jpeg", []byte("\xff\xd8\xff\xe0"))
	f.Fuzz(func(t *testing.T, kind string, content []byte) { _ = Check(kind, content) })
}
