// Package check reads a PDF and says where it breaks PDF/UA-1 (ISO 14289-1) or PDF/A-2a (ISO 19005-2).
//
// It is the gate before a letter is issued: a reader with a screen reader must be able to follow the letter, and a court
// must be able to open it in thirty years. So it knows nothing of how our letters are written. pdfcpu reads the file,
// and everything else is looked at here from the standards’ side: the tag tree, the parent tree in both directions, the
// marked content of every page, the fonts with the codes that the pages use, the metadata, the annotations, the colours.
//
// [Check] takes any bytes. What cannot be read is a finding, not an error; memory, depth and work are bounded. Rules that
// the Matterhorn Protocol 1.1 numbers carry its number (31-009), those of PDF/A-2 the clause, and those that
// neither spells out a word (parent-tree). [Rules] lists them all.
//
// # What no machine sees
//
// That the reading order is right, that alternative text says what a picture shows, that a heading is one, that letters of
// a script are joined as they must be, that colours contrast: these need golden files and eyes.
//
// # What it is held to
//
// Each rule of the profiles by which veraPDF validates the two standards has a row in docs/pdf-rules.md, with the rule here that
// looks at it and the fault that proves it. Embedded fonts are read whatever their kind (TrueType, CFF, Type 1), and attached
// files are opened and looked at as archives of their own.
package check
