package metrics

import (
	"slices"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.temporal.io/sdk/client"
)

// labels are those of Temporal's tags that are kept. The same ones for every figure, so that the SDK may tag one figure
// differently from place to place; a tag that is missing is empty.
func labels() []string {
	return []string{"operation", "worker_type", "workflow_type", "activity_type", "task_queue", "poller_type", "status_code", "failure_reason"}
}

// Temporal gives the figures of Temporal's client and worker to Prometheus.
type Temporal struct {
	*known
	values []string // of the labels, in their order
}

var _ client.MetricsHandler = Temporal{}

// known are the figures that have been met so far, shared by all handlers with tags of their own.
type known struct {
	registry prometheus.Registerer
	mu       sync.Mutex
	counters map[string]*prometheus.CounterVec
	gauges   map[string]*prometheus.GaugeVec
	timers   map[string]*prometheus.HistogramVec
}

// ForTemporal gives a handler whose figures go to the registry.
func ForTemporal(registry prometheus.Registerer) Temporal {
	return Temporal{values: make([]string, len(labels())), known: &known{
		registry: registry, counters: map[string]*prometheus.CounterVec{},
		gauges: map[string]*prometheus.GaugeVec{}, timers: map[string]*prometheus.HistogramVec{},
	}}
}

// WithTags is a handler whose figures bear the tags besides those of t.
func (t Temporal) WithTags(tags map[string]string) client.MetricsHandler {
	t.values = slices.Clone(t.values)
	for i, name := range labels() {
		if v, ok := tags[name]; ok {
			t.values[i] = v
		}
	}
	return t
}

// Counter is a figure that only grows.
func (t Temporal) Counter(name string) client.MetricsCounter {
	c := met(t.known, t.counters, name, func() *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels())
	}).WithLabelValues(t.values...)
	return counter(func(by int64) { c.Add(float64(by)) })
}

// Gauge is a figure that goes up and down.
func (t Temporal) Gauge(name string) client.MetricsGauge {
	g := met(t.known, t.gauges, name, func() *prometheus.GaugeVec {
		return prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: name, Help: help}, labels())
	}).WithLabelValues(t.values...)
	return gauge(g.Set)
}

// Timer measures how long something takes, in seconds.
func (t Temporal) Timer(name string) client.MetricsTimer {
	name += "_seconds"
	h := met(t.known, t.timers, name, func() *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: prometheus.ExponentialBuckets(0.001, 4, 9)}, labels())
	}).WithLabelValues(t.values...)
	return timer(func(took time.Duration) { h.Observe(took.Seconds()) })
}

const help = "A figure of Temporal’s SDK for Go; its own documentation says what it means."

// met is the figure of the name, made and registered when it is met for the first time.
func met[V prometheus.Collector](k *known, figures map[string]V, name string, make func() V) V {
	k.mu.Lock()
	defer k.mu.Unlock()
	if v, ok := figures[name]; ok {
		return v
	}
	v := make()
	figures[name] = v
	_ = k.registry.Register(v) // a name that is taken by another figure is counted all the same, and not shown
	return v
}

type (
	counter func(int64)
	gauge   func(float64)
	timer   func(time.Duration)
)

func (c counter) Inc(by int64)            { c(by) }
func (g gauge) Update(to float64)         { g(to) }
func (t timer) Record(took time.Duration) { t(took) }
