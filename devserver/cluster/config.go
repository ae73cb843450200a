package cluster

import (
	"time"

	"go.temporal.io/server/common/authorization"
	topology "go.temporal.io/server/common/cluster"
	"go.temporal.io/server/common/config"
	"go.temporal.io/server/common/dynamicconfig"
	"go.temporal.io/server/common/membership/static"
	"go.temporal.io/server/common/primitives"
	"go.temporal.io/server/temporal"
)

const (
	clusterName = "active"
	storeName   = "main"
	off         = "disabled"
)

func serverOptions(o Options, p ports, s store, log *serverLog) []temporal.ServerOption {
	return []temporal.ServerOption{
		temporal.WithConfig(serverConfig(o, p, s)),
		temporal.ForServices(temporal.DefaultServices),
		temporal.WithStaticHosts(hosts(p)),
		temporal.WithLogger(log),
		// Whoever reaches the loopback port may do anything, as with any tool for development.
		temporal.WithAuthorizer(authorization.NewNoopAuthorizer()),
		temporal.WithClaimMapper(func(*config.Config) authorization.ClaimMapper { return authorization.NewNoopClaimMapper() }),
		temporal.WithDynamicConfigClient(settings(o)),
	}
}

func serverConfig(o Options, p ports, s store) *config.Config {
	c := &config.Config{
		Persistence: config.Persistence{
			// Both stores are the same value: two would be two connections to one file.
			DefaultStore: storeName, VisibilityStore: storeName,
			DataStores:       map[string]config.DataStore{storeName: {SQL: s.sql}},
			NumHistoryShards: 1, // fixed for the life of the file
		},
		ClusterMetadata:     metadata(p),
		DCRedirectionPolicy: config.DCRedirectionPolicy{Policy: "noop"},
		PublicClient:        config.PublicClient{HostPort: loopback(p.frontend)},
		Services: map[string]config.Service{
			string(primitives.FrontendService): listen(p.frontend),
			string(primitives.HistoryService):  listen(p.history),
			string(primitives.MatchingService): listen(p.matching),
			string(primitives.WorkerService):   listen(p.worker),
		},
	}
	if o.Faults != nil {
		main := c.Persistence.DataStores[storeName]
		main.FaultInjection = &config.FaultInjection{Injector: o.Faults}
		c.Persistence.DataStores[storeName] = main
	}
	c.Global.Membership = config.Membership{MaxJoinDuration: 30 * time.Second, BroadcastAddress: loopbackIP}
	c.Archival.History.State, c.Archival.Visibility.State = off, off
	c.NamespaceDefaults.Archival.History.State, c.NamespaceDefaults.Archival.Visibility.State = off, off
	return c
}

func metadata(p ports) *topology.Config {
	return &topology.Config{
		FailoverVersionIncrement: 10, MasterClusterName: clusterName, CurrentClusterName: clusterName,
		ClusterInformation: map[string]topology.ClusterInformation{clusterName: {
			Enabled: true, InitialFailoverVersion: 1, RPCAddress: loopback(p.frontend),
		}},
	}
}

func listen(port int) config.Service {
	return config.Service{RPC: config.RPC{GRPCPort: port, BindOnIP: loopbackIP}}
}

// hosts names each service's one place, which spares the cluster the seconds it would spend looking for its members.
func hosts(p ports) map[primitives.ServiceName]static.Hosts {
	return map[primitives.ServiceName]static.Hosts{
		primitives.FrontendService: static.SingleLocalHost(loopback(p.frontend)),
		primitives.HistoryService:  static.SingleLocalHost(loopback(p.history)),
		primitives.MatchingService: static.SingleLocalHost(loopback(p.matching)),
		primitives.WorkerService:   static.SingleLocalHost(loopback(p.worker)),
	}
}

// settings are the measured ones. A bare number where a duration is meant is taken
// as seconds, without a word: always write time.Duration.
func settings(o Options) dynamicconfig.StaticClient {
	return dynamicconfig.StaticClient{
		// One partition: a queue's tasks need no forwarding, and a cold queue answers at once.
		dynamicconfig.MatchingNumTaskqueueReadPartitions.Key():  1,
		dynamicconfig.MatchingNumTaskqueueWritePartitions.Key(): 1,

		// How late a timer may fire. At the default of a second, skipping time takes a second per timer.
		dynamicconfig.TimerProcessorMaxTimeShift.Key(): 10 * time.Millisecond,

		// How often a shard looks for tasks, per second. The default of 20 is meant for
		// hundreds of shards: for our one it doubles the time of a case and halves how
		// many there can be, and it makes each skipped timer take 0.2 s.
		dynamicconfig.TimerProcessorMaxPollRPS.Key():    1000,
		dynamicconfig.TransferProcessorMaxPollRPS.Key(): 1000,

		// The default reserves memory for 128,000 workflows. One that is not there is read again in about a millisecond.
		dynamicconfig.HistoryCacheHostLevelMaxSize.Key(): 2048,

		// Lists are asked for by people, and by tests in a hurry.
		dynamicconfig.FrontendMaxNamespaceVisibilityRPSPerInstance.Key(): 100,

		// How long a search attribute added at start takes to be known everywhere.
		dynamicconfig.NamespaceCacheRefreshInterval.Key():           250 * time.Millisecond,
		dynamicconfig.ForceSearchAttributesCacheRefreshOnRead.Key(): true,

		dynamicconfig.WorkflowTimeSkippingEnabled.Key(): o.TimeSkipping,
	}
}
