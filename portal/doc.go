// Package portal is the web application: schools submit, panel members record, officers decide, families read.
//
// Pages are made on the server; every journey works without JavaScript. One table says which addresses there are and who
// may use each ([Route]); the guard is applied from it, and it asks the rules of casework how somebody stands to a case.
// No handler decides who may do what. A command goes through [Desk.Do], which refuses what is not lawful in plain words.
//
// # Adding a page
//
// Say the page is for schools and shows how a request is doing.
//
//  1. A route, in routes_school.go: {Pattern: "GET /school/requests/{ref}", For: OwnSchool(), Handle: p.schoolRequest}. A
//     pattern with {ref} has its case in [Visit.Case] before the handler runs. [Access] values add up with Or.
//  2. A handler, in a file of its area (school_request.go): func (p *Portal) schoolRequest(v *Visit) error. It gathers what
//     the page shows and ends with v.Page("school-request", data). Whoever reads a case is recorded: v.Read("request"). An
//     error that is given back becomes a page: [ErrNotFound], a refusal of casework, anything else with a reference.
//  3. A template, pages/school-request.html: {{define "title"}} (no name of a child: titles are seen in tabs)
//     and {{define "main"}}. It gets a [Page]: .Data is the handler's, .Form what was typed, .Visit who and which council.
//     The parts of portal/look (error-summary, field, radios, summary-list, rail, …) take a dict.
//  4. Words that more than one page says, in words/en-GB.json: {{say "key" "name" value}}, or p.say in Go. Tests find
//     keys that nobody uses, straight apostrophes, and page text that stands in Go.
//  5. Forms: method="post", a hidden field {{.Form.Key}} named "once", so that a retried click is one act. The handler
//     reads v.Form (already parsed), says what is wrong with v.Form.Wrong(field, text), and shows the same page again with
//     v.Again. After a good one: v.Do(act), v.Tell(v.p.say(…)), v.Go(path). A refusal finds its fields with
//     v.Form.Refused(err, form.Place{Path: "limbs[0].reason", Field: "reason"}).
//  6. A row in the table of access of its area (access_school_test.go): who is let in, by name. A route without a row fails
//     the test.
//  7. A test of the page: the helpers in harness_test.go start the real handler on a real register with the
//     invented council; as(t, "nicola.brandt") signs in; get and post give the page. With a browser, and axe-core: browser_test.go.
//
// Addresses hold references and opaque IDs, never a name. Nothing that somebody typed is logged.
package portal
