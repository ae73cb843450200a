// Package feedback makes the note that a school, nursery or college has after a decision: what was strong, what was not
// there, what to do next, and what would help a new request.
//
// Peer reviews say of council after council that the reasons of a panel do not reach the schools. The note is built from
// what the council knows already, the decision's reasons and the evidence review, so that it is ready on the day of the
// decision and nobody has to write it twice.
//
// # What it rests on
//
// It rests only on evidence that the setting supplied or was lawfully shown ([casework.Evidence.MaySee]), and never on a
// family's or a child's words, also where the setting passed them on. A sentence of the decision comes into the note only
// where the papers that it cites are such papers; a sentence that cites none stands on those of its paragraph, and else
// on those of the whole finding.
//
// Every such sentence is then read again for what must not go: the name of anybody in the family, an address, the title or
// the author of somebody else's paper, five words in a row of what the family or the child said, words in quotation marks
// that are theirs, or any talk of home and family. What does not pass is left out, and [Note.Withheld] tells an officer
// where it stood and why. The list is for the officer alone and is no part of the note's JSON.
//
// A check like this errs towards leaving out. It can be wrong in the other direction too, where a sentence says a family's
// matter in words of its own: an officer reads the note before a setting does.
//
// # What it says of the law
//
// That anyone may ask again at any time (Children and Families Act 2014, s.36(1)), and that the graduated approach is
// guidance and no bar. What would help a new request stands under a head of its own, so that it cannot be read as a reason
// for the decision or as a condition.
//
// The note opens to the setting once the family has been told, or once their letter is deemed to have come
// ([Note.OpenOn]). The family reads it too.
package feedback
