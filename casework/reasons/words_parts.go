package reasons

// parts are the turns of phrase that only one or two rules use.
var parts = []entry{
	{"specialistinput", `$specialist .. $involve
		$involve .. by|from|of|with .. $specialist
		outside|external|professional|specialist help|advice|input|evidence|involvement
		$document .. by|from .. $specialist
		$specialist $document
		written by .. $specialist
		professional advice|report|opinion`},
	// The council's opinion, where nothing bears it out.
	{"opinion", `we|i|council|authority .. think|believe|feel|consider|trust|satisfied|confident|content|sure|expect|hope|regard|see|convinced
		our|council|authority view|opinion|belief|position`},
	{"noadd", `nothing|little|not .. more|further|else|add|gained|else
		nothing .. an|that assessment`},
	{"plainneed", `describe .. needs
		need .. not .. diagnosis`},
	{"younger", `younger|immature|immaturity|summer_born|slower`},
	{"notenough", `not .. enough|sufficient|sufficiently|far|significant|wide
		at least|a_minimum
		look for|expect gap`},
	{"schoolmeans", `resource|resources .. ordinarily|normally|usually|generally|already|readily available
		ordinarily|normally|usually available
		sen_support|send_support|school_support|local_offer|quality_first|first_quality|quality_first_teaching|universal_provision|universal_offer|targeted_support|inclusive_teaching|differentiation
		good|ordinary|usual|everyday|normal|skilled|effective teaching|help|support|classroom|practice
		help|support|teaching in class|the_classroom
		classroom help|support|teaching|strategy
		own|existing|school|current|mainstream|available|internal|normal|usual|present resource|resources|provision|offer|means|support|staff
		mainstream .. school|setting|classroom|provision|education|class
		what .. have|has|already|offer|offers
		caring staff
		reasonable adjustment
		on offer locally|in_school
		caring|nurturing school|staff|environment
		pastoral care|team|support|system
		usual|normal range|run|channels|ways
		in house
		everyday practice|adjustment
		%cap school`},
	{"weighedhelp", `$evidence ... $effect
		$effect ... $evidence`},
	{"may_needed", `may be needed
		may .. need & never`},
	{"ahead", `look|looked ahead|forward
		transition plan
		visit|visits .. %n
		%n visits
		has met|visited|named
		new|secondary school has
		have|has =agreed|arranged|offered|planned
		expect it|this|that to work
		ask the college|school
		spoke|spoken with|to`},
	{"nodeparture", `no|not|nothing|without|neither|nor .. depart|departing|departure`},
	{"depart", `depart|departing|departed|departure
		guideline .. not .. rule
		rather than .. rule`},
	{"guideline", `guideline|guidelines|guidance|policy|criterion`},
	{"criteria", `criterion|policy|guideline|guidance|guide|leaflet|handbook|matrix|protocol|framework|banding|matrix|descriptor|checklist|rule|local_rule|scheme|entry_requirement`},
	{"only", `only|no_one_else|solely|exclusively|must|need_to|have_to|minimum|at_least`},
	{"council_act", `assess|agree|consider|proceed|look|progress|accept|take|go|support|decide|help|think|approve|carry_out|judge|involve|act`},
	{"officerdecided", `i have .. decide|read
		i decide|read|agree
		officer|manager|head|director|service ... decide|made|take .. decision|for
		decision be mine
		council .. decide|decided|made|decision
		%cap .. head|manager|officer|director
		recommend`},
	{"ownmind", `assess|assessment|assessed|tested|observed|spoke in|by ... bilingual|home_language|first_language|own_language|interpreter
		bilingual assistant|colleague|teacher|officer
		in polish|punjabi|panjabi|urdu|bengali|somali|arabic|dari|farsi|tigrinya|romanian|ukrainian|spanish|portuguese|welsh|turkish|kurdish|gujarati|tamil|pashto|lithuanian|hungarian|french|italian|cantonese|mandarin
		i have|had =read|decided|considered|weighed|come|left|put|preferred|taken|reached
		i =took|spoke|came|preferred|saw|rely|relied|think|find|found
		reasons|reason|view|mind|judgment of my|our own
		decides|decided .. matter for me|us
		we =preferred|adopted|accepted|followed
		we|i =relied on it|both|them|that|each
		i =read|decided|agree|agreed|considered|accept
		decision be mine
		decision ... taken|made by %cap %cap
		$panel .. recommend|advise|advice|recommendation
		recommendation|advice of|by|from $panel`},
	{"privatereport", `private|privately|independent|independently report|assessment|commissioned|psychologist|therapist|obtained|evidence|instructed|arranged|advice|opinion|practitioner
		report|assessment|paper|evidence|psychologist|therapist|findings|document|opinion .. bought|paid|commission|instruct|arrange|fund|fund|hire|obtained|procure|chose|chosen ?and ?for by|for .. family|parent|mother|father|grandparent|parents|you|them
		report|psychologist|therapist|assessment whom|which|that|you .. parent|family|you|mother|father|commission|pay|paid|instruct|bought|arrange|hired
		whom|that|which you|family|parent|parents|mother|father engage|employ|use|find|choose|instruct|pay|commission|hire|appoint|ask|buy
		one|report|assessment ?that you paid|bought|commissioned|chose
		report of this kind
		your own expert|psychologist|report|assessor
		$family own report|expert|psychologist|assessment
		report|assessment|opinion ... privately funded|commissioned|paid|arranged|obtained`},
	{"paidfor", `paid for
		bought by
		commission|instruct .. by .. $family
		not .. commission|arranged|requested|obtained|ordered by|for|through|under|via .. us|council|local|authority|service|department|team
		not from .. nhs|council|our
		not .. employed|commissioned|appointed|known|retained by|to .. public|council|us|nhs|authority`},
	{"setaside", `not .. be .. taken_into_account|considered|accepted|relied|relied_on|depended|used|read|given|weigh|weighed|commission|ours|one
		not .. accept|rely|consider|use|take|recognise|regard|place|give|attach|carry|count|treat .. weight|reliance|report|it|this|them|account|these|such|private|independent
		little|less|limited|no|reduced|minimal|lower weight|credence|reliance|regard|value|store|notice
		put|set|left .. aside|to_one_side|out_of_account
		discount|disregard|dismiss|ignore|overlook|exclude|reject
		only .. accept|consider|rely|use|take
		not|never .. inform|informed|shape|shaped|influence|influenced|form_part|feature .. decision|view|conclusion|thinking|mind
		prefer .. own|guided|nhs|school|our|to_be
		not .. commissioned
		not .. independent|impartial|objective|reliable
		not .. alter|change|affect|move|sway .. view|decision|mind|position|conclusion
		more|greater importance|weight|store|reliance|value .. to|on|upon .. own|our|nhs|school|ours
		say|tell|tells .. what .. family|parent|wish|want|client|paid
		can not .. rely|accept|use|be
		treat .. caution|reserve
		not one of our
		only met|spent|saw|see
		for only %n
		carry less|little|no
		not act on
		must|should .. rest|be_based|depend on
		decision .. rest|be_based
		put .. first|above|before|ahead
		can not vouch|rely|be_sure
		gone with|go_with school|teacher|own
		not recognise`},
	{"findings", `findings|scores|results|conclusions|observations|it|them|report|account|every|in_full`},
	{"differs", `%n|because|since|%ref`},
	{"homefacts", `explain|clearly|we accept|supportive`},
	{"groupname", `home|homes educate|educated|educator|schooled|schooling|tutored
		electively|elective|ehe
		taught|educated|learning|teach .. at home
		home education|schooling|tuition
		not .. on .. roll
		off|without roll|school_place|a_school_place
		out of|without school
		not .. enrolled|registered
		not .. attend .. school|setting
		under|below|over|beyond|above|older_than|younger_than 5|five|4|3|2|16|18|19|20|21|25|statutory_school_age|compulsory_school_age|school_age|five
		below|not|yet .. school age
		statutory|compulsory school age
		=eighteen|nineteen
		be|aged|turn|turned|just|only|already|age|turning 2|3|4|17|18|19|20|21|22|23|24
		too|very young|old
		age of %many
		year 10|11|12|13
		final|last|leaving|exam|gcse|examination year|months|term .. of|secondary|school|college|education|course|at
		final|last year
		leave|leaves|leaving|left .. school|education|college|year_11|in_june|in_july
		private|independent|fee_paying|prep|preparatory|public|faith|fee|fees sector|education|paying|school|college|nursery
		privately|independently educated|schooled
		fee paying
		pre schooler|school_child|schoolchild
		preschool|nursery|reception|toddler|early_years age|aged|child|children
		before .. begin|start|reach|join|go_to|turn .. reception|school|year_1|5|nursery
		asylum|traveller|refugee
		newly arrived
		english as additional_language
		child|children|pupil|pupils|those|student with|whose .. dyslexia|adhd|anxiety|behaviour|dyspraxia
		apprentice|apprenticeship|university
		behaviour|dyslexia|dyspraxia|adhd|toileting alone`},
	{"affects", `affect|touch|effect .. learn|learning|school_work|work|reading`},
	{"reading", `work|reading|scores be .. level|above|at`},
	{"schoolmoney", `notional|delegated|school|core|its|their budget|fund|funding|money
		budget of school`},
	{"ourbody", `council|authority|we|us|our|department|service|block|public`},
	{"schoolstaff", `school|class|nursery .. short|staff|vacancy|vacancies`},
	{"sibling", `brother|sister|sibling|twin|cousin
		other|older|younger|elder|another|second|first son|daughter
		another_pupil|other_pupil|another_child|another_boy|another_girl`},
	{"privatelife", `plan|assess|assessed|diagnosis|autism|adhd|need|needs|managed|condition|difficulty|copy|copies|same|without`},
}
