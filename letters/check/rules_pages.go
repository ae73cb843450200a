package check

var fontRules = []RuleText{
	{"10-001", "ISO 14289-1, 7.21.7; ISO 19005-2, 6.2.11.7.2; Matterhorn 10-001, 31-027", "Give the font a /ToUnicode that covers every character used."},
	{"31-028", "ISO 14289-1, 7.21.7; Matterhorn 31-028, 31-029", "Map no character to U+0000, U+FEFF or U+FFFE."},
	{"to-unicode", "Adobe Technical Note 5411; ISO 32000-1, 9.10.3", "Write each range of the /ToUnicode within one high byte."},
	{"A-6.2.11.7.3", "ISO 19005-2, 6.2.11.7.3", "Give the text an /ActualText: its characters are from the private use area."},
	{"31-001", "ISO 14289-1, 7.21.3.1; Matterhorn 31-001 to 31-003", "Let the font and its CMap name one and the same character collection."},
	{"31-005", "ISO 14289-1, 7.21.3.2; Matterhorn 31-004, 31-005", "Give the font a /CIDToGIDMap, Identity or a stream of two bytes for each code."},
	{"31-006", "ISO 14289-1, 7.21.3.3; Matterhorn 31-006 to 31-008", "Use Identity-H, or embed the CMap."},
	{"31-009", "ISO 14289-1, 7.21.4.1; Matterhorn 31-009", "Embed the font."},
	{"31-011", "ISO 14289-1, 7.21.4.1; Matterhorn 31-011", "Embed every glyph that a page uses."},
	{"31-014", "ISO 14289-1, 7.21.4.2; Matterhorn 31-014", "Leave the /CIDSet out, or list in it every glyph of the font."},
	{"31-016", "ISO 14289-1, 7.21.5; ISO 19005-2, 6.2.11.5; Matterhorn 31-016", "Let the widths in the dictionary be those of the embedded font."},
	{"31-017", "ISO 14289-1, 7.21.6; Matterhorn 31-017 to 31-026", "Give a simple TrueType font WinAnsi or MacRoman encoding, names of the Adobe Glyph List, and a Unicode cmap."},
	{"31-030", "ISO 14289-1, 7.21.8; Matterhorn 31-030", "Use a font that has the character: the page shows .notdef in its place."},
	{"font-names", "ISO 32000-1, 9.6.2 and 9.7.6", "Give the font, its descendant and its descriptor one name, with one subset tag."},
	{"font-file", "ISO 32000-1, 9.9", "Embed a whole TrueType font: tables head, hhea, hmtx, maxp, loca and glyf."},
}

var pageRules = []RuleText{
	{"operator", "ISO 19005-2, 6.2.2", "Use only operators that ISO 32000-1 defines, each with its operands."},
	{"resource", "ISO 19005-2, 6.2.2", "Name every font, picture and state that the page uses in the page’s resources."},
	{"A-6.2.4.3", "ISO 19005-2, 6.2.4.3", "Draw in colours that the output intent defines."},
	{"A-6.2.5", "ISO 19005-2, 6.2.5", "Take transfer functions and halftones out of the graphics state."},
	{"A-6.2.6", "ISO 19005-2, 6.2.6", "Use one of the four rendering intents."},
	{"A-6.2.8", "ISO 19005-2, 6.2.8", "Take /Alternates, /OPI and /Interpolate true out of the picture."},
	{"A-6.2.9", "ISO 19005-2, 6.2.9; Matterhorn 30-001", "Draw without PostScript, /OPI and references to other files."},
	{"30-002", "ISO 14289-1, 7.20; Matterhorn 30-002", "Draw a form that has tagged content of its own only once."},
	{"A-6.2.10", "ISO 19005-2, 6.2.10", "Use the blend modes of the standard, with an output intent or a colour space for the page’s group."},
	{"A-6.3.1", "ISO 19005-2, 6.3.1; Matterhorn 28-006, 28-007", "Use only kinds of annotation that the standard allows."},
	{"A-6.3.2", "ISO 19005-2, 6.3.2", "Let annotations be printed (/F 4), not hidden."},
	{"A-6.3.3", "ISO 19005-2, 6.3.3", "Give the annotation an appearance (/AP with /N alone)."},
	{"annot-layer", "ISO 19005-2, 6.9; Matterhorn 20; ours", "Put no annotation into a layer that can be switched off."},
	{"28-002", "ISO 14289-1, 7.18.1; Matterhorn 28-002, 28-010, 28-011", "Tie the annotation into the tag tree: a link into a Link, a field into a Form."},
	{"28-004", "ISO 14289-1, 7.18.1; Matterhorn 28-004, 28-012", "Say in /Contents what the annotation or link is for."},
	{"28-005", "ISO 14289-1, 7.18.4; Matterhorn 28-005", "Give the form field a /TU that says what to fill in."},
	{"28-008", "ISO 14289-1, 7.18.3; Matterhorn 28-008, 28-009", "Set /Tabs /S on a page with annotations."},
}
