package cluster

import (
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/workflowservice/v1"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/server/common/headers"
)

const (
	council = "test"
	week    = 7 * 24 * time.Hour
)

// soon is longer than anything here should take, even on a busy machine.
func soon(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func start(t *testing.T, o Options) *Cluster {
	t.Helper()
	o.Namespace = council
	c, err := Start(soon(t), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, c) })
	return c
}

func stop(t *testing.T, c *Cluster) {
	t.Helper()
	if err := c.Stop(); err != nil {
		t.Error(err)
	}
}

func dial(t *testing.T, c *Cluster) client.Client {
	t.Helper()
	d, err := client.Dial(client.Options{HostPort: c.Address(), Namespace: council, Logger: silent{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	return d
}

func newFile(t *testing.T) string { return filepath.Join(t.TempDir(), "data #1", FileName) }

func TestTimerSurvivesStopAndStart(t *testing.T) {
	file := newFile(t)
	c := start(t, Options{File: file})
	run := openCase(t, dial(t, c), "case")
	stop(t, c)

	c = start(t, Options{File: file, TimeSkipping: true})
	d := dial(t, c)
	work(t, d)
	if err := c.FastForward(soon(t), "case", 6*week); err != nil {
		t.Fatal(err)
	}
	if got := state(t, d, "case"); got.Warned != 1 {
		t.Errorf("after six weeks the case had warned %d times, want 1", got.Warned)
	}
	if got := d.GetWorkflow(soon(t), "case", "").GetRunID(); got != run {
		t.Errorf("run %s became %s", run, got)
	}
}

func TestDeletedFileIsBegunAgain(t *testing.T) {
	file := newFile(t)
	c := start(t, Options{File: file})
	openCase(t, dial(t, c), "case")
	stop(t, c)
	if err := os.RemoveAll(filepath.Dir(file)); err != nil {
		t.Fatal(err)
	}

	d := dial(t, start(t, Options{File: file}))
	if _, err := d.DescribeWorkflowExecution(soon(t), "case", ""); err == nil {
		t.Error("the case outlived its file")
	}
}

func TestUnfinishedFileIsMadeAgain(t *testing.T) {
	file := newFile(t)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, left := range []string{file, file + ".unfinished"} {
		if err := os.WriteFile(left, []byte("half a schema"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	start(t, Options{File: file})
	if exists(file + ".unfinished") {
		t.Error("the file is finished and still marked")
	}
}

func TestFileIsPrivate(t *testing.T) {
	file := newFile(t)
	start(t, Options{File: file})
	for _, part := range []string{"", "-wal", "-shm", ".lock"} {
		info, err := os.Stat(file + part)
		if err != nil {
			t.Fatal(err)
		}
		if mode := info.Mode().Perm(); mode != 0o600 {
			t.Errorf("%s has mode %o, want 600", file+part, mode)
		}
	}
}

func TestSearchAttributeAddedToExistingFile(t *testing.T) {
	file := newFile(t)
	before := map[string]enums.IndexedValueType{"Stage": enums.INDEXED_VALUE_TYPE_KEYWORD}
	stop(t, start(t, Options{File: file, SearchAttributes: before}))

	after := map[string]enums.IndexedValueType{
		"Stage": enums.INDEXED_VALUE_TYPE_KEYWORD, "Panel": enums.INDEXED_VALUE_TYPE_KEYWORD, "DueAt": enums.INDEXED_VALUE_TYPE_DATETIME,
	}
	c := start(t, Options{File: file, SearchAttributes: after, Retention: 3 * 24 * time.Hour})
	d := dial(t, c)
	_, err := d.ExecuteWorkflow(soon(t), client.StartWorkflowOptions{ID: "case", TaskQueue: queue, TypedSearchAttributes: temporal.NewSearchAttributes(
		temporal.NewSearchAttributeKeyKeyword("Stage").ValueSet("panel"),
		temporal.NewSearchAttributeKeyKeyword("Panel").ValueSet("thursday"),
	)}, Case, "Warn")
	if err != nil {
		t.Fatal(err)
	}
	awaitCount(t, d, "Panel = 'thursday' and Stage = 'panel'", 1)

	ns, err := d.WorkflowService().DescribeNamespace(soon(t), &workflowservice.DescribeNamespaceRequest{Namespace: council})
	if err != nil {
		t.Fatal(err)
	}
	if got := ns.GetConfig().GetWorkflowExecutionRetentionTtl().AsDuration(); got != 3*24*time.Hour {
		t.Errorf("retention of the existing namespace is %s", got)
	}
	stop(t, c)

	_, err = Start(soon(t), Options{File: file, Namespace: council,
		SearchAttributes: map[string]enums.IndexedValueType{"Stage": enums.INDEXED_VALUE_TYPE_INT}})
	wantError(t, err, "search attribute Stage is Keyword in "+file+", and its type cannot change")
}

// awaitCount waits because lists lag a little behind.
func awaitCount(t *testing.T, d client.Client, query string, want int64) {
	t.Helper()
	err := until(soon(t), 20*time.Millisecond, func() error {
		r, err := d.CountWorkflow(t.Context(), &workflowservice.CountWorkflowExecutionsRequest{Query: query})
		if err == nil && r.GetCount() != want {
			return errors.New("not yet")
		}
		return err
	})
	if err != nil {
		t.Errorf("count of %q never became %d: %v", query, want, err)
	}
}

func TestTakenPorts(t *testing.T) {
	l, err := net.Listen("tcp", loopback(0))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	port := l.Addr().(*net.TCPAddr).Port

	for option, o := range map[string]Options{"--temporal-port": {Port: port}, "--ui-port": {UIPort: port}} {
		o.Namespace, o.File = council, newFile(t)
		_, err := Start(soon(t), o)
		wantError(t, err, "is taken: another SEND Panel or Temporal is running; stop it, or choose another with "+option)

		again, err := lockFile(o.File)
		if err != nil {
			t.Errorf("a failed start kept its lock: %v", err)
		}
		again.release()
	}
}

func TestAddressesAreTheOnesAskedFor(t *testing.T) {
	free, err := freePorts(2)
	if err != nil {
		t.Fatal(err)
	}
	c := start(t, Options{Port: free[0], UIPort: free[1]})
	if c.Address() != loopback(free[0]) {
		t.Errorf("address is %s, asked for port %d", c.Address(), free[0])
	}
	for _, page := range []string{"/", "/api/v1/namespaces"} {
		r, err := http.Get(c.UIAddress() + page)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != http.StatusOK {
			t.Errorf("the UI answered %s to %s", r.Status, page)
		}
	}
}

func TestFileNameFollowsTheServer(t *testing.T) {
	minor := headers.ServerVersion[:strings.LastIndex(headers.ServerVersion, ".")]
	if want := "temporal-" + minor + ".db"; FileName != want {
		t.Errorf("FileName is %s, but server %s may not read what another wrote: want %s", FileName, headers.ServerVersion, want)
	}
}

func TestNamespaceIsNeeded(t *testing.T) {
	_, err := Start(t.Context(), Options{})
	wantError(t, err, "Namespace is empty")
}

func wantError(t *testing.T, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Errorf("error is %v\nwant one that says %q", err, part)
	}
}
