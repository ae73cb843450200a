package reasons

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
	{"provided", `school|schools|college|they|nursery has|have|had =agreed|arranged|offered|planned|promised|bought
		small group|class
		teaching assistant
		%n .. minute|hour|session .. a|each|every|of|daily|with
		daily|weekly .. session|group|minutes|sessions
		group of %n
		%n .. assistant|adult|staff
		=signing
		radio_aid|seat|talking_mats|picture|timer|prompts|visual|aids|group|counsellor|adviser|taxi|=exercises|captions|follow_up|club|handouts|scribe|extra_time|late_start|morning_plan|toolkit
		laptop|timetable|workstation|=boards|task_board|picture_board|peg_board|word_bank|pen|overlay|buddy|story_map|mind_map|check_in|key_worker|key_adult|break|breaks|desk|reader|sessions|cards|exit_pass|time_out_card|assistant|tutor|mentor|programme
		pre teach*
		quiet place|room|space
		class teaching|work
		same .. group|help
		no additional adult|help|support
		without .. adult|help|support|extra|additional
		set out|listed|named in`},
	{"strongevidence", `%ref
		$document ... dated|of|on %n $month
		$document .. of|in|for|from|since $month
		$document .. of|by|from dr|mr|mrs|ms|miss
		dr|mr|mrs|ms|miss %cap .. $document|say|find|write|describe|observe|see|saw|record|agree|report|recommend|tell|expect|test|visit|note|confirm|work|teach|explain
		dr|mr|mrs|ms|miss %cap %cap
		dr %cap
		provision map|plan
		%n $month
		on|in|since|at|by|over|last|this $month .. %n
		$school|$family|therapist|psychologist|teacher|nurse|tutor|specialist|consultant|clinic|paediatrician|visitor $document ... show|confirm|record|describe|set_out|list|tell|report|put|give|find|say|agree|is
		$document .. show|confirm|describe|set_out|list|point|is_clear
		teacher|senco|tutor|nurse|therapist|psychologist|father|mother|parent|she|he|family|visitor|assistant|officer|coach|worker|key_worker|keyworker .. say|describe|write|tell|explain|record|note|report|see|saw ?us .. that|how|a|him|her|what|no|this
		page|section|paragraph|appendix|table %n
		according to
		account|picture|answer|word ... from|of her|his|their|home|nursery|school|mother|father|teacher|family|teachers
		what we were|have =shown|told|seen|heard`},
	{"quantity", `%n .. minute|hour|session|week|day|term|year|month|word|point|time|centile|percentile|child|pupil|lesson|target|visit|book|sentence
		£
		%n of %n
		twice|once|daily|weekly|fortnightly
		half term|hour
		per cent
		in|by|on|since|from|until|of $month
		last|this autumn|spring|summer|year|term`},
	{"affirms", `=harder|unsafe|worsened|deteriorated|declined_sharply|afraid|fear|fears|tears|lost|loses|panic|distress|pain|regression|regressed|exhausted|overwhelmed|seizure|seizures|hurt|hits|runs|hides|cries|isolated|despair
		much|far|very hard|harder|slower|slowly
		may need|want|be_getting_less
		he|she|they|child can not
		needs|need an adult|somebody|someone|help|more
		little|no|not_much difference|effect|improvement|change|impact
		went|gone|fallen|slipped|fell =back
		more than .. school|teacher|staff|she|he|they .. can|could
		greater|worse|deeper|wider than
		as wide|far|bad|great|hard as .. was|were|ever|before
		has stopped|given_up going|eating|speaking|sleeping|trying|playing|working
		not eat|drink|speak|sleep|cope|manage
		=only|except when|while|if|with|because .. adult|assistant|someone|somebody|help|one_to_one|two
		no longer keep|safe|cope|manage
		very weak|low|poor|hard|limited|anxious
		not .. face|bear|stand .. noise|the|school|lessons
		without that|him|her|the adult|assistant|help
		a sign that
		a need and
		supports the request
		severe|serious|lifelong|profound .. difficulty|disorder|loss|impairment
		no sense of
		difficulty|disorder|need that|which .. make|makes|affects
		he|she|they|child .. not .. learn|sleep|speak|eat|keep_up|understand|hear|manage
		no question .. answer
		ask .. for advice|to_see
		let an assessment look
		help would nobody
		would help nobody`},
	{"rights", `%n week end|from|run|begin|of_the
		holiday|holidays
		appeal|mediation|tribunal|mediator
		ask again at
		certificate`},
	{"thelaw", `section|s 36|20|21|19
		law|the_act|act_is|code|regulation|parliament .. ask|say|set|give|require|speak|look|expect|make|allow|protect|cover|is|do|does
		the legal|lawful question|test`},
	{"testwords", `may .. be necessary
		what .. may need
		may .. not be
		may .. not
		whether .. may`},
	{"depends", `depend|rely|rest|rests|because|only_because|come|comes|follow|since|after|with|when|without|bought|due|thanks
		what .. behind|for`},
	{"reporter", `teacher|senco|tutor|nurse|therapist|psychologist|ep|father|mother|parent|visitor|assistant|coach|worker|manager|technician|adviser|advisor|paediatrician|consultant|doctor|mentor|carer|aunt|uncle|grandmother|grandfather|grandparent|governor|librarian|specialist|family|staff|head|both|everyone|he_himself|she_herself|counsellor|interpreter|keyworker|person|college|clinic|physiotherapist|portage|driver|escort
		last|first|primary|secondary|new|old school
		her|his|their own|new|old|present|last|class|form teacher|tutor|school
		%cap %cap`},
	{"sourcesays", `all|both|each|most of them|these|those|whom =say|said|agree|agreed|tell|told|describe|described|see|saw
		$reporter .. =says|said|describes|described|describe|thinks|writes|wrote|showed|shows|saw|sees|tells|told|tell|finds|found|confirms|confirmed|watched|observed|noticed|counted|sent|notes|noted|explains|explained|persuades|persuaded|agrees|expects|recorded|records|mentions|remembers|recommends|recommended|advised|advises
		$reporter .. has|have =said|described|written|set_out|shown|told|seen|found|confirmed|explained|recorded|agreed|known|put
		$reporter all|both|each|who =say|describe|think|agree|tell|found|see|saw|works|work|visits|knows|watched|met|spoke|taught|teaches|leads|worked
		we|i =told|heard
		=it|they also|further =says|say|shows|show|records|describes
		=told us
		$reporter =regards|regard|puts|gave|looks|knows|has_met|lists|identified
		$document ... =say|says|describes|describe|shows|show|showed|sets_out|tells|give|gives|record|records|agree|are|read`},
	{"reference", `%ref`},
	{"evidencegiven", `$strongevidence
		$sourcesays`},
	{"narrative", `before|once|when|after|until|if .. =was|were|had|came|began|did|left|went|saw|finished|joined|moved|started|stopped|met|changed|asked|thought`},
	{"weasked", `we|i|council|officer|authority .. =asked|telephoned|rang|wrote|sought|chased|contacted|visited .. for|school|head|teacher|family|nursery|college|him|her|them|you|%cap|both|each|whether|what|how|why|again
		we|i went to|and
		we|i .. =looked_there|looked_for|looked_at|looked_into|looked_behind
		we|i =read|heard|saw|took
		question for us|me
		we|i|council|officer|authority =asked|telephoned|rang|wrote|requested|sought|chased|called|phoned|emailed|contacted|invited|spoke|met|visited|checked|turned
		we ... =met|visited|spoke ... with|to|him|her|them|%cap|head|teacher
		we|i have|had =asked|telephoned|requested|sought|chased|contacted
		we ... and|then =asked|rang|telephoned|wrote
		=asked by council|us|officer
		=was|were =asked for|to_send
		on request
		in reply|response to our|us
		when =asked
		so_we|and_we =asked`},
	{"decidedanyway", `decide .. on .. what|evidence|papers
		decided without
		on what .. known|have|had|is|we
		rely|relied|look|looked|work|worked instead
		instead
		we have enough|the_teacher|the_school
		evidence .. be enough|clear|sufficient|full
		what we know|knew|had
		enough to decide|answer|see|know
		evidence is in
		has|have treatment|surgery|operation
		reviews|records tell us
		spending|money|sum|cycle|help|support|hours .. =shows|show|showed|tells|buys|bought|meant
		be for treatment|hospital
		what there was
		all one way
		look at .. reason
		looked at|into why
		what .. did|does .. show|tell
		what matter|mattered|weighed|persuaded|counted|decided
		not .. wait`},
}
