package reasons

// excuses are the words that show that a weak reason is not being given: it is denied, answered or left to others.
var excuses = []entry{
	{"subject", `we|council|authority|law|act|section|regulation|code|nobody|test|it|that|guidance|i|this|which|duty|statute|36|parliament`},
	// "We do not require two cycles": a demand denied. What follows must not be the assessment or the plan.
	{"notdemanding", `$subject .. not|never|neither .. require|need|expect|insist|ask|demand|depend|wait|stipulate|set|look_for|make|turn|lay_down|want|seek
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
		decide not to
		law|act|code set|lay no
		no|not in|part of law|act|test|section`},
	// "A diagnosis is not needed": the same, said of the thing. What stands before must not be the assessment or the plan.
	{"notdemanded", `be|is not .. =required|needed|necessary|essential|expected|compulsory|mandatory|prerequisite|precondition|requirement|conditional|dependent
		no ... be|is|are|was|were =required|needed|necessary|expected
		none .. be|have|is required|needed|to|expected|necessary
		neither .. be|have|is|was =required|needed|to|necessary
		nothing .. be|is =required|needed|necessary
		not .. be|been =required|needed|necessary|asked`},
	// "That is no reason for refusing": the fact is put aside.
	{"disclaimed", `not|never|nothing|neither|nor|no .. rely|relied|relying|reliance|rest on|upon
		not|never .. count|hold|held|weigh against
		not|never .. count|counted|use|used
		not|never .. treat|treated|regard|apply|applied|use|used|see|saw|view .. it|this|that|as|them|figure|gap|guideline|one
		not|never .. turn|depend|hinge|based|base on|upon
		no .. weight|reliance .. place|give|attach|put on
		not|neither .. be|been|were|was .. considered|relevant|taken_into_account
		not .. have|be|is|was|being a|the|part reason|ground|test|bar|barrier|condition|rule|criterion|threshold|question|factor|obstacle|requirement|answer|point|basis|cause
		be|is|was|not|never .. not|a|the reason|ground|test|bar|barrier|condition|rule|criterion|threshold|question|factor|obstacle|requirement|answer|basis for|why|that|of|in|at|here
		not a|the reason|ground|bar|barrier|condition|rule|criterion|threshold|question|factor|obstacle|requirement|test
		no bar|barrier|obstacle|threshold|relevance|bearing|difference|condition
		no part in|of
		play|played|had|have no part|role
		not .. part of .. test|decision|law|reason
		nothing turn|hang|depend
		irrelevant
		not relevant
		put .. aside|to_one_side
		set .. aside
		left .. out of account
		make no difference
		not .. matter
		not .. affect|prevent|stop|disqualify|exclude|bar|rule_out|settle|decide|close|remove|shut_out|put ... outside|right|matter|question|either|decide|child|him|her|them|us|assess|assessment|being|from|it|out
		not .. settle|prevent|decide|disqualify
		not attribute|blame|because_of|due_to|down_to|a_matter_of
		whether or not
		regardless|irrespective
		not .. say|suggest|mean|imply|ask that|whether|if
		not ask|asked whether|if|about|how
		same right|rights|law|test|duty|entitlement|protection
		of|at any age|setting|kind
		be|was wrong
		apologise|apology
		depart from
		guideline .. not|never|only
		only a guideline|guide
		not .. rule|rules
		could have found otherwise
		not .. at home .. cause
		rather|more than .. choice
		as facts|background|context only
		only because .. family|parent|school ask
		do not accept
		no answer to
		not .. decide|decided|deciding ?the|on|it matter|case|question|that|point
		that|it is|be not .. for child
		alone say|tell|prove|decide little|nothing
		nothing in .. papers|evidence|law|act
		say|tell little alone|itself|about
		not .. hold .. against
		not for .. child
		we|i part from
		even if|though
		at any time
		whenever you like|wish|want`},
	{"pointsback", `=this|that|it|they|those|these|neither|none|nor|such|which|guidelines|we|but|nothing|both|there|either|no|money|budgets|health
		the law|act|section|decision|question|figure|number|fact
		section
		i`},
	// "Although no psychologist has met her, …"
	{"concession", `although|though|while|whilst|despite|notwithstanding
		even though|if
		in spite of`},
	{"says", `say|tell|told|write|wrote|believe|ask|argue|fear|report|think|feel|worry|suggest|claim|point_out|understand|state|hear|warned|advised|raise|describe|describes|explain`},
	{"reported", `$family|$school ... $says
		in $family|$school words|view|letter
		the old|former checklist|policy|form|rule
		$family|$school be told|advised|informed
		use to
		at one time`},
}

