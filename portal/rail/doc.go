// Package rail draws one of the law's clocks as a rail of weeks: when the request came, where today is, when the panel
// meets, when the letter must leave and when the limit falls.
//
// A Clock says what there is to show. It is drawn three ways, each an inline SVG that carries classes and no style, so
// that a page needs no exception in its content security policy:
//
//	clock.Wide()    // week cells from left to right, labels above (what happens) and below (what is due)
//	clock.Upright() // the same from top to bottom, for a phone
//	clock.Thin()    // a bar without words, for lists
//
// Positions along a wide or thin rail are percentages and words keep their size, so that a rail may be stretched but
// never has small print. Labels are placed by search for the narrowest rail that is shown (MinWidth): on the same
// row none touches another, and no line to a mark runs through a label. What holds there holds for every wider rail,
// because distances between marks only grow. Where no placing is found, Wide gives nothing and the page shows Upright.
//
// Words says in sentences everything that the drawing shows: it is the text alternative of all three.
package rail
