// Package meeting is one meeting of a panel: when it is, who is invited and who came, whether there was a quorum, what it
// was given to read and when it was closed.
//
// A meeting is a list of events, as a case is, with a chain of its own in the register. It holds no agenda: the cases that
// are listed for its panel on its day are its agenda ([Item]), read afresh each time, urgent ones first. What the panel
// advises on a case is an event of the case; the meeting only makes sure that none is left without an outcome.
//
// [Meeting.Do] turns a command into events of the meeting and into what the cases on its agenda are told: that the panel
// has met, with which quorum, or that they are to be listed again. [Meeting.Pass] does the same for what falls due by
// itself: packs, reminders. One table, [Rules], says who may do what when. [Choose] finds the meeting for a case.
//
// The package reads no clock, no file and no network.
package meeting
