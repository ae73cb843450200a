package council

import "reflect"

// Clone is the settings with nothing shared: a change of one leaves the other as it is.
func (c Council) Clone() Council {
	deepen(reflect.ValueOf(&c).Elem())
	return c
}

// deepen gives a value its own copy of every slice and pointer below it. Settings hold no maps.
func deepen(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		v.Set(own)
		for i := range v.Len() {
			deepen(v.Index(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		own := reflect.New(v.Type().Elem())
		own.Elem().Set(v.Elem())
		v.Set(own)
		deepen(own.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				deepen(f)
			}
		}
	}
}
