package records

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"sendpanel/council"
)

// ErrNoSettings means that no settings have been applied, or none under the version asked for.
var ErrNoSettings = errors.New("the register holds no such settings of the council: apply them with starter settings apply")

// SettingsVersion says which settings of the council were put in force when, and by whom.
type SettingsVersion struct {
	Version int       `json:"version"` // from 1
	SHA256  string    `json:"sha256"`  // of the file, hexadecimal
	At      time.Time `json:"at"`
	By      string    `json:"by"`
	Account string    `json:"account"`
}

// ApplySettings puts a settings file in force and says what it changes, in the words of [council.Diff]; the first one
// changes nothing. From the next transaction on, commands are looked up in it.
//
// It checks the file as [council.Read] does, whose error it gives. The file that is in force already keeps its version.
// Who may apply settings is for the caller to ask: see [council.Council.MayChange].
func (r *Register) ApplySettings(ctx context.Context, data []byte, by, account string) (version int, changes []council.Change, err error) {
	fresh, err := council.Read(data)
	if err != nil {
		return 0, nil, err
	}
	if strings.TrimSpace(by) == "" {
		return 0, nil, errors.New("apply the council’s settings: say in whose name")
	}
	err = r.write(ctx, func(t tx) error {
		version, changes, err = r.applySettings(ctx, t, data, fresh, by, account)
		return err
	})
	if err != nil {
		return 0, nil, fmt.Errorf("apply the council’s settings: %w", err)
	}
	return version, changes, nil
}

func (r *Register) applySettings(ctx context.Context, t tx, data []byte, fresh council.Council, by, account string) (int, []council.Change, error) {
	end, err := t.tailOrNew(ctx, settingsLedger(), "") // nobody else applies any meanwhile
	if err != nil {
		return 0, nil, err
	}
	newest, err := t.newestSettings(ctx)
	if err == nil && newest.SHA256 == hexOf(data) {
		return newest.Version, nil, nil
	}
	if err != nil && !errors.Is(err, ErrNoSettings) {
		return 0, nil, err
	}
	var changes []council.Change
	older, _, err := r.settingsIn(ctx, t)
	switch {
	case err == nil:
		changes = council.Diff(older, fresh)
	case errors.Is(err, ErrNoSettings), errors.As(err, new(DamageError)): // what is damaged must not stand in the way
	default:
		return 0, nil, err
	}
	n, err := t.add(ctx, end, data, hexOf(data), r.now(), by, account)
	if err != nil {
		return 0, nil, err
	}
	return int(n), changes, t.save(ctx, end)
}

// Settings are the council's settings in force, and their version. The error is [ErrNoSettings] where there are none.
// They may be kept by others too: a caller that changes them takes a clone.
func (r *Register) Settings(ctx context.Context) (in council.Council, version int, err error) {
	err = r.read(ctx, func(t tx) error {
		in, version, err = r.settingsIn(ctx, t)
		return err
	})
	if err != nil {
		return council.Council{}, 0, fmt.Errorf("read the council’s settings: %w", err)
	}
	return in, version, nil
}

// SettingsAt are the council's settings as one version had them. The error is [ErrNoSettings] where there is none.
func (r *Register) SettingsAt(ctx context.Context, version int) (council.Council, error) {
	data, err := r.SettingsFile(ctx, version)
	if err != nil {
		return council.Council{}, err
	}
	return council.ReadStored(data)
}

// SettingsFile is the file of one version, exactly as it was applied.
func (r *Register) SettingsFile(ctx context.Context, version int) (data []byte, err error) {
	err = r.read(ctx, func(t tx) error {
		data, err = t.settingsFile(ctx, version)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read version %d of the council’s settings: %w", version, err)
	}
	return data, nil
}

// SettingsVersions lists every version, the first at the top.
func (r *Register) SettingsVersions(ctx context.Context) ([]SettingsVersion, error) {
	var list []SettingsVersion
	err := r.read(ctx, func(t tx) error {
		list = nil
		return t.each(ctx, func(rows *sql.Rows) error {
			v, at := SettingsVersion{}, ""
			err := rows.Scan(&v.Version, &v.SHA256, &at, &v.By, &v.Account)
			if err == nil {
				v.At, err = unstamped(at)
			}
			list = append(list, v)
			return err
		}, `SELECT n, sha256, stored_at, person, account FROM settings ORDER BY n`)
	})
	if err != nil {
		return nil, fmt.Errorf("list the versions of the council’s settings: %w", err)
	}
	return list, nil
}

// newest is the head of the chain of settings.
type newest struct {
	Version int
	SHA256  string
	link    []byte
}

// newestSettings is the one small query that every checked recording makes.
func (t tx) newestSettings(ctx context.Context) (newest, error) {
	var n newest
	err := t.row(ctx, `SELECT n, sha256, link FROM settings ORDER BY n DESC LIMIT 1`).Scan(&n.Version, &n.SHA256, &n.link)
	if isMissing(err) {
		err = ErrNoSettings
	}
	return n, err
}

// settingsFile is the file of one version, which must be what was stored.
func (t tx) settingsFile(ctx context.Context, version int) ([]byte, error) {
	const query = `SELECT s.digest, p.salt, p.content FROM settings s LEFT JOIN contents p ON p.chain = ? AND p.n = s.n WHERE s.n = ?`
	chain := settingsLedger().chain("")
	var digest, salt, content []byte
	err := t.row(ctx, query, chain, version).Scan(&digest, &salt, &content)
	if isMissing(err) {
		return nil, ErrNoSettings
	}
	if err == nil && !bytes.Equal(digest, digestOf(salt, content)) {
		err = DamageError{Where: place(chain, int64(version)), What: "the file is missing or is not what was stored"}
	}
	return content, err
}

// keptSettings are the settings that were read last. A version never changes, so that they are read again only when
// there is a newer one; the link tells also one that somebody has tampered with.
type keptSettings struct {
	mu   sync.Mutex
	head newest
	in   council.Council
}

// settingsIn are the settings in force within the transaction.
func (r *Register) settingsIn(ctx context.Context, t tx) (council.Council, int, error) {
	head, err := t.newestSettings(ctx)
	if err != nil {
		return council.Council{}, 0, err
	}
	if in, ok := r.settings.get(head); ok {
		return in, head.Version, nil
	}
	data, err := t.settingsFile(ctx, head.Version)
	if err != nil {
		return council.Council{}, 0, err
	}
	in, err := council.ReadStored(data)
	if err != nil {
		return council.Council{}, 0, err
	}
	r.settings.put(head, in)
	return in, head.Version, nil
}

func (k *keptSettings) get(head newest) (council.Council, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.in, k.head.Version == head.Version && bytes.Equal(k.head.link, head.link)
}

func (k *keptSettings) put(head newest, in council.Council) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.head, k.in = head, in
}
