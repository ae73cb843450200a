package records

import (
	"reflect"

	"sendpanel/casework"
	"sendpanel/statute"
)

// standIn is what is left of an event when its content is disposed of: who recorded it and when, its kind, and of what
// it says the references, answers and days on which the rest of the case is folded. All that anybody wrote is emptied,
// and so is everything that says who the child is: a kind of event or a field that this function has never heard of is
// emptied too, unless it is no text.
func standIn(e casework.Event) casework.Event {
	body := reflect.New(reflect.TypeOf(e.Body)).Elem()
	body.Set(reflect.ValueOf(e.Body))
	empty(body)
	e.Body = body.Interface().(casework.Body)
	return e
}

// neededTexts are the texts without which a case does not fold as it did. None of them is anybody's own words.
func neededTexts() map[string]bool {
	return map[string]bool{
		"Opened.Channel": true, "Opened.Basis": true, "Opened.Request": true, "Opened.RuleSet": true, "Opened.CouncilName": true,
		"Asker.Type": true, "Consulted.Whom": true, "Consulted.How": true, "Viewed.Panel": true, "Recommended.Panel": true,
		"Recommended.Name": true, "Listed.Panel": true, "Listed.Name": true, "Deferred.Panel": true, "Unlisted.Panel": true, "PanelMet.Panel": true, "InterestDeclared.Source": true,
		"Claim.Limb": true, "ExceptionEnded.Limb": true, "LimitPassed.Limb": true, "AssessmentEnded.Under": true, "Tested.Missing": true, "Finding.Why": true,
		"Issued.SHA256": true, "Evidence.Class": true, "Evidence.From": true, "Decided.DecidedBy": true, "Decided.Post": true,
		"Delegation.Scheme": true, "Delegation.Paragraph": true, "Delegation.Status": true,
	}
}

// empty takes the texts out of a value, in a copy of every slice and pointer below it.
func empty(v reflect.Value) {
	switch t := v.Type(); {
	case t == reflect.TypeFor[casework.Identity]():
		v.SetZero()
	case !ours(t):
	case isText(t):
		v.SetZero()
	case t.Kind() == reflect.Struct:
		emptyFields(v)
	case t.Kind() == reflect.Slice && (isText(t.Elem()) || t.Elem().Kind() == reflect.Uint8):
		v.SetZero()
	case t.Kind() == reflect.Slice && !v.IsNil():
		own := reflect.MakeSlice(t, v.Len(), v.Len())
		reflect.Copy(own, v)
		for i := range own.Len() {
			empty(own.Index(i))
		}
		v.Set(own)
	case t.Kind() == reflect.Pointer && !v.IsNil():
		own := reflect.New(t.Elem())
		own.Elem().Set(v.Elem())
		empty(own.Elem())
		v.Set(own)
	case t.Kind() == reflect.Map, t.Kind() == reflect.Interface:
		v.SetZero()
	}
}

func emptyFields(v reflect.Value) {
	needed := neededTexts()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		switch {
		case !v.Field(i).CanSet():
		case f.Name == "DateOfBirth":
			v.Field(i).SetZero()
		case !needed[v.Type().Name()+"."+f.Name]:
			empty(v.Field(i))
		}
	}
}

// isText reports whether the type holds what somebody wrote. A type of its own, as a reference or an answer, does not.
func isText(t reflect.Type) bool {
	return t == reflect.TypeFor[string]() || t == reflect.TypeFor[casework.Text]()
}

// ours reports whether there may be words of somebody's in the type: it is casework's, or the law's, or has no name of
// its own. Dates that the law computed, with their proof, are about nobody.
func ours(t reflect.Type) bool {
	if t == reflect.TypeFor[statute.Dates]() || t == reflect.TypeFor[statute.Day]() {
		return false
	}
	return t.PkgPath() == "" || t.PkgPath() == reflect.TypeFor[casework.Event]().PkgPath() || t.PkgPath() == reflect.TypeFor[statute.Dates]().PkgPath()
}
