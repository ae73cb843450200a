package look

// Page is what the layout needs. Embed it in the data of every page: the layout reads .Page, the page's own "main"
// reads the rest.
//
//	type casePage struct {
//		look.Page
//		Rail look.Rail
//	}
type Page struct {
	Title   string // without the council’s name; no child’s name in it
	Lang    string // "en-GB" when empty
	Dir     string // "rtl" for languages written so
	Council Council
	Home    string     // where the council’s name leads
	User    *User      // nil for nobody signed in
	Nav     []NavItem  // by role
	Choices []Language // the languages in which this page can be had; shown when there are two or more
	Tongue  *Tongue    // says that the page is a translation; nil on an English one
	Sizes   *Link      // “Large text” or “Usual text”, where that is offered
	Large   bool       // large text is on
	Sample  string     // the sentence of the banner, as for an invented council; no banner when empty
	Crumbs  []Link     // where this page hangs, from the top; without the page itself
	Back    *Link      // “Back”, on pages of one question
	Flash   []Notice   // what has just been done
	Errors  Errors     // shown as the error summary before the page, and in its title
	Foot    []Link     // what the footer leads to besides the council’s own pages
	Typed   bool       // what is typed in the form “typed” goes along when another language is chosen
	Narrow  bool       // one column for reading: pages of one question, families’ pages
	Session Session
}

// Council is how the council shows itself.
type Council struct {
	Name          string // “Northmere Borough Council”
	Service       string // “SEND Service”
	Logo          string // the address of a vector logo on this server, drawn white on the council’s colour; none when empty
	Phone, Email  string
	Accessibility string // addresses of the footer’s pages
	Privacy       string
	Cookies       string
}

// User is the person signed in.
type User struct {
	Name    string
	Role    string // in words: “Casework officer”
	SignOut string // where signing out is posted to
}

// NavItem is one entry of the navigation.
type NavItem struct {
	Text, Href string
	Current    bool
	Count      int // what waits there; not shown when 0
}

// Language is a language in which the page can be had.
type Language struct {
	Tag, Name, Href string // "pa", “ਪੰਜਾਬੀ”
	Dir             string // "rtl", or empty
	Current         bool
}

// Tongue says that a page is a translation, and leads to the English one.
type Tongue struct {
	Draft   string // the word of its tag, where nobody has checked it
	Text    string
	English Link
}

// Session makes the script warn before the session ends; without a script the server keeps what was typed.
type Session struct {
	Seconds int    // until the session ends unless something is asked for; 0 for no warning
	Stay    string // what the script asks for when the person stays
}

// Link is a link. Hidden says, to those who cannot see what it stands beside, what it is about: “Change” + “the
// child’s date of birth”.
type Link struct{ Text, Href, Hidden string }

// Language of the page, never empty.
func (p Page) Language() string {
	if p.Lang == "" {
		return "en-GB"
	}
	return p.Lang
}
