package check

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// mutant is the good file with one fault: a piece of the text replaced.
type mutant struct {
	name     string
	rule     Rule
	from, to string
}

var mutants = slices.Concat(mutantsOfDocument, mutantsOfStructure, mutantsOfPages, mutantsOfFonts)

var mutantsOfDocument = []mutant{
	{"nothing says tagged", "06-marked", "/MarkInfo <</Marked true>>", ""},
	{"tagged: false", "06-marked", "/Marked true", "/Marked false"},
	{"suspect tags", "01-007", "/Marked true", "/Marked true /Suspects true"},
	{"no title shown", "07-001", "/DisplayDocTitle true", "/DisplayDocTitle false"},
	{"no preferences", "07-001", "/ViewerPreferences <</DisplayDocTitle true>>", ""},
	{"no language", "11-006", "/Lang (en-GB)", ""},
	{"no language of the text", "11-001", "/Lang (en-GB)", ""},
	{"a language that is none", "lang-form", "/Lang (en-GB)", "/Lang (English, British)"},
	{"a part’s language that is none", "lang-form", "/Span <</Lang (pa)", "/Span <</Lang (p)"},
	{"no XMP", "06-001", "/Metadata 5 0 R", ""},
	{"XMP without PDF/UA", "06-002", "<pdfuaid:part>1</pdfuaid:part>", ""},
	{"XMP of another PDF/UA", "06-002", "<pdfuaid:part>1<", "<pdfuaid:part>2<"},
	{"XMP without title", "06-003", ">Our decision</rdf:li>", "></rdf:li>"},
	{"XMP without PDF/A", "A-6.6.4", "<pdfaid:part>2</pdfaid:part>", ""},
	{"XMP of level B", "A-6.6.4", ">A</pdfaid:conformance>", ">B</pdfaid:conformance>"},
	{"XMP that is no XML", "A-6.6.2.1", "</dc:title>", ""},
	{"XMP with an old header", "A-6.6.2.1", `begin="" id`, `begin="" bytes="1234" id`},
	{"XMP with an unknown schema", "A-6.6.2.3", "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>http://example.org/"},
	{"another title in the properties", "info-differs", "/Title (Our decision)", "/Title (Draft)"},
	{"another day in the properties", "info-differs", "(D:20261121120000Z)", "(D:20261122120000Z)"},
	{"no output intent", "A-6.2.3", "/S /GTS_PDFA1", "/S /GTS_PDFX"},
	{"an output intent without a name", "A-6.2.3", "/OutputConditionIdentifier (sRGB)", ""},
	{"a profile that is none", "A-6.2.3-profile", "{{profile}}", "profile"},
	{"a profile of other colours", "A-6.2.3-profile", "<</N 3 ", "<</N 4 "},
	{"an XFA form", "A-6.4.2", "/Pages 2 0 R", "/Pages 2 0 R /AcroForm <</Fields [] /XFA (x)>>"},
	{"fields without appearance", "A-6.4.1", "/Pages 2 0 R", "/Pages 2 0 R /AcroForm <</Fields [] /NeedAppearances true>>"},
	{"JavaScript on opening", "A-6.5.1", "/Pages 2 0 R", "/Pages 2 0 R /OpenAction <</Type /Action /S /JavaScript /JS (app.alert(1))>>"},
	{"JavaScript by name", "A-6.5.1", "/Pages 2 0 R", "/Pages 2 0 R /Names <</JavaScript <</Names []>>>>"},
	{"a program launched", "A-6.5.1", "/Pages 2 0 R", "/Pages 2 0 R /OpenAction <</Type /Action /S /Launch /F (cmd.exe)>>"},
	{"a named action of old", "A-6.5.1", "/S /URI /URI (https://example.org/)", "/S /Named /N /SaveAs"},
	{"something that runs by itself", "A-6.5.2", "/Pages 2 0 R", "/Pages 2 0 R /AA <<>>"},
	{"an attachment without a name", "A-6.8", "/Pages 2 0 R", "/Pages 2 0 R /Names <</EmbeddedFiles <</Names [(a) <</Type /Filespec /F (a.txt)>>]>>>>"},
	{"layers without a name", "A-6.9", "/Pages 2 0 R", "/Pages 2 0 R /OCProperties <</OCGs [] /D <<>>>>"},
	{"layers that switch", "A-6.9", "/Pages 2 0 R", "/Pages 2 0 R /OCProperties <</OCGs [] /D <</Name (x) /AS []>>>>"},
	{"a presentation", "A-6.10", "/Tabs /S /Contents 8 0 R", "/Tabs /S /PresSteps <<>> /Contents 8 0 R"},
	{"a page that is none", "page-tree", "/Kids [3 0 R 4 0 R]", "/Kids [3 0 R 4 0 R 99 0 R]"},
	{"requirements", "A-6.11", "/Pages 2 0 R", "/Pages 2 0 R /Requirements []"},
	{"a number too large", "A-6.1.13", "/StemV 80", "/StemV 99999999999"},
	{"a name too long", "A-6.1.13", "/StemV 80", "/StemV 80 /" + strings.Repeat("x", 128) + " 1"},
	{"states nested too deep", "A-6.1.13", "0 0 5 5 re S", strings.Repeat("q ", 29) + "0 0 5 5 re S " + strings.Repeat("Q ", 29)},
	{"an external stream", "A-6.1.7.1-external", "/BitsPerComponent 8", "/BitsPerComponent 8 /F (other)"},
	{"a stream of LZW", "A-6.1.7.2", "/BitsPerComponent 8", "/BitsPerComponent 8 /Filter /LZWDecode"},
	{"a stream longer than it says", "A-6.1.7.1-length", "/ColorSpace /DeviceRGB /Length LEN", "/ColorSpace /DeviceRGB /Length 2"},
}

