package check

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The bounds of one inspection. A letter has some 60 KB and ten pages.
const (
	largestFile    = 64 << 20
	largestStream  = 16 << 20 // decoded
	largestTotal   = 96 << 20 // decoded, all streams together
	mostPages      = 2000
	mostOperators  = 4_000_000
	mostElements   = 500_000
	deepest        = 60 // of trees and of nested forms
	longestReading = 60 * time.Second
)

// inspection is one file being looked at.
type inspection struct {
	pdf      []byte
	x        *model.XRefTable
	catalog  types.Dict
	findings []Finding
	count    map[Rule]int

	byLibrary bool   // pdfcpu reads it, plain or not
	within    int    // how many files this one lies in
	part      string // of PDF/A that it says it is
	spare     int    // bytes that may still be decoded
	operators int    // operators that may still be read

	words, names map[string]any // that the pages’ contents say, as they were read before

	pages     []page
	tree      tree
	fonts     map[int]*font     // by object number; a font without one is read again wherever it is used
	loose     []*font           // those without
	intent    string            // colour space of the output intent: RGB, CMYK, GRAY or empty
	inks      map[string]string // how each ink is described
	formOwner map[int]int       // a form with marked content of its own, and the page that drew it first
	drawn     map[mark]bool     // the marked content that pages have
}

// Check gives every failure found, in the order of the pages; none means that the file passed. It takes any bytes, and may
// be called by many at once.
func Check(pdf []byte) []Finding { return newInspection(pdf).look() }

func newInspection(pdf []byte) *inspection {
	return &inspection{pdf: pdf, count: map[Rule]int{}, spare: largestTotal, operators: mostOperators, fonts: map[int]*font{},
		formOwner: map[int]int{}, drawn: map[mark]bool{}, inks: map[string]string{}}
}

func (in *inspection) look() (findings []Finding) {
	defer func() {
		// Whatever a damaged file does to the library that reads it, it is not a letter to send.
		if r := recover(); r != nil {
			in.fail("unreadable", place{}, "reading it stopped: %v", r)
		}
		findings = sorted(in.findings)
	}()
	in.checkFrame()
	if err := in.read(); err != nil {
		in.fail("unreadable", place{}, "%v", err)
		return
	}
	for _, look := range []func(){
		in.checkTrailer, in.checkOutput, in.checkSpacing, in.checkObjects, in.checkCatalog, in.checkMetadata, in.readPages, in.readTree, in.checkTree,
		in.checkHeadings, in.checkTables, in.readContent, in.checkMarks, in.checkParents, in.checkAnnotations, in.checkFonts,
	} {
		look()
	}
	return
}

var errTooLarge = errors.New("it is too large for a letter")

// read opens the file.
func (in *inspection) read() error {
	if len(in.pdf) > largestFile {
		return fmt.Errorf("%w: %d MB", errTooLarge, len(in.pdf)>>20)
	}
	if in.byLibrary || !in.readPlainly() {
		if err := in.readWithLibrary(); err != nil {
			return fmt.Errorf("it cannot be read as a PDF: %w", err)
		}
	}
	if in.x.Root == nil {
		return errors.New("it cannot be read as a PDF: it has no catalog")
	}
	if in.catalog = in.dict(*in.x.Root); in.catalog == nil {
		return errors.New("it cannot be read as a PDF: its catalog is no dictionary")
	}
	return nil
}

// readWithLibrary opens the file with pdfcpu, without its configuration folder and within our bounds.
func (in *inspection) readWithLibrary() error {
	conf := &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Eol: types.EolLF, Unit: types.POINTS, Offline: true, Cmd: model.VALIDATE,
		Limits: model.ResourceLimits{MaxStreamBytes: largestFile, MaxDecodeBytes: largestStream, MaxImagePixels: 1 << 24, MaxImageBytes: largestStream,
			MaxObjectCount: mostElements, MaxObjectStreamCount: 100_000, MaxObjectStreamFirst: 1 << 20, MaxXRefEntries: mostElements, MaxRecursionDepth: deepest},
	}
	ctx, cancel := context.WithTimeout(context.Background(), longestReading)
	defer cancel()
	doc, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(in.pdf), conf)
	if err != nil {
		return err
	}
	in.x = doc.XRefTable
	return nil
}
