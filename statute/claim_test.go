package statute

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// summer is a claim that stands: a request of 28 June 2027, a school closed from 22 July to 2 September, its head
// asked for advice on 16 July.
func summer(t testing.TB) Claim {
	return Claim{
		Limb: "reg 5(4)(a)", Ground: SchoolClosed, Facts: "the head cannot answer before the school opens again",
		From: day(t, "2027-07-22"), Until: day(t, "2027-09-02"), AdviceAsked: day(t, "2027-07-16"),
		ImpracticalBecause: "nobody else taught the child this year", Evidence: []string{"E12, e-mail to the head of 16 July"},
		Author: "A. Officer", ClaimedOn: day(t, "2027-07-30"),
	}
}

func sixWeeks(t testing.TB, received string) Dates {
	t.Helper()
	d, err := latest(t).dates("T04", day(t, received))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestClaims(t *testing.T) {
	const received = "2027-06-28" // due Mon 9 August 2027
	for name, tc := range map[string]struct {
		change    func(*Claim)
		qualifies bool
		missing   string
		lawyers   bool
	}{
		"school closed, asked in the window":    {func(*Claim) {}, true, "", false},
		"asked before the window":               {func(c *Claim) { c.AdviceAsked = day(t, "2027-07-09") }, false, "", false},
		"asked after the limit":                 {func(c *Claim) { c.AdviceAsked = day(t, "2027-08-10") }, false, "", false},
		"no reason why impractical":             {func(c *Claim) { c.ImpracticalBecause = " " }, true, "impractical", false},
		"no evidence":                           {func(c *Claim) { c.Evidence = nil }, true, "evidence", false},
		"nobody claims it":                      {func(c *Claim) { c.Author = "" }, true, "officer", false},
		"no first day":                          {func(c *Claim) { c.From = Day{} }, false, "first day", false},
		"nursery closed":                        {func(c *Claim) { c.Limb, c.Ground = "reg 5(4)(b)", EarlyYearsClosed }, true, "", false},
		"bereavement in the period":             {personal("2027-07-01", "2027-07-10"), true, "", false},
		"bereavement that lasts":                {personal("2027-08-09", ""), true, "", false},
		"bereavement over before the request":   {personal("2027-06-01", "2027-06-28"), false, "", false},
		"bereavement after the limit":           {personal("2027-08-10", ""), false, "", false},
		"four weeks abroad in the period":       {abroad("2027-07-01", "2027-07-29"), true, "", false},
		"a day less than four weeks abroad":     {abroad("2027-07-01", "2027-07-28"), false, "", false},
		"four weeks abroad, partly before":      {abroad("2027-06-14", "2027-07-20"), false, "", true},
		"abroad and not back when due":          {abroad("2027-07-13", ""), true, "", false},
		"abroad too late for four weeks by due": {abroad("2027-07-14", ""), false, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			d, claim := sixWeeks(t, received), summer(t)
			tc.change(&claim)
			got, err := d.Test(claim)
			if err != nil {
				t.Fatal(err)
			}
			if got.Qualifies != tc.qualifies || (got.ForLawyers != "") != tc.lawyers || got.Due != d.Due {
				t.Errorf("%+v", got)
			}
			if !strings.Contains(strings.Join(got.Missing, "; "), tc.missing) || (tc.missing == "") != (len(got.Missing) == 0) {
				t.Errorf("missing %q, want %q", got.Missing, tc.missing)
			}
			if got.Stands() != (tc.qualifies && tc.missing == "") {
				t.Errorf("stands is %t", got.Stands())
			}
		})
	}
}

func personal(from, until string) func(*Claim) {
	return fact4("reg 5(4)(c)", Circumstances, from, until)
}

func abroad(from, until string) func(*Claim) {
	return fact4("reg 5(4)(d)", Absence, from, until)
}

func fact4(limb string, ground Ground, from, until string) func(*Claim) {
	return func(c *Claim) {
		c.Limb, c.Ground, c.AdviceAsked = limb, ground, Day{}
		c.From, _ = ParseDay(from)
		c.Until, _ = ParseDay(until)
	}
}

