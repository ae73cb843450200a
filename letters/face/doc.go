// Package face prepares the letters’ typefaces: it knows how wide every text is, and sets it as codes that a page can
// show.
//
// gofpdf can embed a font in two ways. As a UTF-8 font it is parsed, hashed and cut anew for every document, which takes
// longer than everything else in a letter together. As an 8-bit font it is copied. So each typeface is prepared once as
// 8-bit fonts of at most 223 characters each: one for the characters of Windows-1252, one for the other Latin letters of
// Europe that have a name in Adobe’s Glyph List, as PDF/UA asks for (ISO 14289-1, 7.21.6). A character in neither is
// set in the whole font, as a UTF-8 font; one that the typeface lacks is set in Noto Sans.
package face
