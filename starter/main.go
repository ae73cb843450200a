// Command starter is SEND Panel at the command line: it hands in requests, shows and lists cases, records what people do
// in them, computes dates and verifies the register.
//
// It works beside a running service (make run) and finds it by its data folder. --as says in whose name something is
// done; the account on the machine is recorded beside it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"sendpanel/casework"
	"sendpanel/service"
	"sendpanel/workflows"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) }

// line is the whole command line.
type line struct {
	Data string `default:"data" env:"SENDPANEL_DATA" help:"Folder of the running service." type:"path"`

	Submit    SubmitCmd    `cmd:"" help:"Hand in requests for an assessment. The council's six weeks begin when they arrive."`
	List      ListCmd      `cmd:"" help:"List the open cases, the most urgent first."`
	Show      ShowCmd      `cmd:"" help:"Show a case: where it is, its timeline, letters and tasks."`
	Determine DetermineCmd `cmd:"" help:"Record that a plan may be necessary and the council is considering an assessment (s.36(3))."`
	Consult   ConsultCmd   `cmd:"" help:"Record that somebody was asked for their view, or gave it (s.36(4), s.36(7))."`
	View      ViewCmd      `cmd:"" help:"Record a panel member's own view, from a JSON file."`
	Recommend RecommendCmd `cmd:"" help:"Record the panel's recommendation, from a JSON file."`
	Decide    DecideCmd    `cmd:"" help:"Record the council's decision with its reasons, from a JSON file."`
	Do        DoCmd        `cmd:"" help:"Record any act, from a JSON file: release evidence, list, defer, call, claim an exception, …"`
	Posted    PostedCmd    `cmd:"" help:"Confirm that printed letters were posted."`
	Finish    FinishCmd    `cmd:"" help:"Record that a task was done."`
	Withdraw  WithdrawCmd  `cmd:"" help:"Record that the family withdraws the request."`
	Reassign  ReassignCmd  `cmd:"" help:"Give all open cases of an officer to another."`
	Invite    InviteCmd    `cmd:"" help:"Print the link with which somebody chooses a password for the portal: for the first accounts."`
	Letter    LetterCmd    `cmd:"" help:"Print a letter as text, or save it as PDF."`
	Letters   LettersCmd   `cmd:"" help:"Check letters, correct them, send them again, withdraw them, or take all of a case out."`
	Review    ReviewCmd    `cmd:"" help:"Show what a panel will look for and a request does not show yet. It stands in nobody's way."`
	Reply     ReplyCmd     `cmd:"" help:"Record a school's one-page reply to a request that it did not make."`
	Papers    PapersCmd    `cmd:"" help:"List for one of the family what the council has, asked for and did not receive."`
	Feedback  FeedbackCmd  `cmd:"" help:"Print the feedback note to the school."`
	Meetings  MeetingsCmd  `cmd:"" help:"List the panels' meetings."`
	Meeting   MeetingCmd   `cmd:"" help:"Call, hold and close a meeting of a panel."`
	Unopened  UnopenedCmd  `cmd:"" help:"Deal with what arrived and could not be opened as a case."`
	Export    ExportCmd    `cmd:"" help:"Save all that the register holds of a case, or check what was saved."`
	Backup    BackupCmd    `cmd:"" help:"Copy the register while the service runs."`
	Restore   RestoreCmd   `cmd:"" help:"Put a backup into an empty data folder, the one that --data names."`
	Verify    VerifyCmd    `cmd:"" help:"Check the whole register: chains, letters, dates, lists. Or check a folder of exported letters."`
	Reasons   ReasonsCmd   `cmd:"" help:"Read reasons and say what is weak in them."`
	Settings  SettingsCmd  `cmd:"" help:"Check, show and apply the council's settings."`
	Due       DueCmd       `cmd:"" help:"Compute statutory dates, with their proof."`
	Signoff   SignoffCmd   `cmd:"" help:"List every paragraph of the letters and every rule of the law's clock for a lawyer to sign, and what changed since."`
	Rules     RulesCmd     `cmd:"" help:"Print the law's clock: every rule with its citation."`
}

// session is what commands that touch cases work with.
type session struct {
	ctx  context.Context
	desk *service.Desk
	out  *Streams
}

// desk is for a command that touches cases only sometimes.
type desk struct{ begin func() (*session, error) }

// run runs one command and gives the exit status: 0 done, 1 not done, 2 not understood.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	streams := &Streams{Out: stdout, Err: stderr}
	var cli line
	status := -1
	parser, err := kong.New(&cli, kong.Name("starter"), kong.Writers(stdout, stderr), kong.UsageOnError(),
		kong.Description("SEND Panel at the command line."), kong.Exit(func(code int) { status = code }),
		kong.Bind(streams, &desk{begin: func() (*session, error) { return begin(ctx, cli.Data, streams) }}),
		kong.BindToProvider(func() (*session, error) { return begin(ctx, cli.Data, streams) }))
	if err != nil {
		fmt.Fprintln(stderr, "starter:", err)
		return 2
	}
	parsed, err := parser.Parse(args)
	if status >= 0 { // help was printed
		return status
	}
	if err != nil {
		fmt.Fprintf(stderr, "starter: %v\nstarter --help lists the commands.\n", err)
		return 2
	}
	if err := parsed.Run(); err != nil {
		if errors.Is(err, workflows.ErrAway) { // what the machine said of it helps nobody
			err = workflows.ErrAway
		}
		fmt.Fprintln(stderr, "starter:", err)
		return 1
	}
	return 0
}

// begin opens what the service on the data folder works with.
func begin(ctx context.Context, data string, out *Streams) (*session, error) {
	settings, err := service.Announced(data)
	if err != nil {
		return nil, err
	}
	desk, err := service.Open(ctx, settings, slog.New(slog.NewTextHandler(out.Err, &slog.HandlerOptions{Level: slog.LevelError})))
	if err != nil {
		return nil, err
	}
	return &session{ctx: ctx, desk: desk, out: out}, nil
}

func (s *session) close() { _ = s.desk.Close() }

// answerWithin is how long a command waits for the service before it says that it is not confirmed.
const answerWithin = 20 * time.Second

// do gives a command to a case and says what became of it.
func (s *session) do(reference string, who Who, act casework.Act) error {
	defer s.close()
	ref, err := casework.ParseRef(reference)
	if err != nil {
		return err
	}
	c, err := s.desk.Case(s.ctx, ref)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(s.ctx, answerWithin)
	defer cancel()
	done, err := s.desk.Do(ctx, ref, casework.PersonID(who.As), s.desk.Today(c), who.Key, act)
	if err != nil {
		return err
	}
	if done.Already {
		fmt.Fprintf(s.out.Out, "%s: this had been recorded before, as event %d.\n", ref, done.First)
		return nil
	}
	fmt.Fprintf(s.out.Out, "%s: %s is recorded (event %d).\n", ref, lower(act.Kind().Words()), done.First)
	return nil
}
