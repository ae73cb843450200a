package portal

import (
	"cmp"
	"errors"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// familyLetter is one letter as its addressee sees it. A letter is here once it is on its way: nobody reads a decision on a
// screen before the call or the letter that they asked for.
type familyLetter struct {
	casework.Letter
	Title, Href string
	Read        bool
	Replaces    *familyLetter // the one before it, where that had gone too
	ReplacedBy  *familyLetter
	Body        template.HTML // its words as a page; only on its own page
	Senco       bool          // it names a SENCO, and the page says who that is
	Plain       []letterBlock // where no page can be made of it, its words
}

// letterTitles are the keys of what letters are called.
func letterTitles() map[casework.LetterKind]string {
	return map[casework.LetterKind]string{
		casework.Acknowledgement: "family-letter-acknowledgement", casework.ConsideringLetter: "family-letter-considering",
		casework.AssessLetter: "family-letter-assess", casework.NotAssessLetter: "family-letter-not-assess",
		casework.WelcomeLetter: "family-letter-welcome", casework.DelayLetter: "family-letter-delay", casework.DelayUpdateLetter: "family-letter-delay-update",
		casework.WithdrawalLetter: "family-letter-withdrawal", casework.DeferralLetter: "family-letter-deferral",
		casework.OverturnLetter: "family-letter-overturned", casework.PapersLetter: "family-letter-papers", casework.TransferInLetter: "family-letter-transfer",
		casework.TransferOutLetter: "letter-kind-transfer-out", casework.FeedbackLetter: "family-letter-feedback", casework.RetractionLetter: "family-letter-retraction",
	}
}

// familyLetters lists the person's letters that have gone, the newest first.
func (v *Visit) familyLetters() ([]familyLetter, error) {
	me := v.Who.Family.Addressee
	reads, err := v.p.register.Reads(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, r := range reads {
		if r.By == string(me) {
			seen[strings.TrimSuffix(r.What, letterAsPDF)] = true
		}
	}
	var list []familyLetter
	for _, l := range v.Case.Letters {
		if l.Key.To != me || l.Posted.IsZero() {
			continue
		}
		key, known := letterTitles()[l.Key.Kind]
		if !known {
			key = "family-letter-other"
		}
		list = append(list, familyLetter{Letter: l, Title: v.say(key), Href: letterPath(v.Case.Ref, l.Key), Read: seen[letterRead+l.Key.String()]})
	}
	slices.SortStableFunc(list, func(a, b familyLetter) int {
		return cmp.Or(b.Posted.Compare(a.Posted), cmp.Compare(b.Key.For, a.Key.For), cmp.Compare(b.Key.Version, a.Key.Version))
	})
	link(list)
	return list, nil
}

// link says which letter replaced which.
func link(list []familyLetter) {
	for i := range list {
		for j := range list {
			a, b := list[i].Key, list[j].Key
			same := a.Kind == b.Kind && a.For == b.For && i != j
			if same && b.Version < a.Version && (list[i].Replaces == nil || list[i].Replaces.Key.Version < b.Version) {
				list[i].Replaces, list[j].ReplacedBy = &list[j], &list[i]
			}
		}
	}
}

func letterPath(ref casework.Ref, k casework.LetterKey) string {
	return familyPath(ref) + "/letters/" + string(k.Kind) + "/" + strconv.Itoa(k.For) + "/" + strconv.Itoa(k.Version)
}

// Gone says, where a letter no longer counts, what stands in its place: nothing, or one that is on its way.
func (l familyLetter) Gone() string {
	switch {
	case l.State == casework.LetterWithdrawn:
		return "family-letter-withdrawn"
	case l.State == casework.LetterReplaced && l.ReplacedBy == nil:
		return "family-letter-coming"
	}
	return ""
}

// letterRow is the letter in a list.
func (v *Visit) letterRow(l familyLetter) look.SummaryRow {
	return look.SummaryRow{Key: v.long(l.Posted), Link: &look.Link{Text: l.Title, Href: l.Href}}
}

// familyLettersPage lists every letter that has gone to the person.
func (p *Portal) familyLettersPage(v *Visit) error {
	if err := v.Read("letters"); err != nil {
		return err
	}
	list, err := v.familyLetters()
	if err != nil {
		return err
	}
	return v.showFamily("family-letters", list)
}

// The note of a letter’s read begins with letterRead; it ends with letterAsPDF where the PDF was opened.
const (
	letterRead  = "letter "
	letterAsPDF = " as PDF"
)

// familyLetterOf finds the letter in the address, or says that there is none.
func (v *Visit) familyLetterOf() (familyLetter, error) {
	list, err := v.familyLetters()
	if err != nil {
		return familyLetter{}, err
	}
	i := slices.IndexFunc(list, func(l familyLetter) bool {
		return string(l.Key.Kind) == v.Path("kind") && strconv.Itoa(l.Key.For) == v.Path("seq") && strconv.Itoa(l.Key.Version) == v.Path("version")
	})
	if i < 0 {
		return familyLetter{}, ErrNotFound
	}
	return list[i], nil
}

// familyLetter shows one letter as a page: the very words that went on paper.
func (p *Portal) familyLetter(v *Visit) error {
	l, err := v.familyLetterOf()
	if err != nil {
		return err
	}
	stored, _, err := p.register.Letter(v.Context(), v.Case.Ref, l.Key)
	if errors.Is(err, records.ErrNoLetter) || err == nil && stored.Disposed {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := v.Read(letterRead + l.Key.String()); err != nil {
		return err
	}
	l.Plain, l.Senco = letterBlocks(stored.Text), strings.Contains(stored.Text, "SENCO")
	// Composed again it may say something else, where the settings have changed since: then the words that went are shown.
	if composed, err := p.desk.Letter(v.Context(), v.Case.Ref, l.Key, stored.Dated); err == nil && composed.Text() == stored.Text {
		l.Body, l.Plain = letters.HTML(composed), nil
	}
	v.Back = &look.Link{Text: v.say("family-back-letters"), Href: familyPath(v.Case.Ref) + "/letters"}
	return v.showFamily("family-letter", l)
}

// familyLetterPDF gives the letter as it was printed.
func (p *Portal) familyLetterPDF(v *Visit) error {
	l, err := v.familyLetterOf()
	if err != nil {
		return err
	}
	_, pdf, err := p.register.Letter(v.Context(), v.Case.Ref, l.Key)
	if errors.Is(err, records.ErrNoLetter) || err == nil && len(pdf) == 0 {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := v.Read(letterRead + l.Key.String() + letterAsPDF); err != nil {
		return err
	}
	h := v.W.Header()
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Disposition", `inline; filename="`+string(v.Case.Ref)+"-"+l.Dated.String()+`.pdf"`)
	h.Set("Content-Length", strconv.Itoa(len(pdf)))
	_, _ = v.W.Write(pdf) // a reader who has gone is nobody's fault
	return nil
}
