package reasons

// disclaimers put a fact aside that a weak reason would build upon.
var disclaimers = []entry{
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
}
