// Package lively makes the invented council of a demonstration: some thirty requests in every state, and the panel’s
// meetings, with dates around the day on which it is made.
//
// [Stage] plays them day by day through casework alone, as the people of the council would have lived through those
// weeks: each command is given on its day, checked by casework and by the council’s settings, and each letter is drawn.
// What comes out is written to an empty register, and from then on workflows carry the cases by the real clock.
//
// No child, family or school in it exists.
package lively
