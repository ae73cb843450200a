// Package evidence says what a panel will look for, what a request shows of it, and what it does not show yet.
//
// # For the setting
//
// [ReviewOf] lays a request beside the five kinds of evidence that the Code of Practice names in 9.14 and beside the
// Graduated Response: assess, plan, do, review; the part of the child and the family; what happened when help was
// reduced; advice; views. Under each head it says what the request shows and where, what it does not show yet, which
// question of the law it helps to answer, and what a SENCO could do next.
//
// It informs. Nothing in it stands in the way of a request, none of it is needed before one is made, and its clock runs
// whatever is missing. It asks for no number of cycles, no sum of money, no report and no diagnosis: to make any of these
// a bar would put another test in the place of the one in s.36(8). It gives no score and counts nothing up.
//
// It looks for where a thing is, never for whether it is good enough: that is for people to judge. Of a
// paper it knows the title and the summary alone, and says so: the paper itself may show more, or less.
//
// A child without a school, nursery or college has no review: nothing there could be asked of anybody. Under-fives and
// young people over compulsory school age have words of their own ([Phase]).
//
// # For the family
//
// [PapersFor] tells one addressee what the council has, what it asked for and what has not come, from the case's index
// and its consultations alone, and only what that addressee may be told ([casework.Case.MayKnowAs]).
//
// # From a school that did not ask
//
// When a family asks, the school answers on one page: a [SchoolReply]. It is read as a request is: what was typed is
// kept, and what is wrong with it is a list of things to mend, never a reason to send it back.
//
// The wording lies in tables (bullets.go, graduated.go), each head with its source. Sources marked unconfirmed are from
// general knowledge and are for a council's lawyers to check first.
//
// The package reads no clock, no file and no network.
package evidence
