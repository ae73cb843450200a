package meeting

import (
	"fmt"
	"io"
	"strings"

	"sendpanel/casework"
)

// PrintTimeline prints what happened at a meeting and around it, a line for each event. Cases are named by their
// references.
func PrintTimeline(w io.Writer, title string, events []Event) error {
	if _, err := fmt.Fprintf(w, "%s\n%s\n", title, strings.Repeat("─", len([]rune(title)))); err != nil {
		return err
	}
	for _, e := range events {
		by := ""
		if e.By.Person != casework.Engine().Person {
			by = " [" + e.By.Name + "]"
		}
		if _, err := fmt.Fprintf(w, "%s  %s%s\n", e.FellOn.Short(), Sentence(e), by); err != nil {
			return err
		}
	}
	return nil
}

// Sentence is what an event says, in words.
func Sentence(e Event) string {
	switch b := e.Body.(type) {
	case Planned:
		return fmt.Sprintf("%s: the %s is called for %s, for up to %d cases; quorum %d", b.Ref, b.Name, b.On.Short(), b.Capacity, b.Quorum)
	case DateChanged:
		return fmt.Sprintf("Moved from %s to %s: %s%s", b.Was.Short(), b.On.Short(), b.Why, tellEffects(b.Effects))
	case Cancelled:
		return "Cancelled: " + b.Why + tellEffects(b.Effects)
	case CapacitySet:
		return fmt.Sprintf("It takes %d cases now", b.Capacity)
	case Invited:
		return fmt.Sprintf("%s is invited, for the seat of %s", b.Seat.Name, b.Seat.For)
	case Excused:
		return fmt.Sprintf("%s cannot come", b.Member)
	case PackReleased:
		return tellPack(b)
	case Reminded:
		return tellReminder(b)
	case Attended:
		return tellAttended(b)
	case Opened:
		return "Opened " + tellQuorum(b.Quorate, b.Missing) + tellStandings(b.Items)
	case TakenUp:
		return "Taken up after the opening" + tellStandings(b.Items)
	case QuorumChanged:
		return "Who counts on cases changed" + tellStandings(b.Items)
	case Closed:
		return tellClosed(b)
	}
	return strings.ReplaceAll(string(e.Body.Kind()), "_", " ")
}

func tellPack(b PackReleased) string {
	if len(b.Items) == 0 {
		return "The papers were to go out; no case is listed"
	}
	names := make([]string, len(b.Items))
	for i, item := range b.Items {
		names[i] = string(item.Case)
		if len(item.Without) > 0 {
			names[i] += fmt.Sprintf(" (not to %s, for an interest)", people(item.Without))
		}
	}
	return "Papers released: " + strings.Join(names, ", ")
}

func tellReminder(b Reminded) string {
	if len(b.To) == 0 {
		return "Nobody had to be reminded (" + strings.ReplaceAll(string(b.What), "_", " ") + ")"
	}
	about := map[Reminder]string{RemindViews: "of views that are missing", RemindMeeting: "of the meeting", RemindNotOpened: "that the meeting has not been opened", RemindNotClosed: "that the meeting has not been closed"}
	return fmt.Sprintf("Reminded %s: %s", about[b.What], people(b.To))
}

func tellAttended(b Attended) string {
	s := fmt.Sprintf("%s %s at %s", b.Member, b.What, b.At)
	if b.Case != "" {
		s += fmt.Sprintf(" (%s)", b.Case)
	}
	if b.Why != "" {
		s += ": " + b.Why
	}
	return s
}

func tellClosed(b Closed) string {
	words := make([]string, len(b.Results))
	for i, r := range b.Results {
		words[i] = fmt.Sprintf("%s %s", r.Case, r.Outcome)
		if !r.Quorate {
			words[i] += ", not quorate"
		}
	}
	if len(words) == 0 {
		return "Closed, with no case on its agenda"
	}
	return "Closed: " + strings.Join(words, "; ")
}

func tellQuorum(quorate bool, missing []string) string {
	if quorate {
		return "with a quorum"
	}
	return "without a quorum (" + strings.Join(missing, "; ") + ")"
}

func tellStandings(items []Standing) string {
	var words []string
	for _, s := range items {
		words = append(words, fmt.Sprintf("%s %s", s.Case, tellQuorum(s.Quorate, s.Missing)))
	}
	if len(words) == 0 {
		return ""
	}
	return ": " + strings.Join(words, "; ")
}

func tellEffects(effects []Effect) string {
	var words []string
	for _, e := range effects {
		s := fmt.Sprintf("%s must be sent by %s, %d days on", e.Case, e.SendBy.Short(), e.DaysLeft)
		if e.Next.IsZero() {
			s += ", and no meeting with room lies before"
		} else {
			s = fmt.Sprintf("%s can be taken on %s, %d days before the last for sending, %s", e.Case, e.Next.Short(), e.DaysLeft, e.SendBy.Short())
		}
		words = append(words, s)
	}
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, "; ") + "."
}

func people(ids []casework.PersonID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}
