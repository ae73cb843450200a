// Package look is the portal’s design system: the layout, the parts that pages are made of, their style sheet, the
// little script and the fonts, in the council’s own colour. See them all at /look in a demonstration.
//
// # Making a page
//
//	l, err := look.New(council.Colour, words)    // once, at start
//	t, err := l.Page(pages.Files, nil, "case.html") // once for each page; the file defines "main"
//	t.ExecuteTemplate(w, "layout", casePage{Page: look.Page{…}, Rail: look.NewRail(clock, why...)})
//	mux.Handle("GET "+look.StaticPath, l)
//
// The data of each page embeds Page, which the layout reads; "main" reads the rest. A page begins with one h1 and the
// sentence that matters (class "lede"); figures and tables come after. One-question pages and families’ pages set
// Page.Narrow. Page.Errors puts the error summary before the page and “Error:” into the title; Page.Flash says what has
// just been done. The HTML must serve with this content security policy and no other: default-src 'none'; style-src,
// script-src, font-src, img-src, connect-src and form-action 'self'. So no style attribute and no inline script, ever.
//
// # Fields
//
// NewForm(values, errors) makes them, with what was typed and what is wrong put back: Text and "field", Textarea and
// "textarea", Date and "date-input", Radios, YesNo and "radios", Checkboxes and "checkboxes", Select and "select",
// Files and "file-upload". The names of errors are the names of fields; each control’s id is ID(name), which the error
// summary links to. Hinted, AsHeading (one question a page: the label is the h1), Numeric and the like refine a field
// and return it. A fault’s text says what is wrong and how to mend it.
//
// # Parts
//
// Each is called with the type of its name: {{template "tag" .State}}.
//
//	rail, rail-thin   Rail: a clock of the law, by NewRail; the thin one for lists. Its Standing is a Tag
//	steps             Steps: what happened, is happening, comes, for families
//	timeline          Timeline: what happened, newest first
//	summary-list      SummaryList: answers to check, facts; Tight in a side column
//	task-list         TaskList: what there is to do, in any order, each with a state in words
//	table             Table, by NewTable: rows become cards on a phone; Empty is shown when there are none
//	chart             Chart, by ChartWords’ NewBars or NewLine: a drawing, the sentence it bears out, its figures in a table
//	tag               Tag: a state in words; the tone underlines it
//	notice, banner    Notice: a message in the page; what has just been done
//	button            Button: one press is one act, unless Many
//	step-back         StepBack: what follows from an act, before it is confirmed
//	details           Details: more, when asked for
//	empty             Empty: nothing is there, and what to do
//	progress          Progress: how far something has come, in words and as a bar
//	filter            Filter: narrows a list, by GET
//	pagination        Pagination, by NewPagination
//	tabs              Tabs: the pages of one thing, each with an address of its own
//	breadcrumbs, error-summary and banner are called by the layout
//
// Classes for what has no part: card (a white box), card-head (its heading with a tag), grid with side (two columns),
// finders, next (things to do with who and when in .note), question (one of the two that the law asks), kicker,
// lede, quiet, small, space, buttons, tags, and hush (said, not shown).
//
// # The script
//
// It only enhances; every journey works without it. data-autosave="URL" on a form or a field posts what is typed (the
// fields of the form, urlencoded) when typing stops: answer 204. data-check="URL" on a textarea with Checked posts text
// and name: answer {"notes":["…"]}. data-repeat="cycle" on a group of .repeat blocks, with a Button whose Add and Many are set, adds a
// block whose names run cycle.0., cycle.1.; without the script the button posts the form. data-progress on a form shows
// how far its files are sent. Page.Session warns two minutes before the session ends.
//
// # Colour
//
// NewPalette darkens the council’s colour as far as contrast needs. Colour never speaks alone: tags have words, rails
// and charts a text alternative.
package look
