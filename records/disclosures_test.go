package records

import (
	"context"
	"errors"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

func TestADisclosureIsOfOneCase(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		d, err := r.BeginDisclosure(ctx, Disclosure{Ref: "SEN-2026-0001-A", About: "Mrs Ruth Tunstall", AskedOn: statute.Date(2026, 12, 1), BegunBy: "graham.tully", Body: []byte(`{}`)})
		if err != nil {
			t.Fatal(err)
		}
		refused := errors.New("not yet")
		if err := r.ChangeDisclosure(ctx, d.Ref, d.ID, func(d *Disclosure) error { d.Bundle = "x"; return refused }); !errors.Is(err, refused) {
			t.Errorf("the change gave %v", err)
		}
		err = r.ChangeDisclosure(ctx, d.Ref, d.ID, func(d *Disclosure) error {
			d.Body, d.ConfirmedBy, d.ConfirmedAt, d.Bundle = []byte(`{"a":1}`), "margaret.ellis", r.clock(), "upload"
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.Disclosure(ctx, d.Ref, d.ID)
		if err != nil || string(got.Body) != `{"a":1}` || got.ConfirmedBy != "margaret.ellis" || got.ConfirmedAt.IsZero() || got.Bundle != "upload" || got.AskedOn != d.AskedOn {
			t.Errorf("it is %+v, %v", got, err)
		}
		if _, err := r.Disclosure(ctx, "SEN-2026-0002-B", d.ID); !errors.Is(err, ErrNoDisclosure) {
			t.Errorf("another case has it: %v", err)
		}
		for ref, want := range map[casework.Ref]int{"SEN-2026-0001-A": 1, "": 1, "SEN-2026-0002-B": 0} {
			if list, err := r.Disclosures(ctx, ref); err != nil || len(list) != want {
				t.Errorf("%q has %v, %v", ref, list, err)
			}
		}
	})
}
