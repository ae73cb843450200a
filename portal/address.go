package portal

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// networkBits is how much of an IPv6 address names the network of one household or school; the rest its machines choose.
const networkBits = 64

// address is the network address of whoever asks, for limiting how often. Where something that is trusted stands before the
// portal, it says for whom it asks; what anybody else says of that is not believed.
func (v *Visit) address() string { return addressOf(v.R, v.p.proxies) }

func addressOf(r *http.Request, proxies []netip.Prefix) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	at, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, text := range slices.Backward(said) { // each adds whom it heard from at the end
		if !within(proxies, at) {
			break
		}
		before, known := addressIn(strings.TrimSpace(text))
		if !known {
			break
		}
		at = before
	}
	return household(at)
}

// addressIn reads an address; some of what stands before services puts a port to it, and brackets around one of IPv6.
func addressIn(text string) (netip.Addr, bool) {
	if with, err := netip.ParseAddrPort(text); err == nil {
		return with.Addr(), true
	}
	at, err := netip.ParseAddr(strings.Trim(text, "[]"))
	return at, err == nil
}

func within(nets []netip.Prefix, at netip.Addr) bool {
	return slices.ContainsFunc(nets, func(n netip.Prefix) bool { return n.Contains(at.Unmap()) })
}

// household is the address, or the network of an IPv6 one.
func household(at netip.Addr) string {
	at = at.Unmap().WithZone("")
	if at.Is6() {
		if network, err := at.Prefix(networkBits); err == nil {
			return network.String()
		}
	}
	return at.String()
}
