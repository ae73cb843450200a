// Package letters writes the letters of a case: it composes what a letter says from the facts, and draws it as a PDF.
//
// # From facts to content
//
// [Compose] takes the case, the decision with its reasons, the council and the day, and returns a [Letter]: headings,
// paragraphs, tables, contacts, a signature. Nothing in it knows about pages. [Letter.Text] writes the content plainly,
// and the golden files under testdata are such texts, so that a lawyer can read every letter beside the regulations.
//
// The wording lies in wording/*.json. A paragraph there has the days on which it is in force, the law it rests on, its
// text for each kind of reader, and who signed it off. Nobody has signed any yet: so a letter of a real council is
// withheld, and one of an invented council is marked SAMPLE on every page. A source marked unconfirmed is from general
// knowledge and is for a council’s lawyers to check first.
//
// # What must not go
//
// A refusal without one of its parts is not lawful notice (s.36(5), reg 5(3), reg 32). Each paragraph says which parts
// it holds, and [Compose] counts them: where one is missing the letter is [*Withheld], and the error names every gap,
// the law behind it and how to mend it. A contact that nobody has confirmed for a year is a [Warning], because no check
// may make a notice late. The date printed is the day of sending, from which the family’s limits run, and it is the only
// day those limits are computed from.
//
// A school’s letters are other letters, with less in them: no address of the family, no evidence but the school’s own, a
// reason only where it rests on that evidence alone. They go after the family’s.
//
// A supporter’s copy is the family’s letter under a line that marks it. It is no notice, and its dates are those of the
// letter itself. A second household of a protected case, and parents in dispute, read no cause of a delay: an officer’s
// own sentences may tell of the other.
//
// # From content to paper
//
// [Render] lays a letter out in two passes, so that “Page 1 of 3” is known before anything is drawn, and tags what it
// draws: package tagged writes PDF/UA-1 and PDF/A-2a, package face measures and sets the words. [Print] is data: 14 pt, large print at
// 18, Lexend with more space, black alone for coloured paper. Text is left aligned, never italic or underlined. Page 1
// keeps the zones of GOV.UK Notify, and [CheckForPost] measures them. Headings stay with what they head, a signature with
// what is signed, a table takes its head along to the next page. Equal letters give equal bytes.
//
// [HTML] and [Text] make a web page and a text to be read aloud of the same content.
//
// gofpdf panics on what it cannot encode and prints nothing where a font lacks a character. So every text is cleaned,
// and a character that the typeface does not have stops the letter and is named: a family whose name cannot be printed
// is owed a telephone call, not a question mark.
package letters
