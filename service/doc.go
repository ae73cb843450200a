// Package service puts the rooms of the house together: the register, the council's settings, the letters, the post and
// the workflows.
//
// [Open] gives a [Desk], what a person at a keyboard works with: it receives requests, gives commands, reads cases. [Run]
// is the service itself: it brings the register up to date, carries the cases, takes up again every case that nobody
// carries, and answers health checks. The embedded default and a cluster run the same Run with other settings.
package service
