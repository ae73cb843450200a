// Package cluster runs a whole Temporal cluster inside this process.
//
// Frontend, history, matching and the cluster's own worker listen on loopback
// ports and keep everything in one SQLite file, so that SEND Panel needs nothing
// installed: no container, no database server. It is for one machine, for
// development, for the demonstration and for tests; in production the same
// service is pointed at a Temporal cluster over PostgreSQL.
//
// The file is not the record. A case lives in the register, and its workflow is
// an alarm clock that can be wound again from there, so the file may be deleted
// while nothing runs. Still it is kept carefully: every acknowledged change is
// forced to the disk, a process that is killed loses nothing, and a lock beside
// the file keeps a second process out, because Temporal does not.
//
// SQLite has one writer at a time, and so everything here is single: one
// connection, one history shard, one partition of each task queue. More of any
// of them was measured and was slower, or failed with "database is locked".
//
// # Skipping time
//
// A statutory clock runs for twenty weeks; a demonstration has two minutes. With
// Options.TimeSkipping a workflow's clock may be moved on by FastForward: timers
// fire in their order, and the workflow's own time, the times in its history and
// the delays of its retries all follow. What does not follow is time.Now in an
// activity, or any other workflow: each has a clock of its own. A product that
// decides anything for a real family must never switch it on, and so it is off
// unless asked for.
package cluster
