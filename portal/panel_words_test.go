package portal

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/records"
)

const typeWordFile = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// aWordFile is a document of Word with these lines.
func aWordFile(t testing.TB, lines ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	xml := `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	for _, line := range lines {
		xml += `<w:p><w:r><w:t>` + line + `</w:t></w:r></w:p>`
	}
	_, _ = w.Write([]byte(xml + `</w:body></w:document>`))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// keepPaper keeps a file as that of the second entry of a case's index.
func (s *site) keepPaper(ref casework.Ref, name, kind string, content []byte) string {
	s.t.Helper()
	u, err := s.register.KeepUpload(s.t.Context(), records.Upload{Owner: exhibitOwner(ref, "E2"), Name: name, Type: kind, By: "amina.khan", Checked: "clean"}, content)
	if err != nil {
		s.t.Fatal(err)
	}
	return u.ID
}

// TestAnOfficeFileIsReadInThePage: a member and an officer read its words, escaped, beside the file itself, and each reading
// is in the ledger.
func TestAnOfficeFileIsReadInThePage(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	id := s.keepPaper(theo, "Report.docx", typeWordFile, aWordFile(t, "Seen at school.", "&lt;script&gt;alert(1)&lt;/script&gt;"))
	lucy := s.as("lucy.hartley")
	paper := itemAt(m.Ref, theo, "documents", id)
	lucy.get(itemAt(m.Ref, theo)).wantText(t, `<a href="`+paper+`">Read its words here`, `href="`+paper+`?keep"`)
	words := lucy.get(paper)
	words.wantText(t, "Seen at school.", "&lt;script&gt;alert(1)", "These are the words of the file alone", `href="`+paper+`?keep"`)
	if strings.Contains(words.body, "<script>alert") || !strings.HasPrefix(words.header.Get("Content-Type"), "text/html") {
		t.Errorf("the words came as %v", words.header)
	}
	if kept := lucy.get(paper + "?keep"); !strings.HasPrefix(kept.header.Get("Content-Disposition"), "attachment") || !strings.HasPrefix(kept.body, "PK") {
		t.Errorf("to be kept it came as %v", kept.header)
	}
	if reads, err := s.register.Reads(t.Context(), theo); err != nil || len(reads) != 3 || reads[1].What != "document "+id {
		t.Errorf("the reads are %+v, %v", reads, err)
	}
	file := "/cases/" + string(theo) + "/files/" + id
	office := s.as("priya.raman")
	office.get("/cases/"+string(theo)+"/documents").wantText(t, `href="`+file+`/open"`)
	office.get(file+"/open").wantText(t, "Seen at school.", `href="`+file+`"`)
	if got := office.get(file + "/raw"); got.status != http.StatusNotFound {
		t.Errorf("an office file is sent to be shown as it is: %d", got.status)
	}
}

// TestAFileWithoutWordsSaysSo: an empty page would look as if nothing had been sent.
func TestAFileWithoutWordsSaysSo(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	long := s.keepPaper(theo, "Long.docx", typeWordFile, aWordFile(t, strings.Repeat("A sentence of a long report. ", 4000)))
	got := s.as("lucy.hartley").get(itemAt(m.Ref, theo, "documents", long))
	got.wantText(t, "Only the beginning is shown here")
	if len(got.body) > 150<<10 {
		t.Errorf("the page has %d bytes", len(got.body))
	}
	s = newSite(t)
	m, theo, _ = panelSet(t, s)
	bare := s.keepPaper(theo, "Scan.docx", typeWordFile, aWordFile(t))
	s.as("lucy.hartley").get(itemAt(m.Ref, theo, "documents", bare)).wantText(t, "No words can be read in this file here")
}

// TestAnAgendaOnPaperNamesNobody: what is printed of a meeting has references; names stay on the screen.
func TestAnAgendaOnPaperNamesNobody(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	page := s.as("helen.forsyth").get("/panel/meetings/" + string(m.Ref))
	page.wantText(t, `<span class="not-on-paper"><a href="`+itemAt(m.Ref, theo)+`">`, `. `+string(theo)+`</span>`)
	s.as("joe.marsh").get("/panel/meetings/"+string(m.Ref)).wantText(t, "Members read them and record their own views", "SEND officer")
	if strings.Contains(page.body, "1 days") {
		t.Error("one day is said to be several")
	}
	s.as("lucy.hartley").get(itemAt(m.Ref, theo)).wantText(t, `<p class="on-paper">Printed by Lucy Hartley on `, "hand them back to the clerk")
}

// TestAViewOfSomebodyLeftOutIsNotCounted: who leaves the room for a case has no part in how the panel sees it, and what they
// wrote before stays on record, marked.
func TestAViewOfSomebodyLeftOutIsNotCounted(t *testing.T) {
	s := newSite(t)
	m, theo, _ := panelSet(t, s)
	for _, who := range []casework.PersonID{"esther.boateng", "ben.carter"} {
		s.as(who).post(itemAt(m.Ref, theo, "view"), viewForm("met"))
	}
	s.now = morning()
	s.come(m.Ref, "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	s.doMeeting(m.Ref, "helen.forsyth", meeting.Open{})
	helen := s.as("helen.forsyth")
	for _, page := range []string{itemAt(m.Ref, theo), itemAt(m.Ref, theo, "recommend")} {
		helen.get(page).wantText(t, "2 views recorded.")
	}
	if got := s.as("joe.marsh").post("/panel/meetings/"+string(m.Ref)+"/attendance", url.Values{"at": {"09:40"}, "who": {"ben.carter"}, "case": {string(theo)}, "why": {"Knows an aunt"}}); got.status != http.StatusSeeOther {
		t.Fatalf("the interest was not recorded: %s", got.body)
	}
	for _, page := range []string{itemAt(m.Ref, theo), itemAt(m.Ref, theo, "recommend")} {
		helen.get(page).wantText(t, "1 view recorded.", "Not counted: an interest has since been recorded")
	}
}
