package service_test

import (
	"fmt"
	"sync"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// A school, a parent and others ask about one child in the same instant: it is one case, and each keeps its own receipt.
func TestRequestsInOneInstantAreOneCase(t *testing.T) {
	desk := deskWithoutTemporal(t)
	const many = 6
	var all sync.WaitGroup
	refs := make([]casework.Ref, many)
	start := make(chan struct{})
	for i := range many {
		request := casetest.RequestJSON(t, func(r map[string]any) {
			r["requester"] = map[string]any{"type": "parent", "name": fmt.Sprint("Parent ", i)}
		})
		all.Go(func() {
			<-start
			got, err := desk.Receive(t.Context(), request, fromReceipt())
			if err != nil {
				t.Error(err)
				return
			}
			refs[i] = got.Case.Ref
		})
	}
	close(start)
	all.Wait()
	for i, ref := range refs {
		if ref != refs[0] {
			t.Errorf("request %d became %s, want %s like the first", i, ref, refs[0])
		}
	}
	c, err := desk.Case(t.Context(), refs[0])
	if err != nil {
		t.Fatal(err)
	}
	if n := len(c.Requests); n != many {
		t.Errorf("the case holds %d requests, want %d", n, many)
	}
}
