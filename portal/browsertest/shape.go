package browsertest

import (
	"context"
	_ "embed"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

//go:embed shape.js
var shape string

// The style sheets of readers: the text spacing of WCAG 2.2, 1.4.12, and type of twice the size, 1.4.4.
const (
	spacing = `*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}`
	doubled = `html{font-size:200%!important}`
)

// sheetOfPaper is the width that A4 leaves between the margins, in CSS pixels.
const sheetOfPaper = 657

// check is one way of looking at the page in the tab.
type check struct {
	how  string
	call string // of shape.js
}

func plain(find string) check { return check{"", find + "()"} }

func styled(how, css, dir, find string) check {
	return check{how, fmt.Sprintf("with(%q,%q,function(){return this.%s()})", css, dir, find)}
}

// Shape finds, as sentences, what keeps the page in the tab from being read or worked: at three widths, with the text
// spacing and the size of type that a reader sets, from right to left, with the colours of the system, with less motion
// and on paper. It leaves the tab 1,280 pixels wide, on a screen.
func Shape(ctx context.Context) ([]string, error) {
	var found []string
	look := func(where string, width int64, media string, features []*emulation.MediaFeature, checks ...check) error {
		if err := chromedp.Do(ctx, Width(width), inMedium(media, features)); err != nil {
			return fmt.Errorf("set the tab to %s: %w", where, err)
		}
		for _, c := range checks {
			faults, err := chromedp.Run(ctx, chromedp.Evaluate[[]string]("("+shape+")."+c.call))
			if err != nil {
				return fmt.Errorf("look at the page, %s%s: %w", where, c.how, err)
			}
			for _, f := range faults {
				found = append(found, where+c.how+": "+f)
			}
		}
		return nil
	}
	less := []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	for _, err := range []error{
		look("on a phone", 320, "", nil, plain("wide"), plain("small"), styled(", spaced", spacing, "", "wide"), styled(", from right to left", "", "rtl", "wide")),
		look("on a tablet", 768, "", nil, plain("wide"), plain("small"), plain("obscured"), styled(", spaced", spacing, "", "wide")),
		look("on paper", sheetOfPaper, "print", nil, plain("paper")),
		look("with the system’s colours", 1280, "", less, plain("forced"), plain("moving")),
		look("on a desk", 1280, "", nil, plain("wide"), plain("small"), plain("obscured"), styled(", spaced", spacing, "", "wide"), styled(", twice as large", doubled, "", "wide"), styled(", from right to left", "", "rtl", "wide")),
	} {
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// inMedium shows the page as a medium does, with features that a reader has set; both may be empty.
func inMedium(medium string, features []*emulation.MediaFeature) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := cdp.Call(ctx, t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
			return err // without it a tab that nobody looks at shows no focus
		}
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium, Features: features})
		return err
	})
}
