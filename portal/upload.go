package portal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/gabriel-vasile/mimetype"

	"sendpanel/portal/sound"
	"sendpanel/records"
)

// What an upload may be.
const (
	uploadEach  = 20 << 20              // bytes of one file
	uploadFiles = 20                    // at once
	uploadAll   = 200 << 20             // bytes of all files at once
	UploadBody  = uploadAll + bodyLimit // the most bytes of a page with files: Route.Body
	uploadName  = 120                   // signs of a name
)

// uploadTypes are the types that are taken, by what the file holds, with the endings of names that belong to each.
func uploadTypes() map[string][]string {
	return map[string][]string{
		"application/pdf": {".pdf"},
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   {".docx"},
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         {".xlsx"},
		"application/vnd.openxmlformats-officedocument.presentationml.presentation": {".pptx"},
		"application/vnd.oasis.opendocument.text":                                   {".odt"},
		"application/msword": {".doc"}, "text/rtf": {".rtf"}, "text/plain": {".txt", ".csv"}, "text/csv": {".csv"},
		"image/jpeg": {".jpg", ".jpeg"}, "image/png": {".png"}, "image/heic": {".heic"}, "image/tiff": {".tif", ".tiff"},
	}
}

// fileLimits says the types and sizes that are taken.
func (p *Portal) fileLimits() string {
	return p.say("files-limits", "most", uploadEach>>20, "files", uploadFiles, "all", uploadAll>>20)
}

// Uploads takes the files of a field and keeps them under the owner. What is wrong with one is said at the field, by the
// file's name; the others are kept all the same.
func (v *Visit) Uploads(field, owner string) ([]records.Upload, error) {
	headers := slices.DeleteFunc(slices.Clone(v.Form.Files[field]), func(h *multipart.FileHeader) bool { return h.Filename == "" })
	if len(headers) > uploadFiles {
		v.Form.Wrong(field, v.say("upload-too-many", "most", uploadFiles))
		headers = headers[:uploadFiles]
	}
	kept, err := v.claim(field, owner)
	if err != nil {
		return nil, err
	}
	for _, h := range headers {
		u, wrong, err := v.upload(h, owner)
		if err != nil {
			return kept, err
		}
		if wrong != "" {
			v.Form.Wrong(field, wrong)
			continue
		}
		kept = append(kept, u)
	}
	return kept, nil
}

// upload takes one file: either it is kept, or the second result says what is wrong with it.
func (v *Visit) upload(h *multipart.FileHeader, owner string) (records.Upload, string, error) {
	name := tidyName(h.Filename)
	if h.Size > uploadEach {
		return records.Upload{}, v.say("upload-too-large", "name", name, "most", uploadEach>>20), nil
	}
	if h.Size == 0 {
		return records.Upload{}, v.say("upload-empty", "name", name), nil
	}
	file, err := h.Open()
	if err != nil {
		return records.Upload{}, "", fmt.Errorf("open an uploaded file: %w", err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, uploadEach+1))
	if err != nil {
		return records.Upload{}, "", fmt.Errorf("read an uploaded file: %w", err)
	}
	return v.keep(name, content, owner)
}

// keep takes the content of one file, its name tidied: either it is kept, or the second result says what is wrong with it.
func (v *Visit) keep(name string, content []byte, owner string) (records.Upload, string, error) {
	kind := typeOf(content)
	if !slices.Contains(uploadTypes()[kind], strings.ToLower(path.Ext(name))) {
		return records.Upload{}, v.say("upload-type", "name", name), nil
	}
	if err := sound.Check(kind, content); err != nil {
		return records.Upload{}, v.say(unsound(err), "name", name), nil
	}
	checked, wrong := v.scanned(content, name)
	if wrong != "" {
		return records.Upload{}, wrong, nil
	}
	u, err := v.p.register.KeepUpload(v.Context(), records.Upload{Owner: owner, Name: name, Type: kind, By: v.giver(), Checked: checked}, content)
	return u, "", err
}

// unsound is the key of the words for what is wrong inside a file.
func unsound(err error) string {
	switch {
	case errors.Is(err, sound.ErrFlood):
		return "upload-flood"
	case errors.Is(err, sound.ErrPicture):
		return "upload-picture"
	case errors.Is(err, sound.ErrMacro):
		return "upload-macro"
	}
	return "upload-damaged"
}

