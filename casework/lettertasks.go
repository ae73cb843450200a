package casework

import (
	"fmt"

	"sendpanel/statute"
)

// LookTaskRaised is the task of a letter that somebody should look at before it is posted, and what for. It ends by itself
// with what happens to the letter: there is nothing to look at once it has left, or will not.
func LookTaskRaised(key LetterKey, what string) TaskRaised {
	return TaskRaised{Task: lookTask(key), For: CaseworkOfficer, What: "Look at a letter before it is posted. " + what}
}

func lookTask(key LetterKey) TaskID { return TaskID("look:" + key.String()) }

// ByHandTaskRaised is the task of a letter that is printed here, because the carrier that would have printed it does not
// take it, and why, with the clock in view.
func (c Case) ByHandTaskRaised(key LetterKey, why string, on statute.Day) TaskRaised {
	return TaskRaised{Task: byHandTask(key), For: CaseworkOfficer, What: fmt.Sprintf(
		"A letter lies in the print folder, for you to print and post by hand today, first class. %s It is done when its posting is confirmed. %s", why, c.Sentence(on))}
}

// byHandTask names the task of a letter that is posted by hand. It holds for whichever version goes in the end.
func byHandTask(key LetterKey) TaskID {
	return TaskID(fmt.Sprintf("by-hand:%s/%s/%d", key.Kind, key.To, key.For))
}

// postedByHand closes the task of a letter that has gone by hand.
func (c Case) postedByHand(key LetterKey) []Body {
	if !c.taskOpen(byHandTask(key)) {
		return nil
	}
	return []Body{TaskDone{Task: byHandTask(key), How: "The letter was posted."}}
}

// tasksOfMended closes what was open of a letter that another puts right, or that is withdrawn. What is to be posted by hand
// stays so until a version of it has gone.
func (c Case) tasksOfMended(a MendLetter) []Body {
	tasks := []TaskID{TaskID("returned:" + a.Letter.String()), TaskID("recall:" + a.Letter.String())}
	if a.How == MendWithdrawn {
		tasks = append(tasks, byHandTask(a.Letter))
	}
	var bodies []Body
	for _, task := range tasks {
		if c.taskOpen(task) {
			bodies = append(bodies, TaskDone{Task: task, How: "The letter is put right by another."})
		}
	}
	return bodies
}
