package tagged

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// rewriter takes gofpdf’s file in one piece, as gofpdf writes it, and makes the tagged file of it.
type rewriter struct {
	doc *Document
	in  file
	*buffer
	opaque []opaque
	places []int // of the objects of the new file, by number
	// The new objects.
	treeRoot, parents, metadata, profile int
}

// Write makes the file. gofpdf writes once.
func (r *rewriter) Write(in []byte) (int, error) {
	if r.places != nil {
		return 0, badShape("it is written in pieces")
	}
	f, err := cut(in)
	if err != nil {
		return 0, err
	}
	r.in = f
	if err := errors.Join(r.in.checkCatalog(), r.in.checkPages(len(r.doc.pages))); err != nil {
		return 0, err
	}
	r.number()
	r.b = slices.Grow(r.b, r.size(len(in)))
	r.b = append(r.b, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"...)
	if err := errors.Join(r.copyObjects(), r.writeTree()); err != nil {
		return 0, err
	}
	r.writeFonts()
	r.writeLinks()
	r.writeMetadata()
	r.writeCatalog()
	r.writeTrailer()
	return len(in), nil
}

// size is about as long as the new file will be: what the tree adds, the compressed pages leave.
func (r *rewriter) size(in int) int {
	n := in + 8<<10 + 144*r.doc.tree.elements.taken
	for _, p := range r.doc.pages {
		n += len(p.ops.b) / 3
	}
	for _, f := range r.doc.fonts {
		n += len(f.file) + len(f.dictionary) + 512
	}
	return n
}

// number gives the new objects the numbers after gofpdf’s.
func (r *rewriter) number() {
	next := len(r.in.starts)
	take := func() int { next++; return next - 1 }
	r.treeRoot, r.parents, r.metadata, r.profile = take(), take(), take(), take()
	for _, f := range r.doc.fonts {
		f.object, f.descriptorObject, f.fileObject = take(), take(), take()
		if f.said != nil {
			f.saidObject = take()
		}
	}
	var elements func(e *Element)
	elements = func(e *Element) {
		e.object = take()
		for _, k := range e.kids {
			if k.element != nil {
				elements(k.element)
			}
		}
	}
	elements(r.doc.tree.root)
	for i, l := range r.doc.links {
		l.object, l.key, l.pageRef = take(), len(r.doc.pages)+i, pageObject(l.page)
	}
	r.places = make([]int, next)
}

// begin begins an object of the new file.
func (r *rewriter) begin(object int) {
	r.places[object] = len(r.b)
	r.b = append(appendInt(r.b, object), " 0 obj\n"...)
}

func (r *rewriter) end() { r.b = append(r.b, "\nendobj\n"...) }

func (r *rewriter) str(s string) { r.b = append(r.b, s...) }

func (r *rewriter) ref(object int) { r.b = appendRef(r.b, object) }

// copyObjects copies gofpdf’s objects. Pages are written anew, with their keys into the tree; their contents are
// compressed; character maps are replaced.
func (r *rewriter) copyObjects() error {
	pages := len(r.doc.pages)
	mapped := 0
	for _, k := range r.in.order {
		switch {
		case k == r.in.catalog:
		case k == resources:
			if err := r.writeResources(); err != nil {
				return err
			}
		case k >= pageObject(1) && k < pageObject(pages+1):
			if k%2 == 0 {
				continue // with its page
			}
			if err := r.page((k - 1) / 2); err != nil {
				return err
			}
		default:
			whole := r.in.bytes[r.in.starts[k]:r.in.ends[k]]
			if isFaultyMap(whole) {
				r.begin(k)
				r.stream("/Filter/FlateDecode", r.mapOf(k-2))
				mapped++
				continue
			}
			if packed, is := fontFileIn(whole); is {
				if err := r.mendFont(k, packed); err != nil {
					return err
				}
				continue
			}
			r.places[k] = len(r.b)
			r.b = append(r.b, whole...)
		}
	}
	if mapped < len(r.doc.said) {
		return badShape("a font that says something of its own is not in it")
	}
	return nil
}

// mapOf is the character map of a font: what its characters say in this document, or what they are.
func (r *rewriter) mapOf(font int) []byte {
	if dict, err := r.in.object(font); err == nil {
		if rest, is := bytes.CutPrefix(dict, []byte("<</Type /Font\n/Subtype /Type0\n/BaseFont /")); is {
			if said := r.doc.said[firstLine(rest)]; said != nil {
				return sayings(said, 2)
			}
		}
	}
	return characterMap()
}

func (r *rewriter) page(page int) error {
	content, err := r.in.content(page)
	if err != nil {
		return err
	}
	k := pageObject(page)
	r.begin(k)
	r.str("<</Type/Page/Parent 1 0 R/Resources 2 0 R/Contents ")
	r.ref(k + 1)
	r.str("/Tabs/S/StructParents ")
	r.b = appendInt(r.b, page-1)
	open := "/Annots["
	for _, l := range r.doc.links {
		if l.page == page {
			r.str(open)
			r.ref(l.object)
			open = " "
		}
	}
	if open == " " {
		r.str("]")
	}
	r.str(">>")
	r.end()
	r.begin(k + 1)
	c := borrow()
	defer giveBack(c)
	packed, err := c.pack(content, r.doc.pages[page-1].ops.b)
	if err != nil {
		return fmt.Errorf("compress page %d: %w", page, err)
	}
	r.stream("/Filter/FlateDecode", packed)
	return nil
}

// stream writes the rest of an object that is a stream.
func (r *rewriter) stream(entries string, data []byte) {
	r.str("<<")
	r.str(entries)
	r.str("/Length ")
	r.b = appendInt(r.b, len(data))
	r.str(">>\nstream\n")
	r.b = append(r.b, data...)
	r.str("\nendstream")
	r.end()
}

func (r *rewriter) writeCatalog() {
	r.begin(r.in.catalog)
	r.str("<</Type/Catalog/Pages 1 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/Lang")
	r.b = appendText(r.b, r.doc.about.Lang)
	r.str("/StructTreeRoot ")
	r.ref(r.treeRoot)
	r.str("/Metadata ")
	r.ref(r.metadata)
	r.str("\n/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
	r.ref(r.profile)
	r.str(">>]>>")
	r.end()
}

// opaque is a part of the file that another digest stands for.
type opaque struct {
	from, to int
	sum      [sha256.Size]byte
}

// identifier is a digest of the file. Of the fonts, which are most of it and the same in many files, it takes the digests.
func (r *rewriter) identifier() []byte {
	h := sha256.New()
	done := 0
	for _, o := range r.opaque {
		h.Write(r.b[done:o.from])
		h.Write(o.sum[:])
		done = o.to
	}
	h.Write(r.b[done:])
	return h.Sum(nil)[:16]
}

// writeTrailer writes the table of the objects.
func (r *rewriter) writeTrailer() {
	id := r.identifier()
	at := len(r.b)
	r.str("xref\n0 ")
	r.b = appendInt(r.b, len(r.places))
	r.str("\n0000000000 65535 f \n")
	for _, place := range r.places[1:] {
		row := [xrefRow]byte{}
		copy(row[:], "0000000000 00000 n \n")
		digits := strconv.Itoa(place)
		copy(row[10-len(digits):], digits)
		r.b = append(r.b, row[:]...)
	}
	r.b = fmt.Appendf(r.b, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(r.places), r.in.catalog, r.in.info, id, id, at)
}