var mutantsOfStructure = []mutant{
	{"no tags", "01-000", "/StructTreeRoot 20 0 R", ""},
	{"a type that is mapped to none", "02-001", "/S /H2", "/S /Subtitle"},
	{"types mapped in a ring", "02-003", "<</Letter /Document>>", "<</Letter /Document /A /B /B /A>>"},
	{"a standard type mapped", "02-004", "<</Letter /Document>>", "<</Letter /Document /P /H1>>"},
	{"an element without its parent", "tree-link", "/S /H1 /P 21 0 R", "/S /H1 /P 20 0 R"},
	{"an element held twice", "tree-link", "/K [42 0 R 43 0 R]", "/K [42 0 R 43 0 R 42 0 R]"},
	{"an empty paragraph", "element-empty", "/Pg 4 0 R /K [7]", "/Pg 4 0 R"},
	{"an ID given twice", "id-twice", "/ID (what)", "/ID (when)"},
	{"a note without ID", "19-003", "/S /P /P 21 0 R /Pg 3 0 R /Lang (pa)", "/S /Note /P 21 0 R /Pg 3 0 R /Lang (pa)"},
	{"a cell in a list", "09-004", "/S /LBody /P 41 0 R", "/S /TD /P 41 0 R"},
	{"a body in a cell’s place", "09-004", "/S /TD /P 34 0 R", "/S /LBody /P 34 0 R"},
	{"a paragraph in a row", "09-004", "/S /TD /P 34 0 R", "/S /P /P 34 0 R"},
	{"text in a list itself", "09-004", "/A <</O /List /ListNumbering /Disc>> /K [41 0 R]", "/Pg 4 0 R /K [41 0 R 6]"},
	{"a picture without text", "13-004", "/Alt (Northmere Council)", ""},
	{"a picture with an empty text", "13-004", "/Alt (Northmere Council)", "/Alt ( )"},
	{"a picture that is nowhere", "figure-box", "/BBox [0 0 10 10]>> /K 3", ">> /K 3"},
	{"first heading H2", "14-002", "/S /H1", "/S /H2"},
	{"H1, then H4", "14-003", "/S /H2", "/S /H4"},
	{"H and H1", "14-007", "/S /H2", "/S /H"},
	{"a heading cell without scope", "15-003", "/ID (what) /A [<</O /Layout /Placement /Block>> <</O /Table /Scope /Column>>]", ""},
	{"a cell of another heading", "table-headers", "/Headers [(when)]", "/Headers [(where)]"},
	{"a row with a cell too few", "table-regular", "/RowSpan 2", "/RowSpan 1"},
	{"a row with a cell too many", "table-regular", "/S /TD /P 33 0 R /Pg 4 0 R /K [4]", "/S /TD /P 33 0 R /Pg 4 0 R /A <</O /Table /ColSpan 2>> /K [4]"},
	{"a cell below the table", "table-regular", "/RowSpan 2", "/RowSpan 3"},
	{"a span of nothing", "table-regular", "/RowSpan 2", "/RowSpan 0"},
	{"content claimed twice", "mcid-twice", "/S /H2 /P 21 0 R /Pg 4 0 R /K [0]", "/S /H2 /P 21 0 R /Pg 4 0 R /K [0 1]"},
	{"a number given twice", "mcid-twice", "/H2 <</MCID 0>>", "/H2 <</MCID 1>>"},
	{"content that is nowhere", "mcid-lost", "/S /H2 /P 21 0 R /Pg 4 0 R /K [0]", "/S /H2 /P 21 0 R /Pg 4 0 R /K [0 9]"},
	{"content in no element", "01-005", "/S /H2 /P 21 0 R /Pg 4 0 R /K [0]", "/S /H2 /P 21 0 R /Pg 4 0 R"},
	{"a page without its key", "parent-tree", "/StructParents 1", ""},
	{"two pages with one key", "parent-tree", "/StructParents 1", "/StructParents 0"},
	{"another parent", "parent-tree", "1 [30 0 R 35 0 R", "1 [35 0 R 35 0 R"},
	{"a parent too few", "parent-tree", "42 0 R 43 0 R]]", "42 0 R]]"},
	{"a parent too many", "parent-tree", "42 0 R 43 0 R]]", "42 0 R 43 0 R 43 0 R]]"},
	{"a key of nothing", "parent-tree", "[2 24 0 R]", "[2 24 0 R 3 24 0 R]"},
	{"the next key is used", "parent-tree", "/ParentTreeNextKey 3", "/ParentTreeNextKey 2"},
	{"another parent of a link", "parent-tree", "[2 24 0 R]", "[2 23 0 R]"},
	{"another script’s words in English", "11-007", "/Span <</Lang (pa) /ActualText", "/Span <</Lang (en) /ActualText"},
	{"another script’s words in an element", "11-007", "/Pg 3 0 R /Lang (pa)", "/Pg 3 0 R"},
}

