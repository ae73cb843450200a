package words

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sendpanel/statute"
)

func translations(t *testing.T) []Translation {
	t.Helper()
	all, err := Translations()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(t Translation) bool { return len(t.Parts) == 0 })
}

// mandatory are the pages that no offered language may leave in English: where the request is, dates, letters, rights,
// views, papers to add, how somebody is reached, and what goes wrong on the way.
func mandatory() []string { return []string{Frame, Family} }

// TestEachLanguageSaysWhatFamiliesNeed: whole, but for what has changed in English since, which stays English and is listed
// here. More than one sentence in five is no translation any more.
func TestEachLanguageSaysWhatFamiliesNeed(t *testing.T) {
	for _, l := range translations(t) {
		for _, name := range mandatory() {
			if !slices.ContainsFunc(l.Parts, func(p Part) bool { return p.Name == name }) {
				t.Errorf("%s has no %s", l.Name, name)
			}
		}
		for _, p := range l.Parts {
			t.Logf("%s: %d of %d sentences stay English: %s", l.Of(p), len(p.Stays), len(p.Stays)+len(p.Words), strings.Join(p.Stays, ", "))
			if 5*len(p.Stays) > len(p.Stays)+len(p.Words) {
				t.Errorf("%s leaves %d sentences in English beside %d that it says", l.Of(p), len(p.Stays), len(p.Words))
			}
		}
	}
}

// TestTranslationsFillInTheSame: every name in braces as often as the English has it, and what is strong there is strong.
func TestTranslationsFillInTheSame(t *testing.T) {
	brace := regexp.MustCompile(`\{\w+\}`)
	for _, l := range translations(t) {
		for _, p := range l.Parts {
			english, err := EnglishPart(p.Name)
			if err != nil {
				t.Fatal(err)
			}
			for key, text := range p.Words {
				want, got := brace.FindAllString(english[key], -1), brace.FindAllString(text, -1)
				slices.Sort(want)
				slices.Sort(got)
				if !slices.Equal(want, got) {
					t.Errorf("%s %q fills in %v, the English %v", l.Of(p), key, got, want)
				}
				if strings.Count(text, "**") != strings.Count(english[key], "**") {
					t.Errorf("%s %q has other strong words than the English: %s", l.Of(p), key, text)
				}
			}
		}
	}
}

// TestNoEnglishIsLeftOver: English words stand in brackets, as the terms of the law that letters use, or are names.
func TestNoEnglishIsLeftOver(t *testing.T) {
	names := regexp.MustCompile(`\([^()]*\)|\{\w+\}|SEND Panel|SENCO|SENDIASS|SEND|EHC|PDF|Word|Excel|PowerPoint|MB|SEN-2026-0412-E|Equality[^.]*Service|Public Sector[^0-9]*2018|Equality and Human Rights Commission|Web Content Accessibility Guidelines|AA|Information Commissioner|Children and Families Act|Code|session|language|size`)
	common := regexp.MustCompile(`(?i)\b(the|and|of|you|your|we|is|are|with|for|that|this|not|from|have|will|request|letter)\b`)
	latin := regexp.MustCompile(`[A-Za-z]{3,}`)
	for _, l := range translations(t) {
		for _, p := range l.Parts {
			for key, text := range p.Words {
				rest := names.ReplaceAllString(text, "")
				if found := common.FindAllString(rest, -1); len(found) > 1 {
					t.Errorf("%s %q has English words %v: %s", l.Of(p), key, found, text)
				}
				if slices.Contains([]string{"ur", "ar", "pa"}, l.Tag) && latin.MatchString(rest) {
					t.Errorf("%s %q has Latin letters: %s", l.Of(p), key, text)
				}
			}
		}
	}
}

// TestTranslationsNameTheTermsOfTheLaw: whoever reads a letter finds the English term again.
func TestTranslationsNameTheTermsOfTheLaw(t *testing.T) {
	for _, l := range translations(t) {
		for _, p := range l.Parts {
			for key, term := range map[string]string{"case-title": "EHC needs assessment", "family-refused-lede": "mediation certificate", "family-dates-words": "Tribunal"} {
				if text, here := p.Words[key]; here && !strings.Contains(text, term) {
					t.Errorf("%s %q does not name the %q", l.Of(p), key, term)
				}
			}
		}
	}
}

