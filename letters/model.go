package letters

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Letter is one letter as content: what it says and to whom, and nothing of where on a page it stands. [Render] lays it
// out on paper, [Letter.Text] writes it plainly.
type Letter struct {
	Key      casework.LetterKey
	Ref      casework.Ref
	Dated    statute.Day // printed, and the day of sending (L9)
	Title    string      // for the document's properties; names nobody
	Head     Letterhead
	To       []string // the address in the window: name, lines, postcode
	Print    Print
	Sample   string // why it is marked as a sample on every page; empty for a real letter
	Blocks   []Block
	Warnings []Warning
	Editions []casework.Edition // of the wording that it is made of
}

// Letterhead is who writes.
type Letterhead struct {
	Council string
	Service string
	Address []string
	Phone   string
	Email   string
	Colour  string // #rrggbb
	Logo    *Logo  // nil: the council’s name stands alone
}

// Logo is a council’s mark: shapes, so that it is sharp at every size.
type Logo struct {
	Alt           string // what it says to those who do not see it
	Width, Height float64
	Shapes        []Shape
}

// Shape is a filled outline of a logo, in the measure of its width and height.
type Shape struct {
	Path   string // as in SVG
	Colour string // #rrggbb
}

// Print is how a person’s letters are made.
type Print string

// The ways. The zero value is the standard one.
const (
	Standard      Print = "standard"       // 14 pt
	LargePrint    Print = "large_print"    // 18 pt
	EasierToRead  Print = "easier_to_read" // Lexend, with more space between letters and lines
	ColouredPaper Print = "coloured_paper" // black on whatever the clerk puts into the printer
)

// Prints returns the ways, in the order in which they are offered.
func Prints() []Print { return []Print{Standard, LargePrint, EasierToRead, ColouredPaper} }

// PrintFor is the way to print for somebody who asked for a format. Who asked to have letters read aloud gets a standard
// one with the text that [Text] makes.
func PrintFor(format string) Print {
	for _, p := range Prints() {
		if string(p) == format {
			return p
		}
	}
	return Standard
}

// Warning is something to see to that does not hold the letter back.
type Warning struct {
	What string
	Mend string
}

// ToLookAt is what somebody should look at before the letter goes, in the words of a task; empty where there is nothing.
func (l Letter) ToLookAt() string {
	said := make([]string, len(l.Warnings))
	for i, w := range l.Warnings {
		said[i] = sentence(w.What) + ". " + w.Mend
	}
	return strings.Join(said, " ")
}

// Block is one piece of a letter's content. Its kinds are the types of this file; each says what it is, so that a
// layout, a tag for a screen reader and a web page can all be made from it.
type Block interface{ mark() Mark }

// Mark says where a block comes from and which parts of a lawful notice it holds.
type Mark struct {
	Wording string    // the paragraph of the wording, or empty where the words are the case’s own
	Source  string    // the law it rests on
	Holds   []Element // what [Compose] looks for before a refusal may go
}

func (m Mark) mark() Mark { return m }

// Prose is words, some of them bold.
type Prose []Run

// Run is a stretch of words in one face and one language.
type Run struct {
	Text string
	Bold bool
	Lang string // “pl” where the words are not English; empty otherwise
}

// String is the words without their faces.
func (p Prose) String() string {
	var s string
	for _, r := range p {
		s += r.Text
	}
	return s
}

// The kinds of block.
type (
	// Heading heads a section. There is one of level 1, and it states what the letter is. Apart says that it begins a
	// sheet of its own, which can be taken off; Over, that it begins a page.
	Heading struct {
		Mark
		Level int
		Text  string
		Apart bool
		Over  bool
	}
	// Paragraph is a paragraph. Leads says that it introduces the block after it and stays with it.
	Paragraph struct {
		Mark
		Text  Prose
		Leads bool
	}
	// List is an unordered list.
	List struct {
		Mark
		Items []Item
	}
	// FactTable is what the letter is about, at a glance.
	FactTable struct {
		Mark
		Rows []Fact
	}
	// EvidenceList names documents, each with the reason that concerns it, where there is one.
	EvidenceList struct {
		Mark
		Rows []Exhibit
	}
	// Steps is what is to happen by when, in the order of the days.
	Steps struct {
		Mark
		Rows []Step
	}
	// Answer is a question of a form, with ruled lines to write on.
	Answer struct {
		Mark
		Ask   Prose
		Lines int
	}
	// Contact is somebody the reader can turn to.
	Contact struct {
		Mark
		Name string
		Ways []Fact // telephone, e-mail, web, address
	}
	// Signature is the named officer.
	Signature struct {
		Mark
		Close string // “Yours sincerely”
		Name  string
		Lines []string // post, council, delegation
	}
)

// Item is one entry of a list, with the law it rests on.
type Item struct {
	Mark
	Text Prose
}

// Fact is a label and what it labels.
type Fact struct{ Label, Value string }

// Step is one thing that happens and its day, or a word such as “Now”.
type Step struct {
	Mark
	When string
	What Prose
}

// Exhibit is a document as a letter names it, with the number by which the reasons cite it and why it did not persuade.
type Exhibit struct{ Number, Title, Author, Date, Note string }