var mutantsOfPages = []mutant{
	{"something drawn untagged", "01-005", "/Artifact BMC /X2 Do EMC", "/X2 Do"},
	{"text untagged", "01-005", "/H2 <</MCID 0>> BDC", "/H2 BMC"},
	{"an artifact in content", "01-003", "/Figure <</MCID 3>> BDC /X1 Do EMC", "/Figure <</MCID 3>> BDC /X1 Do /Artifact BMC EMC EMC"},
	{"content in an artifact", "01-004", "/Figure <</MCID 3>> BDC /X1 Do EMC", "/Artifact BMC /Figure <</MCID 3>> BDC /X1 Do EMC EMC"},
	{"content not closed", "marked-nesting", "/X1 Do EMC", "/X1 Do"},
	{"content closed twice", "marked-nesting", "/X1 Do EMC", "/X1 Do EMC EMC"},
	{"content across a text object", "marked-nesting", "«Dates» Tj ET EMC", "«Dates» Tj EMC ET BT /P BMC ET EMC"},
	{"an operator that there is not", "operator", "0 0 5 5 re S", "0 0 5 5 re S zap"},
	{"an operand too few", "operator", "0 0 5 5 re S", "0 5 5 re S"},
	{"Q without q", "operator", "0 0 5 5 re S", "0 0 5 5 re S Q"},
	{"a font that is not there", "resource", "/F2 14 Tf", "/F3 14 Tf"},
	{"a picture that is not there", "resource", "/X1 Do", "/X9 Do"},
	{"colours of the press", "A-6.2.4.3", "0.5 g 0 0 10 10 re f", "0 0 0 1 k 0 0 10 10 re f"},
	{"a picture for the press", "A-6.2.4.3", "/ColorSpace /DeviceRGB", "/ColorSpace /DeviceCMYK"},
	{"a transfer function", "A-6.2.5", "/BM /Normal", "/BM /Normal /TR /Identity"},
	{"an unknown intent", "A-6.2.6", "/BM /Normal", "/BM /Normal /RI /Pretty"},
	{"a picture smoothed", "A-6.2.8", "/BitsPerComponent 8", "/BitsPerComponent 8 /Interpolate true"},
	{"a form of PostScript", "A-6.2.9", "/Subtype /Form", "/Subtype /Form /Subtype2 /PS"},
	{"a form from another file", "A-6.2.9", "/Subtype /Form", "/Subtype /Form /Ref <<>>"},
	{"a form with tags drawn twice", "30-002", "/X2 Do EMC", "/X2 Do /X2 Do EMC"},
	{"an unknown blend mode", "A-6.2.10", "/BM /Normal", "/BM /Glow"},
	{"an annotation with sound", "A-6.3.1", "/Subtype /Link", "/Subtype /Sound"},
	{"a link that is not printed", "A-6.3.2", "/F 4 ", ""},
	{"a hidden link", "A-6.3.2", "/F 4 ", "/F 6 "},
	{"a note without appearance", "A-6.3.3", "/Subtype /Link", "/Subtype /Square"},
	{"a link in a layer", "annot-layer", "/F 4 ", "/F 4 /OC <</Type /OCG /Name (x)>> "},
	{"a link outside of the tags", "28-002", " <</Type /OBJR /Pg 3 0 R /Obj 13 0 R>>", ""},
	{"a link without its key", "28-002", "/StructParent 2 ", ""},
	{"a link in a paragraph", "28-002", "/S /Link", "/S /Span"},
	{"a link that says nothing", "28-004", "/Contents (How to appeal)", ""},
	{"a field that says nothing", "28-005", "/Subtype /Link", "/Subtype /Widget"},
	{"no order for the tab key", "28-008", "/Tabs /S /Annots", "/Annots"},
	{"another order for the tab key", "28-008", "/Tabs /S /Annots", "/Tabs /R /Annots"},
}

