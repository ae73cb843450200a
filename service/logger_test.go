package service_test

import (
	"reflect"
	"strings"
	"testing"

	"sendpanel/service"
)

func TestTheHelpNamesEverySetting(t *testing.T) {
	said, settings := service.Described(), reflect.TypeFor[service.Settings]()
	named := 0
	for i := range settings.NumField() {
		name, _, _ := strings.Cut(settings.Field(i).Tag.Get("env"), ",")
		if name == "" || name == "-" {
			continue
		}
		named++
		if !strings.Contains(said, "  "+name+" ") {
			t.Errorf("the help does not name %s", name)
		}
	}
	if named < 20 {
		t.Errorf("only %d settings were found: the test looks in the wrong place", named)
	}
}

func TestTheLogIsWrittenAsTheSettingsSay(t *testing.T) {
	for how, want := range map[string]string{"json": `"msg":"ready"`, "text": "msg=ready"} {
		var to strings.Builder
		log, err := service.Settings{Log: how}.Logger(&to)
		if err != nil {
			t.Fatal(err)
		}
		log.Debug("not shown")
		log.Info("ready")
		if !strings.Contains(to.String(), want) || strings.Contains(to.String(), "not shown") {
			t.Errorf("%s gives %q", how, to.String())
		}
	}
	if _, err := (service.Settings{Log: "xml"}).Logger(&strings.Builder{}); err == nil {
		t.Error("a log in XML was promised")
	}
}
