package evidence

import "sendpanel/casework"

// ReviewSchema names the shape of a review's JSON.
const ReviewSchema = "sendpanel/evidence-review/1"

// Review is what a panel will look for, and what one request shows of it. Without a setting it is empty.
type Review struct {
	Schema string `json:"schema"`
	Phase  Phase  `json:"phase"`
	About  string `json:"about"` // what the review is, and what it is not
	Items  []Item `json:"items"`
}

// Group is one of the two lists a panel reads by.
type Group string

// The groups.
const (
	FiveBullets Group = "code_9_14"          // the evidence of paragraph 9.14
	Graduated   Group = "graduated_response" // assess, plan, do, review, and what belongs to it
)

// Item is one head of a list.
type Item struct {
	ID      string          `json:"id"`
	Group   Group           `json:"group"`
	Title   string          `json:"title"`
	Source  string          `json:"source"`
	Limbs   []casework.Limb `json:"limbs"` // the questions of the law that it helps to answer
	Helps   string          `json:"why_it_helps"`
	Shown   []Shown         `json:"shown"`
	Missing []Missing       `json:"not_shown_yet"`
	Open    []string        `json:"open,omitempty"` // parts of a cycle that are not filled in
}

// AspectID names one thing looked for, as "attainment.rate".
type AspectID string

// Shown is one thing looked for that the request shows, and where.
type Shown struct {
	ID    AspectID `json:"id"`
	What  string   `json:"what"`
	Where []Place  `json:"where"`
}

// Missing is one thing looked for that the request does not show yet, and what to do about it.
type Missing struct {
	ID   AspectID `json:"id"`
	What string   `json:"what"`
	Next string   `json:"what_to_do"`
}

// Place is where something is shown: a document by its number, or a part of the request or of the school's reply.
type Place struct {
	Document casework.DocumentID `json:"document,omitempty"` // as the case's index numbers it
	Part     Part                `json:"part"`
	Words    string              `json:"words"`
	From     string              `json:"from"` // who gave it, as in the case's index
}

// Part is where in what was sent a place lies.
type Part string

// The parts.
const (
	InDocument   Part = "evidence"
	InNeeds      Part = "needs"
	InCycles     Part = "cycles"
	InAttainment Part = "attainment"
	InAttendance Part = "attendance"
	InViews      Part = "views"
	InHealth     Part = "health"
	InCare       Part = "social_care"
	InPeople     Part = "professionals"
	InReply      Part = "reply"
)

// ReviewOf lays a request, the case's index of evidence and the school's replies beside what a panel looks for.
//
// The index may be empty, as it is before a case is opened: the request's own documents are then numbered as they will
// be. Whatever is added, what was shown stays shown.
func ReviewOf(r casework.Request, index []casework.Evidence, replies ...SchoolReply) Review {
	phase := phaseOf(r)
	if phase == NoSetting {
		return Review{}
	}
	review := Review{Schema: ReviewSchema, Phase: phase, About: phase.fill(about)}
	p := gather(r, index, replies)
	for _, h := range append(bullets(), graduated()...) {
		review.Items = append(review.Items, h.against(p, phase))
	}
	return review
}

// Empty reports whether there is nothing to show, because there is no setting.
func (r Review) Empty() bool { return len(r.Items) == 0 }

// Item finds one head by its ID.
func (r Review) Item(id string) (Item, bool) {
	for _, it := range r.Items {
		if it.ID == id {
			return it, true
		}
	}
	return Item{}, false
}

// about stands over every review.
var about = same("This list helps to prepare. None of it is needed before an assessment is asked for, and nothing in it stops a request: " +
	"anyone may ask at any time, and the council’s six weeks begin on the day the request comes. " +
	"It asks for no number of cycles, no sum of money, no report and no diagnosis. It says where a thing is, not whether it is good enough, and takes a paper by its title: the paper may show more than is said here, or less.")

// head is one head of a list as the tables hold it: what is looked for, and why.
type head struct {
	id      string
	group   Group
	title   words
	source  string
	limbs   []casework.Limb
	helps   words
	aspects []aspect
	open    func(bundle) []string
}

// aspect is one thing looked for. The clause completes both "What was sent shows …" and "… does not show yet …".
type aspect struct {
	id     AspectID
	clause words
	next   words
	look   func(bundle) []Place
}

// against looks for each aspect of the head in what was sent.
func (h head) against(p bundle, phase Phase) Item {
	it := Item{ID: h.id, Group: h.group, Title: phase.fill(h.title), Source: h.source, Limbs: h.limbs, Helps: phase.fill(h.helps),
		Shown: []Shown{}, Missing: []Missing{}}
	for _, a := range h.aspects {
		if where := a.look(p); len(where) > 0 {
			it.Shown = append(it.Shown, Shown{ID: a.id, What: phase.fill(a.clause), Where: where})
			continue
		}
		it.Missing = append(it.Missing, Missing{ID: a.id, What: phase.fill(a.clause), Next: phase.fill(a.next)})
	}
	if h.open != nil {
		it.Open = h.open(p)
	}
	return it
}
