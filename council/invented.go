package council

import (
	_ "embed"
	"sync"
)

// northmere is the invented council. There is no such place, no such postcode area, and its telephone numbers are from
// the ranges that Ofcom keeps free for drama: nothing in it reaches anybody.
//
//go:embed northmere.json
var northmere []byte

// Invented is Northmere, a whole council that does not exist: for the demonstration, for tests, and as a pattern for a
// council's own settings.
func Invented() Council { return invented().Clone() }

// InventedJSON is the settings file of [Invented], to start one's own from.
func InventedJSON() []byte { return append([]byte(nil), northmere...) }

var invented = sync.OnceValue(func() Council {
	c, err := Read(northmere)
	if err != nil {
		// The bytes are compiled in and tested: only a damaged program can come here.
		panic("council: the embedded settings of Northmere cannot be used: " + err.Error())
	}
	return c
})
