// Package draft is a request that a school is still writing: the questions it is asked, what was typed so far, and how two
// colleagues' typing is brought together without either being lost.
//
// The questions stand in form.json, section by section, in the order in which they are asked. A question's path is its
// place in a request ([casework.Request]); a field of a page has the same name, with numbers for entries of lists:
// “family.0.name”. So a page, what is kept and what is sent are one thing, and a field that a request has and no question
// asks fails a test.
//
// Everything is kept as it was typed. [Form.Request] makes the JSON of a request from it, which casework reads as it
// reads any other and says what is to mend; [Form.Mends] finds the question of each.
//
// # Two colleagues
//
// A page carries a fingerprint of what stood in each of its fields. [Body.Merge] compares three: what stood there, what was
// typed, and what stands there now. A field that only one of the two changed takes the change. A field that both changed
// keeps what was saved first, and the other's words are put aside ([Aside]) until somebody chooses.
package draft
