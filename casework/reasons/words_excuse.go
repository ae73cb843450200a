package reasons

// excuses are the words that show that a weak reason is not being given: it is denied, answered or left to others.
var excuses = []entry{
	{"subject", `we|council|authority|law|act|section|regulation|code|nobody|test|it|that|guidance|i|this|which|duty|statute|36|parliament`},
	// "We do not require two cycles": a demand denied. What follows must not be the assessment or the plan.
	{"notdemanding", `$subject .. not|never|neither require|need|expect|insist|ask|demand|depend|wait|stipulate|set|look_for|lay_down
		$subject set no
		you|family|school|parent|setting|nursery .. not .. have|need to
		no school|child|family|parent|setting|one|nursery ... have|need to
		no school|child|family|parent|setting|nursery .. need
		need not
		without waiting|requiring|needing|insisting
		rather than wait|require|insist
		not .. have to
		no need to .. wait|show|prove|spend|try|have|get|see|repeat
		no|not .. such rule|requirement|condition|test|bar|number|minimum|thing
		have .. no rule|requirement|minimum|number|test|threshold
		be no rule|requirement|minimum|number|condition|test|threshold
		nor .. need|have_to|must|do|did|is|was|will
		not|never .. wait .. for
		decide not to require|ask|wait|hold|treat|follow|use|apply|count
		law|act|code set|lay no
		no|not in|part of law|act|test|section`},
	// "A diagnosis is not needed": the same, said of the thing. What stands before must not be the assessment or the plan.
	{"notdemanded", `be|is not .. =required|needed|necessary|essential|expected|compulsory|mandatory|prerequisite|precondition|requirement|conditional|dependent
		no ... be|is|are|was|were =required|needed|necessary
		not think|believe|consider|accept|say|mean ?that ... be|is|are|was =required|needed|necessary|condition
		none .. be|have|is required|needed|to|expected|necessary
		neither .. be|have|is|was =required|needed|to|necessary
		nothing .. be|is =required|needed|necessary
		not .. be|been =required|needed|necessary`},
	{"pointsback", `=this|that|it|they|those|these|neither|none|nor|such|which|guidelines|we|but|nothing|both|there|either|no|money|budgets|health
		the law|act|section|decision|question|figure|number|fact
		section
		i`},
	// "Although no psychologist has met her, …"
	{"concession", `although|though|while|whilst|despite|notwithstanding
		even though|if
		we|i|council|authority recognise|accept|acknowledge|understand|agree that
		we|i|council|authority be aware
		in spite of`},
	{"says", `say|tell|told|write|wrote|believe|ask|argue|fear|report|think|feel|worry|suggest|claim|point_out|understand|state|hear|warned|advised|raise|describe|describes|explain`},
	{"reported", `$family|$school ... $says
		in $family|$school words|view|letter
		under|by|in the old|former|previous|earlier checklist|policy|form|rule|scheme
		the old|former checklist|policy|form|rule
		$family|$school be told|advised|informed
		use to
		it is|was|has|been =said|suggested|argued|claimed|alleged
		what $school|family =call|calls|called|describes|terms|sees
		report|reports|note|notes|papers|paper|letter|form|log|some|others|visitor|it .. =call|calls|called|mention|mentions|mentioned|speak|speaks|write|writes|describe|describes|argues
		argument|suggestion|claim|idea that ... put_to_us
		family|school letter say
		at one time`},
	// The family's view, and what the council did with it.
	{"familyanswered", `$family .. =told|said|says|asked|wrote|worry|worried|worries|fear|fears|feared|think|thinks|suggested|explained|explanation|wanted|wants|hoped
		family|mother|father|parents account|explanation|worry|fear|view|views|diary|letter
		we|i .. accept|agree|take|took .. seriously|that|this|it|finding|findings|view|explanation
		$family .. be .. right`},
}
