package evidence

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/casework"
)

func TestAReplyReads(t *testing.T) {
	r := reply(t)
	golden(t, "reply-summary.txt", r.Summary())
	golden(t, "reply-evidence.json", indented(t, r.Evidence()))
}

// TestAReplyIsKeptAsTyped sends what is wrong and looks for what is kept and what is said of it.
func TestAReplyIsKeptAsTyped(t *testing.T) {
	const rest = `"schema":"sendpanel/school-reply/1","knows_child":"yes","answered_by":{"name":"Ruth Amadi"},"answered_on":"2026-12-01"`
	for name, c := range map[string]struct {
		json string
		path string // of the one thing to mend, or none
		says string
		kept func(SchoolReply) casework.Text
		want string
	}{
		"nothing more":        {`{` + rest + `}`, "", "", func(r SchoolReply) casework.Text { return r.KnowsChild }, "yes"},
		"a BOM before":        {"\uFEFF{" + rest + `}`, "", "", func(r SchoolReply) casework.Text { return r.KnowsChild }, "yes"},
		"a day as a number":   {`{` + rest + `,"since":2021}`, "since", "not a date", func(r SchoolReply) casework.Text { return r.Since }, "2021"},
		"30 February":         {`{` + rest + `,"since":"2021-02-30"}`, "since", "not a date", func(r SchoolReply) casework.Text { return r.Since }, "2021-02-30"},
		"an unknown choice":   {`{` + rest + `,"may_be_necessary":"maybe"}`, "may_be_necessary", "yes, no or unsure", func(r SchoolReply) casework.Text { return r.MayBeNecessary }, "maybe"},
		"a list for words":    {`{` + rest + `,"support_now":["a","b"]}`, "", "", func(r SchoolReply) casework.Text { return r.SupportNow }, `["a","b"]`},
		"words for a list":    {`{` + rest + `,"attendance":"poor","concerns":"yes"}`, "attendance", "string", func(r SchoolReply) casework.Text { return r.Concerns }, "yes"},
		"an unknown part":     {`{` + rest + `,"mood":"low"}`, "mood", "not a part", func(r SchoolReply) casework.Text { return r.KnowsChild }, "yes"},
		"a slip in the case":  {`{` + rest + `,"case":"SEN-2026-0412-K"}`, "case", "not a case reference", func(r SchoolReply) casework.Text { return r.Case }, "SEN-2026-0412-K"},
		"a rate over 100":     {`{` + rest + `,"attendance":[{"school_year":"2026/27","percent":"120"}]}`, "attendance[0].percent", "not a percentage", func(r SchoolReply) casework.Text { return r.Attendance[0].Percent }, "120"},
		"a rate that is none": {`{` + rest + `,"attendance":[{"school_year":"2026/27","percent":"NaN"}]}`, "attendance[0].percent", "not a percentage", func(r SchoolReply) casework.Text { return r.Attendance[0].Percent }, "NaN"},
		"a rate with a sign":  {`{` + rest + `,"attendance":[{"school_year":"2026/27","percent":"94.2%"}]}`, "", "", func(r SchoolReply) casework.Text { return r.Attendance[0].Percent }, "94.2%"},
		"half an address":     {`{"schema":"sendpanel/school-reply/1","knows_child":"yes","answered_by":{"name":"Ruth","email":"senco@"},"answered_on":"2026-12-01"}`, "answered_by.email", "e-mail", func(r SchoolReply) casework.Text { return r.AnsweredBy.Email }, "senco@"},
		"a class of no kind":  {`{` + rest + `,"documents":[{"title":"Log","class":"log"}]}`, "documents[0].class", "not one of", func(r SchoolReply) casework.Text { return r.Documents[0].Title }, "Log"},
		"too long an answer":  {`{` + rest + `,"concerns":"` + strings.Repeat("é", 4001) + `"}`, "concerns", "4000", func(r SchoolReply) casework.Text { return r.Concerns }, strings.Repeat("é", 4001)},
		"direction marks":     {`{` + rest + `,"concerns":"a‮b"}`, "", "", func(r SchoolReply) casework.Text { return r.Concerns }, "ab"},
	} {
		t.Run(name, func(t *testing.T) {
			r, mends, err := ParseReply([]byte(c.json))
			if err != nil {
				t.Fatal(err)
			}
			if got := string(c.kept(r)); got != c.want {
				t.Errorf("it keeps %q, want %q", got, c.want)
			}
			switch {
			case c.path == "" && len(mends) > 0:
				t.Errorf("nothing is wrong, and it says %v", mends)
			case c.path != "" && (len(mends) != 1 || mends[0].Path != c.path || !strings.Contains(mends[0].String(), c.says)):
				t.Errorf("it says %v, want one about %s with %q", mends, c.path, c.says)
			}
		})
	}
}

func TestAReplyThatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct{ data, says string }{
		"empty":         {"  \n", "is empty"},
		"no object":     {`["a"]`, "braces"},
		"null":          {`null`, "braces"},
		"broken":        {"{\n \"case\": }", "line 2"},
		"not UTF-8":     {"{\"case\":\"\xff\"}", "UTF-8"},
		"too large":     {`{"concerns":"` + strings.Repeat("a", MaxReply) + `"}`, "at most"},
		"deeply nested": {strings.Repeat("[", 20000), "JSON"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := ParseReply([]byte(c.data))
			if !errors.Is(err, casework.ErrUnreadable) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("the error is %v, want one that says %q", err, c.says)
			}
		})
	}
}

func TestAnEmptyReplyIsNoEvidence(t *testing.T) {
	var r SchoolReply
	if got := r.Evidence(); len(got) != 0 {
		t.Errorf("a page that says nothing is no evidence: %v", got)
	}
	if !strings.Contains(r.Summary(), "Not answered") {
		t.Error("the summary says what was not answered")
	}
}

// FuzzParseReply holds that any bytes are read or refused without a panic, and that what was read reads the same again.
func FuzzParseReply(f *testing.F) {
	data, err := os.ReadFile(filepath.Join("testdata", "reply.json"))
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{string(data), `{}`, `null`, `{"documents":[{"title":"🙂"}]}`, `{"attendance":{}}`, "{\"case\":\"\\ud800\"}"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, err := ParseReply(data)
		if err != nil {
			return
		}
		written, err := json.Marshal(r)
		if err != nil {
			t.Fatalf("write what was read: %v", err)
		}
		again, _, err := ParseReply(written)
		if err != nil {
			if len(written) > MaxReply {
				return
			}
			t.Fatalf("read again what was written: %v", err)
		}
		if again.Summary() != r.Summary() || len(again.Evidence()) != len(r.Evidence()) {
			t.Fatalf("read again it differs:\n%s\n%s", r.Summary(), again.Summary())
		}
		_ = ReviewOf(thin(nil), r.Evidence(), r).Text()
	})
}
