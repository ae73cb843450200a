package check

import (
	"encoding/asn1"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkPermissions looks at what the catalog permits (6.1.12).
func (in *inspection) checkPermissions() {
	for key := range in.dict(in.catalog["Perms"]) {
		if key != "UR3" && key != "DocMDP" {
			in.fail("A-6.1.12", place{}, "the document has the permission %q", key)
		}
	}
}

// checkSignature looks at a digital signature (6.4.3): it covers the whole file, and is one signature with its certificate.
func (in *inspection) checkSignature(d types.Dict, number int) {
	at := place{object: number}
	for _, o := range in.array(d["Reference"]) {
		r := in.dict(o)
		if in.dict(in.catalog["Perms"])["DocMDP"] != nil && (r["DigestLocation"] != nil || r["DigestMethod"] != nil || r["DigestValue"] != nil) {
			in.fail("A-6.1.12", at, "a signature that certifies the document names a digest of its own")
		}
	}
	if !in.coversAll(in.array(d["ByteRange"])) {
		in.fail("A-6.4.3", at, "a signature does not cover the whole file")
	}
	if signers, certificates, err := signedBy(in.raw(d["Contents"])); err != nil || signers != 1 || certificates == 0 {
		in.fail("A-6.4.3", at, "a signature has %d signers and %d certificates, or cannot be read", signers, certificates)
	}
}

// coversAll reports whether two ranges leave out of the file just the string between them.
func (in *inspection) coversAll(ranges types.Array) bool {
	var v [4]int
	if len(ranges) != len(v) {
		return false
	}
	for i := range v {
		n, ok := in.integer(ranges[i])
		if !ok || n < 0 || n > len(in.pdf) {
			return false
		}
		v[i] = n
	}
	end := v[0] + v[1]
	return v[0] == 0 && end < v[2] && v[2]+v[3] == len(in.pdf) && in.pdf[end] == '<' && in.pdf[v[2]-1] == '>'
}

// signedBy reads a signature (PKCS #7, RFC 2315, section 9.1): how many have signed, and how many certificates are there.
func signedBy(der []byte) (signers, certificates int, err error) {
	var outer struct {
		Kind    asn1.ObjectIdentifier
		Content struct {
			Version      int
			Digests      asn1.RawValue `asn1:"set"`
			Content      asn1.RawValue
			Certificates asn1.RawValue `asn1:"optional,tag:0"`
			Revoked      asn1.RawValue `asn1:"optional,tag:1"`
			Signers      asn1.RawValue `asn1:"set"`
		} `asn1:"explicit,tag:0"`
	}
	if _, err := asn1.Unmarshal(der, &outer); err != nil { // zeros after it fill the place that was kept free
		return 0, 0, err
	}
	return count(outer.Content.Signers.Bytes), count(outer.Content.Certificates.Bytes), nil
}

// count is how many values stand one after the other.
func count(der []byte) (n int) {
	for len(der) > 0 {
		var v asn1.RawValue
		rest, err := asn1.Unmarshal(der, &v)
		if err != nil {
			return n
		}
		der = rest
		n++
	}
	return n
}
