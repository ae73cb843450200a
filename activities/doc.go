// Package activities is what the workflows ask of the outside world: the register, the letters, the post.
//
// Each activity may run more than once, because the machine may stop between doing a thing and saying so. Recording is
// idempotent by case and sequence; a letter is keyed by case, letter, addressee and the event that owes it, and a second
// run finds what the first one stored.
//
// The package knows the law and the case, but no database, no PDF and no council: it declares the small interfaces it
// needs, and the service supplies them.
package activities
