package statute_test

import (
	"fmt"
	"time"

	"sendpanel/statute"
)

// six returns the dates of the first decision for a request.
func six(received statute.Day) statute.Dates {
	law, err := statute.InForce(received)
	if err != nil {
		panic(err)
	}
	duty, err := law.Duty("T04")
	if err != nil {
		panic(err)
	}
	dates, err := duty.From(received)
	if err != nil {
		panic(err)
	}
	return dates
}

func ExampleRule_From() {
	dates := six(statute.Date(2026, time.November, 23))
	fmt.Println("due     ", dates.Due.Short())
	fmt.Println("target  ", dates.Target.Short())
	fmt.Println("work by ", dates.WorkBy.Short())
	fmt.Println("send by ", dates.SendBy.Short())
	// Output:
	// due      Mon 4 Jan 2027
	// target   Sun 3 Jan 2027
	// work by  Thu 31 Dec 2026
	// send by  Wed 30 Dec 2026
}

func ExampleDates_Explain() {
	fmt.Println(six(statute.Date(2026, time.November, 23)).Explain())
	// Output:
	// Monday 4 January 2027: T04b, decide whether to assess, and notify (SEND Regs 2014 reg 5(1), 5(2), 5(4)).
	// Due Monday 4 January 2027: 6 weeks of Monday 23 November 2026 (request received, or becoming responsible for the child or young person). The day of the event is not counted.
	// Target Sunday 3 January 2027: the day before, safe on either way of counting.
	// Work by Thursday 31 December 2026: the last working day on or before Sun 3 Jan 2027. Left out: Fri 1 Jan 2027 to Sun 3 Jan 2027 (New Year's Day).
	// Effective Monday 4 January 2027: the last working day on or before Mon 4 Jan 2027.
	// Send by Wednesday 30 December 2026: the last day for first class post if notice is to arrive by Mon 4 Jan 2027, and not after the day staff work to.
	// Weekends and holidays do not stop the clock.
	// An exception (reg 5(4)(a) and following) would stand beside this date and never change it.
	// Note: reg 5(4)(b) to (d) were read in the parallel text of reg 10(4).
	// Law england-2015-03-23, calendar england-2026-11.
}

func ExampleDates_ExplainToFamily() {
	fmt.Println(six(statute.Date(2026, time.November, 23)).ExplainToFamily())
	// Output:
	// The council must tell you whether it will carry out an assessment by Monday 4 January 2027. That is six weeks after Monday 23 November 2026. Weekends, bank holidays and school holidays do not add time.
}

func ExampleDates_Verify() {
	dates := six(statute.Date(2026, time.November, 23))
	fmt.Println(dates.Verify())
	dates.Due = dates.Due.AddDays(1)
	fmt.Println(dates.Verify() != nil)
	// Output:
	// <nil>
	// true
}

func ExampleDayOf() {
	arrived := time.Date(2026, time.June, 30, 23, 30, 0, 0, time.UTC)
	fmt.Println(statute.DayOf(arrived).Long())
	// Output:
	// Wednesday 1 July 2026
}

func ExampleDay_AddMonths() {
	fmt.Println(statute.Date(2026, time.December, 30).AddMonths(2).Long())
	// Output:
	// Sunday 28 February 2027
}

func ExampleClosure_Asked() {
	summer := statute.Closure{Closed: statute.Date(2027, time.July, 22), Reopens: statute.Date(2027, time.September, 2)}
	for _, asked := range []statute.Day{statute.Date(2027, time.July, 16), statute.Date(2027, time.July, 9)} {
		finding, err := summer.Asked(asked)
		if err != nil {
			panic(err)
		}
		fmt.Println(finding.Qualifies, finding.Why[1])
	}
	// Output:
	// true advice was asked for on Fri 16 Jul 2027, inside the window from Thu 15 Jul 2027 to Thu 26 Aug 2027 (a week before closing to a week before re-opening)
	// false advice was asked for on Fri 9 Jul 2027, 6 days before the window from Thu 15 Jul 2027 to Thu 26 Aug 2027 (a week before closing to a week before re-opening)
}

func ExampleCompare() {
	sets := statute.RuleSets()
	fmt.Print(statute.Compare(sets[0], sets[1], "T29.contents", statute.Date(2026, time.November, 23)))
	// Output:
	// T29.contents     england-2014-09-01                         england-2015-03-23
	// from 2026-11-23  4 weeks of the notice to the Tribunal      5 weeks of the notice to the Tribunal
	// due              Mon 21 Dec 2026                            Mon 28 Dec 2026
	// target           Sun 20 Dec 2026                            Sun 27 Dec 2026
	// work by          Fri 18 Dec 2026                            Thu 24 Dec 2026
	// effective        Mon 21 Dec 2026                            Thu 24 Dec 2026
	// send by          Thu 17 Dec 2026                            Tue 22 Dec 2026
}

func ExampleRuleSet_AfterOverturn() {
	law, err := statute.InForce(statute.Date(2027, time.March, 18))
	if err != nil {
		panic(err)
	}
	clocks, err := law.AfterOverturn(statute.Overturned{
		How: statute.ByConcession, Matter: statute.AssessmentRefused,
		On: statute.Date(2026, time.October, 5), Received: statute.Date(2026, time.September, 7),
	})
	if err != nil {
		panic(err)
	}
	for _, c := range clocks {
		fmt.Printf("%s: %s\n", c.Stage, c.WorkTo.Due.Short())
	}
	fmt.Println(clocks[2].ForLawyers)
	// Output:
	// tell the family that the assessment will happen: Mon 19 Oct 2026
	// no plan, with reasons: Mon 14 Dec 2026
	// final plan: Mon 11 Jan 2027
	// two readings, 14 days apart: the earlier, Mon 11 Jan 2027, is worked to
}

func ExampleYoungPersonFrom() {
	fmt.Println(statute.YoungPersonFrom(statute.Date(2010, time.September, 15)).Long())
	// Output:
	// Saturday 26 June 2027
}
