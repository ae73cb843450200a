package portal

import (
	"crypto/rand"
	"fmt"
	"maps"
	"mime/multipart"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/records"
)

// heldOwner begins the owner of files that wait for their giver to sign in again. They belong to no case and no draft, and
// no page shows or gives them.
const heldOwner = "kept/"

// keptFiles are the names of files that are kept over a sign-in, and of those that have to be chosen again.
type keptFiles struct{ held, again []string }

// keepPage keeps a page that was posted when a sign-in had ended, for the person who was signed in: whoever else signs in
// at the same browser does not see it. Nobody who was not signed in keeps anything. Passwords are not among it. The second
// result says whether it is kept.
func (v *Visit) keepPage() (keptFiles, bool, error) {
	owner := heldOwner + rand.Text()
	if before, found := v.keptHere(sessionTyped); found && before.Files != "" {
		owner = before.Files // sent twice: the files of both wait
	}
	if !v.route.Keeps || !v.keepTyped(owner) {
		return keptFiles{again: fileNames(v.Form)}, false, nil
	}
	files, err := v.holdFiles(owner)
	return files, err == nil, err
}

// holdFiles keeps the files of a form under an owner of their own, as far as they are sound.
func (v *Visit) holdFiles(owner string) (keptFiles, error) {
	var files keptFiles
	if err := v.dropUnclaimed(); err != nil {
		return files, err
	}
	before, err := v.p.register.UploadsUnder(v.Context(), owner+"/", v.p.clock())
	if err != nil {
		return files, err
	}
	for _, field := range slices.Sorted(maps.Keys(v.Form.Files)) {
		chosen := slices.DeleteFunc(slices.Clone(v.Form.Files[field]), func(h *multipart.FileHeader) bool { return h.Filename == "" })
		for i, h := range chosen {
			if i+len(before) >= uploadFiles {
				files.again = append(files.again, tidyName(h.Filename))
				continue
			}
			u, wrong, err := v.upload(h, owner+"/"+field)
			switch {
			case err != nil:
				return files, err
			case wrong != "":
				files.again = append(files.again, tidyName(h.Filename))
			default:
				files.held = append(files.held, u.Name)
			}
		}
	}
	return files, nil
}

// dropUnclaimed takes away files whose givers have not signed in again for as long as a session that is over is known.
func (v *Visit) dropUnclaimed() error {
	old, err := v.p.register.UploadsUnder(v.Context(), heldOwner, v.p.clock().Add(-absoluteGrace))
	if err != nil {
		return fmt.Errorf("find files that nobody came back for: %w", err)
	}
	for _, u := range old {
		if err := v.p.register.DropUpload(v.Context(), u.Owner, u.ID); err != nil {
			return err
		}
	}
	return nil
}

// giver is who gives a file: the person who is signed in, or who was until just now.
func (v *Visit) giver() casework.PersonID {
	if v.Who.SignedIn() {
		return casework.PersonID(v.Who.reader())
	}
	parts := strings.Split(v.was, "/") // the person of staff, or the reference and who is addressed
	if parts[0] != "" {
		return casework.PersonID(parts[0])
	}
	return casework.PersonID(parts[len(parts)-1])
}

// restoreTyped puts what was typed before the session ended back into a page that is opened again.
func (v *Visit) restoreTyped() bool {
	if v.R.Method != http.MethodGet {
		return false
	}
	typed, found := v.typedBefore()
	if found {
		v.Form.Values = typed
		v.Form.SetKey(typed.Get("once"))
	}
	return found
}

// typedBefore is what was typed on this page before the session ended, once. Its files go with the page when it is posted.
func (v *Visit) typedBefore() (url.Values, bool) {
	kept, found := v.keptHere(sessionTyped)
	if !found {
		return nil, false
	}
	v.dropKept(sessionTyped)
	typed := maps.Clone(kept.Values)
	if kept.Files == "" {
		return typed, true
	}
	kept.Values = nil
	v.addKept(sessionWaiting, kept, filesMost)
	if files, err := v.p.register.UploadsUnder(v.Context(), kept.Files+"/", v.p.clock()); err == nil && len(files) > 0 {
		v.Tell(v.say("files-held", "names", strings.Join(namesOf(files), ", ")))
	}
	return typed, true
}

// claim gives the files of a field that waited for this person to their owner.
func (v *Visit) claim(field, owner string) ([]records.Upload, error) {
	kept, found := v.keptHere(sessionWaiting)
	if !found {
		return nil, nil
	}
	files, err := v.p.register.Uploads(v.Context(), kept.Files+"/"+field)
	if err != nil {
		return nil, err
	}
	for i := range files {
		if err := v.p.register.GiveUpload(v.Context(), files[i].ID, files[i].Owner, owner); err != nil {
			return nil, err
		}
		files[i].Owner = owner
	}
	return files, nil
}

func namesOf(files []records.Upload) []string {
	var names []string
	for _, u := range files {
		names = append(names, u.Name)
	}
	return names
}
