package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.temporal.io/api/workflowservice/v1"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/service"
	"sendpanel/statute"
)

// casesVariable is how many open cases [BenchmarkRestart] seeds, for a smaller machine or one that is busy. The bar is for
// the 20,000 that it seeds unless told otherwise, which the service takes up one by one: some six minutes on two
// cores that do nothing else.
const (
	casesVariable = "SENDPANEL_BENCH_CASES"
	casesOfTheBar = 20_000
)

// dataVariable names the data folder of an earlier run whose cases are carried already. The benchmark gives it to a process
// that it starts for the second half; set by hand, with [keepVariable] before, it measures without seeding.
const dataVariable = "SENDPANEL_BENCH_DATA"

// keepVariable names a folder that keeps the data of the run. Where a run was broken off in it, the next one goes on there.
const keepVariable = "SENDPANEL_BENCH_KEEP"

func openCases(b *testing.B, settings service.Settings) []casework.Ref {
	b.Helper()
	filled := settings.Filled()
	register, err := records.Open(b.Context(), records.Options{URL: filled.Register, Files: filled.Files})
	if err != nil {
		b.Fatal(err)
	}
	defer register.Close()
	refs, err := register.OpenCases(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return refs
}

func casesWanted(b *testing.B) int {
	b.Helper()
	said := os.Getenv(casesVariable)
	if said == "" {
		return casesOfTheBar
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		b.Fatalf("%s is %q, and should be a number of cases", casesVariable, said)
	}
	return n
}

// BenchmarkRestart seeds open cases in the register, has the service take them up, and starts it once more in a process of its
// own, as every restart is: how long until a command to one of them is answered, and how much memory the whole process takes.
//
// In one process the second start would find the workflows of the first: the SDK keeps them for all workers of a process,
// those that were stopped too, and a command to one of them waits until the server gives the task out again, 10 s later.
func BenchmarkRestart(b *testing.B) {
	if kept := os.Getenv(dataVariable); kept != "" {
		carriedBefore(b, service.Settings{Data: kept})
		return
	}
	settings, cases := tempData(b), casesWanted(b)
	if kept := os.Getenv(keepVariable); kept != "" {
		if err := os.MkdirAll(kept, 0o700); err != nil {
			b.Fatal(err)
		}
		settings.Data = kept
	}
	refs := seed(b, settings, cases)
	debug.FreeOSMemory() // seeding is no part of what is measured
	st := firstAnswer(b, settings, refs, fmt.Sprintf("%d open cases, none carried yet", cases), "first")
	st.awaitCarried(b, cases)
	memory(b, fmt.Sprintf("with %d cases taken up by the process that seeded them", cases))
	if err := st.stop(); err != nil {
		b.Fatal(err)
	}
	again := exec.CommandContext(b.Context(), os.Args[0], "-test.run", "^$", "-test.bench", "^BenchmarkRestart$", "-test.benchtime", "1x")
	again.Env = append(os.Environ(), dataVariable+"="+settings.Data)
	said, err := again.CombinedOutput()
	if err != nil {
		b.Fatalf("start again: %v\n%s", err, said)
	}
	fmt.Printf("the process that starts again says:\n%s\n", said) // of what is logged, a benchmark shows ten lines
}

// carriedBefore starts the service on cases that were carried before.
func carriedBefore(b *testing.B, settings service.Settings) {
	b.Helper()
	refs := openCases(b, settings)
	st := firstAnswer(b, settings, refs, fmt.Sprintf("%d open cases, all carried before", len(refs)), fmt.Sprint("again ", time.Now().UnixNano()))
	memory(b, "after the first answers")
	time.Sleep(quiet)
	memory(b, fmt.Sprintf("%.0f s later", quiet.Seconds()))
	if err := st.stop(); err != nil {
		b.Fatal(err)
	}
}

// quiet is long enough for what a service does after its start.
const quiet = 10 * time.Second

// firstAnswer starts everything and gives commands as soon as they can be given: to the case whose turn to be taken up comes
// last, and then to others, spread over all of them.
func firstAnswer(b *testing.B, settings service.Settings, refs []casework.Ref, what, key string) *stand {
	b.Helper()
	const bar, others = 5 * time.Second, 20
	began := time.Now()
	st, err := raise(b.Context(), settings)
	if err != nil {
		b.Fatal(err)
	}
	ask := func(n int) {
		st.do(b, refs[n], step{"amina.khan", key, casework.Consult{Whom: "family", How: "call", Asked: statute.DayOf(began)}})
	}
	up := time.Since(began)
	ask(len(refs) - 1)
	first := time.Since(began)
	for n := range others {
		ask(n * (len(refs) - 1) / others)
	}
	all := time.Since(began)
	b.ReportMetric(first.Seconds(), "s/"+strings.Fields(key)[0]+"-answer")
	verdict(b, first <= bar, "%s: the first command is answered %.2f s after the start, at most %.0f s (everything is up after %.2f s)", what, first.Seconds(), bar.Seconds(), up.Seconds())
	verdict(b, all <= bar, "%s: commands to %d cases, one after another, are answered %.2f s after the start, at most %.0f s", what, others+1, all.Seconds(), bar.Seconds())
	return st
}

// memory says how much of the process lies in the machine's memory: the server, the register, the worker and the seeding.
func memory(b *testing.B, when string) {
	b.Helper()
	const bar = 1 << 20 // kB
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Logf("the memory of the process is not to be had on this system: %v", err)
		return
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kB, err := strconv.Atoi(strings.Fields(rest + " ?")[0])
	if err != nil {
		b.Fatalf("read the memory of the process: %v", err)
	}
	b.ReportMetric(float64(kB)/1024, "MiB")
	verdict(b, kB <= bar, "%s: the process takes %d MiB, at most 1024", when, kB/1024)
}

// awaitCarried waits until a workflow has been started for every case and has recalled it.
func (st *stand) awaitCarried(b *testing.B, cases int) {
	b.Helper()
	most := patience + time.Duration(cases)*100*time.Millisecond
	err := within(most, func() error {
		select { // counting takes the server's time too
		case <-time.After(500 * time.Millisecond):
		case <-b.Context().Done():
		}
		asleep, err := st.desk.Register.NotAwake(b.Context(), 0)
		if err == nil && len(asleep) > 0 {
			err = fmt.Errorf("%d cases are not carried yet", len(asleep))
		}
		return err
	})
	if err != nil {
		b.Fatalf("%v\n%s", err, st.log)
	}
	count, err := st.desk.Cases.Temporal.CountWorkflow(b.Context(), &workflowservice.CountWorkflowExecutionsRequest{
		Namespace: namespace, Query: "ExecutionStatus = 'Running'",
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d workflows run", count.GetCount())
}

// seed stores open cases whose letters of acknowledgement went long ago, as after the loss of Temporal's database.
func seed(b *testing.B, settings service.Settings, cases int) []casework.Ref {
	b.Helper()
	filled := settings.Filled()
	options := records.Options{URL: filled.Register, Files: filled.Files}
	if err := records.Migrate(b.Context(), options); err != nil {
		b.Fatal(err)
	}
	register, err := records.Open(b.Context(), options)
	if err != nil {
		b.Fatal(err)
	}
	defer register.Close()
	refs, err := register.OpenCases(b.Context()) // of a run that was broken off
	if err != nil {
		b.Fatal(err)
	}
	for n := len(refs); n < cases; n++ {
		ref, err := seedOne(b, register, n)
		if err != nil {
			b.Fatal(err)
		}
		refs = append(refs, ref)
	}
	return refs
}

func seedOne(b *testing.B, register *records.Register, n int) (casework.Ref, error) {
	b.Helper()
	data := aRequest(b, n, 14)
	request, mends, err := casework.ParseRequest(data)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	ref, _, err := register.Receive(b.Context(), records.Receipt{Key: hex.EncodeToString(sum[:]), Year: time.Now().Year(), Original: data,
		Open: func(ref casework.Ref) ([]casework.Event, error) {
			events, err := casework.Begin(request, casework.Intake{
				Ref: ref, Council: "Northmere Borough Council", Officer: "amina.khan", Setting: request.SettingOf(),
				Original: hex.EncodeToString(sum[:]), ToMend: mends,
			}, nil)
			if err != nil {
				return nil, err
			}
			return acknowledged(events)
		}})
	return ref, err
}

// acknowledged adds that every letter owed has been issued.
func acknowledged(events []casework.Event) ([]casework.Event, error) {
	c, err := casework.Fold(events)
	if err != nil {
		return nil, err
	}
	var issued []casework.Body
	for _, owing := range c.Owed() {
		for _, key := range owing.Letters {
			issued = append(issued, casework.Issued{Letter: key, SHA256: strings.Repeat("0", 64), Dated: c.Opened.Received, By: statute.FirstClass})
		}
	}
	return append(events, c.Record(issued, casework.Engine(), c.Opened.Received.At(12, 0))...), nil
}
