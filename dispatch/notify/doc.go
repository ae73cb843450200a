// Package notify speaks to GOV.UK Notify, which prints and posts letters and sends e-mails and texts for public bodies.
//
// Three things about Notify shape the package. A message accepted is not a message sent: a letter is checked for its
// layout and for viruses after the answer 201, so that its status has to be followed to the end ([Client.Message]).
// Notify forgets after seven days. And it has no idempotency: the same letter given twice is posted twice. So a message
// whose fate is not known ([Unclear]) is asked for by its reference, and never sent again blindly.
//
// A reference holds no personal data: [Client] refuses one that is not made of letters, digits and hyphens.
//
// Source: the REST API documentation of GOV.UK Notify, as of June 2026.
package notify
