// Package workflows is the case's journey as a Temporal workflow: a thin, deterministic driver over [casework].
//
// The register is the truth. A workflow is its alarm clock: it recalls the case from the register when it begins, records
// everything there before anybody is told, and can be started again from there at any moment. What is lawful, what is
// owed and when the next moment comes are questions it asks of the case; it decides nothing.
//
// One update, [Do], takes every command. It answers when what happened is in the register, so whoever reads next sees
// what they just did. One timer waits for the next moment on any clock of the case. Letters are issued beside the loop,
// one activity for each event that owes any, so that a printer out of order holds up no limit; those owed when a workflow
// begins are issued within its first task, where that comes off.
//
// Nothing here reads a clock, a file, the network or a map in its random order; replayed histories in testdata prove it.
package workflows
