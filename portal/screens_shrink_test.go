package portal

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"slices"
)

// tallest is how much of a page a picture shows, in pixels from the top.
const tallest = 1200

// shrink cuts a picture below what one sees at first, and keeps the 128 colours that are most frequent: a page has few.
func shrink(file string) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	full, err := png.Decode(in)
	if err := in.Close(); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	area := full.Bounds()
	area.Max.Y = min(area.Max.Y, area.Min.Y+tallest)
	small := image.NewPaletted(area, frequent(full, area))
	draw.Draw(small, area, full, area.Min, draw.Src)
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(out, small); err != nil {
		return err
	}
	return out.Close()
}

func frequent(full image.Image, area image.Rectangle) color.Palette {
	counts := map[color.RGBA]int{}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			c := color.RGBAModel.Convert(full.At(x, y)).(color.RGBA)
			counts[c]++
		}
	}
	all := make([]color.RGBA, 0, len(counts))
	for c := range counts {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int { return counts[b] - counts[a] })
	var p color.Palette
	for _, c := range all[:min(len(all), 128)] {
		p = append(p, c)
	}
	return p
}
