package draft

import (
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
)

var at = time.Date(2026, 11, 23, 9, 15, 0, 0, time.UTC)

func load(t testing.TB) Form {
	t.Helper()
	f, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestEveryFieldOfARequestIsAsked goes over the shape of a request: each leaf has a question, and each question a leaf.
func TestEveryFieldOfARequestIsAsked(t *testing.T) {
	f := load(t)
	byItself := []string{"schema", "received_at", "entered_at", "entered_by", "channel", "requester.setting", "child.setting",
		"evidence.#.file", "evidence.#.sha256", "unplaced.#.path", "unplaced.#.fault", "unplaced.#.how", "unplaced.#.value"}
	var want []string
	leavesOf(reflect.TypeFor[casework.Request](), "", &want)
	for _, path := range want {
		if _, asked := f.kinds[path]; !asked && !slices.Contains(byItself, path) {
			t.Errorf("nobody asks for %s", path)
		}
	}
	for _, path := range f.Paths() {
		if !slices.Contains(want, path) {
			t.Errorf("%s is asked for and has no place in a request", path)
		}
	}
	for _, never := range []string{"religion", "asylum", "register"} {
		for _, path := range f.Paths() {
			if strings.Contains(path, never) {
				t.Errorf("%s must not be asked", path)
			}
		}
	}
}

// TestTheQuestionsAreWrittenWell reads every text of the questions.
func TestTheQuestionsAreWrittenWell(t *testing.T) {
	f := load(t)
	var texts []string
	for _, s := range append(slices.Clone(f.Sections), f.Cycle, f.Document) {
		texts = append(texts, s.Title, s.Lead)
		for _, p := range s.Parts {
			texts = append(texts, p.More, p.One, p.Add)
			for _, q := range slices.Concat(p.Questions, p.Rest) {
				texts = append(texts, q.Ask, q.Hint)
				if q.Ask == "" {
					t.Errorf("%s asks nothing", q.Path)
				}
				if q.Kind == "area" && q.Most == 0 {
					t.Errorf("%s does not say how much may be written", q.Path)
				}
			}
		}
	}
	for _, text := range texts {
		if strings.ContainsAny(text, `'"`) || strings.Contains(strings.ToLower(text), "behavior") {
			t.Errorf("%q is not written well", text)
		}
	}
}

func leavesOf(of reflect.Type, at string, into *[]string) {
	for i := range of.NumField() {
		name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
		kind := of.Field(i).Type
		path := at + name
		if kind.Kind() == reflect.Slice {
			if kind = kind.Elem(); kind.Kind() == reflect.Struct {
				path += ".#"
			}
		}
		if kind.Kind() == reflect.Struct {
			leavesOf(kind, path+".", into)
			continue
		}
		*into = append(*into, path)
	}
}

// TestTheChoicesAreThoseOfTheSchema holds each choice against the published schema.
func TestTheChoicesAreThoseOfTheSchema(t *testing.T) {
	f := load(t)
	for path, q := range f.kinds {
		if q.Of == "" {
			continue
		}
		for _, c := range f.Choices[q.Of] {
			b := Body{Values: url.Values{strings.ReplaceAll(path, "#", "0"): {c.Value()}}}
			m, err := f.Request(b, at)
			if err != nil {
				t.Fatal(err)
			}
			for _, mend := range m.Mends {
				if m.field(mend.Path) == strings.ReplaceAll(path, "#", "0") {
					t.Errorf("%s: %s is no choice of a request: %s", path, c.Value(), mend)
				}
			}
		}
	}
}

// TestARequestComesBackAsItWas fills a draft from each example and makes the request again.
func TestARequestComesBackAsItWas(t *testing.T) {
	f := load(t)
	files, err := filepath.Glob("../../examples/*/request.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		given, _, err := casework.ParseRequest(data)
		if err != nil {
			t.Fatal(err)
		}
		values, extra, err := f.Fill(given)
		if err != nil {
			t.Fatal(err)
		}
		received, err := given.Received()
		if err != nil {
			t.Fatal(err)
		}
		m, err := f.Request(Body{Values: values, Extra: extra}, received)
		if err != nil {
			t.Fatal(err)
		}
		given.Channel, given.EnteredAt, given.EnteredBy, m.Request.Channel = "", "", "", ""
		given.ReceivedAt, m.Request.ReceivedAt = "", ""
		if want, got := asJSON(t, given), asJSON(t, m.Request); want != got {
			t.Errorf("%s came back changed:\n%s\nwas\n%s", file, got, want)
		}
	}
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTwoColleaguesLoseNothing(t *testing.T) {
	f := load(t)
	s, _ := f.Section("child")
	begin := func() Body {
		return Body{Values: url.Values{"child.forenames": {"Ada"}, "child.upn": {"1"}}}
	}
	rowan, lucy := Mark{By: "rowan", At: at, Page: "p1"}, Mark{By: "lucy", At: at.Add(time.Minute), Page: "p2"}
	b := begin()
	base := f.Base(s, b)
	if f.Merge(&b, s, Typed{url.Values{"child.forenames": {"Ada May"}, "child.upn": {"1"}}, base, rowan}) {
		t.Error("the first to save clashed")
	}
	// Lucy opened the page before Rowan saved, and changed another field.
	if f.Merge(&b, s, Typed{url.Values{"child.forenames": {"Ada"}, "child.upn": {"1"}, "child.surname": {"Okoro"}}, base, lucy}) {
		t.Error("a change elsewhere clashed")
	}
	if b.Name() != "Ada May Okoro" {
		t.Errorf("the draft is called %q: something was lost", b.Name())
	}
	// And now the same one: what was saved first stays, the other's words wait.
	if !f.Merge(&b, s, Typed{url.Values{"child.forenames": {"Adah"}, "child.upn": {""}, "child.surname": {"Okoro"}}, base, Mark{By: "iris", At: at, Page: "p3"}}) {
		t.Error("a clash went unseen")
	}
	if b.Values.Get("child.forenames") != "Ada May" || b.Aside["p3"].Values.Get("child.forenames") != "Adah" || b.Has("child.upn") {
		t.Errorf("the draft is %v with %v aside", b.Values, b.Aside)
	}
	b.Choose("p3", []string{"child.forenames"}, rowan)
	if b.Values.Get("child.forenames") != "Adah" || len(b.Aside) != 0 {
		t.Errorf("the choice gave %v with %v aside", b.Values, b.Aside)
	}
}

// TestOnePageSavesAgainAndAgain is autosave: one page, opened once, saves while somebody types.
func TestOnePageSavesAgainAndAgain(t *testing.T) {
	f := load(t)
	s, _ := f.Section("reason")
	b := Body{Values: url.Values{"reason": {"Old."}}}
	base := f.Base(s, b)
	for _, text := range []string{"J", "Jas", "Jaspreet", "Old.", "Old. New."} {
		if f.Merge(&b, s, Typed{url.Values{"reason": {text}}, base, Mark{Page: "p1"}}) {
			t.Fatal("a page clashed with itself")
		}
		if b.Values.Get("reason") != text {
			t.Fatalf("%q was kept, %q was typed", b.Values.Get("reason"), text)
		}
	}
}

func TestEntriesMoveUp(t *testing.T) {
	b := Body{Values: url.Values{"family.0.name": {"A"}, "family.1.name": {"B"}, "family.1.phone": {"1"}, "family.3.name": {"D"}}}
	b.Remove("family", 0, Mark{})
	if b.Count("family") != 2 || b.Values.Get("family.0.phone") != "1" || b.Values.Get("family.1.name") != "D" {
		t.Errorf("they are %v", b.Values)
	}
}

func TestWhatIsToMendIsFound(t *testing.T) {
	f := load(t)
	b := Body{Values: url.Values{"child.forenames": {"Ada"}, "child.date_of_birth-day": {"31"}, "child.date_of_birth-month": {"2"}, "child.date_of_birth-year": {"2018"},
		"family.2.name": {"M Okoro"}, "family.2.phone": {"12"}, "cycles.1.start-day": {"1"}, "cycles.1.start-month": {"9"}, "cycles.1.start-year": {"2030"}, "requester.name": {"R"}}}
	m, err := f.Request(b, at)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, mend := range f.Mends(m) {
		found[mend.Field] = mend.Section.ID + ": " + mend.Ask
		if strings.Contains(mend.How, "2017-04-30") || strings.Contains(mend.How, "_") {
			t.Errorf("%s says how in the words of a program: %s", mend.Field, mend.How)
		}
	}
	for field, want := range map[string]string{"child.date_of_birth": "child: Date of birth", "family.2.phone": "family: Person 3: Telephone", "cycles.1.start": "cycle-1: Cycle 2: When did this cycle begin?"} {
		if found[field] != want {
			t.Errorf("%s is at %q, want %q; all: %v", field, found[field], want, found)
		}
	}
}

// FuzzMerge holds that whatever is posted, a draft can be kept, read again and made into a request.
func FuzzMerge(f *testing.F) {
	form := load(f)
	f.Add("family.0.name=A&child.date_of_birth-day=31", "family.0.name=x", "family")
	f.Add("cycles.5.do.99.name=B&base=1", "cycles.5.do.99.name=", "cycle-5")
	f.Fuzz(func(t *testing.T, posted, base, section string) {
		values, err := url.ParseQuery(posted)
		if err != nil {
			t.Skip()
		}
		s, ok := form.Section(section)
		if !ok {
			t.Skip()
		}
		b := Body{Values: url.Values{"family.0.name": {"Before"}}}
		form.Merge(&b, s, Typed{values, base, Mark{Page: "p"}})
		for _, p := range s.Parts {
			if p.List != "" {
				b.Close(s.At+p.List, Mark{})
			}
		}
		data, err := b.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		again, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		m, err := form.Request(again, at)
		if err != nil {
			t.Fatal(err)
		}
		form.Mends(m)
		if again.Values.Get("family.0.name") == "" && s.ID != "family" {
			t.Error("another section’s words were lost")
		}
	})
}
