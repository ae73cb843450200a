package look

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sendpanel/portal/words"
)

// TestPaletteKeepsContrast tries thousands of colours, and the corners.
func TestPaletteKeepsContrast(t *testing.T) {
	for _, s := range []string{"#000000", "#ffffff", "#ffff00", "#ff0000", "#00ff00", "#0000ff", "#808080", "#1d4f91", "#ffd34d"} {
		c, err := ParseColour(s)
		if err != nil {
			t.Fatal(err)
		}
		keepsContrast(t, c)
	}
	rapid.Check(t, func(t *rapid.T) {
		keepsContrast(t, Colour{rapid.Uint8().Draw(t, "red"), rapid.Uint8().Draw(t, "green"), rapid.Uint8().Draw(t, "blue")})
	})
}

type failer interface {
	Errorf(format string, args ...any)
}

func keepsContrast(t failer, c Colour) {
	p := NewPalette(c)
	for _, pair := range []struct {
		what   string
		a, b   Colour
		enough float64
	}{
		{"white on the header", white, p.Brand, 4.5}, {"white on a pressed button", white, p.Deep, 4.5},
		{"a quiet button on white", p.Brand, white, 4.5}, {"a quiet button pointed at", p.Deep, p.Tint, 4.5},
		{"a link on paper", p.Link, paper, 4.5}, {"a link on white", p.Link, white, 4.5}, {"a link on tint", p.Link, p.Tint, 4.5},
		{"words on tint", ink, p.Tint, 7}, {"an edge on paper", p.Edge, paper, 3}, {"an edge on tint", p.Edge, p.Tint, 3},
		{"what is gone on the track", p.Brand, Colour{0xe6, 0xe2, 0xd8}, 3},
		{"a quiet button’s edge, pointed at", p.Brand, p.Tint, 3}, {"a choice that is made", p.Brand, p.Tint, 3}, {"a task pointed at, its link", p.Link, p.Tint, 4.5},
		{"a task pointed at, its hint", Colour{0x4f, 0x59, 0x55}, p.Tint, 4.5}, {"a file held over its place", p.Brand, p.Tint, 3},
		{"the focus on the header", Colour{0xff, 0xd3, 0x4d}, p.Brand, 3}, {"a pressed button beside one that is not", p.Deep, paper, 4.5},
	} {
		if got := Contrast(pair.a, pair.b); got < pair.enough {
			t.Errorf("council colour %s: %s has a contrast of %.2f, %.1f is wanted", c, pair.what, got, pair.enough)
		}
	}
}

