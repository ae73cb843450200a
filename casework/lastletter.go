package casework

const whyWithdrawn = "The request was withdrawn. The family may ask again at any time."

// lastLetter is the letter that tells a family how its case ended: withdrawn, or gone with the child to another council.
// There is none before the end, after a death, and once the case is closed.
func (c Case) lastLetter() LetterKind {
	switch {
	case c.Stage == StageWithdrawn:
		return WithdrawalLetter
	case c.Stage == StageEnded && c.Moved != nil:
		return TransferOutLetter
	}
	return ""
}

// whyEnded is why a case closes whose family has been told of its end.
func (c Case) whyEnded() string {
	if c.Moved != nil {
		return "The child moved, and " + c.Moved.To + " is responsible now."
	}
	return whyWithdrawn
}

// closeWhenTold closes a case that has ended once everybody in the family has it in writing.
func (c Case) closeWhenTold() []Body {
	last := c.lastLetter()
	if last == "" {
		return nil
	}
	for _, o := range c.Occasions {
		if o.Letter != last {
			continue
		}
		if _, all := c.allPosted(last, o.Seq); !all && len(c.family()) > 0 {
			return nil
		}
	}
	return []Body{Closed{Why: c.whyEnded()}}
}
