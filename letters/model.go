package letters

import (
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
}

// Letterhead is who writes.
type Letterhead struct {
	Council string
	Service string
	Address []string
	Phone   string
	Email   string
	Colour  string // #rrggbb
}

// Print is the size in which a person is written to (UKAAF clear and large print).
type Print string

// The sizes.
const (
	Standard   Print = "standard"    // 14 pt
	LargePrint Print = "large_print" // 18 pt
)

// Warning is something to see to that does not hold the letter back.
type Warning struct {
	What string
	Mend string
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

// Run is a stretch of words in one face.
type Run struct {
	Text string
	Bold bool
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
	// Heading heads a section. There is one of level 1, and it states what the letter is.
	Heading struct {
		Mark
		Level int
		Text  string
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
