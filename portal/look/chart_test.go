package look

import "testing"

// A line stands where its figures were taken: unequal times are unequal distances, so that a rate can be seen. A label that has no
// room is left out; the first and the last are always there.
func TestALineStandsInTime(t *testing.T) {
	values := []Value{{Label: "5 October 2025"}, {Label: "10 October 2025", When: 0.02}, {Label: "22 June 2026", When: 0.5}, {Label: "30 September 2026", When: 1}}
	at := spots(values)
	want := []spot{{"8.00%", "0.00%", "start"}, {"9.68%", "9.68%", ""}, {"50.00%", "50.00%", "middle"}, {"92.00%", "100.00%", "end"}}
	for i := range want {
		if at[i] != want[i] {
			t.Errorf("figure %d stands at %+v, want %+v", i, at[i], want[i])
		}
	}
	if even := spots([]Value{{Label: "September"}, {Label: "October"}}); even[0].x != "25.00%" || even[1].x != "75.00%" || even[1].anchor != "middle" {
		t.Errorf("figures without a time stand at %+v", even)
	}
}
