package casework

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// Bounds on what is read into a request. A real one stays far below; what lies beyond is kept as it was sent.
const (
	maxEntries  = 3000 // entries of lists, in the whole request
	maxUnplaced = 200  // things without a place that are kept one by one; the rest stands in the original
)

// reader reads a request from JSON that is known to be valid. It goes over the bytes once.
type reader struct {
	data     []byte
	at       int
	entries  int
	unplaced []Unplaced
	more     int // things without a place past maxUnplaced
}

func readRequest(data []byte) Request {
	var r Request
	d := &reader{data: data}
	d.skipSpace()
	d.part(reflect.ValueOf(&r).Elem(), requestShape(), "")
	r.Unplaced = d.kept(r.Unplaced)
	return r
}

// kept puts what has no place behind what the request itself says was without one.
func (d *reader) kept(given []Unplaced) []Unplaced {
	if len(d.unplaced) == 0 {
		return given
	}
	all := append(given, d.unplaced...)
	if len(all) > maxUnplaced {
		d.more += len(all) - maxUnplaced
		all = all[:maxUnplaced]
	}
	if d.more > 0 {
		all = append(all, Unplaced{Fault: Text(fmt.Sprintf("%d more things have no place in a request.", d.more)), How: "They are kept with the original. Mend those above first."})
	}
	return all
}

// value reads what stands next into a field.
func (d *reader) value(v reflect.Value, f fieldShape, path string) {
	switch next := d.data[d.at]; {
	case next == 'n':
		d.skip()
	case f.list:
		d.list(v, f, path)
	case f.part != nil:
		d.part(v, f.part, path)
	default:
		d.text(v, path)
	}
}

// text reads a leaf. An object or a list is kept in it as JSON, and named.
func (d *reader) text(v reflect.Value, path string) {
	kind, raw := d.kind(), d.skip()
	switch kind {
	case '"':
		v.SetString(string(unquoted(raw)))
	case 'n':
	default:
		v.SetString(string(CleanText(string(raw))))
	}
	if kind == '{' || kind == '[' {
		d.misplaced(path, wrongShape(kind, "words"), "It was kept there as it is. Write it in words.", raw)
	}
}

// part reads an object. A lone text in its place goes into the field that is nearest to what it may mean.
func (d *reader) part(v reflect.Value, shape *partShape, path string) {
	kind := d.kind()
	if kind != '{' {
		from := d.at
		if shape.bare >= 0 && kind == '"' {
			d.text(v.Field(shape.bare), path)
			d.misplaced(path, wrongShape(kind, "an object in braces"), fmt.Sprintf("It was taken for %s. Put it in the shape shown in docs/request.md.", shape.fields[shape.bare].name), d.data[from:d.at])
			return
		}
		d.misplaced(path, wrongShape(kind, "an object in braces"), "It was kept. Put it in the shape shown in docs/request.md.", d.skip())
		return
	}
	seen := map[int][2]int{}
	d.each('}', func() {
		name := string(unquoted(d.skip()))
		d.skipSpace()
		d.at++ // the colon
		d.skipSpace()
		i, known := shape.field(name)
		if !known {
			d.unknown(shape, path, name)
			return
		}
		here := strings.TrimPrefix(path+"."+shape.fields[i].name, ".")
		if before, twice := seen[i]; twice {
			v.Field(i).SetZero()
			d.misplaced(here, "is given twice.", "The last one was taken; keep the right one. This is the one before.", d.data[before[0]:before[1]])
		}
		from := d.at
		d.value(v.Field(i), shape.fields[i], here)
		seen[i] = [2]int{from, d.at}
	})
}

// unknown keeps a field that no part of a request has.
func (d *reader) unknown(shape *partShape, path, name string) {
	how := "It was kept. See docs/request.md for the fields, or put it in words where it belongs."
	if len(d.unplaced) < maxUnplaced {
		if near := shape.nearest(name); near != "" {
			how = fmt.Sprintf("It was kept. Did you mean %s?", near)
		}
	}
	here := strings.TrimPrefix(path+"."+shortly(string(CleanText(name)), 60), ".")
	d.misplaced(here, "is not a field of a request there.", how, d.skip())
}

