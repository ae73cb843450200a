package council

import (
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Phase says whom a setting teaches.
type Phase string

// The phases.
const (
	Nursery     Phase = "nursery"
	Infant      Phase = "infant"
	Junior      Phase = "junior"
	Primary     Phase = "primary"
	Secondary   Phase = "secondary"
	AllThrough  Phase = "all_through"
	Special     Phase = "special"
	Alternative Phase = "alternative" // a pupil referral unit or other alternative provision
	Hospital    Phase = "hospital"    // hospital education and home tuition
	College     Phase = "post16"
)

// School is a school, nursery or college that the council knows.
type School struct {
	ID       casework.SettingID `json:"id" validate:"required,id"`
	Name     string             `json:"name" validate:"required"`
	Phase    Phase              `json:"phase" validate:"required,choice"`             // whom it teaches
	InArea   bool               `json:"in_area"`                                      // whether it lies in the council's area
	URN      string             `json:"urn,omitempty" validate:"omitempty,urn"`       // unique reference number: six digits
	Head     string             `json:"head,omitempty"`                               // the name of whom letters go to
	HeadPost string             `json:"head_post,omitempty"`                          // Headteacher, Principal, Nursery Manager
	Address  []string           `json:"address" validate:"min=1,max=5,dive,required"` // a line each, without the name
	Postcode string             `json:"postcode" validate:"required,postcode"`
	Email    string             `json:"email,omitempty" validate:"omitempty,email"`
	Phone    string             `json:"phone,omitempty" validate:"omitempty,phone"`
	Closures []Closure          `json:"closures,omitempty" validate:"dive"` // when it is closed, the earliest first
}

// Closure is one continuous closure of a setting.
type Closure struct {
	statute.Closure
	Why string `json:"why" validate:"required"` // as "summer holiday 2027"
}

// School finds a school, nursery or college.
func (c Council) School(id casework.SettingID) (School, bool) {
	for _, s := range c.Settings {
		if s.ID == id {
			return s, true
		}
	}
	return School{}, false
}

// ClosureFor finds the closure in whose window advice was asked for, so that the exception of reg 5(4)(a) or (b) may
// stand: see [statute.Closure.Asked]. It answers for the dates alone: the limit must also be impractical because of them.
func (s School) ClosureFor(asked statute.Day) (Closure, bool) {
	for _, c := range s.Closures {
		if f, err := c.Asked(asked); err == nil && f.Qualifies {
			return c, true
		}
	}
	return Closure{}, false
}

// ClosedOn finds the closure that holds the day.
func (s School) ClosedOn(day statute.Day) (Closure, bool) {
	for _, c := range s.Closures {
		if !day.Before(c.Closed) && day.Before(c.Reopens) {
			return c, true
		}
	}
	return Closure{}, false
}

// OpenOn reports whether the setting teaches on the day: a weekday, no bank holiday, and none of its closures holds it.
func (s School) OpenOn(day statute.Day) bool {
	if weekday := day.Weekday(); weekday == time.Saturday || weekday == time.Sunday {
		return false
	}
	if working, err := statute.IsWorkingDay(day); err == nil && !working {
		return false
	}
	_, closed := s.ClosedOn(day)
	return !closed
}

// DaysOpen counts the days after one day, up to and with another, on which the setting teaches. It stops at most.
func (s School) DaysOpen(after, to statute.Day, most int) int {
	n := 0
	for day := after.AddDays(1); !day.After(to) && n < most; day = day.AddDays(1) {
		if s.OpenOn(day) {
			n++
		}
	}
	return n
}

// ClosureGround is the exception that a long closure of the setting may found.
func (s School) ClosureGround() statute.Ground {
	if s.Phase == Nursery {
		return statute.EarlyYearsClosed
	}
	return statute.SchoolClosed
}

// SchoolAddressee is the setting as letters to it are addressed: to its head by name where one is known. It is nil
// where the council does not know the setting, and no letter goes to one then.
func (c Council) SchoolAddressee(id casework.SettingID) *casework.Addressee {
	s, found := c.School(id)
	if !found {
		return nil
	}
	return &casework.Addressee{
		ID: casework.School, Standing: casework.Setting, Name: s.addressed(), Relationship: s.headPost(),
		Address: append([]string{s.Name}, s.Address...), Postcode: s.Postcode, Phone: s.Phone, Email: s.Email,
		Channel: c.channelTo(s),
	}
}

// channelTo is the way to a school: the council's usual one, and the post where that is e-mail and none is known.
func (c Council) channelTo(s School) statute.Channel {
	if c.Channels.School == "" || c.Channels.School == statute.Email && s.Email == "" {
		return statute.FirstClass
	}
	return c.Channels.School
}

func (s School) headPost() string {
	if s.HeadPost == "" {
		return "Headteacher"
	}
	return s.HeadPost
}

func (s School) addressed() string {
	if s.Head == "" {
		return "The " + s.headPost()
	}
	return s.Head
}
