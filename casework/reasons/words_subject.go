package reasons

// supports names what schools do before and beside an assessment: cycles, money, specialists.
var supports = []entry{
	{"support", `support|help|intervention|strategy|provision|work|programme|input|teaching|group|package|measure|adjustment|scheme|approach|session`},
	{"period", `%n|several|full|whole|another|few|couple_of cycle|term|half_term|week|month|year|round|review|school_year|academic_year
		cycle|term|round|period|month|week|year of
		%n ?full|further|more|additional|complete|completed|reviewed cycle|term|week|month|round|review|plan
		year and half
		calendar|academic|school year`},
	{"cycles", `%n|full|complete|further|another|more|second|third cycle|round
		cycle of .. support|intervention|assess|help|action|review|plan
		apdr|graduated_approach|graduated_response|graduated
		assess , plan , do
		assess plan do
		plan do review|and_review
		plan , do , review
		the cycle|process of review
		$period ... $support|record|monitor|review|track|evidence
		$support ... over|for .. $period
		targeted|structured|reviewed|planned|focused .. $support|plan
		$support .. time to|for
		$support .. bed|settle|embed|run
		give .. $support .. chance|time|longer|opportunity
		allow .. $support .. work|time|chance|embed
		reviewed|support|individual|education|learning|provision plans|plan
		iep|ieps|pupil_passport
		strategy|intervention|wave|target
		period of $support|monitoring|review|time
		time .. to|for .. bed|embed|settle|work
		bed|settle .. in
		see|seeing .. this|it .. repeat|again|through
		everything|all .. been tried
		try everything|more
		more to try|do
		keep trying|going|at
		carry|go|continue|keep on|with .. $support|them|it|these|those
		exhaust .. option|avenue|strategy|support|route|possibility|approach
		option|avenue|strategy .. exhaust
		months of records`},
	{"funding", `notional|delegated|devolved|£|coffers|kitty
		own pot
		6000|6|6k|thousand pounds|thousand|pound
		6000
		sen|send|own|core|existing|devolved|school|main|inclusion|available|ordinary|annual|base budget|money|fund|funding|allocation|purse|pocket|finance
		element 1|2|3|one
		top_up|top_up_funding|high_needs_funding|topup
		budget|funding|purse|finance
		inclusion fund|funding|money|grant
		money .. school|given|has|already|it
		school|schools .. money
		additional|extra|further resource|resources|fund|funding|money
		pupil premium
		spend|spending|expenditure|outlay
		cost .. school
		contribution
		from its|their own
		pay|paid .. for|out
		financial`},
	{"fundinguse", `spend|exhaust|use_up|used_up|deplete|commit|draw|drawn|run_out|fully_used|use|put_in|meet|contribute|reach|evidence|exceed|pay|cover|go_beyond|apply|claim|allocate|receive|show|account_for|cost|above|below|under|over|come_to`},
	{"specialist", `psychologist|psychology|ep|eps|specialist|consultant|expert|outreach|salt
		specialist|advisory|outreach|peripatetic teacher|advice|service|team|report|colleague
		outside|external|outer|other agency|professional|service|body|help|advice|person|agencies|expertise|specialist|people
		professional .. report|advice|opinion|assessment|input|involvement
		speech .. language .. therapist|therapy|team|report|service
		speech therapist|therapy|therapist
		occupational therapist|therapy
		therapist|paediatrician|physiotherapist|psychiatrist|clinician
		qualified person|professional|assessor
		the agencies|agency|professionals|professional
		multi agency
		early help
		someone|somebody|anyone from outside|qualified|with_expertise
		the support|inclusion|advisory|learning|behaviour|autism service|services|team|teams`},
	{"involve", `involve|involvement|see|seen|meet|met|assess|assessed|report|reported|advise|advice|visit|input|observe|observed|work|consult|consulted|write|written|contribute|come|call|seek|sought|attach|attached|read|hear|opinion|know|submit|supply|provide|enclose|send|refer|referral|look_at|had_a_look|involvement|brought|bring|ask|been|examine|commission`},
	{"diagnosis", `diagnosis|diagnose|undiagnosed
		autism|asd|adhd|neurodevelopmental|diagnostic|asc pathway|assessment|team|referral|clinic|list|outcome|appointment
		pathway|camhs
		waiting list
		formal|formally|medical|medically|clinical|clinically .. identif*|confirm*|diagnos*|recognis*|label|condition|name|establish*
		confirm* .. formally|medically|clinically|by_a_doctor
		nobody|no_one|doctor medical|has .. confirm*|said|named
		doctor|hospital|paediatrician|paediatric|clinic|consultant|psychiatrist
		label
		name .. condition|difficulty
		suspected .. not
		on the list
		community paediatrics`},
}