func TestNoOtherFactDisappliesALimit(t *testing.T) {
	claim := summer(t)
	claim.Limb, claim.Ground = "reg 5(4)(e)", "shortage of educational psychologists"
	if _, err := sixWeeks(t, "2027-06-28").Test(claim); err == nil || !strings.Contains(err.Error(), "no exception to T04b") {
		t.Errorf("a shortage of psychologists: %v", err)
	}
	first, err := latest(t).dates("T04a", day(t, "2027-06-28"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := first.Test(summer(t)); err == nil || !strings.Contains(err.Error(), "has no exception") {
		t.Errorf("a refusal at the first stage: %v", err)
	}
}

func TestOrdersAndBodiesHaveTheirOwnExceptions(t *testing.T) {
	order, _ := latest(t).dates("T23", day(t, "2027-03-01"))
	twoWeeks := summer(t)
	twoWeeks.Limb, twoWeeks.Ground, twoWeeks.From, twoWeeks.Until = "reg 44(3)(b)", Absence, day(t, "2027-04-01"), day(t, "2027-04-15")
	if got, err := order.Test(twoWeeks); err != nil || !got.Stands() {
		t.Errorf("two weeks away after an order: %+v, %v", got, err)
	}
	body, _ := latest(t).dates("T07", day(t, "2027-03-01"))
	missed := summer(t)
	missed.Limb, missed.Ground, missed.From, missed.Until = "reg 8(2)(c)", Appointment, day(t, "2027-04-01"), Day{}
	if got, err := body.Test(missed); err != nil || !got.Stands() {
		t.Errorf("an appointment missed: %+v, %v", got, err)
	}
	missed.From = day(t, "2027-04-13")
	if got, err := body.Test(missed); err != nil || got.Stands() {
		t.Errorf("an appointment missed after the six weeks: %+v, %v", got, err)
	}
	if _, err := body.Test(summer(t)); err == nil {
		t.Error("reg 8(2) has no school closure")
	}
}

func TestHowADutyStands(t *testing.T) {
	d := sixWeeks(t, "2027-06-28") // due Mon 9 August 2027
	stands, err := d.Test(summer(t))
	if err != nil {
		t.Fatal(err)
	}
	fails := stands
	fails.Qualifies = false
	for name, tc := range map[string]struct {
		on, met string
		claim   *Tested
		want    Standing
	}{
		"before due":                          {"2027-08-01", "", nil, Running},
		"on due":                              {"2027-08-09", "", nil, Running},
		"the day after due":                   {"2027-08-10", "", nil, Breached},
		"sent on due":                         {"2027-08-10", "2027-08-09", nil, Met},
		"sent later than the day asked about": {"2027-08-10", "2027-08-11", nil, Breached},
		"sent after due":                      {"2027-08-12", "2027-08-11", nil, MetLate},
		"excepted":                            {"2027-08-10", "", &stands, PassedUnderException},
		"excepted, last day closed":           {"2027-09-01", "", &stands, PassedUnderException},
		"its fact has ended":                  {"2027-09-02", "", &stands, Breached},
		"excepted and sent":                   {"2027-08-20", "2027-08-20", &stands, MetUnderException},
		"a claim that does not stand":         {"2027-08-10", "", &fails, Breached},
	} {
		t.Run(name, func(t *testing.T) {
			var claims []Tested
			if tc.claim != nil {
				claims = append(claims, *tc.claim)
			}
			if got, err := d.On(day(t, tc.on), day(t, tc.met), claims...); err != nil || got != tc.want {
				t.Errorf("got %s (%v), want %s", got, err, tc.want)
			}
		})
	}
	if _, err := (Dates{}).On(d.Due, Day{}); err == nil {
		t.Error("a duty without a date stands somehow")
	}
}

func TestATestedClaimIsStored(t *testing.T) {
	tested, err := sixWeeks(t, "2027-06-28").Test(summer(t))
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(tested)
	if err != nil || !strings.Contains(string(text), `"qualifies":true`) || !strings.Contains(string(text), `"due":"2027-08-09"`) {
		t.Errorf("%s, %v", text, err)
	}
}

// TestClosureWindowIsSymmetric moves closure, re-opening and question together and apart.
func TestClosureWindowIsSymmetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		closed, length := anyDay(t), rapid.IntRange(1, 80).Draw(t, "days closed")
		c := Closure{Closed: closed, Reopens: closed.AddDays(length)}
		asked := closed.AddDays(rapid.IntRange(-40, 120).Draw(t, "asked"))
		got, err := c.Asked(asked)
		if err != nil {
			t.Fatal(err)
		}
		if want := length >= 28 && !asked.Before(closed.AddDays(-7)) && !asked.After(c.Reopens.AddDays(-7)); got.Qualifies != want {
			t.Fatalf("%+v asked %s: %+v", c, asked, got)
		}
		window, _ := c.Window()
		mirrored, _ := c.Asked(window.From.AddDays(window.To.Sub(asked)))
		if mirrored.Qualifies != got.Qualifies {
			t.Fatalf("%+v: %s qualifies %t, its mirror %t", c, asked, got.Qualifies, mirrored.Qualifies)
		}
		by := rapid.IntRange(1, 400).Draw(t, "moved by")
		moved, _ := Closure{Closed: closed.AddDays(by), Reopens: c.Reopens.AddDays(by)}.Asked(asked.AddDays(by))
		if moved.Qualifies != got.Qualifies {
			t.Fatalf("%+v asked %s: %d days later it differs", c, asked, by)
		}
	})
}

func TestClosureRefuses(t *testing.T) {
	a, b := day(t, "2027-07-22"), day(t, "2027-09-02")
	for name, tc := range map[string]struct {
		c     Closure
		asked Day
	}{
		"no closing":        {Closure{Reopens: b}, a},
		"no re-opening":     {Closure{Closed: a}, a},
		"wrong way round":   {Closure{Closed: b, Reopens: a}, a},
		"open the same day": {Closure{Closed: a, Reopens: a}, a},
		"nothing asked":     {Closure{Closed: a, Reopens: b}, Day{}},
	} {
		if f, err := tc.c.Asked(tc.asked); err == nil {
			t.Errorf("%s: %+v", name, f)
		}
	}
}
