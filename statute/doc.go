// Package statute is the law's clock for education, health and care needs assessments in England: every duty of
// Part 3 of the Children and Families Act 2014 that must be met by a day, and the counting that turns an event into
// dates which explain and prove themselves.
//
// # The law is data
//
// The rules stand in the order of the instruments (law_act.go, law_assessment.go, law_review.go, law_appeal.go), so
// that a lawyer can read down them beside the Act, the Regulations and the Tribunal's rules. Each says who owes what,
// from which event, within which period and by which counting convention, with its citation, its exceptions, who must
// be told, and from when it is in force. Each says also which of its parts were confirmed against a source, and which
// council officer has signed it off: at first, nobody.
//
// An amending instrument is a new dated entry. A [RuleSet] is the law as it stood from one day until the next
// amendment; [InForce] chooses it. A case keeps the set that it was opened under until somebody records a move, and
// [Compare] shows beforehand what a move would change.
//
// # An event becomes dates
//
// [Rule.From] gives up to six dates. Due is the last day that the law allows. Target is the day before: the
// Regulations do not say how to count, some councils count the day of receipt as the first day, and the target is safe
// on both. WorkBy is the last working day on or before the target, which staff plan to. Effective is the last working
// day on or before due. SendBy is the last day on which a notice can be handed to its channel so that it is deemed
// served by due, and is never after WorkBy: the arithmetic of the post alone is [Channel.LastHandover].
//
// Time that belongs to a family or a school is never shortened: it has no target and no day to work by. Its last day
// is Due, or Effective where rule 12 of the Tribunal's rules moves it later, and EarliestNext is the first day on
// which the council may act.
//
// # How time is counted
//
// Weeks and days are calendar weeks and days; no weekend, holiday or school closure stops them. "Within six weeks of"
// leaves the day of the event out; "beginning with" counts it. A month ends on the corresponding date, or on the last
// day of a month that has none ([ToMonthEnd]). Working days are counted only where the rule says so, in a calendar of
// England that covers [Coverage]: a computation that needs a day outside it returns a [CoverageError], never a guess.
// A day is a civil day in London, by time zone data inside the program.
//
// # Exceptions and overturns
//
// An exception stands beside the due date and never changes it. [Closure] answers whether the dates of a school closure
// qualify, [Dates.Test] holds a whole claim against the limbs that the rule has, and [Dates.On] says how the duty then
// stands. [RuleSet.AfterOverturn] gives the clocks that an overturned refusal starts; where two readings of the law are
// open it computes both, works to the earlier and marks the difference for lawyers.
//
// # A date is a receipt
//
// Every date carries its [Proof]: the facts, the law, the calendar and each step. [Proof.Recompute] gives the same
// dates again and [Dates.Verify] compares them byte by byte. [Dates.Explain] says them in plain words for staff,
// [Dates.ExplainToFamily] for a family.
package statute
