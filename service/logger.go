package service

import (
	"fmt"
	"io"
	"log/slog"
)

// Logger writes the log as the settings say: one line for each thing that an operator should know, with the reference of
// a case but nothing of the child.
func (s Settings) Logger(to io.Writer) (*slog.Logger, error) {
	options := &slog.HandlerOptions{Level: s.LogLevel}
	switch s.Log {
	case "", "json":
		return slog.New(slog.NewJSONHandler(to, options)), nil
	case "text":
		return slog.New(slog.NewTextHandler(to, options)), nil
	}
	return nil, fmt.Errorf("SENDPANEL_LOG is %q, and should be json or text", s.Log)
}

// Described lists every setting of the environment with its default and what it is for, for a program's help.
func Described() string {
	return `Settings, all in the environment:
  SENDPANEL_DATA              the folder of the service (data)
  SENDPANEL_REGISTER          postgres://user:password@host/database, or a SQLite file (register.db in the data folder)
  SENDPANEL_FILES             the folder of letters and documents (files in the data folder)
  SENDPANEL_KEYS              the key set that seals what Temporal keeps (keys.json in the data folder)
  SENDPANEL_COUNCIL           the council's first settings (council.json in the data folder, else the invented council)
  SENDPANEL_PRINT             the folder for letters to be printed and posted (print in the data folder)
  SENDPANEL_BUILD_ID          names this build to a cluster that versions its workers (none)
  SENDPANEL_HEALTH            where /livez, /readyz and /metrics are answered (127.0.0.1:8080), or off
  SENDPANEL_HTTP              where the portal is served (127.0.0.1:8080), or off
  SENDPANEL_BASE              the address people type, as https://send.northmere.gov.uk (http:// and SENDPANEL_HTTP)
  SENDPANEL_PROXIES           what may stand before the portal and say for whom it asks (127.0.0.0/8,::1/128)
  SENDPANEL_OUTBOX            the folder for codes and links where no other way is set up (outbox in the data folder)
  SENDPANEL_CLAMD             the virus scanner: unix:/run/clamav/clamd.ctl or host:3310 (none)
  SENDPANEL_OIDC_ISSUER       where staff and schools sign in by OpenID Connect (none: local accounts alone)
  SENDPANEL_OIDC_CLIENT       the name under which it knows the portal
  SENDPANEL_OIDC_SECRET       and its secret
  SENDPANEL_OIDC_NAME         and how people know it (your council account)
  SENDPANEL_NOTIFY_KEY        the API key of GOV.UK Notify (none)
  SENDPANEL_NOTIFY_URL        where it answers, if not at GOV.UK
  SENDPANEL_NOTIFY_TEMPLATES  the IDs of its templates for e-mails and texts, joined by a comma
  SENDPANEL_NOTIFY_TOKEN      the token with which it tells of receipts and returned letters
  SENDPANEL_SMTP              the mail server, as smtp://user:password@mail.council.example:587 (none)
  SENDPANEL_FOLLOW            how often GOV.UK Notify is asked what became of letters (5m)
  SENDPANEL_LOG               how the log is written: json or text (json)
  SENDPANEL_LOG_LEVEL         debug, info, warn or error (info)
  SENDPANEL_DEMO              true: a demonstration, with a shifted clock and invented people (false)
  TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS_..., TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE
                              the cluster, for the worker (localhost:7233, default)
  GOGC, GOMEMLIMIT            Go's memory settings
docs/running.md and docs/runbook.md say more.
`
}
