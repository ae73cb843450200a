package notifytest

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"slices"
	"time"

	"sendpanel/dispatch/notify"
)

func noPause(ctx context.Context, _ time.Duration) error { return ctx.Err() }

func (s *Server) letter(w http.ResponseWriter, r *http.Request) {
	if s.Team {
		fail(w, http.StatusForbidden, "BadRequestError", "Cannot send letters with a team api key")
		return
	}
	var body map[string]any
	if json.NewDecoder(r.Body).Decode(&body) != nil {
		fail(w, http.StatusBadRequest, "BadRequestError", "Invalid JSON supplied in POST data")
		return
	}
	for name := range body {
		if !slices.Contains([]string{"reference", "content", "postage"}, name) {
			fail(w, http.StatusBadRequest, "ValidationError", "Additional properties are not allowed ("+name+" was unexpected)")
			return
		}
	}
	reference, _ := body["reference"].(string)
	content, _ := body["content"].(string)
	if reference == "" || content == "" {
		fail(w, http.StatusBadRequest, "ValidationError", "reference and content are required properties")
		return
	}
	postage := "first"
	if given, ok := body["postage"]; ok {
		postage, _ = given.(string)
		if !slices.Contains([]string{"first", "second", "economy"}, postage) {
			fail(w, http.StatusBadRequest, "ValidationError", "postage invalid. It must be first, second or economy.")
			return
		}
	}
	pdf, err := base64.StdEncoding.DecodeString(content)
	if err != nil {
		fail(w, http.StatusBadRequest, "BadRequestError", "Cannot decode letter content (invalid base64 encoding)")
		return
	}
	m := &Stored{PDF: pdf, Message: notify.Message{ID: newID(), Reference: reference, Kind: notify.KindLetter, Status: notify.PendingVirus, Postage: notify.Postage(postage)}}
	s.keep(m)
	answer(w, http.StatusCreated, map[string]any{"id": m.ID, "reference": reference, "postage": postage})
}

func (s *Server) message(kind notify.Kind, to string) http.HandlerFunc {
	allowed := []string{to, "template_id", "personalisation", "reference", "email_reply_to_id", "sms_sender_id", "one_click_unsubscribe_url"}
	return func(w http.ResponseWriter, r *http.Request) {
		var body map[string]any
		if json.NewDecoder(r.Body).Decode(&body) != nil {
			fail(w, http.StatusBadRequest, "BadRequestError", "Invalid JSON supplied in POST data")
			return
		}
		for name := range body {
			if !slices.Contains(allowed, name) {
				fail(w, http.StatusBadRequest, "ValidationError", "Additional properties are not allowed ("+name+" was unexpected)")
				return
			}
		}
		address, _ := body[to].(string)
		if address == "" {
			fail(w, http.StatusBadRequest, "ValidationError", to+" is a required property")
			return
		}
		if body["template_id"] != Template {
			fail(w, http.StatusBadRequest, "BadRequestError", "Template not found")
			return
		}
		reference, _ := body["reference"].(string)
		m := &Stored{To: address, Fill: words(body["personalisation"]), Message: notify.Message{ID: newID(), Reference: reference, Kind: kind, Status: notify.Created}}
		s.keep(m)
		answer(w, http.StatusCreated, map[string]any{"id": m.ID, "reference": reference, "template": map[string]any{"id": Template, "version": 1}})
	}
}

func words(given any) map[string]string {
	said := map[string]string{}
	all, _ := given.(map[string]any)
	for name, v := range all {
		said[name], _ = v.(string)
	}
	return said
}

func (s *Server) keep(m *Stored) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m.Created = s.Now().UTC()
	s.stored = append(s.stored, m)
}

func (s *Server) list(w http.ResponseWriter, r *http.Request) {
	found := []map[string]any{}
	for _, m := range s.Messages() {
		q := r.URL.Query()
		if (q.Get("template_type") == "" || q.Get("template_type") == string(m.Kind)) && (q.Get("reference") == "" || q.Get("reference") == m.Reference) {
			found = append(found, shown(m))
		}
	}
	answer(w, http.StatusOK, map[string]any{"notifications": found, "links": map[string]string{"current": r.URL.String()}})
}

func (s *Server) one(w http.ResponseWriter, r *http.Request) {
	for _, m := range s.Messages() {
		if m.ID == r.PathValue("id") {
			answer(w, http.StatusOK, shown(m))
			return
		}
	}
	fail(w, http.StatusNotFound, "NoResultFound", "No result found")
}

func (s *Server) pdf(w http.ResponseWriter, r *http.Request) {
	for _, m := range s.Messages() {
		switch {
		case m.ID != r.PathValue("id"):
		case m.Status == notify.PendingVirus:
			fail(w, http.StatusBadRequest, "PDFNotReadyError", "PDF not available yet, try again later")
			return
		default:
			w.Header().Set("Content-Type", "application/pdf")
			_, _ = w.Write(m.PDF)
			return
		}
	}
	fail(w, http.StatusNotFound, "NoResultFound", "No result found")
}

// shown is a message as Notify writes it: what has not happened is null.
func shown(m Stored) map[string]any {
	body := map[string]any{
		"id": m.ID, "reference": m.Reference, "type": m.Kind, "status": m.Status, "created_at": m.Created.Format(time.RFC3339Nano),
		"sent_at": nil, "completed_at": nil, "postage": nil,
	}
	if m.Kind == notify.KindLetter {
		body["postage"] = m.Postage
	}
	if !m.Completed.IsZero() {
		body["completed_at"] = m.Completed.Format(time.RFC3339Nano)
	}
	return body
}
