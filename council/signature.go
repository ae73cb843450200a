package council

import (
	"slices"

	"sendpanel/statute"
)

// Signature is a named lawyer’s, under one paragraph of the letters or one rule of the law’s clock as they read it, or that of
// whoever reads another language, under a part of the pages that families read in it. It counts from its day on and for that very text: another text has
// another digest and is unsigned.
type Signature struct {
	What string      `json:"what" validate:"required,oneof=wording rule page"` // "wording", "rule" or "page"
	ID   string      `json:"id" validate:"required"`                           // the paragraph, the part of a rule or the pages of a language, as starter signoff lists it
	Name string      `json:"name" validate:"required"`                         // who signed
	Post string      `json:"post" validate:"required"`                         // their post, at the council or as a translator
	On   statute.Day `json:"on" validate:"required"`                           // the day of signing
	Read string      `json:"read" validate:"required,len=64,hexadecimal"`      // the digest of what was read, as starter signoff prints it
}

// Signed reports whether somebody has signed, by the day, what has this digest.
func (c Council) Signed(read string, on statute.Day) bool {
	return slices.ContainsFunc(c.Signatures, func(s Signature) bool { return s.Read == read && !s.On.IsZero() && !s.On.After(on) })
}

// Signatures of a paragraph or a rule, whatever text they were given for, in the order of the settings.
func (c Council) SignaturesOf(what, id string) []Signature {
	return slices.DeleteFunc(slices.Clone(c.Signatures), func(s Signature) bool { return s.What != what || s.ID != id })
}
