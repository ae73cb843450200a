package portal

import (
	"net/http"
	"testing"
)

// The gallery is part of the demonstration and of nothing else.
func TestGallery(t *testing.T) {
	for demo, want := range map[bool]int{true: http.StatusOK, false: http.StatusNotFound} {
		s := newSite(t, func(o *Options) { o.Demo = demo })
		for _, address := range []string{galleryPath + "/", galleryPath + "/case"} {
			if got := s.browser().get(address).status; got != want {
				t.Errorf("demonstration %t: %s gives %d, want %d", demo, address, got, want)
			}
		}
	}
}
