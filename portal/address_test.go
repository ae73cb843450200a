package portal

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
)

func TestWhoseAddressItIs(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.1.0.0/16")}
	for name, c := range map[string]struct{ from, said, want string }{
		"nobody before":             {"203.0.113.9:4000", "", "203.0.113.9"},
		"what a stranger says":      {"203.0.113.9:4000", "198.51.100.1", "203.0.113.9"},
		"behind one":                {"127.0.0.1:4000", "203.0.113.9", "203.0.113.9"},
		"behind two":                {"127.0.0.1:4000", "203.0.113.9, 10.1.2.3", "203.0.113.9"},
		"a lie before the truth":    {"127.0.0.1:4000", "192.0.2.1, 203.0.113.9", "203.0.113.9"},
		"with a port":               {"127.0.0.1:4000", "203.0.113.9:51022", "203.0.113.9"},
		"IPv6 with a port":          {"127.0.0.1:4000", "[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64"},
		"nothing that is one":       {"127.0.0.1:4000", "unknown", "127.0.0.1"},
		"a network of IPv6":         {"[2001:db8:1:2:3:4:5:6]:4000", "", "2001:db8:1:2::/64"},
		"another machine of it":     {"[2001:db8:1:2::9]:4000", "", "2001:db8:1:2::/64"},
		"IPv4 in IPv6":              {"[::ffff:203.0.113.9]:4000", "", "203.0.113.9"},
		"the one before, in IPv6":   {"[::ffff:127.0.0.1]:4000", "203.0.113.9", "203.0.113.9"},
		"only those who are before": {"127.0.0.1:4000", "10.1.2.3", "10.1.2.3"},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/", nil)
			r.RemoteAddr = c.from
			if c.said != "" {
				r.Header.Set("X-Forwarded-For", c.said)
			}
			if got := addressOf(r, proxies); got != c.want {
				t.Errorf("it is %s, want %s", got, c.want)
			}
		})
	}
}

// TestNobodyLocksAnybodyOut: whoever tries wrong passwords for an account from one address is stopped, and its owner signs
// in from another all the same, with one thing before the portal or none.
func TestNobodyLocksAnybodyOut(t *testing.T) {
	s := newSite(t)
	for i := range firstTries + 2 {
		err := s.tries.allow("203.0.113.9", "nicola@canalstreet.example")
		if (err != nil) != (i >= firstTries) {
			t.Errorf("try %d: %v", i+1, err)
		}
	}
	if err := s.tries.allow("198.51.100.1", "nicola@canalstreet.example"); err != nil {
		t.Errorf("the owner is locked out: %v", err)
	}
}
