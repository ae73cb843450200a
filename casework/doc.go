// Package casework is one request for an education, health and care needs assessment, from its receipt to the last
// thing that can follow from it.
//
// A case is a list of events. Events are facts: a request arrived, a panel member recorded a view, the council decided,
// a letter was posted, a limit passed. [Fold] turns the events into a [Case], the same way everywhere: in the workflow,
// in a test, on a screen. Nothing about a case is known that is not in its events.
//
// A [Command] is what a person asks for. [Case.Do] either turns it into events or refuses it, and a refusal names each
// gap and how to fill it. One table, [Rules], says which command is lawful when, and who may give it.
//
// What follows without anybody asking is computed too. [Case.Owed] says which letters the events owe to whom.
// [Case.Next] says when the next moment on a clock comes, and [Case.Pass] what is to be recorded when it has come.
// All three are pure functions of the events, so a case can be taken up again at any time from the register alone.
//
// The package reads no clock, no file and no network.
package casework
