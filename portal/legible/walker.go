package legible

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
)

// walker goes through the XML of a document of either family of office programs. What is called the same in both means the
// same here, but for paragraphs: see ofText.
type walker struct {
	*writer
	tokens *xml.Decoder
	words  int  // how many elements are open whose text is the document’s
	hidden bool // the run is hidden
	item   bool // a point of a list has begun and said nothing yet
	cells  int  // how many cells of tables are open, one in another
	cell   strings.Builder
	row    []string
}

func (w *walker) all() error {
	for !w.full {
		token, err := w.tokens.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := w.start(t); err != nil {
				return err
			}
		case xml.EndElement:
			w.end(t.Name)
		case xml.CharData:
			if w.words > 0 && !w.hidden {
				w.say(string(t))
			}
		}
	}
	w.less = true
	return nil
}

// say adds to the cell that is open, or else to the reading.
func (w *walker) say(s string) {
	if w.cells > 0 {
		w.cell.WriteString(s)
		return
	}
	w.put(s)
}

// ofText reports whether a paragraph is one of OpenDocument, whose words stand in it without another element.
func ofText(name xml.Name) bool {
	return strings.HasSuffix(name.Space, "opendocument:xmlns:text:1.0") && (name.Local == "p" || name.Local == "h")
}

func (w *walker) start(t xml.StartElement) error {
	if ofText(t.Name) {
		w.words++
		w.point()
		return nil
	}
	switch t.Name.Local {
	case "del", "moveFrom", "tracked-changes", "annotation", "Fallback", "automatic-styles", "object":
		return w.tokens.Skip() // deleted, a comment, said twice, or no words
	case "rPr":
		hidden, err := w.holds("vanish")
		w.hidden = hidden
		return err
	case "pPr":
		item, err := w.holds("numPr")
		w.item = item
		w.point()
		return err
	case "sld":
		if slices.ContainsFunc(t.Attr, func(a xml.Attr) bool { return a.Name.Local == "show" && a.Value == "0" }) {
			return w.tokens.Skip()
		}
	case "r":
		w.hidden = false
	case "t":
		w.words++
	case "list-item":
		w.item = true
	case "tc", "table-cell":
		if w.cells++; w.cells == 1 {
			w.cell.Reset()
		}
	case "tab":
		w.say("\t")
	case "br", "cr", "line-break":
		w.say("\n")
	case "s":
		w.say(" ")
	}
	return nil
}

func (w *walker) end(name xml.Name) {
	if ofText(name) {
		w.words--
		w.say("\n")
		return
	}
	switch name.Local {
	case "t":
		w.words--
	case "p":
		w.say("\n")
	case "tc", "table-cell":
		if w.cells--; w.cells == 0 {
			w.row = append(w.row, strings.Join(strings.Fields(w.cell.String()), " "))
		}
	case "tr", "table-row":
		if w.cells == 0 {
			w.cellsOf(w.row)
			w.row = nil
		}
	}
}

// point begins a point of a list.
func (w *walker) point() {
	if w.item {
		w.say("• ")
	}
	w.item = false
}

// holds passes over an element that has just begun, and reports whether one of the name is in it.
func (w *walker) holds(name string) (bool, error) {
	found := false
	for depth := 1; depth > 0; {
		token, err := w.tokens.Token()
		if err != nil {
			return found, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			found = found || t.Name.Local == name
		case xml.EndElement:
			depth--
		}
	}
	return found, nil
}