var mutantsOfFonts = []mutant{
	{"no Unicode", "10-001", "/ToUnicode 12 0 R", ""},
	{"a character without Unicode", "10-001", "«Zoë»", "«Zoé»"},
	{"mapped to nothing", "31-028", "<0041> <E041>", "<0041> <0000>"},
	{"mapped to a byte order mark", "31-028", "<0041> <E041>", "<0041> <FEFF>"},
	{"a range over high bytes", "to-unicode", "{{mappings}}", "{{mappings}} 1 beginbfrange <0000> <FFFF> <0000> endbfrange"},
	{"private characters without a text", "A-6.2.11.7.3", "«Dates»", "<0041>"},
	{"no character collection", "31-001", "/Ordering (Identity)", ""},
	{"no map from codes to glyphs", "31-005", "/CIDToGIDMap /Identity", ""},
	{"an unknown CMap", "31-006", "/Encoding /Identity-H", "/Encoding /Adobe-Private-H"},
	{"a font that is not embedded", "31-009", "/FontFile2 14 0 R", ""},
	{"a glyph that is not embedded", "31-011", "«Zoë»", "<7FFF>"},
	{"a set that leaves glyphs out", "31-014", "/FontFile2 14 0 R", "/FontFile2 14 0 R /CIDSet 17 0 R"},
	{"other widths", "31-016", "/DW 600 /W {{widths}}", "/DW 600"},
	{"other widths of bytes", "31-016", "/FirstChar 32", "/FirstChar 33"},
	{"an unknown encoding", "31-017", "/Encoding /WinAnsiEncoding", "/Encoding <</Differences [65 /A]>>"},
	{"an unknown glyph name", "31-017", "/Encoding /WinAnsiEncoding", "/Encoding <</BaseEncoding /WinAnsiEncoding /Differences [65 /uni0041]>>"},
	{"a symbolic font with an encoding", "31-017", "/Flags 32", "/Flags 4"},
	{"a missing glyph", "31-030", "«Zoë»", "<0000>"},
	{"fonts of two names", "font-names", "/FontName /Atkinson", "/FontName /Lexend"},
	{"a subset tag in small letters", "font-names", "/Atkinson", "/abcdef+Atkinson"},
	{"a font that is none", "font-file", "{{font}}", "font"},
}

