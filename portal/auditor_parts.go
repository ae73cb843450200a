package portal

import (
	"errors"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/disclosure"
	"sendpanel/records"
)

// recordParts are the parts of a case's record, each by itself: the request, what happened, what people said, letters, and
// papers. Their IDs stay the same while the record grows.
func (p *Portal) recordParts(v *Visit) ([]disclosure.Part, error) {
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	sections, err := p.requestInWords(original)
	if err != nil {
		return nil, err
	}
	parts := []disclosure.Part{{ID: "request", Title: p.say("part-request"), Text: requestText(sections, original)}}
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
		if text := p.saidAtLength(v, events[i].Body); text != "" {
			parts = append(parts, disclosure.Part{ID: "event." + digits(events[i].Seq), Title: what, Text: text})
		}
		if b, ok := events[i].Body.(casework.Viewed); ok {
			parts = append(parts, disclosure.Part{ID: "event." + digits(events[i].Seq), Title: what, Text: viewText(b)})
		}
	}
	return append([]disclosure.Part{{ID: "timeline", Title: p.say("part-timeline"), Text: all.String()}}, parts...), nil
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
	add := func(title string, u records.Upload) {
		parts = append(parts, disclosure.Part{ID: "file." + u.ID, Title: title, File: u.Name})
	}
	for _, e := range v.Case.Evidence {
		u, there, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
		if err != nil {
			return nil, err
		}
		if there {
			add(string(e.ID)+": "+e.Cited(), u)
		}
	}
	loose, err := p.register.Uploads(v.Context(), caseOwner(v.Case.Ref))
	for _, u := range loose {
		add(u.Name, u)
	}
	return parts, err
}

// recordFile finds a file of the case in the address with its owner, whoever else may see it.
func (p *Portal) recordFile(v *Visit, id string) (owner string, u records.Upload, err error) {
	for _, e := range v.Case.Evidence {
		u, there, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
		if err != nil || there && u.ID == id {
			return exhibitOwner(v.Case.Ref, e.ID), u, err
		}
	}
	u, _, err = p.register.Upload(v.Context(), caseOwner(v.Case.Ref), id)
	if errors.Is(err, records.ErrNoUpload) {
		err = ErrNotFound
	}
	return caseOwner(v.Case.Ref), u, err
}
