package letters

import (
	"net/url"
	"regexp"
	"strings"

	"sendpanel/letters/script"
	"sendpanel/letters/tagged"
)

// linkTo is where words lead, and how that is said to those who do not see them.
type linkTo struct {
	uri, says string
	element   *tagged.Element
}

// address finds web and e-mail addresses in words. What ends a sentence after one is not part of it.
var address = regexp.MustCompile(`https?://[^\s<>"“”‘’()]*[^\s<>"“”‘’().,;:!?]|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// stretches parts prose where its face changes and where an address begins and ends.
func stretches(p Prose) []stretch {
	parts := make([]stretch, 0, len(p))
	for _, r := range p {
		rest := r.Text
		for {
			from, to, found := findAddress(rest)
			if !found {
				break
			}
			parts = appendStretch(parts, r, rest[:from], nil)
			parts = appendStretch(parts, r, rest[from:to], linkOf(rest[from:to]))
			rest = rest[to:]
		}
		parts = appendStretch(parts, r, rest, nil)
	}
	return parts
}

// findAddress is where the first address in a text begins and ends. It looks at the words with an @ or a :// alone.
func findAddress(text string) (from, to int, found bool) {
	for done := 0; ; {
		mark := strings.IndexByte(text[done:], '@')
		if way := strings.Index(text[done:], "://"); mark < 0 || way >= 0 && way < mark {
			mark = way
		}
		if mark < 0 {
			return 0, 0, false
		}
		start := done + strings.LastIndexByte(text[done:done+mark], ' ') + 1
		end := done + mark + wordEnd(text[done+mark:])
		if at := address.FindStringIndex(text[start:end]); at != nil {
			return start + at[0], start + at[1], true
		}
		done = end
	}
}

func appendStretch(parts []stretch, r Run, text string, link *linkTo) []stretch {
	if text == "" {
		return parts
	}
	if r.Lang != "" || link != nil {
		return append(parts, stretch{text: text, bold: r.Bold, lang: r.Lang, standing: r.Lang != "", link: link})
	}
	if plainly(text) {
		return append(parts, stretch{text: text, bold: r.Bold})
	}
	for text != "" {
		end, lang := oneScript(text)
		if script.Needs(text[:end]) {
			lang = script.LanguageOf(text[:end])
		}
		parts = append(parts, stretch{text: text[:end], bold: r.Bold, lang: lang})
		text = text[end:]
	}
	return parts
}

func linkOf(text string) *linkTo {
	if !strings.Contains(text, "://") {
		return &linkTo{uri: "mailto:" + text, says: "Write an email to " + text}
	}
	u, err := url.Parse(text)
	if err != nil {
		return nil
	}
	return &linkTo{uri: u.String(), says: "Open the web page " + text}
}

// tag gives each stretch its place in an element: words in another language and links are elements in it.
func tag(e *tagged.Element, parts []stretch) {
	var open *tagged.Content
	for i := range parts {
		p := &parts[i]
		switch {
		case strings.Trim(p.text, " ") == "": // shows nothing of its own
			p.content = open
		case p.link != nil:
			p.link.element = e.Add("Link")
			p.content, open = p.link.element.Content(), nil
		case p.lang != "":
			span := e.Add("Span").Lang(p.lang)
			if script.Needs(p.text) {
				span.Actual(p.text + spaceBefore(parts[i+1:]))
			}
			p.content, open = span.Content(), nil
		default:
			if open == nil {
				open = e.Content()
			}
			p.content = open
		}
	}
}

// spaceBefore is the space that parts words from the next ones, where there is one.
func spaceBefore(next []stretch) string {
	if len(next) > 0 && strings.HasPrefix(next[0].text, " ") {
		return " "
	}
	return ""
}

func blankProse(p Prose) bool {
	for _, r := range p {
		if strings.Trim(r.Text, " \u00A0") != "" {
			return false
		}
	}
	return true
}
