package plain

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func kindsOf(notes []Note) (kinds []Kind) {
	for _, n := range notes {
		kinds = append(kinds, n.Kind)
	}
	return kinds
}

func TestCheck(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		kinds      []Kind
		stretches  []string
	}{
		{"plain", "We looked at all the reports. Zoë can read short books now.", nil, nil},
		{"passive", "It was decided that Zoë can wait.", []Kind{Passive}, []string{"was decided"}},
		{"passive with a word between", "The report was not fully considered.", []Kind{Passive}, []string{"was not fully considered"}},
		{"irregular", "Help has been given.", []Kind{Passive}, []string{"been given"}},
		{"a state", "She is tired and worried. They are pleased.", nil, nil},
		{"jargon", "The SENCO told us of the graduated approach.", []Kind{Jargon, Jargon}, []string{"SENCO", "graduated approach"}},
		{"explained", "The SENCO (the teacher for special needs) told us.", nil, nil},
		{"the longest term", "We looked at the special educational provision.", []Kind{Jargon}, []string{"special educational provision"}},
		{"moderate learning difficulties", "He has moderate learning difficulties.", []Kind{Jargon}, []string{"moderate learning difficulties"}},
		{"capitals matter", "They are ten. The ARE is met.", []Kind{Jargon, Passive}, []string{"ARE", "is met"}},
		{"abbreviation", "The XYZ team came. The XYZ team left.", []Kind{Short}, []string{"XYZ"}},
		{"abbreviation explained before", "Our early help team (XYZ) came. The XYZ team left.", nil, nil},
		{"known abbreviation", "The NHS and the GP have an EHC plan.", nil, nil},
		{"long", "We " + strings.Repeat("and they ", 13) + "came.", []Kind{Long}, nil},
		{"hard", "Psychological considerations necessitate individualised organisational responsibilities and accountability arrangements.", []Kind{Hard}, nil},
		{"nothing", "  \n ", nil, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := Check(tc.text)
			if got := kindsOf(r.Notes); !slices.Equal(got, tc.kinds) {
				t.Errorf("found %+v", r.Notes)
			}
			for i, want := range tc.stretches {
				if i < len(r.Notes) && r.Notes[i].Text != want {
					t.Errorf("note %d is on %q, not %q", i, r.Notes[i].Text, want)
				}
			}
		})
	}
}

func TestReadingAge(t *testing.T) {
	easy := Check(strings.Repeat("The cat sat on the mat. We like the cat. ", 5))
	hard := Check(strings.Repeat("Notwithstanding considerable documentary substantiation, the establishment’s organisational arrangements predominantly necessitated reconsideration. ", 5))
	if easy.ReadingAge > 7 || hard.ReadingAge < 18 || !easy.Reliable || !hard.Reliable {
		t.Errorf("ages %.1f and %.1f", easy.ReadingAge, hard.ReadingAge)
	}
	if short := Check("We came."); short.Reliable || short.ReadingAge == 0 {
		t.Errorf("of two words: %+v", short)
	}
	// 19 words, 1 sentence, 27 syllables by hand: 0.39×19 + 11.8×27/19 − 15.59 = 8.59; 5 more is 13.6.
	if got := age(19, 1, 27); got != 13.6 {
		t.Errorf("age is %v", got)
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"One. Two! Three?":                             3,
		"Mrs. Łukasz came. She left.":                  2,
		"See reg. 5(3) and para. 7. Then go.":          2,
		"He said “Stop.” Then he left.":                2,
		"It costs 3.50 pounds.":                        1,
		"A heading\n\nA paragraph":                     2,
		"Our reasons:\n- one thing\n- another thing":   3,
		"A line that goes\non over the end of a line.": 1,
		"J. K. Rowling wrote it.":                      1,
		"":                                             0,
	} {
		if got := len(sentences(text)); got != want {
			t.Errorf("%q has %d sentences, not %d", text, got, want)
		}
	}
}

// TestSyllables lists words whose syllables were counted aloud.
func TestSyllables(t *testing.T) {
	for w, want := range map[string]int{
		"cat": 1, "table": 2, "school": 1, "helped": 1, "wanted": 2, "assessment": 3, "educational": 5, "provision": 3, "plan": 1, "decided": 3, "reasons": 2, "people": 2,
		"special": 2, "psychologist": 4, "the": 1, "make": 1, "makes": 1, "classes": 2, "EHC": 3, "appeal": 2, "2026": 1, "well-known": 2, "different": 3,
	} {
		if got := syllablesOf(w); got != want {
			t.Errorf("%s has %d syllables, not %d", w, got, want)
		}
	}
}

func TestGlossaryIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, term := range Glossary() {
		if len(term.Words) == 0 || term.Instead == "" {
			t.Errorf("%+v is not whole", term)
		}
		for _, w := range term.Words {
			if seen[w] {
				t.Errorf("%q stands twice", w)
			}
			seen[w] = true
			if notes := Check("We say " + w + " here.").Notes; !slices.Contains(kindsOf(notes), Jargon) {
				t.Errorf("%q is not found in a sentence: %v", w, notes)
			}
		}
		if strings.ContainsAny(term.Instead+term.Why, "'\"") {
			t.Errorf("%q has a straight quotation mark", term.Instead)
		}
	}
}

// TestNotesStandWhereTheySay holds every note of any text to its place.
func TestNotesStandWhereTheySay(t *testing.T) {
	pieces := []string{"It was decided", "the SENCO", "XYZ", ". ", "\n\n- ", "Zoë’s", "ਮਨਪ੍ਰੀਤ", "provision", ", ", "(", ")", "é\u0301", "…”", "2.5", " and that it must be done"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), " ")
		holds(t, text)
	})
}

func FuzzCheck(f *testing.F) {
	for _, text := range []string{"It was decided. The SENCO said so.", "\xff\xfe(.)?!", "e.g. i.e. etc.", "ARE ARE ARE", strings.Repeat("is ", 100) + "made", "…’s.\n1. x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { holds(t, text) })
}

func holds(t interface{ Fatalf(string, ...any) }, text string) {
	r := Check(text)
	for _, n := range r.Notes {
		if n.Start < 0 || n.End > len(text) || n.Start >= n.End || strings.TrimSpace(text[n.Start:n.End]) != n.Text || n.Says == "" {
			t.Fatalf("%q: %+v", text, n)
		}
		if utf8.ValidString(text) && !utf8.ValidString(n.Text) {
			t.Fatalf("%q is cut within a character: %q", text, n.Text)
		}
	}
	if r.Words > 0 && (r.ReadingAge < 5 || r.Sentences == 0) {
		t.Fatalf("%q: %+v", text, r)
	}
}

func BenchmarkCheck(b *testing.B) {
	text := strings.Repeat("We looked at the reports of the school and of the educational psychologist. It was decided that the provision is enough. ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check(text)
	}
}
