package council

import (
	"maps"
	"reflect"
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// choices are what may stand in a field of the type, in the order in which they are offered; nothing for a type that
// takes any text.
func choices(t reflect.Type) []string {
	switch t {
	case reflect.TypeFor[ContactKind]():
		return names(ContactKinds())
	case reflect.TypeFor[casework.Role]():
		return names(Roles())
	case reflect.TypeFor[PanelRole]():
		return names(PanelRoles())
	case reflect.TypeFor[PanelType]():
		return names([]PanelType{Advisory, ChairDecides})
	case reflect.TypeFor[Phase]():
		return names([]Phase{Nursery, Infant, Junior, Primary, Secondary, AllThrough, Special, Alternative, Hospital, College})
	case reflect.TypeFor[Script]():
		return names(slices.Sorted(maps.Keys(scripts())))
	case reflect.TypeFor[RecordKind]():
		return names(RecordKinds())
	case reflect.TypeFor[statute.Channel]():
		return names(statute.Channels())
	}
	return nil
}

// Roles returns every role that somebody may have in the settings.
func Roles() []casework.Role {
	return []casework.Role{
		casework.SchoolStaff, casework.CaseworkOfficer, casework.PanelMember, casework.PanelChair, casework.DecisionMaker,
		casework.Clerk, casework.ServiceManager, casework.Director, LegalAdviser, RecordsManager, SchoolLead,
	}
}

// PanelRoles returns all that a panel may ask somebody to know.
func PanelRoles() []PanelRole {
	return []PanelRole{
		EducationalPsychologist, Health, SocialCare, EarlyYears, PrimarySchool, SecondarySchool, SpecialSchool, Post16,
		SpecialistTeacher, VirtualSchool, ParentRepresentative, SENDOfficer,
	}
}

func names[S ~string](list []S) []string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return words
}
