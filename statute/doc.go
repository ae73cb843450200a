// Package statute is the law's clock for education, health and care needs assessments in England: every duty of
// Part 3 of the Children and Families Act 2014 and its Regulations that a council must meet by a day, as dated data
// in the order of the instruments, and the counting that turns an event into dates.
package statute