func TestEachFaultIsFound(t *testing.T) {
	text := good(t)
	for _, m := range mutants {
		t.Run(m.name, func(t *testing.T) {
			changed := mutated(text, m)
			if changed == text {
				t.Fatalf("the good file has no %q", m.from)
			}
			findings := Check(made(t, changed))
			if !slices.Contains(rulesOf(findings), m.rule) {
				t.Errorf("%s did not find it; found %v", m.rule, findings)
			}
		})
	}
}

// mutated makes the mutant. Some faults need more than one change.
func mutated(text string, m mutant) string {
	n := 1
	switch m.name {
	case "a subset tag in small letters":
		n = -1
	case "a form with tags drawn twice":
		text = strings.Replace(text, "/Subtype /Form", "/Subtype /Form /StructParents 7", 1)
	}
	return strings.Replace(text, m.from, m.to, n)
}

// TestFaultsOfTheFrame changes the bytes, not the objects.
func TestFaultsOfTheFrame(t *testing.T) {
	whole := made(t, good(t))
	for name, tc := range map[string]struct {
		rule   Rule
		change func([]byte) []byte
	}{
		"no binary comment": {"A-6.1.2", func(b []byte) []byte { return bytes.Replace(b, []byte("\xe2\xe3\xcf\xd3"), []byte("abcd"), 1) }},
		"PDF 2.0":           {"A-6.1.2", func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) }},
		"no ID":             {"A-6.1.3-id", func(b []byte) []byte { return bytes.Replace(b, []byte("/ID ["), []byte("/Id ["), 1) }},
		"encrypted": {"A-6.1.3-encrypt", func(b []byte) []byte {
			return bytes.Replace(b, []byte("/Info 70 0 R"), []byte("/Encrypt 70 0 R"), 1)
		}},
		"more after the end": {"A-6.1.3-end", func(b []byte) []byte { return append(b, "more\n"...) }},
		"a wrong offset": {"A-6.1.4", func(b []byte) []byte {
			return bytes.Replace(b, []byte("0000000015 00000 n"), []byte("0000000016 00000 n"), 1)
		}},
		"a short entry": {"A-6.1.4", func(b []byte) []byte {
			return bytes.Replace(b, []byte("0000000015 00000 n \n"), []byte("0000000015 00000 n\n"), 1)
		}},
		"cut off":    {"unreadable", func(b []byte) []byte { return b[:400] }},
		"nothing":    {"unreadable", func([]byte) []byte { return nil }},
		"a picture":  {"unreadable", func([]byte) []byte { return []byte("\x89PNG\r\n\x1a\n") }},
		"no catalog": {"unreadable", func(b []byte) []byte { return bytes.Replace(b, []byte("/Root 1 0 R"), []byte("/Root 9 9 R"), 1) }},
	} {
		t.Run(name, func(t *testing.T) {
			changed := tc.change(bytes.Clone(whole))
			if bytes.Equal(changed, whole) {
				t.Fatal("nothing was changed")
			}
			if findings := Check(changed); !slices.Contains(rulesOf(findings), tc.rule) {
				t.Errorf("%s did not find it; found %v", tc.rule, findings)
			}
		})
	}
}

// TestEveryRuleIsTested wants a fault for each rule of the book, and no other.
func TestEveryRuleIsTested(t *testing.T) {
	tested := map[Rule]bool{"unreadable": true, "A-6.1.2": true, "A-6.1.3-id": true, "A-6.1.3-encrypt": true, "A-6.1.3-end": true, "A-6.1.4": true,
		"too-much": true} // TestBounds
	for _, m := range mutants {
		tested[m.rule] = true
	}
	for _, r := range Rules() {
		if !tested[r.Rule] {
			t.Errorf("no fault is made for %s", r.Rule)
		}
		if r.Clause == "" || r.Mend == "" {
			t.Errorf("%s has no clause, or does not say how it is mended", r.Rule)
		}
		delete(tested, r.Rule)
	}
	for r := range tested {
		t.Errorf("%s is not in the rulebook", r)
	}
}