// pictures names what a reason says about the child.
var pictures = []entry{
	{"curriculum", `read|reading|writing|number|maths|mathematics|english|literacy|numeracy|score|attainment|mark|result|grade|level|test|classmate|peer|learning|academic|academically|curriculum|attain|spelling|standardised|centile|percentile|band`},
	{"behind", `behind|delay|gap|below|lag|discrepancy|adrift|younger|deficit|lower`},
	{"expected", `age_related|age_appropriate|in_line_with
		age|year related|expected|appropriate expectation|expectations|level|standard|range
		at|within|around|near|close_to|about|meet|reach .. age|national|year|expected|the_average|average|norm expectation|expectations|range|standard|level|related|band
		average band|range|score|scores|for_his_age
		broad|broadly average
		in line with .. peer|peers|age|classmate|others|national|expectation|expectations|others
		working|functioning at|within|towards .. expected|level|age|average|range|curriculum
		mark|score|result|attainment ... where .. should|expect
		keep|keeping up|pace
		on track
		middle of the class|year
		within .. normal|typical|average|usual|expected
		par with
		same as|level|levels|point|place .. peer|peers|others|classmate|class|children
		holding his|her|their own
		pass .. test|exam|phonics`},
	{"measure", `%n .. year|month|point|word|term|centile|percentile
		%n year|month|term|point|level .. behind|below|younger
		year|years .. behind|below`},
	{"minimiser", `only|just|merely|slight|slightly|little|modest|small|mild|moderate|minor|not_much|no_more_than|narrow|somewhat|a_bit|few|relatively|marginal|marginally|roughly|less_than
		not .. far|wide|large|great|big|low|significant|significantly|sufficiently|unusual|uncommon|unusual|exceptional|out_of_the_ordinary|marked|severe
		not .. enough|sufficient|sufficiently
		not out of ordinary
		nothing out|unusual
		many|most|plenty|other|lot|lots_of|half .. child|pupil|children|class|them`},
	{"progressing", `make|making|made .. progress|gain|headway|strides
		progress .. good|expected|steady|sound|satisfactory|reasonable|appropriate|pleasing|adequate|be_made|is_being
		progressing|improving|advancing|catching
		get|getting|going|moving|move|head|heading .. better|forward|forwards|right_direction|right_way|up
		right direction|way|track
		go|gone|move|moved|climb|risen up .. point|level|band|sub_level|step|place|book
		upward|positive|pleasing|encouraging|steady trend|trajectory|picture|direction|progress|curve|gain
		know|can_do|do|read|write .. more .. than|now
		more now than
		come on well|nicely|a_long_way
		come|coming along|on .. well|nicely|fine
		learn|learning|develop|developing|doing .. well|nicely|fine
		improve|improved|improvement
		showing gains
		continue .. to .. progress|learn|develop|grow|improve|move
		on course
		step forward|forwards
		better than|it was|he was|she was
		has moved on
		catch|catching|caught up
		closing|narrowing .. gap
		support|help|it|this .. =working
		got it right
		gap .. closing|narrowing`},
	{"difficulty", `need|difficulty|difficulties|profile|presentation|this|matter|it|problem|case|challenge|struggle|anxiety|behaviour|condition|issue|delay|what`},
	{"severe", `severe|complex|serious|profound|exceptional|acute|extreme|grave|severity|complexity|significant|substantial|marked|pronounced|high|bad|considerable|great|worrying|pressing|entrenched|major|intense`},
	{"coping", `cope|coping|manage|managing|settled|settle|happy|thriving|contented|content|fine|ok|calm|copes
		no|not|without|few .. concern|worry|difficulty|upset|problem|issue|incident
		do|doing .. well|fine|okay
		get|getting on|by .. well|fine|happily
		enjoy .. school|life|lesson`},
	{"future", `secondary|transition|transfer|september|future|next_year|next_school|post_16|adulthood|move_on|year_7|tomorrow|later|high_school|big_school|hypothetical|speculat*|guess*|predict*|forecast|college
		what .. may|might|could|lie|lies .. happen|hold|be|bring|ahead|come
		may or may not
		the move to
		when the time come
		years ahead|to_come|away
		move|change .. of school|phase|setting
		new school
		junior|upper|middle school
		some|long|way way|off off|away
		the unknown
		wait and see
		cross that bridge`},
	{"attendance", `attendance|absent|absence|truant|truancy|absenteeism
		miss .. school|day|lesson|session|week|much
		not .. attend|in_school|in_class|come_to_school|be_there
		hardly|rarely|seldom|barely .. in|at|attend class|school|lesson|there
		attend .. school|regularly|lesson|class|every|full_time
		be|come|get|go in|to|back school .. every|regularly|full_time|daily|more|first|for
		get|getting|bring|come .. to|into|in|through school|the_door|lessons
		non attendance|attender
		persistent absence|absentee
		come to school
		not there
		time out of school|class
		school refusal|refuser|avoidance
		days off`},
}
