package casework

import "fmt"

// ActKind names a kind of command.
type ActKind string

// Kinds of command.
const (
	ActDetermine     ActKind = "determine"
	ActConsult       ActKind = "consult"
	ActUrgent        ActKind = "mark_urgent"
	ActList          ActKind = "list"
	ActInterest      ActKind = "declare_interest"
	ActView          ActKind = "record_view"
	ActDefer         ActKind = "defer"
	ActRecommend     ActKind = "recommend"
	ActDecide        ActKind = "decide"
	ActSetAddressee  ActKind = "set_addressee"
	ActEndAddressee  ActKind = "end_addressee"
	ActCapacity      ActKind = "record_capacity"
	ActIdentity      ActKind = "change_identity"
	ActDispute       ActKind = "record_dispute"
	ActTransferIn    ActKind = "transfer_in"
	ActChangeSchool  ActKind = "change_school"
	ActShareDecision ActKind = "share_decision"
	ActCall          ActKind = "record_call"
	ActAddEvidence   ActKind = "add_evidence"
	ActRelease       ActKind = "release_evidence"
	ActPost          ActKind = "confirm_posted"
	ActConfirmPaper  ActKind = "confirm_paper"
	ActHoldPaper     ActKind = "hold_paper"
	ActMend          ActKind = "mend_letter"
	ActCertificate   ActKind = "record_certificate"
	ActClaim         ActKind = "claim_exception"
	ActEndClaim      ActKind = "end_exception"
	ActReply         ActKind = "school_reply"
	ActFinish        ActKind = "finish_task"
	ActReassign      ActKind = "reassign"
	ActTransfer      ActKind = "transfer_out"
	ActDied          ActKind = "record_death"
	ActWithdraw      ActKind = "withdraw"
	ActAppeal        ActKind = "record_appeal"
	ActMediation     ActKind = "record_mediation"
	ActEndAppeal     ActKind = "end_appeal"
	ActEndMediation  ActKind = "end_mediation"
	ActOverturn      ActKind = "overturn"
	ActTellDelay     ActKind = "tell_delay"
	ActStopUpdates   ActKind = "stop_updates"
	ActServeDraft    ActKind = "serve_draft"
	ActEndAssessment ActKind = "end_assessment"
	ActFamilySays    ActKind = "family_says"
	ActFamilyWishes  ActKind = "family_wishes"
)

// Words is the act as a message names it.
func (k ActKind) Words() string {
	if r, ok := ruleOf(k); ok {
		return r.Words
	}
	return "The command"
}

// ReadAct reads the JSON of one kind of act. The error names the kind or the field that could not be read.
func ReadAct(kind ActKind, data []byte) (Act, error) {
	read, known := readers()[kind]
	if !known {
		return nil, fmt.Errorf("%q is not a kind of command", kind)
	}
	act, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("read the %s: %w", kind, err)
	}
	return act, nil
}

// readers maps each kind of act to what reads its JSON.
func readers() map[ActKind]func([]byte) (Act, error) {
	return map[ActKind]func([]byte) (Act, error){
		ActDetermine: actFrom[Determine], ActConsult: actFrom[Consult], ActUrgent: actFrom[MarkUrgent], ActList: actFrom[List],
		ActInterest: actFrom[DeclareInterest], ActView: actFrom[RecordView], ActDefer: actFrom[Defer], ActRecommend: actFrom[Recommend],
		ActDecide: actFrom[Decide], ActSetAddressee: actFrom[SetAddressee], ActEndAddressee: actFrom[EndAddressee],
		ActCapacity: actFrom[RecordCapacity], ActCall: actFrom[RecordCall], ActAddEvidence: actFrom[AddEvidence],
		ActRelease: actFrom[ReleaseEvidence], ActPost: actFrom[ConfirmPosted], ActMend: actFrom[MendLetter], ActConfirmPaper: actFrom[ConfirmPaper], ActHoldPaper: actFrom[HoldPaper], ActCertificate: actFrom[RecordCertificate],
		ActClaim: actFrom[ClaimException], ActReply: actFrom[Reply],
		ActIdentity: actFrom[ChangeIdentity], ActDispute: actFrom[RecordDispute], ActTransferIn: actFrom[TransferIn], ActChangeSchool: actFrom[ChangeSchool], ActShareDecision: actFrom[ShareDecision], ActEndClaim: actFrom[EndException], ActFinish: actFrom[FinishTask],
		ActReassign: actFrom[Reassign], ActTransfer: actFrom[TransferOut], ActDied: actFrom[RecordDeath], ActWithdraw: actFrom[Withdraw],
		ActAppeal: actFrom[RecordAppeal], ActMediation: actFrom[RecordMediation], ActEndAppeal: actFrom[EndAppeal], ActEndMediation: actFrom[EndMediation], ActOverturn: actFrom[Overturn],
		ActTellDelay: actFrom[TellDelay], ActStopUpdates: actFrom[StopUpdates],
		ActServeDraft: actFrom[ServeDraft], ActEndAssessment: actFrom[EndAssessment],
		ActFamilySays: actFrom[SayAsFamily], ActFamilyWishes: actFrom[WishAsFamily],
	}
}

func actFrom[A Act](data []byte) (Act, error) {
	var a A
	if err := readStrict(data, &a); err != nil {
		return nil, err
	}
	return a, nil
}
