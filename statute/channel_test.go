package statute

import (
	"testing"

	"pgregory.net/rapid"
)

// TestLastHandoverByHand holds the days before any cap against the latest day of upload worked out by hand.
func TestLastHandoverByHand(t *testing.T) {
	for _, tc := range []struct {
		channel   Channel
		due, want string
	}{
		{Notify, "2027-01-04", "2026-12-29"},
		{Notify, "2027-04-02", "2027-03-30"},
		{Notify, "2027-08-23", "2027-08-18"},
		{Notify, "2028-02-29", "2028-02-24"},
		{Notify, "2026-12-28", "2026-12-21"},
		{Notify, "2027-08-30", "2027-08-24"},
		{Notify, "2027-03-29", "2027-03-22"},
		{FirstClass, "2027-01-04", "2026-12-30"},
		{FirstClass, "2026-11-22", "2026-11-18"},
		{SecondClass, "2027-01-04", "2026-12-24"},
		{Email, "2027-01-04", "2027-01-04"},
		{Hand, "2027-01-03", "2027-01-03"},
	} {
		if got, err := tc.channel.LastHandover(day(t, tc.due)); err != nil || got.String() != tc.want {
			t.Errorf("%s for %s: got %s (%v), want %s", tc.channel, tc.due, got, err, tc.want)
		}
	}
}

func TestSendByIsNeverAfterWorkBy(t *testing.T) {
	for channel, want := range map[Channel]string{
		Email: "2026-12-31", Hand: "2026-12-31", // due is Mon 4 January; capped at the day staff work to
		FirstClass: "2026-12-30", Notify: "2026-12-29", SecondClass: "2026-12-24",
	} {
		d, err := latest(t).dates("T04", day(t, "2026-11-23"), By(channel))
		if err != nil || d.SendBy.String() != want {
			t.Errorf("%s: got %s (%v), want %s", channel, d.SendBy, err, want)
		}
	}
}

func TestHandedOverInTimeIsServedInTimeAndNoLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		channel, due := rapid.SampledFrom(Channels()).Draw(t, "channel"), anyDay(t)
		last, err := channel.LastHandover(due)
		if err != nil {
			t.Fatal(err)
		}
		if served, err := channel.Deemed(last); err != nil || served.After(due) {
			t.Fatalf("%s handed over on %s is served on %s, after %s (%v)", channel, last, served, due, err)
		}
		next, _ := NextWorkingDay(last)
		if served, _ := channel.Deemed(next); !served.After(due) {
			t.Fatalf("%s handed over on %s would still be served by %s", channel, next, due)
		}
	})
}

func TestParseChannel(t *testing.T) {
	for _, c := range Channels() {
		if got, err := ParseChannel(string(c)); err != nil || got != c {
			t.Errorf("%s: %s, %v", c, got, err)
		}
	}
	if got, err := ParseChannel(""); err != nil || got != FirstClass {
		t.Errorf("no name: %s, %v", got, err)
	}
	if _, err := ParseChannel("pigeon"); err == nil {
		t.Error("a pigeon was accepted")
	}
	if _, err := Channel("pigeon").Deemed(day(t, "2026-11-23")); err == nil {
		t.Error("a pigeon delivered")
	}
	if _, err := latest(t).dates("T04", day(t, "2026-11-23"), By("pigeon")); err == nil {
		t.Error("a date was computed for a pigeon")
	}
}
