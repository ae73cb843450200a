package letters

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
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

// CheckForPost lays a letter out and measures it by the rules of GOV.UK Notify for precompiled letters, which suit other
// printers too: at most ten pages; nothing in the margins; on page 1 nothing outside the zones of the logo, the address,
// the sender and the text; no mark where the printer’s own stands; an address that the post can read. None means that it
// can go. The error says that the letter cannot be laid out at all.
//
// The rules are those of the notifications-template-preview and notifications-utils projects of August 2026.
func CheckForPost(l Letter) ([]PostFault, error) {
	_, sheets, err := prepare(l, &room{})
	if err != nil {
		return nil, err
	}
	return append(checkSheets(sheets), checkAddress(l.To)...), nil
}

const mostPages = 10 // five sheets, printed on both sides

func checkSheets(sheets []sheet) []PostFault {
	var faults []PostFault
	if len(sheets) > mostPages {
		faults = append(faults, PostFault{What: fmt.Sprintf("The letter has %d pages, and a printer takes %d.", len(sheets), mostPages), Mend: "Print and post it yourself, or shorten the reasons."})
	}
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
