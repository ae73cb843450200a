package check

import "strings"

// added puts an object before the last one.
func added(object string) []string { return []string{"70 0 obj\n", object + "\nendobj\n70 0 obj\n"} }

// inPicture makes the picture one of JPEG 2000, with a fault in its file.
func inPicture(from, to string) []string {
	return []string{"\nabc\n", "\n" + strings.Replace(string(picture2000()), from, to, 1) + "\n"}
}

// codedBy has the composite font read its codes by a CMap of its own.
func codedBy(entries, content string) []string {
	return added("61 0 obj\n<</Type /CMap /CMapName /Own /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> " + entries + " /Length LEN>>\nstream\n" + content + "\nendstream")
}

const byIdentity, byOwnMap = "/Encoding /Identity-H", "/Encoding 61 0 R"

var mutantsOfSyntax = []mutant{
	{"half a byte in digits", "A-6.1.6", "/ActualText <FEFF0A2A0A700A1C0A3E0A2C0A40> /K 4", "/ActualText <FEFF0A2A0A700A1C0A3E0A2C0A4> /K 4", nil},
	{"a digit that is none", "A-6.1.6", "/StemV 80", "/StemV 80 /Style <0G>", nil},
	{"a name that is not UTF-8", "A-6.1.8", "/BaseFont /Atkinson /Encoding /Identity-H", "/BaseFont /Atkinson#FF /Encoding /Identity-H", nil},
	{"a structure type that is not UTF-8", "A-6.1.8", "/S /Letter", "/S /Let#FFter", nil},
	{"endobj on the line before", "A-6.1.9", ">>\nendobj\n3 0 obj", ">> endobj\n3 0 obj", nil},
	{"a picture within the page of LZW", "A-6.1.10", "0 0 5 5 re S", "BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID x EI", nil},
	{"a picture within the page of an unknown filter", "A-6.1.10", "0 0 5 5 re S", "BI /W 1 /H 1 /BPC 8 /CS /G /F [/Fl /Zip] ID x EI", nil},
	{"a permission of old", "A-6.1.12", "/Pages 2 0 R", "/Pages 2 0 R /Perms <</UR <<>>>>", nil},
	{"a certifying signature with a digest", "A-6.1.12", "/Pages 2 0 R", "/Pages 2 0 R /Perms <</DocMDP 61 0 R>>",
		added("61 0 obj\n<</Type /Sig /ByteRange [0 1 2 3] /Contents <00> /Reference [<</Type /SigRef /DigestMethod /MD5>>]>>")},
	{"a number of too many digits", "A-6.1.13", "/StemV 80", "/StemV 4" + strings.Repeat("0", 38) + ".5", nil},
	{"a number too near to nothing", "A-6.1.13", "/StemV 80", "/StemV 0." + strings.Repeat("0", 40) + "1", nil},
	{"a string too long", "A-6.1.13", "/StemV 80", "/StemV 80 /Style (" + strings.Repeat("x", 32768) + ")", nil},
	{"a page too large", "A-6.1.13", "/MediaBox [0 0 595 842] /StructParents 1", "/MediaBox [0 0 595 14401] /StructParents 1", nil},
	{"too many inks", "A-6.1.13", "/ColorSpace /DeviceRGB", "/ColorSpace [/DeviceN [" + strings.Repeat("/Cyan ", 33) + "] /DeviceRGB <</FunctionType 2>>]", nil},
	{"a character number too large", "A-6.1.13", byIdentity, byOwnMap, codedBy("", "1 begincidrange <0000> <FFFF> 1 endcidrange")},
	{"a signature of a part", "A-6.4.3", "/Pages 2 0 R", "/Pages 2 0 R /Own 61 0 R", added("61 0 obj\n<</Type /Sig /ByteRange [0 10 20 30] /Contents <00>>>")},
	{"resources of the page tree", "resource", "/Contents 8 0 R /Resources <</Font <</F1 9 0 R /F2 16 0 R>> /Properties <</P1 <</MCID 5>> >> >>", "/Contents 8 0 R",
		[]string{"/Type /Pages", "/Type /Pages /Resources <</Font <</F1 9 0 R /F2 16 0 R>> /Properties <</P1 <</MCID 5>> >> >>"}},
	{"a CMap of another collection", "31-001", byIdentity, byOwnMap, append(codedBy("", ""), "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>  /Length", "/CIDSystemInfo <</Registry (Adobe) /Ordering (Japan1) /Supplement 0>>  /Length")},
	{"a CMap in two directions", "31-006", byIdentity, byOwnMap, codedBy("/WMode 0", "/WMode 1 def")},
	{"a CMap on an unknown one", "31-006", byIdentity, byOwnMap, codedBy("", "/Adobe-Private-H usecmap")},
	{"a CMap on an embedded one", "31-006", byIdentity, byOwnMap, codedBy("/UseCMap 12 0 R", "")},
	{"a font that does not say so", "A-6.2.11.2", "<</Type /Font /Subtype /TrueType", "<</Subtype /TrueType", nil},
	{"a font of an unknown kind", "A-6.2.11.2", "/Subtype /TrueType", "/Subtype /OpenType", nil},
	{"a font without a name", "A-6.2.11.2", "/Subtype /TrueType /BaseFont /Atkinson", "/Subtype /TrueType", nil},
	{"a font without a first code", "A-6.2.11.2", "/FirstChar 32 ", "", nil},
	{"a font without a last code", "A-6.2.11.2", "/LastChar 126 ", "", nil},
	{"a width too few", "A-6.2.11.2", "/LastChar 126", "/LastChar 127", nil},
	{"a font file of an unknown form", "A-6.2.11.2", "<</Length1 1 ", "<</Length1 1 /Subtype /Type2C ", nil},
	{"a font of letters with a map of signs", "31-017", "{{font}}", "{{signs}}", nil},
	{"a font of signs with several maps", "31-017", "/Subtype /TrueType /BaseFont /Atkinson /Encoding /WinAnsiEncoding", "/Subtype /TrueType /BaseFont /Atkinson", []string{"/Flags 32", "/Flags 4"}},
	{"a set that lists what is not there", "31-014", "/FontFile2 14 0 R", "/FontFile2 14 0 R /CIDSet 61 0 R", added("61 0 obj\n<</Length LEN>>\nstream\n" + strings.Repeat("\xff", 8192) + "\nendstream")},
	named("a list of names that leaves a glyph out", "31-012", inCFF("/CharSet (/space/A/n/i/t/e)")),
	named("a CFF font of other widths", "31-016", widened(inCFF(""))),
	named("a CFF font without a letter", "31-030", unlettered(inCFF(""))),
}

func named(name string, rule Rule, m mutant) mutant {
	m.name, m.rule = name, rule
	return m
}

// widened shifts the widths by one code.
func widened(m mutant) mutant {
	m.and = append([]string{"/FirstChar 32 /LastChar 126", "/FirstChar 33 /LastChar 127"}, m.and...)
	return m
}

// unlettered names a letter that the font does not have.
func unlettered(m mutant) mutant {
	m.and = append([]string{"/Encoding /WinAnsiEncoding", "/Encoding <</BaseEncoding /WinAnsiEncoding /Differences [65 /B]>>"}, m.and...)
	return m
}
