package statute

import "testing"

func TestSixWeeksOverChristmas(t *testing.T) {
	received, _ := ParseDay("2026-11-23")
	set, err := InForce(received)
	if err != nil {
		t.Fatal(err)
	}
	duty, err := set.Duty("T04")
	if err != nil {
		t.Fatal(err)
	}
	d, err := duty.From(received, By(Notify))
	if err != nil {
		t.Fatal(err)
	}
	if d.Due.String() != "2027-01-04" || d.Target.String() != "2027-01-03" || d.WorkBy.String() != "2026-12-31" || d.SendBy.String() != "2026-12-29" {
		t.Errorf("%+v", d)
	}
	if err := d.Verify(); err != nil {
		t.Error(err)
	}
}

func BenchmarkDateWithProof(b *testing.B) {
	received, _ := ParseDay("2026-11-23")
	set, _ := InForce(received)
	duty, _ := set.Duty("T04b")
	for b.Loop() {
		duty.From(received)
	}
}
