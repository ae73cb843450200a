package evidence

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sendpanel/casework"
)

// anyText draws a text: none, one of the words that are looked for, or anything.
func anyText(t *rapid.T, name string) casework.Text {
	return casework.Text(rapid.OneOf(
		rapid.Just(""), rapid.SampledFrom([]string{"2026-01-10", "2025-09-01", "3", "45", "without an adult", "therapist", "Mina chose", "met"}), rapid.StringN(0, 12, 40),
	).Draw(t, name))
}

func anyCycle(t *rapid.T) casework.Cycle {
	c := casework.Cycle{Start: anyText(t, "start"), Assess: anyText(t, "assess"), Plan: anyText(t, "plan"), Review: anyText(t, "review"), FamilyPart: anyText(t, "family part")}
	for range rapid.IntRange(0, 2).Draw(t, "interventions") {
		c.Interventions = append(c.Interventions, anyIntervention(t))
	}
	return c
}

func anyIntervention(t *rapid.T) casework.Intervention {
	return casework.Intervention{Name: anyText(t, "name"), DeliveredBy: anyText(t, "by"), SessionsPerWeek: anyText(t, "sessions"), MinutesEach: anyText(t, "minutes"), Outcome: anyText(t, "outcome")}
}

func anyPaper(t *rapid.T) casework.Evidenced {
	return casework.Evidenced{Title: anyText(t, "title"), Role: anyText(t, "role"), Date: anyText(t, "date"), Says: anyText(t, "says"),
		Class: casework.Text(rapid.SampledFrom([]string{"", "attainment", "needs", "action_taken", "progress_with_support", "physical_emotional_social", "family_views", "child_views", "other"}).Draw(t, "class"))}
}

func anyRequest(t *rapid.T) casework.Request {
	r := thin(nil)
	r.Views = casework.Views{Child: anyText(t, "child"), Family: anyText(t, "family"), School: anyText(t, "school")}
	for range rapid.IntRange(0, 3).Draw(t, "additions") {
		r, _ = more(t, r)
	}
	return r
}

// more adds one thing of any kind to a request, or a reply beside it.
func more(t *rapid.T, r casework.Request) (casework.Request, []SchoolReply) {
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		r.Cycles = append(slices.Clone(r.Cycles), anyCycle(t))
	case 1:
		if len(r.Cycles) > 0 {
			r.Cycles = slices.Clone(r.Cycles)
			at := rapid.IntRange(0, len(r.Cycles)-1).Draw(t, "cycle")
			r.Cycles[at].Interventions = append(slices.Clone(r.Cycles[at].Interventions), anyIntervention(t))
		}
	case 2:
		r.Evidence = append(slices.Clone(r.Evidence), anyPaper(t))
	case 3:
		r.Attainment = append(slices.Clone(r.Attainment), casework.Measure{Date: anyText(t, "date"), Subject: anyText(t, "subject"), Measure: anyText(t, "measure"), Value: anyText(t, "value")})
	case 4:
		r.Needs = append(slices.Clone(r.Needs), casework.Need{Area: anyText(t, "area"), Strengths: anyText(t, "strengths"), Difficulties: anyText(t, "difficulties"), Impact: anyText(t, "impact")})
	case 5:
		r.Attendance = append(slices.Clone(r.Attendance), casework.YearRate{SchoolYear: anyText(t, "year"), Percent: anyText(t, "percent")})
	case 6:
		r.Professionals = append(slices.Clone(r.Professionals), casework.Involved{Role: anyText(t, "post")})
	case 7:
		return r, []SchoolReply{{SupportNow: anyText(t, "now"), WhatHappened: anyText(t, "happened"), Concerns: anyText(t, "concerns"), Documents: []casework.Evidenced{anyPaper(t)}}}
	}
	return r, nil
}

// TestMoreNeverShowsLess adds to a request and looks for everything that was shown before.
func TestMoreNeverShowsLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		before := shown(ReviewOf(r, nil))
		added, replies := more(t, r)
		after := shown(ReviewOf(added, nil, replies...))
		for _, id := range before {
			if !slices.Contains(after, id) {
				t.Fatalf("%s was shown and is not any more", id)
			}
		}
	})
}

// TestEachThingIsShownOrNot holds that a review has every aspect once, whatever was sent, and a next step for each that is
// not shown.
func TestEachThingIsShownOrNot(t *testing.T) {
	want := len(shown(ReviewOf(thin(nil), nil))) + len(missing(ReviewOf(thin(nil), nil)))
	rapid.Check(t, func(t *rapid.T) {
		review := ReviewOf(anyRequest(t), nil)
		if n := len(shown(review)) + len(missing(review)); n != want {
			t.Fatalf("it speaks of %d things, want %d", n, want)
		}
		for _, it := range review.Items {
			for _, m := range it.Missing {
				if m.Next == "" {
					t.Fatalf("%s is not shown, and nothing says what to do", m.ID)
				}
			}
			for _, s := range it.Shown {
				if len(s.Where) == 0 || s.Where[0].From == "" {
					t.Fatalf("%s is shown, and nothing says where and by whom", s.ID)
				}
			}
		}
	})
}

func missing(r Review) []AspectID {
	var ids []AspectID
	for _, it := range r.Items {
		for _, m := range it.Missing {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

func TestNoSchoolNoReview(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRequest(t)
		r.Requester = casework.Requester{Type: casework.Text(rapid.SampledFrom([]string{"parent", "young_person", "health", "social_care", "other", ""}).Draw(t, "asker"))}
		r.Child.Setting = casework.Text(rapid.SampledFrom(append(noSetting(), "", " ")).Draw(t, "setting"))
		if review := ReviewOf(r, nil); !review.Empty() || review.Text() != "" {
			t.Fatal("there is no school, and the review is not empty")
		}
	})
}

func TestAnEmptyRequest(t *testing.T) {
	if !ReviewOf(casework.Request{}, nil).Empty() {
		t.Error("a request that says nothing names no school")
	}
	_ = ReviewOf(casework.Request{Requester: casework.Requester{Type: "school"}, Cycles: make([]casework.Cycle, 2), Needs: make([]casework.Need, 1), Evidence: make([]casework.Evidenced, 1)}, make([]casework.Evidence, 1), SchoolReply{}).Text()
}

func BenchmarkReviewOf(b *testing.B) {
	r := example(b, "02-refused")
	for b.Loop() {
		_ = ReviewOf(r, nil)
	}
}
