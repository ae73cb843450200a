package letters

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"sendpanel/letters/script"
)

// PostFault is something for which a printer or the post would refuse or spoil a letter.
type PostFault struct {
	Page int // from 1; 0 where it is no page’s
	What string
	Mend string
}

// String is the fault in one line.
func (f PostFault) String() string {
	if f.Page == 0 {
		return f.What + " " + f.Mend
	}
	return fmt.Sprintf("Page %d: %s %s", f.Page, f.What, f.Mend)
}

// CheckForPost measures a letter, and the PDF that [Render] made of it, by the rules of GOV.UK Notify for precompiled
// letters: at most ten pages and 2 MB; nothing in the margins; on page 1 nothing outside the zones of the logo, the
// address, the sender and the text; no mark where the printer’s own stands; where the address is read nothing but an
// address that the post can read; white paper. None means that it can go. The error says that the letter cannot be laid
// out at all.
//
// The rules are those of the notifications-template-preview and notifications-utils projects of August 2026.
func CheckForPost(l Letter, pdf []byte) ([]PostFault, error) {
	l.tidy(shows(l.Print)) // as it is drawn
	in := rooms.Get().(*room)
	_, sheets, err := prepare(l, in)
	if err != nil {
		return nil, err
	}
	faults := append(checkWhole(l, len(sheets), len(pdf)), checkSheets(sheets)...)
	faults = append(faults, checkWindow(l.To, sheets[0])...)
	in.leave()
	return append(faults, checkAddress(l.To)...), nil
}

// What the printer takes: five sheets, printed on both sides, and a file of 2 MB.
const (
	mostPages = 10
	mostBytes = 2 << 20
)

// checkWhole looks at what is no page’s own.
func checkWhole(l Letter, pages, bytes int) []PostFault {
	var faults []PostFault
	fault := func(what, mend string) { faults = append(faults, PostFault{What: what, Mend: mend}) }
	if pages > mostPages {
		fault(fmt.Sprintf("The letter has %d pages, and a printer takes %d.", pages, mostPages), "Print and post it yourself, or shorten the reasons.")
	}
	if bytes > mostBytes {
		fault(fmt.Sprintf("The letter’s file has %.1f MB, and a printer takes 2.", float64(bytes)/(1<<20)), "Print and post it yourself.")
	}
	if l.Print == ColouredPaper {
		fault("They asked for coloured paper, and a printer has white paper only.", "Print it on the paper they asked for.")
	}
	return faults
}

func checkSheets(sheets []sheet) []PostFault {
	var faults []PostFault
	for i, s := range sheets {
		zones := laterZones()
		if i == 0 {
			zones = firstZones()
		}
		for _, o := range s.ops {
			at := boundsOf(o)
			if !at.withinAny(zones) {
				faults = append(faults, PostFault{Page: i + 1, What: fmt.Sprintf("%s stands outside the part of the page that is printed.", whatIs(o)), Mend: "Shorten it in the case or in the council’s settings."})
			}
			if at.touches(tagZone()) {
				faults = append(faults, PostFault{Page: i + 1, What: fmt.Sprintf("%s stands where the printer puts its own mark.", whatIs(o)), Mend: "Send the letter alone, without pages that came from the printer."})
			}
		}
	}
	return faults
}

func whatIs(o op) string {
	if o.kind == opText {
		return "“" + strings.TrimSpace(o.text) + "”"
	}
	return "A line or the logo"
}

// area is a rectangle in mm from the page’s upper left corner.
type area struct{ left, top, right, bottom float64 }

// laterZones is where the pages after the first may be printed on.
func laterZones() []area { return []area{{15, 5, 195, 292}} }

// firstZones is where page 1 may be: the text, the logo, the address, the sender.
func firstZones() []area {
	return []area{{15, 95, 195, 292}, {15, 5, 125, 30}, {24.6, 39.5, 120, 66.3}, {125, 30, 195, 95}}
}

// tagZone is where the printer writes its mark, in the upper left corner.
func tagZone() area { return area{0, 0, 15, 5} }

// readZone is where the printer reads the address: every word that touches it is taken for a part of it.
func readZone() area { return area{21.6, 36.5, 123, 69.3} }

// checkWindow reads the address back as the printer does.
func checkWindow(to []string, first sheet) []PostFault {
	var read strings.Builder
	for _, o := range first.ops {
		if o.kind != opText || !boundsOf(o).touches(readZone()) {
			continue
		}
		if script.Needs(o.text) {
			return []PostFault{{Page: 1, What: fmt.Sprintf("%s in the address is in a script that the printer does not set.", whatIs(o)), Mend: "Print and post it yourself."}}
		}
		read.WriteString(o.text)
	}
	if joined(read.String()) == joined(strings.Join(to, "")) {
		return nil
	}
	return []PostFault{{Page: 1, What: "The printer would read something else than the address in the window.", Mend: "Print and post it yourself, and tell whoever runs the program."}}
}

// joined is a text without its spaces.
func joined(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func (a area) withinAny(zones []area) bool {
	const slack = 0.05
	for _, z := range zones {
		if a.left >= z.left-slack && a.right <= z.right+slack && a.top >= z.top-slack && a.bottom <= z.bottom+slack {
			return true
		}
	}
	return false
}

func (a area) touches(b area) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

// boundsOf is what an op covers: of a text, from its highest letters to its lowest.
func boundsOf(o op) area {
	if o.kind != opText {
		return area{o.x, o.y, o.x + o.w, o.y + o.h}
	}
	height := o.size * mmPerPoint
	return area{o.x, o.y - 0.75*height, o.x + o.w, o.y + 0.25*height}
}

var (
	postcode = regexp.MustCompile(`^(GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})$`)
	noAbode  = regexp.MustCompile(`(?i)\b(no fixed (abode|address)|nfa)\b`)
)

// checkAddress reads the address as a sorting machine does.
func checkAddress(to []string) []PostFault {
	var lines []string
	for _, l := range to {
		if l = strings.TrimSpace(strings.ReplaceAll(l, string(nbsp), " ")); l != "" {
			lines = append(lines, l)
		}
	}
	var faults []PostFault
	fault := func(what, mend string) { faults = append(faults, PostFault{Page: 1, What: what, Mend: mend}) }
	if len(lines) < 3 {
		fault(fmt.Sprintf("The address has %d lines.", len(lines)), "Give a name, a street and a postcode at least.")
	}
	if len(lines) > 7 {
		fault(fmt.Sprintf("The address has %d lines, and the post takes 7.", len(lines)), "Join two of them.")
	}
	for i, l := range lines {
		if i < 2 && !strings.ContainsFunc(l, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			fault(fmt.Sprintf("Line %d of the address has no letter and no digit.", i+1), "Write a name or a street there.")
		}
		if strings.ContainsAny(l[:1], `@()=[]"\/,<>~`) {
			fault(fmt.Sprintf("Line %d of the address begins with %q.", i+1, l[:1]), "Begin it with a letter or a digit.")
		}
		if noAbode.MatchString(l) {
			fault("The address says that there is no fixed abode.", "Ask for an address at which the person can be reached, or hand the letter over.")
		}
	}
	if n := len(lines); n > 0 && !postcode.MatchString(strings.ToUpper(lines[n-1])) {
		fault("The last line of the address is no United Kingdom postcode.", "Put the postcode in a line of its own, at the end.")
	}
	return faults
}
