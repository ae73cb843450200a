package check

// charstring runs a glyph’s program (Adobe Technical Note 5177) up to its first operator that draws or hints: before that one
// stands the glyph’s width, where it is not the usual one.
type charstring struct {
	local, global [][]byte
	stack         []float64
	width         float64
	wide          bool // the program says a width
	lost          bool // what it says cannot be known
	done          bool
	steps         int
}

// No glyph takes more than a few steps to say how wide it is.
const (
	mostSteps       = 4096
	mostStepsOfFont = 2_000_000
)

func (c *charstring) run(program []byte, depth int) {
	if depth > 10 {
		c.lost, c.done = true, true
	}
	b := table(program)
	for i := 0; i < len(b) && !c.done; {
		if c.steps++; c.steps > mostSteps || len(c.stack) > 256 {
			c.lost, c.done = true, true
			return
		}
		switch op := b[i]; {
		case op == 255:
			c.stack = append(c.stack, float64(int32(uint32(b.u16(i+1))<<16|uint32(b.u16(i+3))))/65536)
			i += 5
		case op >= 32 || op == 28:
			v, n := wholeNumber(b, i)
			c.stack = append(c.stack, float64(v))
			i += n
		case op == 12:
			c.lost, c.done = true, true // arithmetic before the width, which no font maker writes
		default:
			c.do(op, depth)
			i++
			if op == 11 { // return
				return
			}
		}
	}
}

// do looks at one operator.
func (c *charstring) do(op byte, depth int) {
	n := len(c.stack)
	switch op {
	case 10:
		c.call(c.local, depth)
	case 29:
		c.call(c.global, depth)
	case 11:
	case 1, 3, 18, 23, 19, 20: // stems and masks of hints take pairs
		c.take(n%2 == 1)
	case 21: // rmoveto
		c.take(n > 2)
	case 4, 22: // vmoveto, hmoveto
		c.take(n > 1)
	case 14: // endchar, with an accented letter’s parts or without
		c.take(n == 1 || n == 5)
	default:
		c.take(false)
	}
}

func (c *charstring) take(wide bool) {
	c.done = true
	if c.wide = wide; wide {
		c.width = c.stack[0]
	}
}

func (c *charstring) call(programs [][]byte, depth int) {
	n := len(c.stack)
	if n == 0 {
		c.lost, c.done = true, true
		return
	}
	bias := 107
	switch {
	case len(programs) >= 33900:
		bias = 32768
	case len(programs) >= 1240:
		bias = 1131
	}
	which := int(c.stack[n-1]) + bias
	c.stack = c.stack[:n-1]
	if which < 0 || which >= len(programs) {
		c.lost, c.done = true, true
		return
	}
	c.run(programs[which], depth+1)
}
