// Package metrics holds the figures that the service gives to Prometheus: its own, and those of Temporal's client and worker.
//
// No label is free text and none names a person, a case or a school: what may be a label is listed here, and everything
// else is left out. So a figure says how many, never who.
package metrics