// list reads a list entry by entry. An entry of the wrong shape keeps its place, so that the paths of the others stay
// true. A lone value is taken for a list of one.
func (d *reader) list(v reflect.Value, f fieldShape, path string) {
	if kind := d.kind(); kind != '[' {
		from := d.at
		d.entry(v, f, path)
		if f.part == nil || kind == '{' {
			d.misplaced(path, wrongShape(kind, "a list in square brackets"), "It was taken for a list of one. Put it in square brackets.", d.data[from:d.at])
		}
		return
	}
	over := -1
	d.each(']', func() {
		if d.entries++; d.entries > maxEntries && f.name != "unplaced" || f.name == "unplaced" && v.Len() > maxUnplaced {
			if over < 0 {
				over = d.at
			}
			d.skip()
			return
		}
		d.entry(v, f, path)
	})
	if over >= 0 {
		d.misplaced(path, fmt.Sprintf("has more entries than are read: %d were.", v.Len()), "The rest was kept as it was sent. Send it as a document.", d.data[over:d.at-1])
	}
}

func (d *reader) entry(v reflect.Value, f fieldShape, path string) {
	v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
	f.list = false
	d.value(v.Index(v.Len()-1), f, fmt.Sprintf("%s[%d]", path, v.Len()-1))
}

// misplaced keeps something that has no place.
func (d *reader) misplaced(path, fault, how string, raw []byte) {
	if len(d.unplaced) >= maxUnplaced {
		d.more++
		return
	}
	d.unplaced = append(d.unplaced, Unplaced{Path: CleanText(path), Fault: Text(fault), How: Text(how), Value: CleanText(string(raw))})
}

func wrongShape(kind byte, wanted string) string {
	return fmt.Sprintf("is %s where %s was expected.", kindName(kind), wanted)
}

func kindName(kind byte) string {
	switch kind {
	case '{':
		return "an object in braces"
	case '[':
		return "a list"
	case '"':
		return "a text"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "nothing"
	}
	return "a number"
}

// kind is the first byte of what stands next.
func (d *reader) kind() byte { return d.data[d.at] }

func (d *reader) skipSpace() {
	for d.at < len(d.data) && (d.data[d.at] == ' ' || d.data[d.at] == '\n' || d.data[d.at] == '\t' || d.data[d.at] == '\r') {
		d.at++
	}
}

// each goes over the entries of the object or list that begins here, and calls read at the start of each.
func (d *reader) each(end byte, read func()) {
	d.at++
	for d.skipSpace(); d.data[d.at] != end; d.skipSpace() {
		if d.data[d.at] == ',' {
			d.at++
			d.skipSpace()
		}
		read()
	}
	d.at++
}

// skip goes past the value that stands next and returns its bytes.
func (d *reader) skip() []byte {
	from, depth := d.at, 0
	for {
		switch d.data[d.at] {
		case '"':
			for d.at++; d.data[d.at] != '"'; d.at++ {
				if d.data[d.at] == '\\' {
					d.at++
				}
			}
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case ',', ':', ' ', '\n', '\t', '\r':
		default:
			for d.at+1 < len(d.data) && !strings.ContainsRune(" \n\t\r,]}:", rune(d.data[d.at+1])) {
				d.at++
			}
		}
		if d.at++; depth == 0 {
			return d.data[from:d.at]
		}
	}
}

// unquoted is the text of a JSON string.
func unquoted(raw []byte) Text {
	if bytes.IndexByte(raw, '\\') < 0 {
		return CleanText(string(raw[1 : len(raw)-1]))
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return CleanText(string(raw)) // cannot be: the JSON was checked
	}
	return CleanText(s)
}
