package service

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/netip"
	"os"
	"path/filepath"
	"time"

	"github.com/caarlos0/env/v11"
)

// Settings say where everything is. All have defaults below the data folder, so that nothing need be set on one machine.
// The cluster is named by Temporal's usual variables (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, …), unless Temporal is set.
type Settings struct {
	Data     string `env:"SENDPANEL_DATA" envDefault:"data"`             // the folder of the service
	Register string `env:"SENDPANEL_REGISTER"`                           // postgres://…, or a SQLite file; default register.db in the data folder
	Files    string `env:"SENDPANEL_FILES"`                              // the folder of letters and documents; default files
	Keys     string `env:"SENDPANEL_KEYS"`                               // the key set that seals what Temporal keeps; default keys.json
	Council  string `env:"SENDPANEL_COUNCIL"`                            // the council's settings; default council.json if it is there, else the invented council
	Print    string `env:"SENDPANEL_PRINT"`                              // the folder for letters to be printed and posted; default print
	BuildID  string `env:"SENDPANEL_BUILD_ID"`                           // names this build to a cluster that versions its workers; empty for no versioning
	Health   string `env:"SENDPANEL_HEALTH" envDefault:"127.0.0.1:8080"` // where health checks are answered; "off" for nowhere
	HTTP     string `env:"SENDPANEL_HTTP" envDefault:"127.0.0.1:8080"`   // where the portal is served; "off" for nowhere. At the same address as health checks it answers both
	Base     string `env:"SENDPANEL_BASE"`                               // the address people type, as https://send.northmere.gov.uk, where something stands before the portal; default http:// and HTTP
	// Proxies are what may stand before the portal and say for whom it asks (X-Forwarded-For), as 10.1.0.0/16, joined by a comma.
	Proxies    []netip.Prefix `env:"SENDPANEL_PROXIES" envDefault:"127.0.0.0/8,::1/128"`
	Outbox     string         `env:"SENDPANEL_OUTBOX"`      // the folder for codes and links where no other way is set up; default outbox
	Clamd      string         `env:"SENDPANEL_CLAMD"`       // the virus scanner: unix:/run/clamav/clamd.ctl or host:3310; empty for none
	OIDCIssuer string         `env:"SENDPANEL_OIDC_ISSUER"` // where staff and schools sign in by OpenID Connect; empty for local accounts alone
	OIDCClient string         `env:"SENDPANEL_OIDC_CLIENT"` // the name under which it knows the portal
	OIDCSecret string         `env:"SENDPANEL_OIDC_SECRET" json:"-"`
	OIDCName   string         `env:"SENDPANEL_OIDC_NAME" envDefault:"your council account"` // as people know it
	Notify     string         `env:"SENDPANEL_NOTIFY_KEY" json:"-"`                         // the API key of GOV.UK Notify; empty for no letters, e-mails or texts through it
	NotifyAt   string         `env:"SENDPANEL_NOTIFY_URL"`                                  // where it answers, if not at GOV.UK
	NotifySays string         `env:"SENDPANEL_NOTIFY_TEMPLATES"`                            // the IDs of its templates for e-mails and texts, joined by a comma; each takes ((subject)) and ((text))
	NotifyTell string         `env:"SENDPANEL_NOTIFY_TOKEN" json:"-"`                       // the token with which it tells of receipts and returned letters
	SMTP       string         `env:"SENDPANEL_SMTP" json:"-"`                               // the mail server, as smtp://user:password@mail.council.example:587; empty for none
	Follow     time.Duration  `env:"SENDPANEL_FOLLOW" envDefault:"5m"`                      // how often GOV.UK Notify is asked what became of letters
	Log        string         `env:"SENDPANEL_LOG"`                                         // how the log is written: json or text; default json
	LogLevel   slog.Level     `env:"SENDPANEL_LOG_LEVEL" envDefault:"info"`                 // debug, info, warn or error
	Temporal   string         `env:"-"`                                                     // host and port of the cluster, where the program knows it
	Namespace  string         `env:"-"`                                                     // and its namespace
	Demo       bool           `env:"SENDPANEL_DEMO"`                                        // a demonstration: cases may run on a shifted clock, and invented people sign in with one click

	// Filling says how far a demonstration has been filled, of all; the portal tells it. Nil, or 0 of 0: it is not being filled.
	Filling func() (done, all int) `env:"-" json:"-"`
}

// FromEnvironment reads the settings from environment variables.
func FromEnvironment(environ []string) (Settings, error) {
	s, err := env.ParseAsWithOptions[Settings](env.Options{Environment: env.ToMap(environ)})
	if err != nil {
		return Settings{}, fmt.Errorf("read the settings: %w", err)
	}
	return s, nil
}

// Filled is the settings with every default put in, each path below the data folder.
func (s Settings) Filled() Settings {
	below := func(set *string, name string) {
		if *set == "" {
			*set = filepath.Join(s.Data, name)
		}
	}
	below(&s.Register, "register.db")
	below(&s.Files, "files")
	below(&s.Keys, "keys.json")
	below(&s.Print, "print")
	below(&s.Outbox, "outbox")
	if s.Council == "" {
		if own := filepath.Join(s.Data, "council.json"); exists(own) {
			s.Council = own
		}
	}
	if s.Follow <= 0 {
		s.Follow = 5 * time.Minute
	}
	if s.Namespace == "" {
		s.Namespace = "default"
	}
	return s
}

// notice is what a running service tells the programs beside it, in service.json in the data folder.
type notice struct {
	Schema    string   `json:"schema"`
	Temporal  string   `json:"temporal"`
	Namespace string   `json:"namespace"`
	Settings  Settings `json:"settings"`
}

const noticeSchema = "sendpanel/service/1"

// announce writes service.json, readable by its owner alone.
func (s Settings) announce() error {
	data, err := json.MarshalIndent(notice{Schema: noticeSchema, Temporal: s.Temporal, Namespace: s.Namespace, Settings: s}, "", "  ")
	if err != nil {
		return fmt.Errorf("write service.json: %w", err)
	}
	path := filepath.Join(s.Data, "service.json")
	if err := os.WriteFile(path+".new", data, 0o600); err != nil {
		return fmt.Errorf("write service.json: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("write service.json: %w", err)
	}
	return nil
}

// ErrNoService says that no service has ever run on the data folder.
var ErrNoService = errors.New("no service has run here yet: start it with make run, or name its data folder with --data")

// Announced reads what the service on the data folder said of itself.
func Announced(data string) (Settings, error) {
	raw, err := os.ReadFile(filepath.Join(data, "service.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, ErrNoService
	}
	if err != nil {
		return Settings{}, fmt.Errorf("read service.json: %w", err)
	}
	var n notice
	if err := json.Unmarshal(raw, &n); err != nil {
		return Settings{}, fmt.Errorf("read service.json: %w. Start the service again and it is written afresh", err)
	}
	if n.Schema != noticeSchema {
		return Settings{}, fmt.Errorf("service.json is of another version (%s): start the service again with this version", n.Schema)
	}
	n.Settings.Temporal, n.Settings.Namespace = n.Temporal, n.Namespace
	return n.Settings, nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
