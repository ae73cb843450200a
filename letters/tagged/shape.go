package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// ErrShape says that gofpdf wrote another file than the rewriter knows: with links, bookmarks, attachments, encryption
// or layers of its own, or of another version.
var ErrShape = errors.New("gofpdf’s file is not of the shape that its tags can be added to")

func badShape(what string) error { return fmt.Errorf("%w: %s", ErrShape, what) }

// file is gofpdf’s file, cut into its objects.
type file struct {
	bytes   []byte
	starts  []int // of each object by its number; none has number 0
	ends    []int
	order   []int // the objects’ numbers as they stand in the file
	catalog int
	info    int
}

// xrefRow is the length of a row of the cross-reference table.
const xrefRow = 20

// cut finds the objects by the cross-reference table, of which gofpdf writes one.
func cut(in []byte) (file, error) {
	f := file{bytes: in}
	tail := bytes.LastIndex(in, []byte("startxref\n"))
	if tail < 0 {
		return file{}, badShape("no startxref")
	}
	table, err := strconv.Atoi(firstLine(in[tail+len("startxref\n"):]))
	if err != nil || table < 0 || table > tail || !bytes.HasPrefix(in[table:], []byte("xref\n0 ")) {
		return file{}, badShape("no cross-reference table")
	}
	count := firstLine(in[table+len("xref\n0 "):])
	n, err := strconv.Atoi(count)
	rows := table + len("xref\n0 ") + len(count) + 1
	if err != nil || n < 5 || rows+n*xrefRow > tail {
		return file{}, badShape("the cross-reference table is cut off")
	}
	f.starts, f.ends, f.order = make([]int, n), make([]int, n), make([]int, 0, n-1)
	for k := 1; k < n; k++ {
		at, err := strconv.Atoi(string(in[rows+k*xrefRow : rows+k*xrefRow+10]))
		if err != nil || at <= 0 || at >= table {
			return file{}, badShape("object " + strconv.Itoa(k) + " has no place")
		}
		f.starts[k] = at
		f.order = append(f.order, k)
	}
	slices.SortFunc(f.order, func(a, b int) int { return f.starts[a] - f.starts[b] })
	for i, k := range f.order {
		f.ends[k] = table
		if i+1 < len(f.order) {
			f.ends[k] = f.starts[f.order[i+1]]
		}
	}
	f.catalog, f.info = n-1, n-2
	return f, f.trailer(in[rows+n*xrefRow : tail])
}

func firstLine(b []byte) string {
	if end := bytes.IndexByte(b, '\n'); end >= 0 {
		return string(b[:end])
	}
	return string(b)
}

func (f file) trailer(got []byte) error {
	want := fmt.Sprintf("trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\n", len(f.starts), f.catalog, f.info)
	if string(got) != want {
		return badShape("the trailer is another one")
	}
	return nil
}

// object is what stands between “n 0 obj” and “endobj”.
func (f file) object(k int) ([]byte, error) {
	whole := f.bytes[f.starts[k]:f.ends[k]]
	head := strconv.Itoa(k) + " 0 obj\n"
	if !bytes.HasPrefix(whole, []byte(head)) || !bytes.HasSuffix(whole, []byte("endobj\n")) {
		return nil, badShape("object " + strconv.Itoa(k) + " does not begin or end")
	}
	return whole[len(head) : len(whole)-len("endobj\n")], nil
}

// pageObject is the number that gofpdf gives to a page, counted from 1; its content has the next.
func pageObject(page int) int { return 1 + 2*page }

// checkPages checks that gofpdf has as many pages as are tagged.
func (f file) checkPages(pages int) error {
	tree, err := f.object(1)
	if err != nil {
		return err
	}
	if !bytes.Contains(tree, fmt.Appendf(nil, "\n/Count %d\n", pages)) {
		return badShape("it has other pages than were drawn")
	}
	return nil
}

// content checks that a page is as gofpdf writes one without links or attachments, and returns what is drawn on it.
func (f file) content(page int) ([]byte, error) {
	k := pageObject(page)
	if k+1 >= f.info {
		return nil, badShape("a page is missing")
	}
	dict, err := f.object(k)
	if err != nil {
		return nil, err
	}
	if string(dict) != fmt.Sprintf("<</Type /Page\n/Parent 1 0 R\n/Resources 2 0 R\n/Contents %d 0 R>>\n", k+1) {
		return nil, badShape("page " + strconv.Itoa(page) + " has more than a content")
	}
	stream, err := f.object(k + 1)
	if err != nil {
		return nil, err
	}
	head := firstLine(stream)
	body := stream[min(len(head)+1, len(stream)):]
	if !bytes.HasPrefix(body, []byte("stream\n")) || !bytes.HasSuffix(body, []byte("\nendstream\n")) {
		return nil, badShape("the content of page " + strconv.Itoa(page) + " is no stream")
	}
	body = body[len("stream\n") : len(body)-len("\nendstream\n")]
	if head != fmt.Sprintf("<</Length %d>>", len(body)) {
		return nil, badShape("the content of page " + strconv.Itoa(page) + " has another length")
	}
	return body, nil
}

// plainCatalog is the only catalogue that is replaced: one that names nothing but the pages.
const plainCatalog = "<<\n/Type /Catalog\n/Pages 1 0 R\n/Names <<\n/EmbeddedFiles << /Names [\n  \n] >>\n>>\n>>\n"

func (f file) checkCatalog() error {
	got, err := f.object(f.catalog)
	if err != nil {
		return err
	}
	if string(got) != plainCatalog {
		return badShape("the catalogue names more than the pages")
	}
	return nil
}
