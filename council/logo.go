package council

// Logo is the council’s mark as outlines, so that letters print it sharp at every size: the paths of an SVG drawing.
type Logo struct {
	Alt    string  `json:"alt" validate:"required"`             // what it shows, for those who do not see it
	Width  int     `json:"width" validate:"min=1"`              // of the drawing, in its own measure
	Height int     `json:"height" validate:"min=1"`             // of the drawing, in its own measure
	Shapes []Shape `json:"shapes" validate:"min=1,max=60,dive"` // from the hindmost to the foremost
}

// Shape is one filled outline of a logo.
type Shape struct {
	Path   string `json:"path" validate:"required,path"`     // the d of an SVG path, without arcs (A): a drawing program turns them into curves
	Colour string `json:"colour" validate:"required,colour"` // #rrggbb
}
