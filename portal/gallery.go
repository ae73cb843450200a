package portal

import (
	"net/http"

	"sendpanel/portal/look/gallery"
)

// galleryPath is where a demonstration shows the parts that pages are made of.
const galleryPath = "/look"

// gallery shows every part of the look, with invented content, in the council's colour.
func (p *Portal) gallery(w http.ResponseWriter, r *http.Request) {
	in, err := p.desk.Council(r.Context())
	if err == nil {
		var d *dress
		if d, err = p.dressed(in.Colour); err == nil {
			var pages http.Handler
			if pages, err = gallery.Handler(galleryPath, d.look); err == nil {
				pages.ServeHTTP(w, r)
				return
			}
		}
	}
	p.log.Error("the gallery was not shown", "id", requestID(r.Context()), "error", err)
	http.Error(w, p.say("error-title"), http.StatusInternalServerError)
}
