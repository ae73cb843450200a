package check

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// mostCID is the greatest character number of a composite font (PDF/A-2, 6.1.13).
const mostCID = 0xFFFF

// checkCMap looks at a CMap that is embedded to read a composite font’s codes.
func (in *inspection) checkCMap(s types.StreamDict, at place) {
	content, err := in.decoded(s)
	if err != nil {
		in.fail("31-006", at, "the font’s CMap cannot be decoded: %v", err)
		return
	}
	said, _ := in.integer(s.Dict["WMode"])
	c := readCoding(content)
	if c.mode != said {
		in.fail("31-006", at, "the font’s CMap writes in the direction %d, and its dictionary says %d", c.mode, said)
	}
	if c.highest > mostCID {
		in.fail("A-6.1.13", at, "the font’s CMap has the character %d, and %d is the most", c.highest, mostCID)
	}
	other := in.name(s.Dict["UseCMap"])
	if _, embedded := in.stream(s.Dict["UseCMap"]); embedded {
		other = "an embedded one"
	}
	for _, name := range []string{other, c.uses} {
		if name != "" && !predefined[name] {
			in.fail("31-006", at, "the font’s CMap builds on another (%s) that readers do not have", name)
		}
	}
}

// coding is what is looked at in a CMap.
type coding struct {
	mode    int    // of writing: 0 across, 1 down
	uses    string // the CMap that it builds on
	highest int    // character number
}

func readCoding(content []byte) (c coding) {
	l := newLexer(content)
	var stack []any
	for {
		v, ok := l.next(0)
		if !ok {
			return c
		}
		op, isOp := v.(keyword)
		if !isOp {
			if stack = append(stack, v); len(stack) > 1<<16 {
				return c
			}
			continue
		}
		c.take(op, stack)
		stack = stack[:0]
	}
}

func (c *coding) take(op keyword, stack []any) {
	n := len(stack)
	switch op {
	case "def":
		if n >= 2 && stack[n-2] == symbol("WMode") {
			if mode, ok := stack[n-1].(float64); ok {
				c.mode = int(mode)
			}
		}
	case "usecmap":
		if n >= 1 {
			name, _ := stack[n-1].(symbol)
			c.uses = string(name)
		}
	case "endcidrange":
		for i := 0; i+2 < n; i += 3 {
			if cid, ok := stack[i+2].(float64); ok {
				c.highest = max(c.highest, int(cid)+max(codeOf(stack[i+1])-codeOf(stack[i]), 0))
			}
		}
	case "endcidchar":
		for i := 0; i+1 < n; i += 2 {
			if cid, ok := stack[i+1].(float64); ok {
				c.highest = max(c.highest, int(cid))
			}
		}
	}
}
