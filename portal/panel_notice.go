package portal

import (
	"fmt"

	"sendpanel/casework/meeting"
	"sendpanel/portal/words"
)

// MeetingMessage is the message that reminds somebody of a panel of its meeting, or of views they have not recorded. It
// names the panel and the meeting, and neither a case nor a child. Base is the address that people type.
func MeetingMessage(what meeting.Reminder, m meeting.Meeting, views int, base string) (subject, text string, err error) {
	w, err := words.English()
	if err != nil {
		return "", "", err
	}
	key, known := map[meeting.Reminder]string{
		meeting.RemindViews: "meeting-notice-views", meeting.RemindMeeting: "meeting-notice-meeting",
		meeting.RemindNotOpened: "meeting-notice-not-opened", meeting.RemindNotClosed: "meeting-notice-not-closed",
	}[what]
	if !known {
		return "", "", fmt.Errorf("write a message to a panel: there is none about %q", what)
	}
	if what == meeting.RemindViews && views == 1 {
		key = "meeting-notice-view"
	}
	said := []any{"panel", m.Name, "day", m.On.Long(), "views", views, "link", base + "/panel/meetings/" + string(m.Ref)}
	if m.From != "" && what == meeting.RemindMeeting {
		key, said = "meeting-notice-meeting-at", append(said, "time", m.From)
	}
	if subject, err = w.Say("meeting-notice-subject", "panel", m.Name, "day", m.On.Long()); err != nil {
		return "", "", err
	}
	text, err = w.Say(key, said...)
	return subject, text, err
}
