package casework

import (
	"encoding/json"
	"fmt"
)

// Kind names a kind of event, as it stands in the register.
type Kind string

// Kinds of event.
const (
	KindOpened           Kind = "opened"
	KindFurther          Kind = "further_request"
	KindRequestWithdrawn Kind = "request_withdrawn"
	KindReplied          Kind = "school_replied"
	KindDetermined       Kind = "determined"
	KindConsulted        Kind = "consulted"
	KindUrgent           Kind = "marked_urgent"
	KindListed           Kind = "listed"
	KindUnlisted         Kind = "unlisted"
	KindPanelMet         Kind = "panel_met"
	KindInterest         Kind = "interest_declared"
	KindViewed           Kind = "view_recorded"
	KindDeferred         Kind = "deferred"
	KindRecommended      Kind = "recommended"
	KindDecided          Kind = "decided"

	KindAddresseeSet   Kind = "addressee_set"
	KindAddresseeEnded Kind = "addressee_ended"
	KindCapacity       Kind = "capacity_found"
	KindAgeSwitched    Kind = "age_switched"
	KindIdentity       Kind = "identity_changed"
	KindDispute        Kind = "dispute_recorded"
	KindTransferredIn  Kind = "transferred_in"
	KindCalled         Kind = "called"
	KindCallTimeOver   Kind = "call_time_over"
	KindEvidenceAdded  Kind = "evidence_added"
	KindReleased       Kind = "evidence_released"
	KindFamilySaid     Kind = "family_said"

	KindIssued          Kind = "letter_issued"
	KindPosted          Kind = "letter_posted"
	KindVoided          Kind = "letter_voided"
	KindNoticeGiven     Kind = "notice_given"
	KindMended          Kind = "letter_mended"
	KindNoticeCorrected Kind = "notice_corrected"
	KindPaperConfirmed  Kind = "paper_confirmed"
	KindPaperHeld       Kind = "paper_held"
	KindFeedback        Kind = "feedback_opened"
	KindCertificate     Kind = "certificate_issued"

	KindWarned           Kind = "warned"
	KindSendByPassed     Kind = "send_by_passed"
	KindExceptionClaimed Kind = "exception_claimed"
	KindExceptionEnded   Kind = "exception_ended"
	KindLimitPassed      Kind = "limit_passed_under_exception"
	KindBreached         Kind = "breached"
	KindAppeal           Kind = "appeal_recorded"
	KindMediation        Kind = "mediation_recorded"
	KindMediationEnded   Kind = "mediation_ended"
	KindAgreementLate    Kind = "agreement_late"
	KindReopened         Kind = "reopened"
	KindAppealEnded      Kind = "appeal_ended"
	KindOverturned       Kind = "overturned"
	KindOverturnTold     Kind = "overturn_told"
	KindOverturnLate     Kind = "overturn_late"
	KindDraftServed      Kind = "draft_served"
	KindAssessmentEnded  Kind = "assessment_ended"
	KindDelayTold        Kind = "delay_told"
	KindUpdatesStopped   Kind = "updates_stopped"

	KindTaskRaised     Kind = "task_raised"
	KindTaskDone       Kind = "task_done"
	KindReassigned     Kind = "reassigned"
	KindTransferred    Kind = "transferred_out"
	KindSchoolChanged  Kind = "school_changed"
	KindDecisionShared Kind = "decision_shared"
	KindDied           Kind = "died"
	KindWithdrawn      Kind = "withdrawn"
	KindClosed         Kind = "closed"
)

