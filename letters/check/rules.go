package check

import "slices"

// RuleText is a rule in words.
type RuleText struct {
	Rule   Rule
	Clause string
	Mend   string
}

// Rules lists every rule that is looked at, with its clause and how a failure of it is mended.
func Rules() []RuleText { return slices.Clone(rulebook) }

var rulebook = slices.Concat(fileRules, structureRules, fontRules, pageRules)

var fileRules = []RuleText{
	{"unreadable", "ISO 32000-1, 7.5", "Make the file again from its source: it is damaged, or it is no PDF."},
	{"too-much", "our bounds", "Check a smaller file: a letter has few pages and small pictures."},
	{"page-tree", "ISO 32000-1, 7.7.3", "Let the page tree lead to each page once."},
	{"A-6.1.2", "ISO 19005-2, 6.1.2", "Begin the file with %PDF-1.4 to %PDF-1.7 and a comment line of four bytes above 127."},
	{"A-6.1.3-id", "ISO 19005-2, 6.1.3", "Give the trailer an /ID of two strings."},
	{"A-6.1.3-encrypt", "ISO 19005-2, 6.1.3; Matterhorn 26", "Save the file without a password: an archive must be able to open it."},
	{"A-6.1.3-end", "ISO 19005-2, 6.1.3", "Write nothing after the last %%EOF but one line end."},
	{"A-6.1.4", "ISO 19005-2, 6.1.4", "Write the cross-reference table anew, each entry 20 bytes long and pointing at its object."},
	{"A-6.1.6", "ISO 19005-2, 6.1.6", "Write strings in hexadecimal digits with two digits for each byte, and nothing else."},
	{"A-6.1.7.1-length", "ISO 19005-2, 6.1.7.1", "Give the stream its true /Length, with a line end before endstream."},
	{"A-6.1.7.1-external", "ISO 19005-2, 6.1.7.1", "Put the stream’s content into the file."},
	{"A-6.1.7.2", "ISO 19005-2, 6.1.7.2", "Compress with Flate; LZW and Crypt are not allowed."},
	{"A-6.1.8", "ISO 19005-2, 6.1.8", "Write the names of fonts, colours and structure types in UTF-8."},
	{"A-6.1.9", "ISO 19005-2, 6.1.9", "Write “1 0 obj” and “endobj” each on a line of its own, with one space between."},
	{"A-6.1.12", "ISO 19005-2, 6.1.12", "Take out permissions other than /UR3 and /DocMDP, and digests of signatures that certify."},
	{"A-6.1.13", "ISO 19005-2, 6.1.13", "Keep numbers, names, strings and nesting within the limits of the standard."},
	{"A-6.2.3", "ISO 19005-2, 6.2.3", "Give the catalog one output intent of type GTS_PDFA1 with an ICC profile."},
	{"A-6.2.3-profile", "ISO 19005-2, 6.2.3", "Embed a whole ICC profile of a monitor or a printer, version 2 or 4, with the right /N."},
	{"A-6.4.2", "ISO 19005-2, 6.4.2; Matterhorn 25-001", "Take the XFA form out."},
	{"A-6.4.1", "ISO 19005-2, 6.4.1", "Give form fields their appearance, and set no NeedAppearances."},
	{"A-6.4.3", "ISO 19005-2, 6.4.3", "Sign the whole file, once, with the signer’s certificate in the signature."},
	{"A-6.5.1", "ISO 19005-2, 6.5.1", "Take the action out: a letter runs no program and no JavaScript."},
	{"A-6.5.2", "ISO 19005-2, 6.5.2", "Take out what would run by itself (/AA)."},
	{"A-6.6.2.1", "ISO 19005-2, 6.6.2.1", "Write the XMP as well-formed UTF-8, without the attributes bytes and encoding in its header."},
	{"A-6.6.2.3", "ISO 19005-2, 6.6.2.3", "Describe the property’s schema in the XMP, as PDF/A-2 asks for schemas it does not know."},
	{"A-6.6.2.3.3", "ISO 19005-2, 6.6.2.3.3", "Give each schema, property, type and field that the XMP describes all of its parts."},
	{"xmp-prefix", "ISO 19005-2, 6.6.2.3.3 and 6.6.4; ISO 14289-1, 5", "Use the prefixes that the standards give: pdfaid, pdfuaid, pdfaExtension and so on."},
	{"A-6.6.4", "ISO 19005-2, 6.6.4", "Say in the XMP pdfaid:part 2 and pdfaid:conformance A."},
	{"info-differs", "ISO 32000-1, 14.3; ours", "Let the document’s properties and the XMP say the same."},
	{"A-6.8", "ISO 19005-2, 6.8; Matterhorn 21-001", "Take the attachment out, or give it /F and /UF and let it be a PDF/A file."},
	{"A-6.9", "ISO 19005-2, 6.9; Matterhorn 20", "Give each configuration of layers a name, and let none switch by itself (/AS)."},
	{"A-6.10", "ISO 19005-2, 6.10", "Take out alternate presentations and presentation steps."},
	{"A-6.11", "ISO 19005-2, 6.11", "Take /Requirements out of the catalog."},
	{"06-001", "ISO 14289-1, 7.1; Matterhorn 06-001", "Give the catalog XMP metadata."},
	{"06-002", "ISO 14289-1, 5; Matterhorn 06-002", "Say in the XMP pdfuaid:part 1."},
	{"06-003", "ISO 14289-1, 7.1; Matterhorn 06-003", "Give the XMP a dc:title that names the letter."},
	{"06-marked", "ISO 14289-1, 6.2; ISO 19005-2, 6.7.2.1", "Set /MarkInfo with /Marked true."},
	{"01-007", "ISO 14289-1, 7.1; Matterhorn 01-007", "Set no /Suspects true: somebody must have looked."},
	{"07-001", "ISO 14289-1, 7.1; Matterhorn 07-001, 07-002", "Set /ViewerPreferences with /DisplayDocTitle true."},
	{"11-006", "ISO 14289-1, 7.2; Matterhorn 11-006", "Give the catalog a /Lang, such as en-GB."},
	{"lang-form", "ISO 19005-2, 6.7.4; BCP 47", "Write languages as BCP 47 does: en-GB, pa, ur."},
}

