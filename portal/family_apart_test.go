package portal

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
)

// TestASecondHouseholdReadsNoPlaceAmongThePapers: where somebody at another address is reached with care, the other
// household’s list names nobody at the school, as its letters do not; those who live where it is safe read all of it.
func TestASecondHouseholdReadsNoPlaceAmongThePapers(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) {
		millbrook("U871200025009", "Jaspreet")(r)
		first := r["family"].([]any)[0].(map[string]any)
		second := map[string]any{"name": "Mr Neil Calder", "relationship": "father", "address": []any{"90 Far Street", "Northmere"}, "postcode": "NM9 9ZZ", "email": "neil@example.org"}
		first["safe_contact"] = "Only by e-mail, never at the address"
		r["family"] = []any{first, second}
		r["evidence"] = []any{
			map[string]any{"title": "Cycles of support", "class": "action_taken", "author": "Wanda Tully", "author_role": "SENCO"},
			map[string]any{"title": "Report of Millbrook Primary School", "class": "action_taken", "author": "Wanda Tully", "author_role": "SENCO"},
		}
	}).Ref
	s.do(ref, "amina.khan", casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2"}, Know: []casework.Party{casework.TheFamily}, Why: "Both may know of them."})
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if safe, _ := c.Addressee("family-1"); len(c.KeptFrom(safe)) != 0 {
		t.Error("the one who is reached with care is kept from themselves")
	}
	kept := s.opened(ref, "family-2").get(familyPath(ref) + "/papers")
	kept.wantText(t, "Cycles of support")
	kept.lacks(t, "Wanda Tully", "Millbrook", "SENCO")
	s.opened(ref, "family-1").get(familyPath(ref)+"/papers").wantText(t, "Wanda Tully", "Report of Millbrook Primary School")
}

// TestAYoungPersonIsAskedOnceForTheirViews: asked as the family and as the child, they read one line, and it has come when
// either has.
func TestAYoungPersonIsAskedOnceForTheirViews(t *testing.T) {
	list := evidence.Papers{
		Asked:       []evidence.Asked{{Of: "you", For: "your views"}, {Of: "social care", For: "what it knows"}, {Of: "you", For: "your own views", Received: true}},
		NotReceived: []evidence.Asked{{Of: "you", For: "your views"}, {Of: "social care", For: "what it knows"}},
	}
	ownViewsOnce(&list)
	if len(list.Asked) != 2 || !list.Asked[0].Received || len(list.NotReceived) != 1 || list.NotReceived[0].Of != "social care" {
		t.Errorf("the list is %+v", list)
	}
	parents := evidence.Papers{Asked: []evidence.Asked{{Of: "you", For: "your views"}, {Of: string(casework.TheChild), For: "their own views"}}}
	if ownViewsOnce(&parents); len(parents.Asked) != 2 {
		t.Errorf("a parent’s list is %+v", parents)
	}
}
