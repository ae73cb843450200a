package portal

import (
	"encoding/json"
	"net/url"
	"slices"

	"sendpanel/portal/look"
)

// What a session holds of pages that were posted when a sign-in had ended.
const (
	sessionTyped   = "typed"   // until the same person opens the page again
	sessionWaiting = "waiting" // from then until the page is posted again
	sessionWas     = "was"     // who was signed in, while nobody is
)

// The most that is kept over a sign-in, without files.
const (
	typedLimit = 256 << 10 // bytes of one page
	keptLimit  = 1 << 20   // bytes of all
	keptMost   = 8         // pages
	filesMost  = 64        // pages that were opened again and not posted, of which files wait
)

// keptPage is what somebody had typed on a page, and the files that they gave with it, when their session ended.
type keptPage struct {
	Who    string     `json:"who"`
	Path   string     `json:"path"`
	Ask    string     `json:"ask,omitempty"` // the first question that was answered
	Values url.Values `json:"values,omitempty"`
	Files  string     `json:"files,omitempty"` // the owner of the files, a part for each field
}

// keepTyped keeps what was typed on a page until the same person opens it again, with the owner of the files that wait
// with it, if any do; on a page for anybody, until the same browser does. It reports whether there was somebody to keep it
// for, and room: what is kept already is never let go for it.
func (v *Visit) keepTyped(files string) bool {
	page := keptPage{Who: v.was, Path: v.R.URL.Path, Values: v.Form.Values, Files: files}
	if said := typed(v.Form); len(said) > 0 {
		page.Ask = said[0].Ask
	}
	data, err := json.Marshal(page)
	return err == nil && (v.was != "" || v.route.For.Anyone) && len(data) <= typedLimit && v.addKept(sessionTyped, page, keptMost)
}

// kept are the pages that the session keeps, of whoever wrote them.
func (v *Visit) kept(key string) []keptPage {
	var pages []keptPage
	if json.Unmarshal([]byte(v.p.sessions.GetString(v.Context(), key)), &pages) != nil {
		return nil
	}
	return pages
}

// addKept keeps a page in place of the one that the person has kept of the same address. It reports whether there was room.
func (v *Visit) addKept(key string, page keptPage, most int) bool {
	pages := append(slices.DeleteFunc(v.kept(key), page.same), page)
	data, err := json.Marshal(pages)
	if err != nil || len(pages) > most || len(data) > keptLimit {
		return false
	}
	v.p.sessions.Put(v.Context(), key, string(data))
	return true
}

// dropKept forgets this page of this person.
func (v *Visit) dropKept(key string) {
	pages := v.kept(key)
	left := slices.DeleteFunc(slices.Clone(pages), v.thisPage().same)
	if len(left) == len(pages) {
		return
	}
	if data, err := json.Marshal(left); err == nil {
		v.p.sessions.Put(v.Context(), key, string(data))
	}
}

// keptHere is a page that the session keeps, where it is this one and this person’s.
func (v *Visit) keptHere(key string) (keptPage, bool) {
	pages := v.kept(key)
	i := slices.IndexFunc(pages, v.thisPage().same)
	if i < 0 {
		return keptPage{}, false
	}
	return pages[i], true
}

func (v *Visit) thisPage() keptPage { return keptPage{Who: v.was, Path: v.R.URL.Path} }

func (k keptPage) same(other keptPage) bool { return k.Who == other.Who && k.Path == other.Path }

// end ends a sign-in that has lasted as long as it may. What was typed on pages stays for whoever typed it.
func (v *Visit) end() error {
	ctx, s := v.Context(), v.p.sessions
	stays := map[string]string{sessionWas: v.was, sessionTyped: s.GetString(ctx, sessionTyped), sessionWaiting: s.GetString(ctx, sessionWaiting)}
	if err := v.leave(); err != nil {
		return err
	}
	for key, value := range stays {
		if value != "" {
			s.Put(ctx, key, value)
		}
	}
	return nil
}

// elsewhere says on every page of staff and schools that another holds what they typed when their sign-in ended.
func (v *Visit) elsewhere() []look.Notice {
	if !v.Who.SignedIn() || v.Who.Family != nil {
		return nil
	}
	var list []look.Notice
	for _, page := range v.kept(sessionTyped) {
		if page.Who != v.was || page.Path == v.R.URL.Path {
			continue
		}
		link := look.Link{Text: v.say("kept-open"), Href: page.Path}
		if page.Ask != "" {
			link.Text = v.say("kept-open-asks", "ask", page.Ask)
		}
		list = append(list, look.Notice{Title: v.say("kept-elsewhere"), Link: &link, Tone: look.Soon})
	}
	return list
}
