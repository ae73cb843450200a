package workflows

import (
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"sendpanel/casework"
)

// Search attributes, for operators of the cluster. Attributes are not encrypted and hold nothing about a child.
var (
	StageKey   = temporal.NewSearchAttributeKeyKeyword("CaseStage")
	ClockKey   = temporal.NewSearchAttributeKeyKeyword("CaseClock")
	SettingKey = temporal.NewSearchAttributeKeyKeyword("CaseSetting")
	DueKey     = temporal.NewSearchAttributeKeyTime("CaseDue")
)

// attributes are what an operator's list shows of a case.
type attributes struct {
	stage, clock, setting string
}

func attributesOf(c casework.Case) attributes {
	return attributes{stage: string(c.Stage), clock: c.Clock(), setting: string(c.Opened.Setting)}
}

// attributesIn are those that the cluster already holds.
func attributesIn(held temporal.SearchAttributes) (a attributes) {
	a.stage, _ = held.GetKeyword(StageKey)
	a.clock, _ = held.GetKeyword(ClockKey)
	a.setting, _ = held.GetKeyword(SettingKey)
	return a
}

func (a attributes) set(c casework.Case) []temporal.SearchAttributeUpdate {
	return []temporal.SearchAttributeUpdate{
		StageKey.ValueSet(a.stage), ClockKey.ValueSet(a.clock), SettingKey.ValueSet(a.setting),
		DueKey.ValueSet(c.Opened.Decide.Due.Start().UTC()),
	}
}

// show keeps the search attributes in step with the case. Where letters are being issued it waits for them: their end
// wakes the loop anyway, and the person who gave the command does not wait for the cluster's lists.
func (j *journey) show(ctx workflow.Context) error {
	now := attributesOf(j.c)
	if now == j.shown || len(j.sending) > 0 && !j.c.Closed() {
		return nil
	}
	j.shown = now
	return workflow.UpsertTypedSearchAttributes(ctx, now.set(j.c)...)
}

// The search attributes of meetings.
var (
	MeetingStageKey = temporal.NewSearchAttributeKeyKeyword("MeetingStage")
	MeetingPanelKey = temporal.NewSearchAttributeKeyKeyword("MeetingPanel")
	MeetingDayKey   = temporal.NewSearchAttributeKeyTime("MeetingDay")
)
