package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"go.temporal.io/api/enums/v1"
	"go.temporal.io/api/operatorservice/v1"
	"go.temporal.io/api/serviceerror"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/contrib/envconfig"
	"go.temporal.io/sdk/log"

	"sendpanel/service/sealing"
	"sendpanel/workflows"
)

// clusterOptions says how to reach the cluster: where the program knows it, or by Temporal's usual variables.
func clusterOptions(s *Settings, logger *slog.Logger) (client.Options, error) {
	options := client.Options{HostPort: s.Temporal, Namespace: s.Namespace}
	if s.Temporal == "" {
		var err error
		if options, err = envconfig.LoadDefaultClientOptions(); err != nil {
			return client.Options{}, fmt.Errorf("read Temporal's variables: %w", err)
		}
		if options.HostPort == "" {
			options.HostPort = client.DefaultHostPort
		}
		if options.Namespace == "" {
			options.Namespace = client.DefaultNamespace
		}
		s.Temporal, s.Namespace = options.HostPort, options.Namespace
	}
	seal, err := sealing.Open(s.Keys)
	if err != nil {
		return client.Options{}, err
	}
	options.DataConverter, options.FailureConverter = seal.DataConverter(), seal.FailureConverter()
	options.Logger = log.NewStructuredLogger(logger)
	return options, nil
}

// Attributes are the search attributes that the cases' workflows set. They say nothing about a child.
func Attributes() map[string]enums.IndexedValueType {
	return map[string]enums.IndexedValueType{
		workflows.StageKey.GetName():   enums.INDEXED_VALUE_TYPE_KEYWORD,
		workflows.ClockKey.GetName():   enums.INDEXED_VALUE_TYPE_KEYWORD,
		workflows.SettingKey.GetName(): enums.INDEXED_VALUE_TYPE_KEYWORD,
		workflows.DueKey.GetName():     enums.INDEXED_VALUE_TYPE_DATETIME,

		workflows.MeetingStageKey.GetName(): enums.INDEXED_VALUE_TYPE_KEYWORD,
		workflows.MeetingPanelKey.GetName(): enums.INDEXED_VALUE_TYPE_KEYWORD,
		workflows.MeetingDayKey.GetName():   enums.INDEXED_VALUE_TYPE_DATETIME,
	}
}

// registerAttributes makes the search attributes known to the cluster. Where the account may not, its operator has to.
func registerAttributes(ctx context.Context, c client.Client, namespace string) error {
	_, err := c.OperatorService().AddSearchAttributes(ctx, &operatorservice.AddSearchAttributesRequest{SearchAttributes: Attributes(), Namespace: namespace})
	var exists *serviceerror.AlreadyExists
	if err == nil || errors.As(err, &exists) {
		return nil
	}
	return fmt.Errorf("register the search attributes of the cases with the cluster: %w. Its operator can do it with temporal operator search-attribute create; docs/running.md lists them", err)
}
