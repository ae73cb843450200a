package portal

import (
	"slices"
	"strings"

	"sendpanel/casework/evidence"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// sideReview stands beside a page of a draft: what a panel will look for there and is not shown yet. It is never a gate.
type sideReview struct {
	Missing []evidence.Missing
	Sources []string
	Shown   int
	All     look.Link
	None    bool // there is nothing to look for on this page
}

// looksFor says what a panel looks for on each page, by what the IDs of the review begin with.
func looksFor() map[string][]string {
	return map[string][]string{
		"child": {"needs.attendance"}, "family": {"part.family"}, "reason": {"needs.nature", "needs.extent"}, "needs": {"needs.", "development."},
		"cycles": {"assess", "plan", "do", "review", "reduced", "action", "progress"}, "cycle": {"assess", "plan", "do", "review", "part", "reduced", "action", "progress"},
		"views": {"views", "part"}, "attainment": {"attainment"}, "attendance": {"needs.attendance"}, "professionals": {"advice", "development"},
		"services": {"development"}, "profile": {"needs.", "action"}, "outcomes": {"views.setting"}, "documents": {"attainment", "action", "progress", "advice"},
		"document": {"attainment", "action", "progress", "advice"},
	}
}

// reviewOf lays the draft as it stands beside what a panel looks for.
func (p *Portal) reviewOf(d openDraft) (evidence.Review, error) {
	made, err := p.asks.Request(d.Body, p.clock())
	if err != nil {
		return evidence.Review{}, err
	}
	return evidence.ReviewOf(made.Request, nil), nil
}

// besides is what the review says of one section.
func (p *Portal) besides(_ *Visit, d openDraft, s draft.Section) (sideReview, error) {
	review, err := p.reviewOf(d)
	if err != nil {
		return sideReview{}, err
	}
	kind, _, _ := strings.Cut(s.ID, "-")
	side := sideReview{All: look.Link{Text: p.say("review-all"), Href: d.Path("review")}}
	wanted := func(id evidence.AspectID) bool {
		return slices.ContainsFunc(looksFor()[kind], func(begin string) bool { return strings.HasPrefix(string(id), begin) })
	}
	for _, item := range review.Items {
		n := len(side.Missing) + side.Shown
		for _, m := range item.Missing {
			if wanted(m.ID) {
				side.Missing = append(side.Missing, m)
			}
		}
		for _, found := range item.Shown {
			if wanted(found.ID) {
				side.Shown++
			}
		}
		if len(side.Missing)+side.Shown > n && !slices.Contains(side.Sources, item.Source) {
			side.Sources = append(side.Sources, item.Source)
		}
	}
	side.None = len(side.Missing)+side.Shown == 0
	return side, nil
}

// reviewPage is the whole review of a draft.
type reviewPage struct {
	Draft  openDraft
	Review evidence.Review
	Groups []reviewGroup
}

type reviewGroup struct {
	Title string
	Items []evidence.Item
}

// draftReview shows the whole review.
func (p *Portal) draftReview(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	review, err := p.reviewOf(d)
	if err != nil {
		return err
	}
	v.Back = v.backTo(d)
	return v.Page("school-review", reviewPage{Draft: d, Review: review, Groups: p.grouped(review)})
}

// grouped puts what a panel looks for under its two headings.
func (p *Portal) grouped(review evidence.Review) []reviewGroup {
	var groups []reviewGroup
	for _, g := range []struct {
		group evidence.Group
		key   string
	}{{evidence.FiveBullets, "review-bullets"}, {evidence.Graduated, "review-graduated"}} {
		group := reviewGroup{Title: p.say(g.key)}
		for _, item := range review.Items {
			if item.Group == g.group {
				group.Items = append(group.Items, item)
			}
		}
		groups = append(groups, group)
	}
	return groups
}
