package portal

import (
	"errors"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/disclosure"
	"sendpanel/portal/legible"
	"sendpanel/records"
)

// recordParts are the parts of a case's record, each by itself: the request, who belongs to it, what happened, what people said,
// letters, and papers. Their IDs stay the same while the record grows.
func (p *Portal) recordParts(v *Visit) ([]disclosure.Part, error) {
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	sections, err := p.requestInWords(original)
	if err != nil {
		return nil, err
	}
	people, err := linesOf(v.Case.Family)
	if err != nil {
		return nil, err
	}
	parts := []disclosure.Part{{ID: "request", Title: p.say("part-request"), Text: requestText(sections, original)}, {ID: "people", Title: p.say("part-people"), Text: people}}
	said, err := p.partsSaid(v)
	if err != nil {
		return nil, err
	}
	letters, err := p.register.Letters(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	parts = append(parts, said...)
	for _, l := range letters {
		if !l.Disposed {
			parts = append(parts, disclosure.Part{ID: "letter." + letterID(l.Key), Title: p.say("part-letter", "letter", p.letterName(l.Key.Kind), "to", p.recipient(v, l.Key.To), "day", l.Dated.Long()), Text: l.Text})
		}
	}
	files, err := p.partsFiles(v)
	return append(parts, files...), err
}

func requestText(sections []checkSection, original []byte) string {
	if len(sections) == 0 {
		return readable(original)
	}
	var b strings.Builder
	for _, s := range sections {
		b.WriteString(s.Title + "\n")
		for _, row := range s.List.Rows {
			b.WriteString(row.Key + ": " + row.Value + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// partsSaid are the timeline, and each thing that was said or written at length.
func (p *Portal) partsSaid(v *Visit) ([]disclosure.Part, error) {
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	lines, err := casework.Timeline(events)
	if err != nil {
		return nil, err
	}
	var all strings.Builder
	var parts []disclosure.Part
	for i, line := range lines {
		what := line.On.Long() + ": " + v.named(line.What)
		all.WriteString(what + "\n")
		text, err := p.partSaid(v, events[i].Body)
		if err != nil {
			return nil, err
		}
		if text != "" {
			parts = append(parts, disclosure.Part{ID: "event." + digits(events[i].Seq), Title: what, Text: text})
		}
	}
	return append([]disclosure.Part{{ID: "timeline", Title: p.say("part-timeline"), Text: all.String()}}, parts...), nil
}

// partSaid is what an event holds besides its line: in the words of the timeline where it has them, and else whatever somebody
// wrote in it.
func (p *Portal) partSaid(v *Visit, b casework.Body) (string, error) {
	text := p.saidAtLength(v, b)
	if view, is := b.(casework.Viewed); is {
		text = viewText(view)
	}
	lines, err := linesOf(b)
	if err != nil || !prose(lines) {
		return text, err
	}
	var more strings.Builder
	for line := range strings.Lines(lines) {
		_, says, _ := strings.Cut(strings.TrimSpace(line), ": ")
		if !strings.Contains(text, says) {
			more.WriteString(line)
		}
	}
	if !prose(more.String()) {
		return text, nil
	}
	return strings.TrimSpace(text + "\n\n" + more.String()), nil
}

func viewText(b casework.Viewed) string {
	var text strings.Builder
	for _, f := range b.Limbs {
		text.WriteString(f.Limb.Words() + ": " + string(f.Answer) + "\n" + f.Reason + "\n\n")
	}
	return text.String() + b.Note
}

// partsFiles are the papers that came with the case, in the index of evidence or beside it.
func (p *Portal) partsFiles(v *Visit) ([]disclosure.Part, error) {
	var parts []disclosure.Part
	add := func(title string, u records.Upload, held bool) error {
		part := disclosure.Part{ID: "file." + u.ID, Title: title, File: u.Name, Held: held}
		if disclosure.AsWords(u.Type) {
			_, content, err := p.register.Upload(v.Context(), u.Owner, u.ID)
			if err != nil {
				return err
			}
			part.Text = strings.TrimSpace(strings.Join(legible.Words(u.Type, content), "\n"))
		}
		parts = append(parts, part)
		return nil
	}
	for _, e := range v.Case.Evidence {
		files, err := p.register.Uploads(v.Context(), exhibitOwner(v.Case.Ref, e.ID))
		if err != nil {
			return nil, err
		}
		for _, u := range files {
			if err := add(string(e.ID)+": "+e.Cited(), u, e.Held); err != nil {
				return nil, err
			}
		}
	}
	loose, err := p.register.Uploads(v.Context(), caseOwner(v.Case.Ref))
	for _, u := range loose {
		err = errors.Join(err, add(u.Name, u, false))
	}
	return parts, err
}

// recordFile finds a file of the case in the address with its owner, whoever else may see it.
func (p *Portal) recordFile(v *Visit, id string) (owner string, u records.Upload, err error) {
	for _, e := range v.Case.Evidence {
		owner := exhibitOwner(v.Case.Ref, e.ID)
		files, err := p.register.Uploads(v.Context(), owner)
		if err != nil {
			return owner, u, err
		}
		if i := slices.IndexFunc(files, func(u records.Upload) bool { return u.ID == id }); i >= 0 {
			return owner, files[i], nil
		}
	}
	u, _, err = p.register.Upload(v.Context(), caseOwner(v.Case.Ref), id)
	if errors.Is(err, records.ErrNoUpload) {
		err = ErrNotFound
	}
	return caseOwner(v.Case.Ref), u, err
}
