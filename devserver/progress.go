package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"sendpanel/examples"
	"sendpanel/statute"
)

// progress shows how far each example has come: on a terminal as one line that is written over, else not at all.
type progress struct {
	w     io.Writer
	mu    sync.Mutex
	total int
	taken int
}

func newProgress(w io.Writer, plays []examples.Example) *progress {
	p := &progress{}
	if file, ok := w.(*os.File); ok && isTerminal(file) {
		p.w = w
	}
	for _, e := range plays {
		p.total += len(e.Steps) + 2 // the receipt and the end
	}
	return p
}

// step says that one case has come to a day. A step without a name only moves the day.
func (p *progress) step(name string, on statute.Day, what string) {
	if p == nil || p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if what != "" {
		p.taken++
	}
	const width = 24
	full := min(width, width*p.taken/p.total)
	fmt.Fprintf(p.w, "\r\033[K[%s%s] %-14s %s  %s", strings.Repeat("#", full), strings.Repeat(".", width-full), name, on.Short(), strings.ReplaceAll(what, "_", " "))
}

// done clears the line.
func (p *progress) done() {
	if p != nil && p.w != nil {
		fmt.Fprint(p.w, "\r\033[K")
	}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
