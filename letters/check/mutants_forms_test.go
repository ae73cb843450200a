package check

const theLink = "/Subtype /Link"

var mutantsOfForms = []mutant{
	{"a note outside of an Annot", "28-002", theLink, "/Subtype /Square /AP <</N 17 0 R>>", nil},
	{"a note that says nothing", "28-004", theLink, "/Subtype /Square /AP <</N 17 0 R>>", []string{"/S /Link", "/S /Annot", "/Contents (How to appeal)", ""}},
	{"a trap net", "A-6.3.1", theLink, "/Subtype /TrapNet", nil},
	{"a link without flags", "A-6.3.2", "/F 4 ", "", nil},
	{"an appearance for the mouse", "A-6.3.3", theLink, "/Subtype /Square /AP <</N 17 0 R /R 17 0 R>>", nil},
	{"a button with one appearance", "A-6.3.3", theLink, "/Subtype /Widget /FT /Btn /AP <</N 17 0 R>>", nil},
	{"a field with several appearances", "A-6.3.3", theLink, "/Subtype /Widget /FT /Tx /AP <</N <</On 17 0 R>>>>", nil},
	{"a field that acts", "A-6.4.1", theLink, "/Subtype /Widget /TU (x) /AP <</N 17 0 R>>", nil},
	{"a field that acts by itself", "A-6.5.2", theLink, "/Subtype /Widget /TU (x) /AA <<>>", nil},
	{"a field in a Link", "28-002", theLink, "/Subtype /Widget /TU (x) /AP <</N 17 0 R>>", nil},
	{"a Form with words", "28-002", theLink, "/Subtype /Widget /TU (x) /AP <</N 17 0 R>>", []string{"/S /Link", "/S /Form"}},
	{"a printer’s mark in the tags", "28-002", theLink, "/Subtype /PrinterMark", nil},
	{"a film that plays", "A-6.5.1", "/S /URI /URI (https://example.org/)", "/S /Rendition /R <</Type /Rendition /S /MR /C <</S /MCD>>>>", nil},
	{"a form that is wanted alive", "A-6.4.2", "/Pages 2 0 R", "/Pages 2 0 R /NeedsRendering true", nil},
	{"a page that acts", "A-6.5.2", "/Tabs /S /Contents 8 0 R", "/Tabs /S /AA <<>> /Contents 8 0 R", nil},
	{"an attachment that is no PDF", "A-6.8", "/Pages 2 0 R", "/Pages 2 0 R /Names <</EmbeddedFiles <</Names [(a) <</Type /Filespec /F (a.txt) /UF (a.txt) /EF <</F 17 0 R>>>>]>>>>", nil},
	{"layers of one name", "A-6.9", "/Pages 2 0 R", "/Pages 2 0 R /OCProperties <</OCGs [] /D <</Name (x)>> /Configs [<</Name (x)>>]>>", nil},
	{"a list that leaves a layer out", "A-6.9", "/Pages 2 0 R", "/Pages 2 0 R /OCProperties <</OCGs [61 0 R] /D <</Name (x) /Order []>>>>", added("61 0 obj\n<</Type /OCG /Name (a)>>")},
	{"other presentations", "A-6.10", "/Pages 2 0 R", "/Pages 2 0 R /Names <</AlternatePresentations <<>>>>", nil},
}
