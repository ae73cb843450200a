package casework

import "strings"

// citation is the source of what an event records.
func citation(b Body) string {
	switch b := b.(type) {
	case Opened:
		if b.Basis == "s36_1" {
			return "s.36(1); reg 5(1)"
		}
		return "s.24, s.36(3); reg 5(1)"
	case Determined:
		return "s.36(3), (6), (7)"
	case Consulted:
		return "s.36(4), (7)"
	case Viewed, Recommended:
		return "s.36(8)"
	case ExceptionClaimed:
		return regulation(b.Tested.Claim.Limb)
	case ExceptionEnded:
		return regulation(b.Limb)
	case LimitPassed:
		return regulation(b.Limb)
	case SchoolChanged, DecisionShared:
		return "reg 4(2)(c), 5(2)"
	case AgeSwitched:
		return "Education Act 1996 s.8(3); s.83(2)"
	case CapacityFound:
		return "reg 64; Sch 3"
	case LetterMended, NoticeCorrected:
		return "reg 5(3), 32; tribunal rule 20(1)(c)"
	case CertificateIssued:
		return "s.55; tribunal rule 20(1)(c)"
	case AppealRecorded, AppealEnded:
		return "s.51; tribunal rule 20, 21"
	case MediationRecorded:
		return "s.53; reg 36, 37"
	case MediationEnded:
		return "s.55(5); reg 38, 39, 42"
	case AgreementLate:
		return "reg 42"
	case Reopened:
		return "tribunal rules 5, 20; reg 36"
	case Overturned:
		return b.law()
	case OverturnTold, OverturnLate:
		return "reg 44(2)(b), 45"
	case Decided:
		if b.Outcome == Assess {
			return "s.36(8); reg 5(1)"
		}
		return "s.36(5), (8); reg 5(3)"
	case NoticeGiven:
		if b.Appeal != nil {
			return "reg 5(1), 33; tribunal rule 20(1)(c)"
		}
		return "reg 5(1)"
	case DraftServed:
		return "s.38(2); reg 13(1)"
	case AssessmentEnded:
		return b.How.law()
	case Warned:
		return b.For.law()
	case SendByPassed:
		return b.For.law()
	case Breached:
		return b.For.law()
	case Deferred, DelayTold:
		return "reg 5(1)"
	}
	return ""
}

// law is the source of the limit on an outcome, or of that on the decision.
func (e AssessmentOutcome) law() string {
	switch e {
	case NoPlan:
		return "s.36(9); reg 10"
	case FinalPlan:
		return "s.39(8), 40(5); reg 13(2)"
	}
	return "reg 5(1)"
}

// regulation is the regulation of a limb, without its letter: "reg 5(4)" for "reg 5(4)(a)".
func regulation(limb string) string {
	if i := strings.LastIndex(limb, "("); i > 0 && strings.HasSuffix(limb, ")") {
		return limb[:i]
	}
	return limb
}
