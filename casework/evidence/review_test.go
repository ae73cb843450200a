package evidence

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
)

func testRequest(t testing.TB, name string) casework.Request {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(data))
}

// TestReviewsRead compares each review with its page under testdata, which a SENCO can read.
func TestReviewsRead(t *testing.T) {
	r := reply(t)
	for name, review := range map[string]Review{
		"01-agreed":             ReviewOf(example(t, "01-agreed"), nil),
		"02-refused":            ReviewOf(example(t, "02-refused"), nil),
		"thin":                  ReviewOf(thin(nil), nil),
		"nursery":               ReviewOf(testRequest(t, "nursery"), nil),
		"college":               ReviewOf(testRequest(t, "college"), nil),
		"parent":                ReviewOf(testRequest(t, "parent"), nil),
		"parent-school-replied": ReviewOf(testRequest(t, "parent"), replied(t, r), r),
	} {
		t.Run(name, func(t *testing.T) { golden(t, "review-"+name+".txt", review.Text()) })
	}
	golden(t, "review-nursery.json", indented(t, ReviewOf(testRequest(t, "nursery"), nil)))
}

// replied is the index of the parent's request once the school's reply is in.
func replied(t testing.TB, r SchoolReply) []casework.Evidence {
	t.Helper()
	index := []casework.Evidence{
		{ID: "E1", Title: "Letter to the council from Callum’s father", Class: "family_views", Author: "Aidan Frayne", Role: "father", From: "family"},
		{ID: "E2", Title: "Letter from the bereavement service", Class: "physical_emotional_social", Author: "Orla Keane", Role: "bereavement counsellor", From: "family"},
	}
	for i, e := range r.Evidence() {
		e.ID = casework.DocumentID([]string{"E3", "E4", "E5"}[i])
		index = append(index, e)
	}
	return index
}