func readBody(kind Kind, data []byte) (Body, error) {
	switch kind {
	case KindOpened:
		return as[Opened](data)
	case KindFurther:
		return as[FurtherRequest](data)
	case KindRequestWithdrawn:
		return as[RequestWithdrawn](data)
	case KindReplied:
		return as[SchoolReplied](data)
	case KindDetermined:
		return as[Determined](data)
	case KindFamilySaid:
		return as[FamilySaid](data)
	case KindConsulted:
		return as[Consulted](data)
	case KindUrgent:
		return as[MarkedUrgent](data)
	case KindListed:
		return as[Listed](data)
	case KindUnlisted:
		return as[Unlisted](data)
	case KindPanelMet:
		return as[PanelMet](data)
	case KindInterest:
		return as[InterestDeclared](data)
	case KindViewed:
		return as[Viewed](data)
	case KindDeferred:
		return as[Deferred](data)
	case KindRecommended:
		return as[Recommended](data)
	case KindDecided:
		return as[Decided](data)
	case KindAddresseeSet:
		return as[AddresseeSet](data)
	case KindAddresseeEnded:
		return as[AddresseeEnded](data)
	case KindCapacity:
		return as[CapacityFound](data)
	case KindAgeSwitched:
		return as[AgeSwitched](data)
	case KindIdentity:
		return as[IdentityChanged](data)
	case KindDispute:
		return as[DisputeRecorded](data)
	case KindTransferredIn:
		return as[TransferredIn](data)
	case KindCalled:
		return as[Called](data)
	case KindCallTimeOver:
		return as[CallTimeOver](data)
	case KindEvidenceAdded:
		return as[EvidenceAdded](data)
	case KindReleased:
		return as[EvidenceReleased](data)
	}
	return readLaterBody(kind, data)
}

// readLaterBody reads the kinds that have to do with letters, limits and the end of a case.
func readLaterBody(kind Kind, data []byte) (Body, error) {
	switch kind {
	case KindIssued:
		return as[Issued](data)
	case KindPosted:
		return as[Posted](data)
	case KindVoided:
		return as[Voided](data)
	case KindNoticeGiven:
		return as[NoticeGiven](data)
	case KindMended:
		return as[LetterMended](data)
	case KindNoticeCorrected:
		return as[NoticeCorrected](data)
	case KindPaperHeld:
		return as[PaperHeld](data)
	case KindPaperConfirmed:
		return as[PaperConfirmed](data)
	case KindFeedback:
		return as[FeedbackOpened](data)
	case KindCertificate:
		return as[CertificateIssued](data)
	case KindWarned:
		return as[Warned](data)
	case KindSendByPassed:
		return as[SendByPassed](data)
	case KindExceptionClaimed:
		return as[ExceptionClaimed](data)
	case KindExceptionEnded:
		return as[ExceptionEnded](data)
	case KindLimitPassed:
		return as[LimitPassed](data)
	case KindBreached:
		return as[Breached](data)
	case KindAppeal:
		return as[AppealRecorded](data)
	case KindMediation:
		return as[MediationRecorded](data)
	case KindMediationEnded:
		return as[MediationEnded](data)
	case KindAgreementLate:
		return as[AgreementLate](data)
	case KindReopened:
		return as[Reopened](data)
	case KindAppealEnded:
		return as[AppealEnded](data)
	case KindOverturned:
		return as[Overturned](data)
	case KindOverturnTold:
		return as[OverturnTold](data)
	case KindOverturnLate:
		return as[OverturnLate](data)
	case KindDelayTold:
		return as[DelayTold](data)
	case KindDraftServed:
		return as[DraftServed](data)
	case KindAssessmentEnded:
		return as[AssessmentEnded](data)
	case KindUpdatesStopped:
		return as[UpdatesStopped](data)
	case KindTaskRaised:
		return as[TaskRaised](data)
	case KindTaskDone:
		return as[TaskDone](data)
	case KindReassigned:
		return as[Reassigned](data)
	case KindTransferred:
		return as[TransferredOut](data)
	case KindSchoolChanged:
		return as[SchoolChanged](data)
	case KindDecisionShared:
		return as[DecisionShared](data)
	case KindDied:
		return as[Died](data)
	case KindWithdrawn:
		return as[Withdrawn](data)
	case KindClosed:
		return as[Closed](data)
	}
	return nil, fmt.Errorf("the kind %q is not known to this version", kind)
}

func as[B Body](data []byte) (Body, error) {
	var b B
	if err := json.Unmarshal(data, &b); err != nil {
		return nil, err
	}
	return b, nil
}
