package vector

import (
	"errors"
	"strconv"
	"strings"
)

// draw reads what follows a command, as often as it follows: a command stands for those after it until the next.
func (r *reader) draw(command byte) error {
	upper := command &^ 0x20
	if upper == 'Z' {
		r.op("h")
		r.at, r.last = r.start, upper
		return nil
	}
	if upper != 'M' && !r.open {
		return errors.New("it does not begin with a move (M)")
	}
	for more := true; more; more = r.numberFollows() {
		if err := r.once(upper, command >= 'a'); err != nil {
			return err
		}
		r.last = upper
		if upper == 'M' {
			upper = 'L' // what follows a move without a command is a line
		}
	}
	return nil
}

func (r *reader) numberFollows() bool {
	rest := strings.TrimLeft(r.rest, " \t\r\n,")
	return rest != "" && strings.ContainsRune("0123456789.-+", rune(rest[0]))
}

func (r *reader) once(command byte, relative bool) error {
	var from point
	if relative {
		from = r.at
	}
	switch command {
	case 'H', 'V':
		v, err := r.number()
		if err != nil {
			return err
		}
		if command == 'H' {
			r.line(point{from.x + v, r.at.y})
		} else {
			r.line(point{r.at.x, from.y + v})
		}
		return nil
	}
	var p [3]point
	n := map[byte]int{'M': 1, 'L': 1, 'T': 1, 'S': 2, 'Q': 2, 'C': 3}[command]
	for i := range n {
		x, errX := r.number()
		y, errY := r.number()
		if err := errors.Join(errX, errY); err != nil {
			return err
		}
		p[i] = point{x, y}.add(from)
	}
	switch command {
	case 'M':
		r.at, r.start, r.open = p[0], p[0], true
		r.op("m", p[0])
	case 'L':
		r.line(p[0])
	case 'C':
		r.curve(p[0], p[1], p[2])
	case 'S':
		r.curve(r.mirror("CS"), p[0], p[1])
	case 'Q':
		r.quadratic(p[0], p[1])
	case 'T':
		r.quadratic(r.mirror("QT"), p[0])
	}
	return nil
}

func (r *reader) line(to point) {
	r.op("l", to)
	r.at = to
}

func (r *reader) curve(a, b, to point) {
	r.op("c", a, b, to)
	r.control, r.at = b, to
}

// quadratic draws a curve with one control point as one with two.
func (r *reader) quadratic(c, to point) {
	third := func(p point) point { return point{p.x + 2*(c.x-p.x)/3, p.y + 2*(c.y-p.y)/3} }
	r.op("c", third(r.at), third(to), to)
	r.control, r.at = c, to
}

func (r *reader) op(name string, points ...point) {
	for _, p := range points {
		for _, v := range [2]float64{p.x, p.y} {
			r.out = append(strconv.AppendFloat(r.out, v, 'f', 3, 64), ' ')
		}
	}
	r.out = append(append(r.out, name...), '\n')
}
