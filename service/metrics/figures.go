package metrics

import (
	"context"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sendpanel/records"
	"sendpanel/statute"
)

// soonDays is how near the last day for sending is for a case to count as due soon, in days.
const soonDays = 7

// askedWithin bounds what one scrape asks of the register.
const askedWithin = 5 * time.Second

// Register is what the figures ask of the register.
type Register interface {
	Figures(ctx context.Context, soon statute.Day) (records.Figures, error)
}

// Papers is what is owed on paper and by people, over all open cases. Counting it reads every open case.
type Papers struct {
	LettersOwed        int // not printed or sent yet
	LettersUnconfirmed int // printed, and nobody has said that they were posted
	TasksOpen          int
	TasksOverdue       int // open for more than five working days
}

// Figures are the service's own.
type Figures struct {
	registry *prometheus.Registry
	register Register
	now      func() time.Time
	log      *slog.Logger

	mu         sync.Mutex
	papers     Papers
	counted    time.Time // when the papers were; the zero time for never
	reconciled time.Time // when every open case was last seen to be carried

	recorded prometheus.Histogram
}

// New gives the figures of a service on the register.
func New(register Register, now func() time.Time, log *slog.Logger) *Figures {
	f := &Figures{registry: prometheus.NewRegistry(), register: register, now: now, log: log,
		recorded: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "sendpanel_register_record_seconds", Help: "How long recording the events of a command takes, until they are on the disk.",
			Buckets: prometheus.ExponentialBuckets(0.001, 2, 13),
		})}
	f.registry.MustRegister(f, f.recorded, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return f
}

// Temporal gives the handler for Temporal's own figures.
func (f *Figures) Temporal() Temporal { return ForTemporal(f.registry) }

// Handler answers scrapes.
func (f *Figures) Handler() http.Handler {
	return promhttp.HandlerFor(f.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError})
}

// Recorded notes how long recording took.
func (f *Figures) Recorded(took time.Duration) { f.recorded.Observe(took.Seconds()) }

// Counted notes what is owed on paper.
func (f *Figures) Counted(p Papers) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.papers, f.counted = p, f.now()
}

// Reconciled notes that every open case has been seen to be carried.
func (f *Figures) Reconciled() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reconciled = f.now()
}

// Describe says nothing: which figures there are depends on the register.
func (f *Figures) Describe(chan<- *prometheus.Desc) {}

// Collect asks the register.
func (f *Figures) Collect(out chan<- prometheus.Metric) {
	f.known(out)
	ctx, cancel := context.WithTimeout(context.Background(), askedWithin)
	defer cancel()
	began := f.now()
	got, err := f.register.Figures(ctx, statute.DayOf(began).AddDays(soonDays))
	if err != nil {
		f.log.Warn("the register gave no figures", "error", err)
		give(out, "sendpanel_register_up", "Whether the register answers: 1 or 0.", 0)
		return
	}
	give(out, "sendpanel_register_up", "Whether the register answers: 1 or 0.", 1)
	give(out, "sendpanel_register_figures_seconds", "How long the register took to give these figures.", f.now().Sub(began).Seconds())
	for stage, n := range got.ByStage {
		give(out, "sendpanel_cases_open", "Open cases, by stage.", float64(n), "stage", string(stage))
	}
	for clock, n := range got.ByClock {
		give(out, "sendpanel_cases_clock", "Open cases, by the state of the six-week clock.", float64(n), "clock", clock)
	}
	give(out, "sendpanel_cases_due_soon", "Open cases, not yet notified, whose last day for sending comes within seven days or has passed.", float64(got.DueSoon))
	give(out, "sendpanel_cases_breached", "Open cases whose limit has passed with no exception and no decision sent.", float64(got.ByClock["breached"]))
	give(out, "sendpanel_register_unsealed_entries", "Entries of the register's chains that no seal covers yet.", float64(got.Unsealed))
}

// known gives what needs no question to the register.
func (f *Figures) known(out chan<- prometheus.Metric) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.counted.IsZero() {
		give(out, "sendpanel_letters_owed", "Letters that are owed and not printed or sent yet.", float64(f.papers.LettersOwed))
		give(out, "sendpanel_letters_unconfirmed", "Letters that lie printed and that nobody has confirmed as posted.", float64(f.papers.LettersUnconfirmed))
		give(out, "sendpanel_tasks_open", "Tasks of officers that are not done.", float64(f.papers.TasksOpen))
		give(out, "sendpanel_tasks_overdue", "Tasks that have been open for more than five working days.", float64(f.papers.TasksOverdue))
		give(out, "sendpanel_papers_counted_age_seconds", "How long ago letters and tasks were counted.", f.now().Sub(f.counted).Seconds())
	}
	if !f.reconciled.IsZero() {
		give(out, "sendpanel_reconcile_age_seconds", "How long ago every open case was last seen to be carried by a workflow.", f.now().Sub(f.reconciled).Seconds())
	}
}

func give(out chan<- prometheus.Metric, name, help string, value float64, label ...string) {
	var names, values []string
	if len(label) == 2 {
		names, values = label[:1], label[1:]
	}
	out <- prometheus.MustNewConstMetric(prometheus.NewDesc(name, help, names, nil), prometheus.GaugeValue, value, values...)
}
