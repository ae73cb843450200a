// Package vector reads the outlines of a council’s logo, as they stand in an SVG file, and writes them as a PDF page
// draws them: sharp at every size, and a few hundred bytes.
package vector

import (
	"fmt"
	"strconv"
	"strings"
)

// Path turns the d of an SVG path into path operators of PDF, in the path’s own measure.
//
// It reads all commands but the arc (A), which drawing programs turn into curves when they are asked to. The error says
// what it could not read.
func Path(d string) ([]byte, error) {
	r := reader{rest: d}
	for {
		command, ok := r.command()
		if !ok {
			break
		}
		if err := r.draw(command); err != nil {
			return nil, fmt.Errorf("read the path of a logo: %w", err)
		}
	}
	if r.rest != "" {
		return nil, fmt.Errorf("read the path of a logo: %q is no command", first(r.rest))
	}
	if len(r.out) == 0 {
		return nil, fmt.Errorf("read the path of a logo: it is empty")
	}
	return r.out, nil
}

// reader is how far a path has been read.
type reader struct {
	rest    string
	out     []byte
	at      point // where the pen is
	start   point // where the outline began
	control point // the last control point, for a smooth curve after another
	last    byte  // the last command
	open    bool  // a move has been made
}

type point struct{ x, y float64 }

func (p point) add(q point) point { return point{p.x + q.x, p.y + q.y} }

// mirror is the control point that makes a curve go on smoothly.
func (r *reader) mirror(after string) point {
	if !strings.ContainsRune(after, rune(r.last)) {
		return r.at
	}
	return point{2*r.at.x - r.control.x, 2*r.at.y - r.control.y}
}

const commands = "MmLlHhVvCcSsQqTtZz"

func (r *reader) command() (byte, bool) {
	r.rest = strings.TrimLeft(r.rest, " \t\r\n,")
	if r.rest == "" || !strings.ContainsRune(commands, rune(r.rest[0])) {
		return 0, false
	}
	c := r.rest[0]
	r.rest = r.rest[1:]
	return c, true
}

// number reads one number.
func (r *reader) number() (float64, error) {
	r.rest = strings.TrimLeft(r.rest, " \t\r\n,")
	end, dot, exponent := 0, false, false
	for end < len(r.rest) {
		c := r.rest[end]
		switch {
		case c >= '0' && c <= '9':
		case (c == '-' || c == '+') && (end == 0 || r.rest[end-1] == 'e' || r.rest[end-1] == 'E'):
		case c == '.' && !dot && !exponent:
			dot = true
		case (c == 'e' || c == 'E') && end > 0 && !exponent:
			exponent = true
		default:
			goto done
		}
		end++
	}
done:
	v, err := strconv.ParseFloat(r.rest[:end], 64)
	if err != nil {
		return 0, fmt.Errorf("a number is missing before %q", first(r.rest))
	}
	r.rest = r.rest[end:]
	return v, nil
}

func first(s string) string { return s[:min(len(s), 12)] }
