package disclosure

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
)

// mostPixels bounds what a picture is unpacked to.
const mostPixels = 80 << 20

// asGood is the quality of a photograph that is written anew.
const asGood = 92

// cleanPicture draws a picture anew, so that nothing is left but what is seen: no place, no day, no preview, nothing after its end.
func cleanPicture(kind string, content []byte) ([]byte, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if size.Width <= 0 || size.Height <= 0 || size.Width > mostPixels/size.Height {
		return nil, fmt.Errorf("%w: it is %d by %d points large", ErrDamaged, size.Width, size.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	var anew bytes.Buffer
	if kind == "image/png" {
		err = png.Encode(&anew, picture)
	} else {
		err = jpeg.Encode(&anew, upright(picture, heldAt(content)), &jpeg.Options{Quality: asGood})
	}
	if err != nil {
		return nil, fmt.Errorf("draw a picture anew: %w", err)
	}
	return anew.Bytes(), nil
}

// upright turns a photograph as the camera was held: see the tag Orientation of Exif 2.32, 4.6.5.
func upright(p image.Image, held int) image.Image {
	b := p.Bounds()
	w, h := b.Dx(), b.Dy()
	places := map[int]func(x, y int) (int, int){
		2: func(x, y int) (int, int) { return w - 1 - x, y },
		3: func(x, y int) (int, int) { return w - 1 - x, h - 1 - y },
		4: func(x, y int) (int, int) { return x, h - 1 - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, h - 1 - x },
		7: func(x, y int) (int, int) { return w - 1 - y, h - 1 - x },
		8: func(x, y int) (int, int) { return w - 1 - y, x },
	}
	at, is := places[held]
	if !is {
		return p
	}
	size := image.Rect(0, 0, w, h)
	if held >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	drawn := image.NewRGBA(size)
	for y := range size.Dy() {
		for x := range size.Dx() {
			fromX, fromY := at(x, y)
			drawn.Set(x, y, p.At(b.Min.X+fromX, b.Min.Y+fromY))
		}
	}
	return drawn
}

const orientation = 0x0112

// heldAt is the number of the way in which the camera was held, 1 where nothing says.
func heldAt(photo []byte) int {
	at := bytes.Index(photo[:min(len(photo), 1<<16)], []byte("Exif\x00\x00"))
	if at < 0 || len(photo) < at+14 {
		return 1
	}
	tiff := photo[at+6 : min(len(photo), at+6+1<<16)]
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(tiff, []byte("II")) {
		order = binary.LittleEndian
	}
	entries := int(order.Uint32(tiff[4:8]))
	if entries < 8 || entries+2 > len(tiff) {
		return 1
	}
	for i := range int(order.Uint16(tiff[entries:])) {
		entry := entries + 2 + 12*i
		if entry+12 > len(tiff) {
			return 1
		}
		if order.Uint16(tiff[entry:]) == orientation {
			return int(order.Uint16(tiff[entry+8:]))
		}
	}
	return 1
}