var structureRules = []RuleText{
	{"01-000", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.3.3", "Give the catalog a /StructTreeRoot with the tags of the document."},
	{"01-003", "ISO 14289-1, 7.1; Matterhorn 01-003", "Close the tagged content before the artifact begins."},
	{"01-004", "ISO 14289-1, 7.1; Matterhorn 01-004", "Close the artifact before tagged content begins."},
	{"01-005", "ISO 14289-1, 7.1; Matterhorn 01-005", "Tag what is drawn, or mark it as an artifact."},
	{"marked-nesting", "ISO 32000-1, 14.6", "Close every marked content where it was opened, within one text object."},
	{"mcid-twice", "ISO 32000-1, 14.7.4.2", "Number the marked content of each page anew, each number once, and give it one element."},
	{"mcid-lost", "ISO 32000-1, 14.7.4.2", "Let the tag tree point only at content that a page has."},
	{"parent-tree", "ISO 32000-1, 14.7.4.4", "Write the parent tree from the tag tree, so that each leads to the other."},
	{"tree-link", "ISO 32000-1, 14.7.2", "Let each element name as its parent the one that holds it, and let one element hold it."},
	{"element-empty", "ISO 14289-1, 7.1; ours", "Take out elements that hold nothing."},
	{"id-twice", "ISO 32000-1, 14.7.2; Matterhorn 19-004", "Give each element an /ID of its own."},
	{"02-001", "ISO 14289-1, 7.1; Matterhorn 02-001", "Use the standard structure types, or map the type to one."},
	{"02-003", "ISO 14289-1, 7.1; Matterhorn 02-003", "Map each type to a standard one, in no ring."},
	{"02-004", "ISO 14289-1, 7.1; Matterhorn 02-004", "Take standard types out of the role map."},
	{"09-004", "ISO 14289-1, 7.2; Matterhorn 09-004 to 09-008", "Put rows into tables, cells into rows, items into lists, labels and bodies into items."},
	{"table-regular", "ISO 14289-1, 7.5; ISO 32000-1, 14.8.5.7", "Let every row of a table have as many columns as the others, counting what spans."},
	{"15-003", "ISO 14289-1, 7.5; Matterhorn 15-003", "Give each heading cell a /Scope, or name the headings of each cell."},
	{"table-headers", "ISO 32000-1, 14.8.5.7", "Let /Headers name cells of the same table that are headings."},
	{"14-002", "ISO 14289-1, 7.4.2; Matterhorn 14-002", "Begin with a heading of level 1."},
	{"14-003", "ISO 14289-1, 7.4.2; Matterhorn 14-003", "Skip no level of heading."},
	{"14-007", "ISO 14289-1, 7.4.4; Matterhorn 14-006, 14-007", "Use numbered headings throughout, or one H in each section."},
	{"13-004", "ISO 14289-1, 7.3; Matterhorn 13-004, 17-002", "Give the picture alternative text, or mark it as an artifact."},
	{"figure-box", "ISO 32000-1, 14.8.5.4.3; ours", "Give the picture a /BBox that says where it stands."},
	{"19-003", "ISO 14289-1, 7.9; Matterhorn 19-003", "Give the note an /ID."},
	{"11-001", "ISO 14289-1, 7.2; Matterhorn 11-001 to 11-003", "Say the language of the document, or of the part."},
	{"11-007", "WCAG 3.1.2; Matterhorn 11-007", "Give words in another script the /Lang they are in."},
}