// TestWhatEachPartShows adds one thing to the thinnest request and looks at what is then shown that was not before.
func TestWhatEachPartShows(t *testing.T) {
	cycle := func(c casework.Cycle) func(*casework.Request) {
		return func(r *casework.Request) { r.Cycles = []casework.Cycle{c} }
	}
	paper := func(e casework.Evidenced) func(*casework.Request) {
		return func(r *casework.Request) { e.Title = "A paper"; r.Evidence = []casework.Evidenced{e} }
	}
	result := func(days ...casework.Text) func(*casework.Request) {
		return func(r *casework.Request) {
			for _, d := range days {
				r.Attainment = append(r.Attainment, casework.Measure{Date: d, Subject: "reading", Measure: "score", Value: "80"})
			}
		}
	}
	for name, c := range map[string]struct {
		change func(*casework.Request)
		want   string
	}{
		"nothing":                {func(*casework.Request) {}, ""},
		"one result":             {result("2026-01-10"), "attainment.level"},
		"two on one day":         {result("2026-01-10", "2026-01-10"), "attainment.level"},
		"a series":               {result("2026-06-10", "2026-01-10"), "attainment.level attainment.rate"},
		"results without a day":  {result("last week"), ""},
		"a paper with two years": {paper(casework.Evidenced{Class: "attainment", Says: "Reading in 2025 and 2026."}), "attainment.level attainment.rate"},
		"a need": {func(r *casework.Request) {
			r.Needs = []casework.Need{{Area: "sensory_and_physical", Difficulties: "Falls."}}
		}, "development.picture needs.nature"},
		"a strength": {func(r *casework.Request) {
			r.Needs = []casework.Need{{Area: "cognition_and_learning", Strengths: "Maps."}}
		}, "needs.context"},
		"attendance":               {func(r *casework.Request) { r.Attendance = []casework.YearRate{{SchoolYear: "2025/26", Percent: "71"}} }, "needs.attendance"},
		"a plan with no measure":   {cycle(casework.Cycle{Plan: "Is happier."}), "plan.aims"},
		"a plan with a measure":    {cycle(casework.Cycle{Plan: "Asks for help four times in five."}), "plan.aims plan.measure"},
		"help, no amount":          {cycle(casework.Cycle{Interventions: []casework.Intervention{{Name: "Reading"}}}), "action.given do.tried"},
		"help with its amount":     {cycle(casework.Cycle{Interventions: []casework.Intervention{{Name: "Reading", DeliveredBy: "a teacher", SessionsPerWeek: "3", MinutesEach: "20"}}}), "action.amount action.given do.tried"},
		"help by a specialist":     {cycle(casework.Cycle{Interventions: []casework.Intervention{{Name: "Talking", DeliveredBy: "speech and language therapist"}}}), "action.given advice.used do.tried"},
		"a review":                 {cycle(casework.Cycle{Review: "Met in part."}), "progress.result review.result"},
		"a review after less help": {cycle(casework.Cycle{Review: "Two minutes without an adult."}), "progress.result reduced.what review.result"},
		"the family's part":        {cycle(casework.Cycle{FamilyPart: "Her mother came."}), "part.family"},
		"the child's part":         {cycle(casework.Cycle{FamilyPart: "Mina and her mother chose."}), "part.child part.family"},
		"a psychologist's report":  {paper(casework.Evidenced{Class: "needs", Role: "Educational Psychologist"}), "advice.given needs.nature"},
		"a therapist's report":     {paper(casework.Evidenced{Class: "needs", Role: "occupational therapist", Says: "Weak grip."}), "advice.given development.services needs.extent needs.nature"},
		"a paper on progress":      {paper(casework.Evidenced{Class: "progress_with_support"}), "progress.beyond progress.result"},
		"a provision map":          {paper(casework.Evidenced{Class: "action_taken"}), "action.amount action.given"},
		"the child's views":        {func(r *casework.Request) { r.Views.Child = "Too loud." }, "views.child"},
		"the family's views":       {func(r *casework.Request) { r.Views.Family = "Help." }, "views.family"},
		"the school's views":       {func(r *casework.Request) { r.Views.School = "Signs." }, "views.setting"},
		"a word inside a word":     {cycle(casework.Cycle{Plan: "Therapeutic chair", Review: "Outstepped backwards"}), "plan.aims progress.result review.result"},
	} {
		t.Run(name, func(t *testing.T) {
			got := shown(ReviewOf(thin(c.change), nil))
			slices.Sort(got)
			if strings.Join(got, " ") != c.want {
				t.Errorf("it shows %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
}

func shown(r Review) []string {
	var ids []string
	for _, it := range r.Items {
		for _, s := range it.Shown {
			ids = append(ids, string(s.ID))
		}
	}
	return ids
}

func TestAChangeAfterAReviewIsSeenByDays(t *testing.T) {
	r := thin(func(r *casework.Request) {
		r.Cycles = []casework.Cycle{{Start: "2026-06-01", Plan: "More."}, {Start: "2026-01-10", Plan: "Some.", Review: "In part."}}
	})
	it, _ := ReviewOf(r, nil).Item("review")
	if at := slices.IndexFunc(it.Shown, func(s Shown) bool { return s.ID == "review.changed" }); at < 0 || !strings.HasPrefix(it.Shown[at].Where[0].Words, "the cycle from 1 June 2026") {
		t.Errorf("the June cycle follows the January review: %+v", it.Shown)
	}
}

func TestLessOfTheSameHelpIsSeen(t *testing.T) {
	help := func(sessions casework.Text) []casework.Intervention {
		return []casework.Intervention{{Name: "Adult beside her", SessionsPerWeek: sessions, MinutesEach: "45"}}
	}
	r := thin(func(r *casework.Request) {
		r.Cycles = []casework.Cycle{{Start: "2025-09-01", Interventions: help("4")}, {Start: "2026-01-05", Interventions: help("2"), Review: "Still reads."}}
	})
	if !slices.Contains(shown(ReviewOf(r, nil)), "reduced.what") {
		t.Error("half the sessions of the same help, and a review, say what happened when help was less")
	}
	r.Cycles[1].Review = ""
	if slices.Contains(shown(ReviewOf(r, nil)), "reduced.what") {
		t.Error("without a review nothing says what happened")
	}
}

// TestWordsOfEachPhase reads the noun that each phase uses.
func TestWordsOfEachPhase(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*casework.Request)
		want   Phase
	}{
		"school":               {nil, InSchool},
		"no date of birth":     {func(r *casework.Request) { r.Child.DateOfBirth = "" }, InSchool},
		"no moment of receipt": {func(r *casework.Request) { r.ReceivedAt = "Monday" }, InSchool},
		"nursery":              {func(r *casework.Request) { r.Requester.Type = "early_years" }, EarlyYears},
		"the day before five":  {func(r *casework.Request) { r.Child.DateOfBirth = "2021-11-24" }, EarlyYears},
		"five today":           {func(r *casework.Request) { r.Child.DateOfBirth = "2021-11-23" }, InSchool},
		"college":              {func(r *casework.Request) { r.Requester.Type = "post16" }, Post16},
		"sixth form":           {func(r *casework.Request) { r.Child.DateOfBirth = "2009-03-02" }, Post16},
		"parent, a school": {func(r *casework.Request) {
			r.Requester = casework.Requester{Type: "parent"}
			r.Child.Setting = "dale-road"
		}, InSchool},
		"parent, no school": {func(r *casework.Request) { r.Requester = casework.Requester{Type: "parent"} }, NoSetting},
		"parent, home-educated": {func(r *casework.Request) {
			r.Requester = casework.Requester{Type: "parent"}
			r.Child.Setting = " Home-Educated "
		}, NoSetting},
		"health visitor, under five": {func(r *casework.Request) {
			r.Requester = casework.Requester{Type: "health"}
			r.Child.DateOfBirth = "2024-01-01"
		}, NoSetting},
		"a school says none any more": {func(r *casework.Request) { r.Child.Setting = "none" }, NoSetting},
		"a young person without place": {func(r *casework.Request) {
			r.Requester = casework.Requester{Type: "young_person"}
			r.Child.DateOfBirth = "2009-03-02"
		}, NoSetting},
	} {
		t.Run(name, func(t *testing.T) {
			r := ReviewOf(thin(c.change), nil)
			if r.Phase != c.want {
				t.Fatalf("the phase is %q, want %q", r.Phase, c.want)
			}
			if r.Empty() != (c.want == NoSetting) || (r.Text() == "") != r.Empty() {
				t.Error("a review is empty where there is no setting, and only there")
			}
		})
	}
}