// weighing are the words of a reason that looks at the child: evidence, what was provided and what it did.
var weighing = []entry{
	{"month", `january|february|march|april|=may|june|july|august|september|october|november|december|easter|christmas|spring|summer|autumn`},
	{"document", `report|letter|note|notes|log|diary|record|records|minutes|observation|account|map|tracker|data|scale|checklist|review|reviews|result|results|form|profile|test|score|scores|plan|file|book|exams|assessment|programme|paper|table|chart|costing|audit|screening`},
	{"evidence", `%ref
		$document ... of|dated|on|for|in|from|since %n|$month
		$document ... %n $month
		$document .. of|by|from dr|mr|mrs|ms|miss|%cap
		dr|mr|mrs|ms|miss %cap
		provision map
		%n $month
		page|section|paragraph|appendix|table %n
		$school|$family|therapist|psychologist|teacher|nurse|tutor|specialist|consultant|clinic|paediatrician $document
		$document show|confirm|record|describe|set_out|list|tell
		according to .. $document
		work samples|books`},
	{"effect", `from|of|to %n .. to|of|in|over|up|down|against|out_of %n
		%n of|in|out_of ?the %n
		rise|fall|gain|grow|drop|close|narrow|reach|learn|double|halve|climb|improve|increase|reduce|cut|pass|win|lift .. %n
		%n .. month|point|word|target|goal|centile .. in|within|over|since|of
		up from %n
		meet|met|achieve|achieved|reach|pass .. target|goal|outcome|unit|paper|aims
		catch|caught up since|after
		have|has helped|worked|eased|settled|gone|held|stopped
		%n .. minute|hour|session|time|day|evening
		not .. since
		only %n in %n
		without .. further|extra|additional|a prompt|help|support|adult
		found .. clear|enough|sufficient|that_they_had|he|she
		fell|falls to %n
		one|none|nothing in %n
		%n of last %n`},
	{"provided", `small group|class
		teaching assistant
		%n .. minute|hour|session|week|day
		group of %n
		%n .. assistant|adult|staff
		laptop|timetable|workstation|board|word_bank|pen|overlay|buddy|map|check_in|key_worker|key_adult|break|breaks|desk|reader|sessions|cards|pass|assistant|tutor|scheme|mentor|programme
		pre teach*
		quiet place|room|space
		class teaching|work
		same .. group|help
		no additional adult|help|support
		without .. adult|help|support|extra|additional
		set out|listed|named in`},
	{"testwords", `may .. be necessary
		may .. not be
		may .. not
		whether .. may`},
	{"depends", `depend|rely|rest|rests|because|only_because|come|comes|follow|since|after|with|when|without|bought|due|thanks
		what .. behind|for`},
	{"looked", `we|i|officer|council .. ask|look|check|weigh|consider|compare|read|telephone|ring|rang|speak|spoke|write|wrote|request|seek|visit`},
	{"weasked", `we|i|council|officer|authority|department .. ask|telephone|ring|rang|write|wrote|request|seek|chase|call|phone|email|contact|invite
		ask .. by council|us
		be ask|asked .. for|to|on
		on request
		in reply|response|answer
		when asked`},
	{"decidedanyway", `decide .. on .. what|evidence|papers
		decided without
		on what .. known|have|had|is|we
		rely|relied|look|looked|work|worked instead
		instead
		we have .. %cap|the|two|enough
		what .. did|does .. show|tell
		what matter|mattered|weighed|persuaded|counted|decided
		not .. wait`},
}