// TestTokensKeepContrast reads the tokens that do not follow the council and tries the pairs that are used.
func TestTokensKeepContrast(t *testing.T) {
	css, err := cssFiles.ReadFile("css/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	token := map[string]Colour{}
	for _, m := range regexp.MustCompile(`--([a-z-]+):(#[0-9a-f]{6})`).FindAllStringSubmatch(string(css), -1) {
		if token[m[1]], err = ParseColour(m[2]); err != nil {
			t.Fatal(err)
		}
	}
	if token["paper"] != paper || token["ink"] != ink || token["surface"] != white {
		t.Error("paper, ink and surface differ between the style sheet and the palette")
	}
	for _, pair := range []struct {
		front, ground string
		enough        float64
	}{
		{"ink", "paper", 7}, {"ink", "surface", 7}, {"ink", "focus", 7}, {"muted", "paper", 4.5}, {"muted", "surface", 4.5}, {"muted", "track", 4.5},
		{"soon", "soon-tint", 4.5}, {"late", "late-tint", 4.5}, {"done", "done-tint", 4.5}, {"info", "info-tint", 4.5}, {"plain", "plain-tint", 4.5},
		{"late", "surface", 4.5}, {"soon", "surface", 4.5}, {"late", "paper", 4.5}, {"ink", "soon-tint", 7}, {"ink", "late-tint", 7}, {"muted", "soon-tint", 4.5},
		{"line-strong", "surface", 3}, {"line-strong", "paper", 3},
		// States: a button that waits, one that warns and is pointed at, a field that is wrong, what has the focus.
		{"surface", "muted", 4.5}, {"surface", "late", 4.5}, {"surface", "late-deep", 4.5}, {"late", "surface", 4.5}, {"ink", "focus", 7}, {"late", "focus", 4.5}, {"soon", "track", 3}, {"late", "track", 3}, {"done", "track", 3},
	} {
		front, ok := token[pair.front]
		ground, both := token[pair.ground]
		if !ok || !both {
			t.Fatalf("no token %s or %s", pair.front, pair.ground)
		}
		if got := Contrast(front, ground); got < pair.enough {
			t.Errorf("%s on %s has a contrast of %.2f, %.1f is wanted", pair.front, pair.ground, got, pair.enough)
		}
	}
}

// TestMoreContrast reads what the tokens become for whoever asks for more contrast: words 7:1, lines 4.5:1.
func TestMoreContrast(t *testing.T) {
	css, err := cssFiles.ReadFile("css/modes.css")
	if err != nil {
		t.Fatal(err)
	}
	more, _, _ := strings.Cut(string(css)[strings.Index(string(css), "prefers-contrast:more"):], "}")
	token := map[string]Colour{}
	for _, m := range regexp.MustCompile(`--([a-z-]+):(#[0-9a-f]{6})`).FindAllStringSubmatch(more, -1) {
		if token[m[1]], err = ParseColour(m[2]); err != nil {
			t.Fatal(err)
		}
	}
	for name, enough := range map[string]float64{"muted": 7, "line": 4.5, "line-strong": 7} {
		if got := Contrast(token[name], token["paper"]); got < enough {
			t.Errorf("%s has a contrast of %.2f, %.1f is wanted", name, got, enough)
		}
	}
	if token["paper"] != white {
		t.Errorf("the paper is %s", token["paper"])
	}
}

func TestParseColour(t *testing.T) {
	for _, s := range []string{"", "blue", "#1d4f9", "#1d4f9g", "1d4f911", "#-1d4f9"} {
		if c, err := ParseColour(s); err == nil {
			t.Errorf("%q was read as %s", s, c)
		}
	}
	if c, err := ParseColour("#1D4f91"); err != nil || c.String() != "#1d4f91" {
		t.Errorf("%s, %v", c, err)
	}
	if _, err := New("blue", english(t)); err == nil || !strings.Contains(err.Error(), "#1d4f91") {
		t.Errorf("a colour by name: %v", err)
	}
}

// TestStyle holds the style sheet to its own rules.
func TestStyle(t *testing.T) {
	l, err := New("#1d4f91", english(t))
	if err != nil {
		t.Fatal(err)
	}
	css := string(l.assets.byName["style.css"].body)
	if len(css) > 40<<10 {
		t.Errorf("the style sheet has %d bytes, 40 KB at most", len(css))
	}
	if n := len(l.assets.byName["app.js"].body); n > 10<<10 {
		t.Errorf("the script has %d bytes, 10 KB at most", n)
	}
	if strings.Contains(css, "font:atkinson") || regexp.MustCompile(`url\((https?:)?//`).MatchString(css) {
		t.Error("the style sheet asks for something that is not here")
	}
	for _, size := range regexp.MustCompile(`font-size:([^;}]+)`).FindAllStringSubmatch(css, -1) {
		if !regexp.MustCompile(`^(var\(--t(16|18|20|25|36)\)|\d+%)$`).MatchString(size[1]) {
			t.Errorf("a size of type outside the scale: %s", size[0])
		}
	}
	for _, step := range regexp.MustCompile(`(?:margin|padding|gap)[a-z-]*:([^;}]+)`).FindAllStringSubmatch(css, -1) {
		for _, px := range regexp.MustCompile(`(\d+)px`).FindAllStringSubmatch(step[1], -1) {
			if n := px[1]; n != "1" && !regexp.MustCompile(`^(0|4|8|12|14|16|20|24|28|32|40|44|48|52|64)$`).MatchString(n) {
				t.Errorf("a space outside the steps: %s", step[0])
			}
		}
	}
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`var\(--([a-z0-9-]+)\)`).FindAllStringSubmatch(css, -1) {
		used[m[1]] = true
		if !strings.Contains(css, "--"+m[1]+":") {
			t.Errorf("the token --%s is used and not set", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`--([a-z0-9-]+):`).FindAllStringSubmatch(css, -1) {
		if !used[m[1]] && !regexp.MustCompile(`^s\d+$`).MatchString(m[1]) {
			t.Errorf("the token --%s is set and not used", m[1])
		}
	}
}

func TestAssets(t *testing.T) {
	l, err := New("#1d4f91", english(t))
	if err != nil {
		t.Fatal(err)
	}
	other, err := New("#0f4c4a", english(t))
	if err != nil {
		t.Fatal(err)
	}
	if l.Asset("style.css") == other.Asset("style.css") || l.Asset("app.js") != other.Asset("app.js") {
		t.Error("an address follows the content, and nothing else")
	}
	r := httptest.NewRequest(http.MethodGet, l.Asset("style.css"), nil)
	r.Header.Set("Accept-Encoding", "br, gzip")
	w := httptest.NewRecorder()
	l.ServeHTTP(w, r)
	if w.Code != http.StatusOK || w.Header().Get("Content-Encoding") != "gzip" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(z); err != nil || string(body) != string(l.assets.byName["style.css"].body) {
		t.Errorf("what is compressed differs: %v", err)
	}
	for method, address := range map[string]string{http.MethodPost: l.Asset("app.js"), http.MethodGet: "/static/style.css"} {
		w := httptest.NewRecorder()
		l.ServeHTTP(w, httptest.NewRequest(method, address, nil))
		if w.Code != http.StatusNotFound {
			t.Errorf("%s %s: %d", method, address, w.Code)
		}
	}
	font := httptest.NewRecorder()
	l.ServeHTTP(font, httptest.NewRequest(http.MethodGet, l.Asset("atkinson-400.woff2"), nil))
	if font.Header().Get("Content-Type") != "font/woff2" || font.Body.Len() < 5000 {
		t.Errorf("the font: %v, %d bytes", font.Header(), font.Body.Len())
	}
}

func TestRichEscapes(t *testing.T) {
	if got := rich(`<b>** & **two**`); got != `&lt;b&gt;<strong> &amp; </strong>two**` {
		t.Error(got)
	}
	if got := paras("One\r\nline\n\n<two>"); got != "<p>One<br>line</p><p>&lt;two&gt;</p>" {
		t.Error(got)
	}
}

func TestPagination(t *testing.T) {
	shown := func(total, current int) string {
		var b strings.Builder
		for _, p := range NewPagination("Requests", total, 20, current, func(int) string { return "" }).Pages {
			switch {
			case p.Number == 0:
				b.WriteString("… ")
			case p.Current:
				b.WriteString("[" + thousands(p.Number) + "] ")
			default:
				b.WriteString(thousands(p.Number) + " ")
			}
		}
		return strings.TrimSpace(b.String())
	}
	for want, got := range map[string]string{"": shown(20, 1), "1 … 5 [6] 7 … 21": shown(412, 6), "[1] 2 … 21": shown(412, 1), "1 … 20 [21]": shown(412, 99), "[1] 2": shown(21, 0)} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func english(t *testing.T) words.Words {
	t.Helper()
	w, err := words.English()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestTheScriptSaysWhatTheListHas compares the script with the words that it is given.
func TestTheScriptSaysWhatTheListHas(t *testing.T) {
	l, err := New("#1d4f91", english(t))
	if err != nil {
		t.Fatal(err)
	}
	given := map[string]string{}
	if err := json.Unmarshal([]byte(l.script), &given); err != nil {
		t.Fatal(err)
	}
	js := string(l.assets.byName["app.js"].body)
	for _, key := range scriptKeys() {
		if given[key] == "" || !strings.Contains(js, "'"+key+"'") {
			t.Errorf("%q: the page gives %q, and the script must say it", key, given[key])
		}
	}
	for _, m := range regexp.MustCompile(`said\('([a-z-]+)'`).FindAllStringSubmatch(js, -1) {
		if given[m[1]] == "" {
			t.Errorf("the script says %q, which it is not given", m[1])
		}
	}
	code := regexp.MustCompile(`(?m)^\s*//.*$`).ReplaceAllString(js, "")
	if own := regexp.MustCompile("['`][A-Z][a-z]+ [a-z]+[^'`]*['`]").FindAllString(code, -1); len(own) > 0 {
		t.Errorf("the script has words of its own: %q", own)
	}
	if _, err := New("#1d4f91", words.Words{}); err == nil {
		t.Error("a look without words was made")
	}
}
