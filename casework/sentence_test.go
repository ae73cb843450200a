package casework_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestNobodyMayAppealUntilADayThatHasPassed: the sentence about a refusal tells of the limit while it lies ahead, then of the
// longer one that a certificate can still give, and of the certificate's where there is one.
func TestNobodyMayAppealUntilADayThatHasPassed(t *testing.T) {
	told := casetest.Until(t, casework.KindNoticeGiven)
	until, last := told.NoticeGiven.Appeal.Effective, told.NoticeGiven.LastAppeal.Effective
	certified := told
	certified.Certificate = &casework.CertificateIssued{On: until, Appeal: statute.Dates{Effective: until.AddDays(20)}}
	for name, tc := range map[string]struct {
		c    casework.Case
		on   statute.Day
		want string
	}{
		"on the last day":          {told, until, "It may appeal until " + until.Long() + "."},
		"after it":                 {told, until.AddDays(1), "ended on " + until.Long() + ", unless a mediation certificate gives longer: until " + last.Long() + " at the latest."},
		"after the last of all":    {told, last.AddDays(1), "ended on " + until.Long() + "."},
		"with a certificate":       {certified, until.AddDays(3), "It may appeal until " + until.AddDays(20).Long() + "."},
		"with one that has passed": {certified, until.AddDays(21), "ended on " + until.AddDays(20).Long() + "."},
	} {
		if got := tc.c.Sentence(tc.on); !strings.HasSuffix(got, tc.want) {
			t.Errorf("%s: %q, want it to end with %q", name, got, tc.want)
		}
	}
}
