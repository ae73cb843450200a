package statute

import (
	_ "embed"
	"sync"
	"time"
)

// europeLondon is the Europe/London entry of the IANA time zone database, which is in the public domain.
//
//go:embed europe_london.tzif
var europeLondon []byte

// London returns the time zone of England from bytes embedded in the program, so that a day begins at the same
// instant on every host, whatever zone files it has or lacks.
func London() *time.Location { return london() }

var london = sync.OnceValue(func() *time.Location {
	zone, err := time.LoadLocationFromTZData("Europe/London", europeLondon)
	if err != nil {
		// The bytes are compiled in and tested: only a damaged program can come here.
		panic("statute: the embedded Europe/London zone cannot be read: " + err.Error())
	}
	return zone
})
