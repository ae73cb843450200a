package main

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"testing"

	"sendpanel/council"
	"sendpanel/portal/identity"
	"sendpanel/service"
)

func TestInvite(t *testing.T) {
	d := newSettingsDesk(t)
	desk, err := service.Open(context.Background(), d.settings, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer desk.Close()
	if _, _, err := desk.Register.ApplySettings(t.Context(), council.InventedJSON(), "a test", "test"); err != nil {
		t.Fatal(err)
	}
	said, err := d.run(t, &InviteCmd{Person: "margaret.ellis", Base: "https://send.northmere.example/"})
	if err != nil {
		t.Fatal(err)
	}
	link, _, _ := strings.Cut(said, "\n")
	token, ok := strings.CutPrefix(link, "https://send.northmere.example/invitation?token=")
	if !ok {
		t.Fatalf("it printed %q", said)
	}
	if i, err := desk.Register.Invitation(t.Context(), identity.Hash(token)); err != nil || i.Person != "margaret.ellis" {
		t.Errorf("the link is of %q, %v", i.Person, err)
	}
	if _, err := d.run(t, &InviteCmd{Person: "nobody.here"}); err == nil || !strings.Contains(err.Error(), "nobody of that ID") {
		t.Errorf("somebody unknown was invited: %v", err)
	}
}
