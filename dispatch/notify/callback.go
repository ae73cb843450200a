package notify

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"
)

// Told is what Notify tells of its own accord: how an e-mail or a text fared, or that a letter came back.
type Told struct {
	ID        string
	Reference string
	Status    Status    // of an e-mail or a text
	Returned  bool      // a letter came back to the printer
	At        time.Time // when it was over, or when the letter had been sent; zero where Notify does not say
}

// callbackSize bounds what is read of a callback, in bytes.
const callbackSize = 64 << 10

// Callbacks takes what Notify tells: delivery receipts and returned letters, both to one address. The token is the one
// that was typed into Notify, 10 characters or more. take may be called more than once with the same; where it fails,
// Notify tells it again.
func Callbacks(token string, take func(context.Context, Told) error) (http.Handler, error) {
	if len(token) < 10 {
		return nil, errors.New("the token for the callbacks of GOV.UK Notify should have 10 characters or more")
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok || subtle.ConstantTimeCompare([]byte(given), []byte(token)) != 1 {
			http.Error(w, "unknown token", http.StatusUnauthorized)
			return
		}
		data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, callbackSize))
		if err != nil {
			http.Error(w, "too long", http.StatusRequestEntityTooLarge)
			return
		}
		told, err := ReadCallback(data)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := take(r.Context(), told); err != nil {
			http.Error(w, "not taken: tell it again", http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}), nil
}

// ReadCallback reads what Notify sent to the callback address. To whom a message went is not read: it is not needed here.
func ReadCallback(data []byte) (Told, error) {
	var body struct {
		ID        string    `json:"id"`
		Letter    string    `json:"notification_id"`
		Reference *string   `json:"reference"`
		Status    Status    `json:"status"`
		Completed time.Time `json:"completed_at"`
	}
	if err := json.Unmarshal(data, &body); err != nil {
		return Told{}, errors.New("this is no callback of GOV.UK Notify: it is not JSON of the known shape")
	}
	told := Told{ID: body.ID, Status: body.Status, At: body.Completed}
	if body.Reference != nil {
		told.Reference = *body.Reference
	}
	switch {
	case body.Letter != "":
		told.ID, told.Returned, told.Status = body.Letter, true, ""
	case body.ID == "" || body.Status == "":
		return Told{}, errors.New("this is no callback of GOV.UK Notify: id and status are missing")
	}
	return told, nil
}
