// Package records is the register: every case as its events, each letter and document, for decades.
//
// The register is the truth. A workflow, a screen and a report are made from it and can be made again; nothing about a
// case is known that is not here. It lies in SQLite or in PostgreSQL, under one set of queries, and its files (letters
// as PDF) lie in a folder beside it under the hash of what they hold.
//
// # The chain
//
// Every case is a chain of entries: entry 0 is the request as it arrived, the others are its events. Each entry carries
// a link, the SHA-256 of the link before it and of everything the entry says, so that a later change of any of it
// shows. What an entry says at length, its content, lies in a table of its own; the link covers only a salted digest of
// it. That is why content can be destroyed where the law demands it ([Register.Dispose]) and the chain still holds.
// In the place of a destroyed event lies a stand-in, in a chain of its own, so that the case still folds.
//
// Letters, reads, requests that could not be opened, disposals and every version of the council's settings
// ([Register.ApplySettings]) are chained in the same way ([ledger]). The ends of
// all chains are sealed from time to time into one more chain ([Register.SealHeads]), so that an end torn off shows
// too. [Register.Verify] recomputes everything and names each fault. What lies after the last seal could be torn off
// without a trace by somebody who may write to the database; Verify reports how much that is.
//
// A person who can write to the whole database can also compute every link again. Only a copy of a seal kept somewhere
// else proves more: [Report.LastSeal] is what to keep.
//
// # Copies
//
// [Register.Export] takes one case out, with what it takes to check it elsewhere ([CheckExport]). [Register.Backup] copies
// everything while others write, and [Restore] puts it into an empty folder.
package records