// TestAChangedEnglishIsNotTranslatedAnyMore: what a translation was made from decides whether it counts.
func TestAChangedEnglishIsNotTranslatedAnyMore(t *testing.T) {
	english := Words{"a": "Six weeks.", "b": "Two months."}
	made := map[string]sentence{"a": {"Six weeks.", "Sześć tygodni."}, "b": {"One month.", "Jeden miesiąc."}}
	p := partOf(Family, english, made)
	if p.Words["a"] != "Sześć tygodni." || p.Words["b"] != "" || !slices.Equal(p.Stays, []string{"b"}) {
		t.Errorf("the part is %+v", p)
	}
	other := partOf(Family, Words{"a": "Six weeks.", "b": "Three months."}, made)
	if other.Read == p.Read {
		t.Error("another English has the same digest")
	}
	if v := (Translation{Tag: "pl", Parts: []Part{p}}).Voice(english, func(Part) bool { return false }); !slices.Equal(slices.Collect(maps.Keys(v.own)), nil) {
		t.Error("a part that may not be shown is spoken")
	}
}

func TestAVoiceMarksWhatIsNotItsOwn(t *testing.T) {
	english := Words{"hello": "Hello, {name}", "by": "By **{day}**"}
	v := Translation{Tag: "ur", Dir: "rtl", Parts: []Part{{Name: Frame, Words: Words{"by": "**{day}** تک"}}}}.Voice(english, func(Part) bool { return true })
	for _, c := range []struct {
		key  string
		pair []any
		want string
	}{
		{"by", []any{"day", "12"}, "<p>**<bdi>12</bdi>** تک</p>"},
		{"hello", []any{"name", "Amina"}, `<p><span lang="en" dir="ltr">Hello, <bdi>Amina</bdi></span></p>`},
	} {
		text, err := v.Say(c.key, c.pair...)
		if got := string(Show([]byte("<p>" + text + "</p>"))); err != nil || got != c.want {
			t.Errorf("%s shows as %s, %v; want %s", c.key, got, err, c.want)
		}
	}
	if got := Plain(english).Day(statute.Date(2027, 1, 12)); got != "Tuesday 12 January 2027" {
		t.Errorf("English writes the day %q", got)
	}
}

// TestShowKeepsMarksOutOfTags: an attribute, a title and a field hold text alone, and a forged mark makes nothing.
func TestShowKeepsMarksOutOfTags(t *testing.T) {
	e, E, w, W := string(englishOpens), string(englishCloses), string(wholeOpens), string(wholeCloses)
	for in, want := range map[string]string{
		`<a title="` + e + "x" + E + `">` + w + "y" + W + "</a>": `<a title="x"><bdi>y</bdi></a>`,
		"<title>" + e + "x" + E + " " + w + "y" + W + "</title>": "<title>x \u2068y\u2069</title>",
		"<option>" + e + "x" + E + "</option>":                   "<option>x</option>",
		"a" + E + W + "b":                                        "ab",
		"<p>" + e + "x</p>":                                      `<p><span lang="en" dir="ltr">x</p></span>`,
		`<a title="a>b` + e + `">c</a>`:                          `<a title="a>b">c</a>`,
		"plain":                                                  "plain",
	} {
		if got := string(Show([]byte(in))); got != want {
			t.Errorf("%q shows as %q, want %q", in, got, want)
		}
	}
}

func FuzzShow(f *testing.F) {
	f.Add("<p>\ufdd0a\ufdd1</p><title>\ufdd2b\ufdd3</title>")
	f.Fuzz(func(t *testing.T, page string) {
		for _, mark := range string(Show([]byte(page))) {
			if mark >= englishOpens && mark <= wholeCloses {
				t.Errorf("a mark is left in what %q shows as", page)
			}
		}
	})
}
