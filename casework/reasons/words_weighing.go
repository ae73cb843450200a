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
	{"effect", `improvement|gain|rise|progress of|equal|in %n|to
		so much|well|quickly that
		=gone|went|moved|come|grown|slipped from .. to
		=brought|brings|got|took|carried|moved him|her|them|%cap|child ?back ?up ?on to|from|through
		=is|are|was|were|proved effective|working
		leads|tops .. class|set|group
		=misses nothing
		no|not longer|any_more keep|need|ask|want
		=catching up .. with|by|through
		gap|gaps .. =narrowing|closing ?month ?term
		saw|watched .. do it|them|this|so
		%n .. word|words|minute|minutes|sentence|sentences|point|points|book|books|month|months|step|steps|sign|signs|a_week|a_day|a_lesson .. to|against|now %n
		=fell|=rose|=down|=up|=cut from ... to|against
		=asked|asks|wants|wanted|likes to come|go|stay|do ... again|back
		band|level|stage|centile|percentile %n|a|b|c .. to|from %n|a|b|c|d|e .. in %n
		=was|were .. %n .. and|but .. =now
		could|did|would not ... ago|last
		from|of|to %n .. to|of|in|over|up|down|against|out_of %n
		%n of|in|out_of ?the %n
		rise|fall|gain|grow|drop|close|narrow|reach|learn|double|halve|climb|improve|increase|reduce|cut|pass|win|lift .. %n
		%n .. month|point|word|target|goal|centile .. in|within|over|since|of
		up from %n
		meet|met|achieve|achieved|reach|pass .. target|goal|outcome|unit|paper|aims
		catch|caught up since|after
		=have|has =helped|worked|eased|settled|gone|held|stopped
		not .. since
		only %n in %n
		without .. further|extra|additional|a prompt|help|support|adult
		found .. clear|enough|sufficient|that_they_had|he|she
		fell|falls to %n
		one|none|nothing in %n
		%n of last %n`},
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
	{"outcome", `=completed|finished|passed|attended|answered|managed|kept|reached|learned|learnt|read every|each|all|both|%n|most|whole
		=joins|tells|eats|dresses|blends|remembers|counts|spells|signs|plays|answers|uses|walks|sits .. for|to|in|with|without|by|all|every|each|on|long|%n
		has|have =attended|joined|answered|written|eaten|slept every|each|all|most|%n|to
		trained since|in|by|%cap
		=back to|at|with|in|on =playing|working|reading|eating|full|his|her|their|where|lessons|school|class|normal
		=is|are|were where|as they|he|she|it =were|was
		=is|are chatty|fluent|ahead|secure|settled_in
		could not ... now|in|by|then
		he|she|they|%cap =now
		since ... has|have|had hardly|not|been|never|only
		went|gone|go from ... to
		went on|learning|well|smoothly
		gone|goes|going|went well|smoothly
		from daily|weekly|hourly|never|rarely|nightly ... to
		now|by_then|these_days .. can|reads|read|writes|write|walks|joins|answers|eats|sits|tells|knows|has|uses|asks|takes|speaks|clear
		can|is able .. now
		has|have =learned|learnt|caught|settled|stopped|begun|become|grown|gained|walked|kept|held|finished|risen|fallen|dropped|doubled|halved|passed|joined|closed|cut|eased|brought|worked
		is|are|was|were working
		=works|worked well|within|again|still|best|for_him|for_her|for_them
		=worked|works =.|,|and
		=helped
		gives|give|gave|has her|him|them what
		had|have|has met .. what|all|every|each|%n|target|goal|both|most|his|her
		what .. others do
		without help|prompt|reminder|being|adult|further
		what it|they|this has|have shown|show
		=learns|manages|copes|works|talks|reads|settles|writes when|if|with|once
		seen|see to both|this|it|that
		keeps|kept up
		catches up
		=rising|falling
		are|were being met
		made|make .. progress in %n
		in class for|every
		no|without extra help
		strategies|approach|timetable .. suit|suits|help|helps
		adapted|changed|adjusted .. timetable|lessons|work|plan|in_the_light
		is|are =level
		met by ... and
		for|has treatment on|in|for
		has|have|had|uses all|both %n|of
		as well as before
		what produced|helped|worked
		help|support was|were|is reduced|halved|cut
		has been enough
		has been strong
		says|said .. likes|wants|knows|enjoys
		he|she|they is|are ahead
		filled .. them|gap|gaps
		by himself|herself|themselves|themself
		on his|her|their own
		every|each|all|most|one day|morning|week|time|target|goal but|except|since
		since .. began|started|joined|move|moved|then|put|given|fitted|moving|was|were|the_aids
		gains|gain with|from|of|in
		rise|risen|rose|grew|grown|improved|fallen|fell steeply|steadily|sharply|from|by|in|over
		it|they|this|that has|have|had .. helped|worked|eased
		made|makes|make a|the|all difference
		keep|keeps|kept pace
		had|has|have been no|one|none|two
		come|came on .. from
		when he|she|they came|began|started|joined
		he|she does what
		=found .. that|them|it|him|her
		from %n ... to none|nothing|nil|zero|no|%n
		behind|absent|late|upset|afraid|alone no longer
		back|returned to =him|her|them
		=given|gave|gives|brought|brings $child back
		has|have|keeps|kept|keep $child up|back|on|in|at .. date|track|class|lessons|school|level|pace
		top|second|third|first of|in =english|maths|science|class|form|set|year
		by|at end of ... was|were|is|could|can
		was|were|is|are =joining|answering|reading|writing|walking|talking|speaking|eating|sleeping|playing|passing|attending
		=managing with
		no longer
		stopped|stop .. missing|hitting|crying|running|leaving|refusing
		on time
		back with|in
		gain|gained|gaining of %n
		gains in
		%n full|whole week|weeks|days
		goes|go in without
		fewer|less outbursts|incidents|absences
		in line with .. targets
		fills the gap
		down|up from
		worked|working %n|for_up
		=spoke|speaks|walked|ate|answered|uses|joined|finished|passed|learned|followed|follows|managed .. %n|all|every|each|to|in|by|through|it|them|without`},
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
