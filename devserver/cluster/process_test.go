package cluster

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"go.temporal.io/sdk/client"
)

// fileOfChild tells a copy of the test binary to hold this file's cluster until it is killed.
const fileOfChild = "SENDPANEL_TEST_CLUSTER_FILE"

func TestMain(m *testing.M) {
	if file := os.Getenv(fileOfChild); file != "" {
		fmt.Println(hold(file))
		select {}
	}
	os.Exit(m.Run())
}

// hold starts a cluster with one case in it, and says its run or what went wrong.
func hold(file string) string {
	ctx := context.Background()
	c, err := Start(ctx, Options{File: file, Namespace: council})
	if err != nil {
		return err.Error()
	}
	d, err := client.Dial(client.Options{HostPort: c.Address(), Namespace: council, Logger: silent{}})
	if err != nil {
		return err.Error()
	}
	run, err := d.ExecuteWorkflow(ctx, client.StartWorkflowOptions{ID: "case", TaskQueue: queue}, Case, "Warn")
	if err != nil {
		return err.Error()
	}
	return run.GetRunID()
}

func TestSecondProcessIsRefusedAndKilledOneForgotten(t *testing.T) {
	file := newFile(t)
	child := exec.CommandContext(soon(t), os.Args[0])
	child.Env = append(os.Environ(), fileOfChild+"="+file)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	run, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}

	_, err = Start(soon(t), Options{File: file, Namespace: council})
	wantError(t, err, fmt.Sprintf("%s is in use by another SEND Panel (process %d): stop that one first", file, child.Process.Pid))

	if err := child.Process.Kill(); err != nil { // as kill -9 does
		t.Fatal(err)
	}
	child.Wait()
	d := dial(t, start(t, Options{File: file}))
	e, err := d.DescribeWorkflowExecution(soon(t), "case", "")
	if err != nil {
		t.Fatal(err)
	}
	if got := e.GetWorkflowExecutionInfo().GetExecution().GetRunId(); got != strings.TrimSpace(run) {
		t.Errorf("the case's run is %s, was %s", got, run)
	}
}
