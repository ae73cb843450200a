package disclosure

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// pdfTime bounds how long one file may be read.
const pdfTime = 30 * time.Second

// locked is an entry of the trailer, which is never compressed.
var locked = regexp.MustCompile(`/Encrypt\s*(\d+\s+\d+\s+R|<<)`)

// bounds are what one file may unpack to.
func bounds() model.ResourceLimits {
	return model.ResourceLimits{MaxStreamBytes: 64 << 20, MaxDecodeBytes: 64 << 20, MaxImagePixels: mostPixels, MaxImageBytes: 256 << 20,
		MaxObjectCount: 1 << 20, MaxObjectStreamCount: 100_000, MaxObjectStreamFirst: 1 << 20, MaxXRefEntries: 1 << 20, MaxRecursionDepth: 200}
}

// unseen are the entries of a PDF that hold what no page shows: who wrote it and with what, thumbnails, programs, what other
// programs keep.
func unseen() []string {
	return []string{"Metadata", "PieceInfo", "LastModified", "Thumb", "AA", "OpenAction", "JavaScript", "Outlines", "Threads", "SpiderInfo", "AF", "Collection", "Perms", "Legal", "URI", "Alternates", "OPI"}
}

// unnamed are the parts of a PDF's tree of names that hold more than places to jump to.
func unnamed() []string {
	return []string{"EmbeddedFiles", "JavaScript", "AlternatePresentations", "Renditions"}
}

// cleanPDF writes a PDF anew from its pages. Older states that its file may hold, attachments and notes about itself are left
// behind. Where something is laid over a page it is refused: under it may be what was meant to be covered.
func cleanPDF(content []byte) (c Cleaned, err error) {
	defer func() { // a reader of files from strangers must not end the service
		if broken := recover(); broken != nil {
			c, err = Cleaned{}, fmt.Errorf("%w: %v", ErrDamaged, broken)
		}
	}()
	if locked.Match(content) {
		return c, ErrLocked
	}
	ctx, stop := context.WithTimeout(context.Background(), pdfTime)
	defer stop()
	conf := &model.Configuration{Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Unit: types.POINTS, Offline: true, Limits: bounds()}
	doc, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(content), conf)
	if err != nil {
		return c, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err := bare(doc); err != nil {
		return c, err
	}
	var anew bytes.Buffer
	doc.Write.Writer = bufio.NewWriter(&anew)
	if err := errors.Join(pdfcpu.WriteContext(doc), doc.Write.Flush()); err != nil {
		return c, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	c.Content = anew.Bytes()
	c.Texts = append(readable("application/pdf", c.Content), besides(doc)...)
	return c, nil
}

// bare takes out of a PDF what no page shows, and refuses what lies over its pages.
func bare(doc *model.Context) error {
	root, err := doc.Catalog()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	for _, over := range []string{"AcroForm", "OCProperties", "NeedsRendering"} {
		if v, has := root.Find(over); has && !emptyForm(doc, over, v) {
			return ErrLaidOver
		}
		root.Delete(over)
	}
	if names, err := doc.DereferenceDict(root["Names"]); err == nil && names != nil {
		for _, key := range unnamed() {
			names.Delete(key)
		}
	}
	doc.Info = nil
	for _, entry := range doc.Table {
		if entry == nil || entry.Free {
			continue
		}
		d := dictOf(entry.Object)
		if d == nil {
			continue
		}
		if err := laidOver(doc, d); err != nil {
			return err
		}
		for _, key := range unseen() {
			d.Delete(key)
		}
	}
	return nil
}

// emptyForm reports whether a form has no field.
func emptyForm(doc *model.Context, key string, v types.Object) bool {
	form, err := doc.DereferenceDict(v)
	if key != "AcroForm" || err != nil || form == nil {
		return false
	}
	fields, err := doc.DereferenceArray(form["Fields"])
	_, xfa := form.Find("XFA")
	return err == nil && len(fields) == 0 && !xfa
}

// laidOver refuses a page on which something lies besides links. Links keep the place that they lead to, and nothing else.
func laidOver(doc *model.Context, page types.Dict) error {
	v, has := page.Find("Annots")
	if !has {
		return nil
	}
	list, err := doc.DereferenceArray(v)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	for _, o := range list {
		a, err := doc.DereferenceDict(o)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if kind := a.NameEntry("Subtype"); a != nil && (kind == nil || *kind != "Link") {
			return ErrLaidOver
		}
	}
	return nil
}

func dictOf(o types.Object) types.Dict {
	switch o := o.(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	case *types.StreamDict:
		return o.Dict
	}
	return nil
}

// besides are the texts of a PDF outside of what its pages draw: what stands for a picture, names of places, addresses of links.
func besides(doc *model.Context) []string {
	var texts []string
	for _, entry := range doc.Table {
		if entry == nil || entry.Free {
			continue
		}
		collect(entry.Object, &texts)
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}

func collect(o types.Object, into *[]string) {
	switch o := o.(type) {
	case types.StringLiteral:
		if s, err := types.StringLiteralToString(o); err == nil {
			keepText(s, into)
		}
	case types.HexLiteral:
		if s, err := types.HexLiteralToString(o); err == nil {
			keepText(s, into)
		}
	case types.Array:
		for _, one := range o {
			collect(one, into)
		}
	default:
		for _, one := range dictOf(o) {
			collect(one, into)
		}
	}
}

func keepText(s string, into *[]string) {
	if s = strings.TrimSpace(s); s != "" && utf8.ValidString(s) {
		*into = append(*into, s)
	}
}
