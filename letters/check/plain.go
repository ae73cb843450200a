package check

import (
	"bytes"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A file of the plainest form there is, as letters have it, is read here: one cross-reference table, written once, and
// objects that stand where it says. It takes a sixth of the time that pdfcpu needs. Whatever is not exactly so, be it allowed
// or a fault, is left to pdfcpu, which reads every form and repairs what it can.

// readPlainly reads a plain file; false where it is not plain.
func (in *inspection) readPlainly() bool {
	p := &plain{b: in.pdf, names: map[string]types.Object{}}
	x := &model.XRefTable{}
	entries, trailer, ok := p.table()
	if x.Table = entries; !ok || trailer["Prev"] != nil || trailer["XRefStm"] != nil || trailer["Encrypt"] != nil {
		return false
	}
	for number, entry := range x.Table {
		if entry.Free {
			continue
		}
		if entry.Object, ok = p.object(int(*entry.Offset), number); !ok {
			return false
		}
	}
	root, ok := trailer["Root"].(types.IndirectRef)
	if !ok {
		return false
	}
	x.Root = &root
	if info, ok := trailer["Info"].(types.IndirectRef); ok {
		x.Info = &info
	}
	x.ID, _ = trailer["ID"].(types.Array)
	in.x = x
	return true
}

// plain reads the syntax of objects. Its reading methods give false where something is not plain.
type plain struct {
	b     []byte
	at    int
	depth int
	names map[string]types.Object // as they were read before
}

// table reads the cross-reference table and the trailer.
func (p *plain) table() (table map[int]*model.XRefTableEntry, trailer types.Dict, ok bool) {
	end := bytes.LastIndex(p.b, []byte("startxref"))
	if end < 0 || bytes.Count(p.b, []byte("startxref")) != 1 {
		return nil, nil, false
	}
	p.at = end + len("startxref")
	p.space()
	if p.at, ok = p.digits(10); !ok || !p.word("xref") {
		return nil, nil, false
	}
	p.space()
	if first, ok := p.digits(1); !ok || first != 0 {
		return nil, nil, false
	}
	p.space()
	n, ok := p.digits(6)
	if !ok || n > mostElements {
		return nil, nil, false
	}
	p.space()
	zero, entries := 0, make([]model.XRefTableEntry, n)
	table = make(map[int]*model.XRefTableEntry, n)
	for i := range n {
		row := p.b[min(p.at, len(p.b)):min(p.at+20, len(p.b))]
		if len(row) < 20 || string(row[10:17]) != " 00000 " && string(row[10:17]) != " 65535 " {
			return nil, nil, false
		}
		offset, err := strconv.ParseInt(string(row[:10]), 10, 64)
		if err != nil || row[17] != 'n' && row[17] != 'f' {
			return nil, nil, false
		}
		entries[i] = model.XRefTableEntry{Offset: &offset, Generation: &zero, Free: row[17] == 'f'}
		table[i] = &entries[i]
		p.at += 20
	}
	if !p.word("trailer") {
		return nil, nil, false
	}
	o, ok := p.value()
	trailer, isDict := o.(types.Dict)
	p.space()
	return table, trailer, ok && isDict && p.at == end
}

// object reads the object that begins at a place.
func (p *plain) object(at, number int) (types.Object, bool) {
	p.at, p.depth = at, 0
	if n, ok := p.digits(7); !ok || n != number || !p.word(" 0 obj") {
		return nil, false
	}
	o, ok := p.value()
	if !ok {
		return nil, false
	}
	p.space()
	if d, isDict := o.(types.Dict); isDict && p.word("stream") {
		if o, ok = p.stream(d); !ok {
			return nil, false
		}
		p.space()
	}
	return o, p.word("endobj")
}

// stream reads a stream that names its length itself and has one filter at the most.
func (p *plain) stream(d types.Dict) (types.Object, bool) {
	switch {
	case p.word("\r\n"), p.word("\n"):
	default:
		return nil, false
	}
	length, known := d["Length"].(types.Integer)
	end := p.at + int(length)
	if !known || length < 0 || end > len(p.b) {
		return nil, false
	}
	long := int64(length)
	s := types.StreamDict{Dict: d, StreamOffset: int64(p.at), StreamLength: &long, Raw: p.b[p.at:end:end]}
	switch f := d["Filter"].(type) {
	case nil:
	case types.Name:
		if f != "FlateDecode" || d["DecodeParms"] != nil {
			return nil, false
		}
		s.FilterPipeline = []types.PDFFilter{{Name: string(f)}}
	default:
		return nil, false
	}
	p.at = end
	p.space()
	return s, p.word("endstream")
}

// space skips what stands between tokens.
func (p *plain) space() {
	for p.at < len(p.b) && isSpace(p.b[p.at]) {
		p.at++
	}
}

// word goes past a word that stands here.
func (p *plain) word(w string) bool {
	if len(p.b)-p.at < len(w) || string(p.b[p.at:p.at+len(w)]) != w {
		return false
	}
	p.at += len(w)
	return true
}

// digits reads a number of so many digits at the most.
func (p *plain) digits(most int) (n int, ok bool) {
	start := p.at
	for p.at < len(p.b) && p.b[p.at] >= '0' && p.b[p.at] <= '9' {
		n = n*10 + int(p.b[p.at]-'0')
		if p.at++; p.at-start > most {
			return 0, false
		}
	}
	return n, p.at > start
}