// scanned has the content looked at. Where a scanner is configured and does not answer, the file is held: it is kept, and
// nobody opens it before somebody has looked. Whoever sent it is told.
func (v *Visit) scanned(content []byte, name string) (checked, wrong string) {
	if v.p.scanner == nil {
		return records.Unchecked, ""
	}
	found, err := v.p.scanner.Scan(v.Context(), bytes.NewReader(content))
	switch {
	case err != nil:
		v.p.log.Error("an upload was not scanned", "id", v.id, "error", err)
		if !v.route.api() {
			v.tellHeld(v.say("upload-held", "name", name))
		}
		return records.Waiting, ""
	case found != "":
		v.p.log.Warn("an upload was kept out", "id", v.id, "found", found)
		return "", v.say("upload-harmful", "name", name)
	}
	return records.Clean, ""
}

// tellHeld says on the next page that a file is held, beside what else that page is told.
func (v *Visit) tellHeld(text string) {
	ctx, s := v.Context(), v.p.sessions
	s.Put(ctx, sessionHeld, strings.TrimSpace(s.GetString(ctx, sessionHeld)+"\n"+text))
}

// ScanWaiting has the files looked at that came while the scanner did not answer, until it does not answer again. It gives how
// many were looked at.
func (p *Portal) ScanWaiting(ctx context.Context) (done int, err error) {
	if p.scanner == nil {
		return 0, nil
	}
	waiting, err := p.register.WaitingUploads(ctx, 100)
	if err != nil {
		return 0, err
	}
	for _, u := range waiting {
		_, content, err := p.register.HeldUpload(ctx, u.Owner, u.ID)
		if errors.Is(err, records.ErrNoUpload) {
			continue // taken away or given to another owner meanwhile
		}
		if err != nil {
			return done, err
		}
		found, err := p.scanner.Scan(ctx, bytes.NewReader(content))
		if err != nil {
			return done, err
		}
		checked := records.Clean
		if found != "" {
			checked = records.Harmful
			p.log.Warn("a file that was held is kept from being opened", "file", u.ID, "found", found)
		}
		if err := p.register.SetChecked(ctx, u.ID, checked); err != nil {
			return done, err
		}
		done++
	}
	return done, nil
}

// typeOf is the type of a file by what it holds, without parameters.
func typeOf(content []byte) string {
	kind, _, err := mime.ParseMediaType(mimetype.Detect(content).String())
	if err != nil {
		return ""
	}
	return kind
}

// tidyName is the last part of a file's name without signs that could do something: controls, and those that turn the
// direction of writing and so hide an ending.
func tidyName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(`<>:"|?*/`, r) {
			return -1
		}
		return r
	}, name)
	name = strings.TrimLeft(strings.TrimSpace(name), ".")
	if signs := []rune(name); len(signs) > uploadName {
		ending := path.Ext(name)
		name = string(signs[:uploadName-len(ending)]) + ending
	}
	if name == "" || name == path.Ext(name) {
		return "file" + path.Ext(name)
	}
	return name
}

// orHeld tells a file that nobody may open yet, or ever, from one that is not there.
func orHeld(err error) error {
	if errors.Is(err, records.ErrHeld) || errors.Is(err, records.ErrHarmful) {
		return err
	}
	return ErrNotFound
}

// Download sends a kept file to be saved, never to be shown as a page. The read is recorded where the file is a case's.
func (v *Visit) Download(owner, id string) error {
	u, content, err := v.p.register.Upload(v.Context(), owner, id)
	if err != nil {
		return orHeld(err)
	}
	if v.Case.Ref != "" {
		if err := v.Read("document " + u.ID); err != nil {
			return err
		}
	}
	v.save(u.Name, u.Type, content)
	return nil
}

// save sends a file to be saved, never to be shown as a page.
func (v *Visit) save(name, kind string, content []byte) {
	h := v.W.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Length", strconv.Itoa(len(content)))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	v.W.WriteHeader(http.StatusOK)
	_, _ = v.W.Write(content) // a reader who has gone is nobody's fault
}
