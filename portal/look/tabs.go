package look

// Tabs lead between the pages of one thing, as the parts of a case; each page has an address of its own: template "tabs".
type Tabs struct {
	Label string // “Parts of this request”
	Items []NavItem
}
