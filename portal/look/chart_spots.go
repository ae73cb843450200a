package look

// spot is where a figure of a line stands, and where its label does.
type spot struct {
	x, label string
	anchor   string // text-anchor of the label; empty where there is no room for one
}

// The room of a line: its first and last figure keep this far from the edges, and labels along a narrow one this far from
// each other.
const (
	lineEdge  = 0.08
	labelRoom = 0.4
)

// spots are the places of figures along a line: by their time, where they have one, else at even distances.
func spots(values []Value) []spot {
	list := make([]spot, len(values))
	if !timed(values) {
		every := (len(values) + 5) / 6
		for i := range values {
			x := share((float64(i) + 0.5) / float64(len(values)))
			list[i] = spot{x: x, label: x}
			if i%every == 0 {
				list[i].anchor = "middle"
			}
		}
		return list
	}
	shown := 0.0
	for i, v := range values {
		list[i] = spot{x: share(lineEdge + (1-2*lineEdge)*v.When), label: share(lineEdge + (1-2*lineEdge)*v.When)}
		switch {
		case i == 0:
			list[i].anchor, list[i].label = "start", share(0)
		case i == len(values)-1:
			list[i].anchor, list[i].label = "end", share(1)
		case v.When-shown >= labelRoom && 1-v.When >= labelRoom:
			list[i].anchor, shown = "middle", v.When
		}
	}
	return list
}

// timed reports whether the figures say when they were taken.
func timed(values []Value) bool {
	return len(values) > 1 && values[len(values)-1].When > 0
}
