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
	// "That is no reason for refusing": the fact is put aside.
	{"disclaimed", `be|is|was|were|as neutral|immaterial|unimportant|irrelevant
		neither .. reason|ground|bar|test|answer|sign|here
		none of these|those|them|this ... words|counts|matters|decides|ground|reason|rest|part|relied
		not .. used that|it|this|them
		leave|left|leaves|leaving .. out of our|my|this|the
		not .. doubt|dispute .. that|it|them|this
		draw|drew no|nothing .. conclusion|inference|from
		not .. look|looked for|at cost|money|sum|severity
		looked for none
		whatever the
		be our responsibility|difficulty|problem
		not .. represent|reflect .. law|practice|position
		have|has|was|is withdrawn|struck
		be a mistake|error
		nothing against
		we|i|council|authority|law|act have|do|did not .
		and|but he|she|it|they do|does|did not .
		would be .. wrong to|if
		no influence|weight
		nobody|no_one think|thinks|suggests|says otherwise
		not .. point .. in the abstract
		need no name|label|diagnosis
		need|needs none
		would not .. have settled|been_enough
		not .. rest on|upon
		not|never|nothing|neither|nor|no .. rely|relied|relying|reliance|rest on|upon
		not|never .. count|hold|held|weigh against
		we|i|council|authority .. not|never .. count|use
		we|i|council|authority|and .. not|never .. treat|regard|apply|use|see|view .. it|this|that|as|them|figure|gap|guideline|one
		do assess
		not something|anything|what|why|where .. we|i|council =ask|asked|hold|held|require|need|look|looked|count|counted|weigh|weighed|take|took|want|use|used|rely|relied|decide|decided|refuse|refused|do|did|consider|considered|are|have
		no account|notice|regard .. take|have|pay
		no part of|in .. our|the|this|my thinking|decision|reasoning|reasons
		not .. be =considered|discussed|weighed|counted|held
		has|have|was|were not been =counted|held|weighed
		=was|were =not =considered|discussed|weighed =.|,|and|in|at|by
		took|take .. into account that
		=not =. =question
		not .. a question of
		not .. fault
		no need for us|to
		no need .. wait
		no criterion|condition|requirement .. have to
		not for family|school|parent|child to show|prove|find|pay|provide
		no such preference|view|rule|requirement
		not why
		beside the point
		only one thing|factor|part|element|matter among|of|in
		take its own course
		our concern|question|task be|is|was with|what|whether
		too narrow to
		may do so
		need .. be evident|plain|clear|well_described|not_in_doubt
		not mean that there
		i have not followed
		expect the gap
		not one of our reasons|tests
		same either way
		avoided asking|using
		not bear on
		not repeat
		keep|kept to the words
		it|this|that be|is|was of no importance|relevance|consequence|moment
		either way
		this be|was no answer
		not =treated|counted|regarded|seen|used|held|taken as|against|for|a
		not .. affect .. duty|right|decision|answer
		not .. answer the question
		rather than refuse
		not any|a conclusion
		counted for nothing
		not .. lead|led us|me to
		not .. prevented
		be the same .. as|for
		the test is|be the same
		as background
		not find ... relevant
		not help or harm
		mention it|this because|only|since
		no waiting|other period|rule|condition
		on any day
		question look|looks forward|ahead
		test looks|look forward|ahead
		we|i|council|authority|officer .. not .. apply|used it|them|either
		gave no weight
		leave .. aside|out_of_account
		none of .. them|these|which|that|this|it matter|matters|decide|decides|count|counts|is|are|was|were|has|have|we|i|bears|bear|alters|alter
		nor does|did|is
		decide|decided without
		open to us to decide
		not .. make .. wrong
		not .. supported|borne .. by .. anything
		we reject
		considered separately
		also educational
		wrong conclusion
		might|could suggest that
		none was|is needed
		not been|be discussed
		no comparison
		counted .. as .. educational
		=neither is|was|does|did
		not .. put .. outside|beyond|out_of
		not|never .. turn|depend|hinge|based|base on|upon
		no .. weight|reliance .. place|give|attach|put on
		not|neither .. be|been|were|was .. considered|relevant|taken_into_account
		not ?have be|is|was|being a|the|part reason|ground|test|bar|barrier|condition|rule|criterion|threshold|question|factor|obstacle|requirement|answer|point|basis|cause
		not a|the reason|ground|bar|barrier|condition|rule|criterion|threshold|question|factor|obstacle|requirement|test
		no bar|barrier|obstacle|threshold|relevance|bearing|difference
		no part in
		play no part
		neither .. nor
		nothing to do with
		not .. come into
		by the way
		not yours
		no place in
		no|not .. think|thought about cost|money|budget
		need|needed neither|none
		we|i|council .. not .. done so
		not .. read it|this|them .. in|that|as
		nothing in .. say|require|mean|suggest|set
		not .. say what|how
		wrong to .. read|treat|hold|refuse|wait|count|make|consider|use|judge
		great deal|plenty from|to
		no influence|effect|impact|weight on|in|over
		not .. influence|inform|form_part|feature|enter
		not correct|true|the_position|the_case
		not end of matter|story|question
		not .. necessary|needed in_order|to reach|decide|form
		solely on
		nobody should read
		decline to do so
		=it|they|this|that|we =did not .
		no part of .. decision|reason
		need no more than
		not the law|our_policy|our_practice
		=it was enough
		best evidence
		attach no significance|importance|weight
		nothing about him|her|child|them|%cap
		another day|question
		not .. prove
		said|told that .. proves|prove
		made .. own enquiries|inquiries
		careful not to
		bore .. in mind
		should not have done|asked|been
		with fresh eyes
		take|took care not
		no doubt about
		not .. limited to
		nobody suggests
		not follow that
		not draw|drawn .. anything|conclusion
		neither of .. matter
		not worth less
		would not refuse|have_mattered|matter|have_refused
		never a reason
		not .. stop|stopped|kept|keep
		stand|stood in|in_the .. way
		found no reason to
		not .. tell us how|whether|what
		have|be none
		can only speak
		no one is to blame
		we say nothing
		not only that
		not .. why|how we decided|decide
		not the school|family fault
		same weight|way as
		as good as any
		not put|set|push .. aside
		alone .. not .. tell|decide|settle|prove|answer|say|show
		no obstacle|hindrance|objection
		not .. part of .. test|decision|law|reason
		nothing turn|hang|depend
		irrelevant
		not relevant
		put .. aside|to_one_side
		set .. aside
		left .. out of account
		make no difference
		do not matter
		not .. affect|prevent|stop|disqualify|exclude|bar|rule_out|settle|decide|remove|shut_out ... outside|right|matter|question|either|decide|child|him|her|them|us|assess|assessment|being|from|it|out
		not .. settle|prevent|decide|disqualify
		not attribute|blame|because_of|due_to|down_to|a_matter_of
		whether or not
		regardless|irrespective
		not .. say|suggest|mean|imply|ask that|whether|if
		not ask|asked whether|if|about|how
		same right|rights|law|test|duty|entitlement|protection
		of|at any age|setting|kind
		that|this|it be|was wrong
		apologise|apology
		guideline .. not|never|only
		only a guideline|guide
		be|is|are|was|apply|applied not .. rule|rules
		could have found otherwise
		not .. at home .. cause
		rather|more than .. choice
		as facts|background|context only
		only because .. family|parent|school ask
		no answer to
		not .. decide|decided|deciding ?the|on|it matter|case|question|that|point
		that|it is|be not .. for child
		alone say|tell|prove|decide little|nothing
		say|tell little alone|itself|about
		not .. hold .. against
		not for .. child
		we|i part from
		at any time
		whenever you like|wish|want`},
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
