package look

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
)

// StaticPath is where the assets are served.
const StaticPath = "/static/"

// sheets are the style sheets in the order in which they are joined.
var sheets = []string{"tokens", "base", "layout", "forms", "parts", "lists", "rail", "letter", "tabs", "paper", "panel", "tongue", "media", "modes", "print"}

type asset struct {
	body, zipped []byte // zipped is nil where compressing does not help
	kind         string
	address      string
}

// assets holds each asset by its plain name and by its hashed address.
type assets struct{ byName, byAddress map[string]*asset }

func newAssets(p Palette) (*assets, error) {
	a := &assets{map[string]*asset{}, map[string]*asset{}}
	err := fs.WalkDir(staticFiles, "static", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) == ".txt" || path.Ext(file) == ".md" {
			return err
		}
		body, err := staticFiles.ReadFile(file)
		if err != nil {
			return err
		}
		return a.add(path.Base(file), body)
	})
	if err != nil {
		return nil, fmt.Errorf("read the assets: %w", err)
	}
	css, err := a.styleSheet(p)
	if err != nil {
		return nil, err
	}
	if err := a.add("style.css", css); err != nil {
		return nil, err
	}
	return a, nil
}

// styleSheet joins the sheets and puts the addresses of the fonts, as "url(font:atkinson-400.woff2)", into them.
func (a *assets) styleSheet(p Palette) ([]byte, error) {
	var b bytes.Buffer
	for _, name := range sheets {
		part, err := cssFiles.ReadFile("css/" + name + ".css")
		if err != nil {
			return nil, fmt.Errorf("read the style sheets: %w", err)
		}
		b.Write(part)
		if name == "tokens" {
			b.WriteString(p.css())
		}
	}
	remarks := regexp.MustCompile(`/\*[^*]*\*/\n?`)
	css := strings.NewReplacer("}\n", "}", "{\n", "{").Replace(remarks.ReplaceAllString(b.String(), "")) // remarks and lines are for whoever writes it
	for name, font := range a.byName {
		css = strings.ReplaceAll(css, "url(font:"+name+")", "url("+font.address+")")
	}
	return []byte(css), nil
}

func (a *assets) add(name string, body []byte) error {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	it := &asset{body: body, kind: mime.TypeByExtension(ext)}
	if ext == ".woff2" {
		it.kind = "font/woff2"
	}
	it.address = StaticPath + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	if ext != ".woff2" {
		var b bytes.Buffer
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		if _, err := w.Write(body); err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		if err := w.Close(); err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		it.zipped = b.Bytes()
	}
	a.byName[name], a.byAddress[it.address] = it, it
	return nil
}

func (a *assets) address(name string) string {
	it, ok := a.byName[name]
	if !ok {
		panic(fmt.Sprintf("a page asks for the asset %q, which does not exist", name))
	}
	return it.address
}

func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	it, ok := a.byAddress[r.URL.Path]
	if !ok || r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", it.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("X-Content-Type-Options", "nosniff")
	body := it.body
	if it.zipped != nil {
		h.Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			body = it.zipped
		}
	}
	h.Set("Content-Length", fmt.Sprint(len(body)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // a reader who has gone is nobody’s fault
	}
}
