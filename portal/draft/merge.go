package draft

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Typed is what a page brings back: what was typed, and the fingerprints of what stood there when it was opened.
type Typed struct {
	Values url.Values
	Base   string // by [Form.Base]
	Mark   Mark
}

// Base is the fingerprints of a section's fields, for the page to carry.
func (f Form) Base(s Section, b Body) string {
	var list []string
	for field, values := range b.Values {
		if !blank(values) && f.Holds(s, field) {
			list = append(list, field+"="+Fingerprint(values))
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// Merge takes what was typed on a page of the section into the body. What only one of two people changed takes the change.
// Where both changed a field, what was saved first stays and the rest is put aside; clash reports that there is such a field.
func (f Form) Merge(b *Body, s Section, t Typed) (clash bool) {
	base := readBase(t.Base)
	fields := map[string]bool{}
	for field := range t.Values {
		fields[field] = true
	}
	for field := range base {
		fields[field] = true
	}
	aside := url.Values{}
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		if !f.Holds(s, field) {
			continue
		}
		mine, now := tidy(t.Values[field]), b.Values[field]
		own := b.Marks[field].Page == t.Mark.Page && t.Mark.Page != ""
		stood, known := base[field]
		if !known {
			stood = Fingerprint(nil)
		}
		switch {
		case same(mine, now):
		case Fingerprint(mine) == stood && !own: // only the other changed it
		case Fingerprint(now) != stood && !own:
			aside[field] = mine
		default:
			b.set(field, mine, t.Mark)
		}
	}
	b.putAside(s, aside, t.Mark)
	return len(aside) > 0
}

// mostAside is how many pages' words wait for a choice; the oldest of more are let go.
const mostAside = 12

func (b *Body) putAside(s Section, values url.Values, m Mark) {
	if len(values) == 0 {
		delete(b.Aside, m.Page)
		return
	}
	if b.Aside == nil {
		b.Aside = map[string]Aside{}
	}
	b.Aside[m.Page] = Aside{Section: s.ID, By: m.By, At: m.At, Values: values}
	for len(b.Aside) > mostAside {
		oldest := slices.MinFunc(slices.Collect(maps.Keys(b.Aside)), func(x, y string) int { return b.Aside[x].At.Compare(b.Aside[y].At) })
		delete(b.Aside, oldest)
	}
}

func (b *Body) set(field string, values []string, m Mark) {
	if len(values) == 0 {
		delete(b.Values, field)
	} else {
		b.Values[field] = values
	}
	if b.Marks == nil {
		b.Marks = map[string]Mark{}
	}
	b.Marks[field] = m
}

// Set puts a value into a field as the person's.
func (b *Body) Set(field, value string, m Mark) { b.set(field, tidy([]string{value}), m) }

// Choose settles what was put aside: the fields in keep take the words that wait, the others stay.
func (b *Body) Choose(page string, keep []string, m Mark) {
	for field, values := range b.Aside[page].Values {
		if slices.Contains(keep, field) {
			b.set(field, values, m)
		}
	}
	delete(b.Aside, page)
}

// Remove takes an entry out of a list, and the others move up.
func (b *Body) Remove(list string, at int, m Mark) {
	for field := range maps.Clone(b.Values) {
		if strings.HasPrefix(field, list+"."+strconv.Itoa(at)+".") {
			b.set(field, nil, m)
		}
	}
	b.Close(list, m)
}

// Close moves the entries of a list up into places where nothing stands.
func (b *Body) Close(list string, m Mark) {
	used := map[int][]string{}
	for field, values := range b.Values {
		rest, ok := strings.CutPrefix(field, list+".")
		number, _, deeper := strings.Cut(rest, ".")
		if i, err := strconv.Atoi(number); ok && deeper && err == nil && !blank(values) {
			used[i] = append(used[i], field)
		}
	}
	for to, from := range slices.Sorted(maps.Keys(used)) {
		if to == from {
			continue
		}
		for _, field := range used[from] {
			_, rest, _ := strings.Cut(strings.TrimPrefix(field, list+"."), ".")
			values := b.Values[field]
			b.set(field, nil, m)
			b.set(list+"."+strconv.Itoa(to)+"."+rest, values, m)
		}
	}
}

func readBase(text string) map[string]string {
	base := map[string]string{}
	for _, entry := range strings.Fields(text) {
		if field, print, ok := strings.Cut(entry, "="); ok {
			base[field] = print
		}
	}
	return base
}
