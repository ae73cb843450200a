// Package plain reads what an officer wrote for a family, and says where it is hard to read: which sentences are to blame,
// which words have a plainer one, what is said in the passive. It advises and never stands in the way: an exact word can
// be the right one.
//
// # The reading age
//
// [Report.ReadingAge] is the Flesch–Kincaid grade (Kincaid and others, 1975: 0.39 × words a sentence + 11.8 × syllables a
// word − 15.59) plus five, the age in years at which a pupil in England is in that grade. Half of the adults in England
// read as an eleven-year-old is expected to, or less well; GOV.UK asks for an age of 9 for its own pages, and 25 words at
// most in a sentence.
//
// The formula counts, it does not understand. It knows nothing of whether a word is known, whether sentences follow from
// each other, or whether they are true; a name of many syllables makes a text “harder”; syllables are counted by their
// vowels, which for one English word in ten or so is one off. Of fewer than [Enough] words it says little, and
// [Report.Reliable] is false. It is for comparing one’s own two versions, not for a target.
package plain
