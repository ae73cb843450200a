// Package tagged makes PDF documents that screen readers and archives can rely on, PDF/UA-1 and PDF/A-2a at once, with
// an unmodified gofpdf.
//
// gofpdf knows nothing of tags. It keeps pages, fonts and objects, and writes the file; this package keeps the
// structure tree and does two things around it. On each page it brackets what is drawn in marked content that names its
// place in the tree ([Page]). When the document is finished it rewrites gofpdf’s file ([Document.Finish]): the catalogue
// gets language, metadata, structure tree and output intent; pages get their keys into the tree; the links, which
// gofpdf would write without a description, become annotations of their own; a faulty character map is replaced; the
// page contents are compressed.
//
// The rewriter knows exactly the file that gofpdf v1.16.2 writes, and refuses any other ([ErrShape]): a file that
// quietly misses its tags would be worse than none.
//
// Equal documents give equal bytes.
package tagged
