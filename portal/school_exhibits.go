package portal

import (
	"context"
	"slices"

	"sendpanel/casework"
	"sendpanel/records"
)

// exhibitOwner is the owner of the file of a document in a case's index of evidence. Who may see it is the index's to say:
// [casework.Evidence.MaySee].
func exhibitOwner(ref casework.Ref, id casework.DocumentID) string {
	return "case/" + string(ref) + "/" + string(id)
}

// fileExhibits gives the files that came with a request to the documents of the case that they are.
func (p *Portal) fileExhibits(ctx context.Context, from string, c casework.Case, sent []casework.Evidenced) error {
	files, err := p.register.Uploads(ctx, from)
	if err != nil {
		return err
	}
	taken := map[casework.DocumentID]bool{}
	var filed []casework.DocumentID
	defer func() { p.lookWhose(ctx, c.Ref, filed) }()
	for _, e := range sent {
		id, found := exhibitOf(c, e, taken)
		i := slices.IndexFunc(files, func(u records.Upload) bool { return u.SHA256 == e.SHA256.Line() })
		if !found || i < 0 {
			continue
		}
		taken[id] = true
		if err := p.register.GivePaper(ctx, files[i].ID, from, exhibitOwner(c.Ref, id)); err != nil {
			return err
		}
		filed = append(filed, id)
		files = slices.Delete(files, i, i+1)
	}
	if len(files) > 0 { // nothing that was given is left behind
		return p.register.MoveUploads(ctx, from, "case/"+string(c.Ref))
	}
	return nil
}

// exhibitOf finds the newest document of the case's index that is the one that was sent.
func exhibitOf(c casework.Case, sent casework.Evidenced, taken map[casework.DocumentID]bool) (casework.DocumentID, bool) {
	for _, e := range slices.Backward(c.Evidence) {
		if !taken[e.ID] && e.Title == sent.Title.Line() && e.Class == sent.Class.Word() && e.Author == sent.Author.Line() {
			return e.ID, true
		}
	}
	return "", false
}

// exhibitFile is the file of a document, where there is one.
func (p *Portal) exhibitFile(ctx context.Context, ref casework.Ref, id casework.DocumentID) (records.Upload, bool, error) {
	files, err := p.register.Uploads(ctx, exhibitOwner(ref, id))
	if err != nil || len(files) == 0 {
		return records.Upload{}, false, err
	}
	return files[0], true, nil
}
