package rail

import (
	"fmt"
	"html/template"
)

// Thin draws the rail without words, for a row of a list; its text alternative still says everything.
func (c Clock) Thin() template.HTML {
	const y, height = 6, 10
	d := &drawing{}
	d.open("rail rail-thin", "100%", 22, c.Words())
	c.drawBar(d, y, height)
	for _, m := range c.marks() {
		switch m.Kind {
		case Event:
			fmt.Fprintf(d, `<circle class="head head-event" cx="%s" cy="%s" r="5"/>`, percent(c.share(m.Day)), rem(y+height/2))
		case Limit, Due:
			d.line(stemClass(m.Kind), c.share(m.Day), y-4, y+height+4)
		case Finish:
			fmt.Fprintf(d, `<circle class="head head-finish" cx="%s" cy="%s" r="6"/>`, percent(c.share(m.Day)), rem(y+height/2))
		case Now, Start:
		}
	}
	d.close()
	return d.html()
}
