package check

const normal = "/BM /Normal"

// inked is a picture’s colour space of one ink or several.
const spot = "[/Separation /Gold /DeviceRGB <</FunctionType 2 /N 1>>]"

var mutantsOfColour = []mutant{
	{"a profile of a link", "A-6.2.3-profile", "{{profile}}", "{{profile}}", []string{"/DestOutputProfile 6 0 R", "/DestOutputProfile 8 0 R"}},
	{"two output intents of two profiles", "A-6.2.3", "/OutputIntents [", "/OutputIntents [<</S /GTS_PDFA1 /OutputConditionIdentifier (x) /DestOutputProfile 7 0 R>> ", nil},
	{"an output intent of another file", "A-6.2.3", "/OutputIntents [", "/OutputIntents [<</S /GTS_PDFX /DestOutputProfileRef <<>>>> ", nil},
	{"a picture with a profile that is none", "A-6.2.3-profile", "/ColorSpace /DeviceRGB", "/ColorSpace [/ICCBased 8 0 R]", nil},
	{"inks of a profile over others", "A-6.2.4.2", normal, normal + " /OPM 1 /op true", []string{"0 0 5 5 re S", "/C1 cs 0 0 5 5 re S", "/Resources <<>>", "/Resources <</ColorSpace <</C1 [/ICCBased 61 0 R]>> /ExtGState <</G1 <</OPM 1 /op true>>>> >>",
		"/C1 cs 0 0", "/G1 gs /C1 cs 0 0", "70 0 obj\n", "61 0 obj\n<</N 4 /Length LEN>>\nstream\nx\nendstream\nendobj\n70 0 obj\n"}},
	{"colours with a profile of greys", "A-6.2.4.3", "{{profile}}", "{{grey}}", []string{"<</N 3 ", "<</N 1 "}},
	{"an ink that is not described", "A-6.2.4.4", "/ColorSpace /DeviceRGB", "/ColorSpace [/DeviceN [/Gold] /DeviceRGB <</FunctionType 2>> <<>>]", nil},
	{"an ink described in two ways", "A-6.2.4.4", "/ColorSpace /DeviceRGB", "/ColorSpace [/DeviceN [/Gold] /DeviceRGB <<>> <</Colorants <</Gold " + spot + " /Gold2 [/Separation /Gold /DeviceGray <<>>]>>>>]", nil},
	{"another transfer function", "A-6.2.5", normal, normal + " /TR2 /Identity", nil},
	{"a halftone’s phase", "A-6.2.5", normal, normal + " /HTP [0 0]", nil},
	{"a halftone of an unknown type", "A-6.2.5", normal, normal + " /HT <</HalftoneType 6>>", nil},
	{"a halftone with a name", "A-6.2.5", normal, normal + " /HT <</HalftoneType 1 /HalftoneName (x)>>", nil},
	{"a halftone with a transfer function", "A-6.2.5", normal, normal + " /HT <</HalftoneType 5 /Default <</HalftoneType 1>> /Cyan <</HalftoneType 1 /TransferFunction /Identity>>>>", nil},
	{"a picture with other versions", "A-6.2.8", "/BitsPerComponent 8", "/BitsPerComponent 8 /Alternates []", nil},
	{"a picture for the press’s own server", "A-6.2.8", "/BitsPerComponent 8", "/BitsPerComponent 8 /OPI <<>>", nil},
	{"a picture of three bits", "A-6.2.8", "/BitsPerComponent 8", "/BitsPerComponent 3", nil},
	{"a mask of two bits", "A-6.2.8", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "/BitsPerComponent 2 /ImageMask true", nil},
	{"a JPEG 2000 picture of two colours", "A-6.2.8.3", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "/Filter /JPXDecode", inPicture("\x00\x03\x07\x07", "\x00\x02\x07\x07")},
	{"a JPEG 2000 picture described twice", "A-6.2.8.3", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "/Filter /JPXDecode",
		inPicture("\x00\x00\x00\x2djp2h", "\x00\x00\x00\x3cjp2h\x00\x00\x00\x0fcolr\x02\x00\x00\x00\x00\x00\x00")},
	{"a JPEG 2000 picture of an unknown method", "A-6.2.8.3", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "/Filter /JPXDecode", inPicture("colr\x01", "colr\x04")},
	{"a JPEG 2000 picture of CIEJab", "A-6.2.8.3", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "/Filter /JPXDecode", inPicture("\x00\x00\x00\x10", "\x00\x00\x00\x13")},
	{"a JPEG 2000 picture of mixed depths", "A-6.2.8.3", "/BitsPerComponent 8 /ColorSpace /DeviceRGB", "/Filter /JPXDecode", inPicture("\x00\x03\x07\x07", "\x00\x03\xff\x07")},
	{"a drawing of PostScript", "A-6.2.9", "/Subtype /Form", "/Subtype /PS", nil},
	{"something transparent without colours", "A-6.2.10", "/ca 1", "/ca 0.5", []string{"/S /GTS_PDFA1", "/S /GTS_PDFX"}},
	{"greys without an output intent", "A-6.2.3", "/DestOutputProfile 6 0 R", "", nil},
}
