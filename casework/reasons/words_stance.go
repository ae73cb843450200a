package reasons

// frames are stances by meaning: what a text does with a request, whoever writes it. Each is a family of words and not a phrase.
var frames = []entry{
	// Who is to show something, and how surely: "the onus rests with …", "we could not be certain".
	{"burden", `onus|burden .. rest|rests|lie|lies|fall|falls|be|is|on|upon|not
		onus|burden ... discharged
		for|up_to family|parent|parents|mother|father|school|applicant|requester|party|those|them|you|him|her to .. show|prove|establish|demonstrate|make|persuade|satisfy
		requesting|referring|applying party|school|parent
		has|have|had .. not .. discharged|established|substantiated|proved|demonstrated`},
	{"certainty", `not .. be|say|tell|promise|know|guarantee ?absolutely ?entirely ?completely =sure|certain|confident|certainty|definitely|guarantee|anything|that|whether .. plan|need|follow|lead|assess|needed|end
		not|no .. sure|certain|guarantee|promise ... plan|plans
		not .. lead|result|end .. in|to .. plan
		until .. can|could|are =sure|certain|say
		not|without .. clear|firm|definite|positive conclusion|indication|evidence|link
		not .. reach .. conclusion`},
	// Not now: "let it run", "get back in touch", "hold off", "watchful waiting".
	{"deferral", `=let .. run|continue|settle|finish|go_on|carry_on|work|bed|embed|play_out|grow|take_its|see
		hold|held|holding =off|fire|back .. until|so|while|for|to|and
		hold|holding off
		watchful waiting
		too|bit|little|rather|far soon|early|hasty|quick to|for
		not .. quite ?the ?right moment|time|stage
		not now|yet .. the moment|time
		keep|keeping|carry|carrying|continue|continuing =going|on .. with|the
		give|given|giving it|things|this|them|him|her .. chance|go|time|try|term|year
		=pre_empt|preempt|prejudge|jump
		pre empt
		usefully|better|best|more_usefully revisited|considered|looked_at|addressed .. when|once|later|after|in
		in the new year|term|autumn|spring|summer if|when|and
		=would|will be unhelpful|premature|wiser|wise|sensible|hasty|wrong|unwise|unhelpful|better to .. wait|hold|pre_empt|begin|initiate|start|see|act|rush|embark|put|pre|leave
		=we =rather wait|let|hold|see|leave
		more|further|three|%n .. rounds|cycles|terms|reviews .. written|recorded|before|needed|first|would
		next step|steps .. be|is for|to|within .. school|family|parent
		until .. done|finished|reported|complete|addressed|settled|resolved|changes|changed|re_established|established|known
		once .. back|settled|established|regular|calmer|finished|re_established|in_place|complete
		come|coming|come_back|apply|back after|in easter|christmas|summer|september|%n|term|next|year|autumn|spring
		school|there has more|plenty|options .. in|to|left
		we|i =will|shall see|revisit|review =.
		=then we|council|i .. will|can|shall|could|would`},
	// It will pass: young, growing, still learning English, one of many.
	{"maturing", `grow|grows|growing|grew|mature|matures|settle|catch|even|sort|develop|come into|out|up|itself|themselves|through|on .. it|them|time|this|in|with|his|her|own|quickly|year
		will|would|should|can|may|to .. grow|mature|even|catch|settle .. out|up|down|into|in|by
		find|finds|found .. feet
		as .. gets|grows|becomes|get|grow|becoming older|up|mature
		with age|time|maturity|maturation
		continue|continues to mature|develop
		=too young|early .. to|for
		label|labels on|him|her|a_child|children|too
		summer|august born|birthday|birthdays
		give .. english|it|her|him|them time
		silent period`},
	// The usual run: a child like others, of whom nothing more need be asked.
	{"everychild", `lots|many|plenty|most|other|others|all|children|pupils of ?the children|pupils|families|boys|girls|students|like|in|who|whose .. find|have|do|are|manage|worry|feel|struggle|go|cope|same
		children|pupils|students|boys|girls|those who|whose|like|with|as|of ... not|usually|typically|normally|tend|generally|rarely|seldom
		a child|pupil|student|boy|girl like that|this|him|her|%cap
		not .. who|what plans|assessments|the_process .. are|be for|meant
		fair to .. all|other|every|everyone|families|children
		whose .. needs|need|difficulties|circumstances be|are|is .. greater|more|most|worse|acute|pressing|severe
		those .. most|more|greatest .. need|needs|acute|pressing
		not .. among|one_of|amongst .. most|those|few
		wider|other|whole|interests .. cohort|children|population|pupils|class
		different population|group|cohort
		other|others|another ?children ?pupils in .. class|school|year|setting .. are|who|whose|have|with|more|worse
		not .. different|dissimilar .. from|to
		as .. significant|severe|great|complex|serious as .. those|ones|others|we`},
	// On to somebody else: "falls to the governors", "we will leave that with them".
	{"handover", `fall|falls|fell|rest|rests|lie|lies|sit|sits to|with|upon|on .. it|school|governors|governing|family|parent|parents|health|them|head|setting|nhs|him|her|commissioner|board
		matter|question|job|task|one|something .. for .. school|governors|governing|head|family|parent|parents|health|audiology|hospital|gp|nhs|them|clinic|therapist|paediatrician|staff|its
		leave|left that|it|this .. with|to them|health|school|colleagues|him|her|you|staff
		remit|gift|province|responsibility|responsibilities .. of .. education|school|health|family|parent|parents|governors|commissioner|others|council
		colleagues in .. health|hospital|social|early
		is|are for audiology|ophthalmology|camhs|health|paediatrics|neurology|physiotherapy|the_nhs|nurses|doctors|dietitians|clinic|hospital
		best|better|well placed .. than us|we|council|this
		more|most appropriate|best|better explored|addressed|met|dealt|helped|supported|met through|by|with|at|in .. family|home|health|parenting|early|social
		responsible body|commissioner
		nothing|not|little|no .. for|to|in education|educational|council|department .. assess|address|do|add|look|is|engaged|duty
		head|school|governors|staff could|can|should|might|may .. move|use|think|cover|reorganise|train|look|like|put|find .. staff|round|some|money|about|this|it|more|adults
		whole school policy|approach|training|response
		assume|assumed|took_on|taken_on|accept|accepted .. responsibility|support|duty|teaching|role`},
	// Evidence of the family, the child or their expert put aside.
	{"putaside", `so|and|but we|council|authority|i .. go|went|side|sided with .. school|staff|teacher
		school|staff|teacher|teachers|nursery|college .. not .. see|recognise|report|share|seen|notice
		not .. take|took|taken .. it|them|report|evidence|that|this .. far|further
		little|no|limited|less|determinative weight
		outside|beyond .. material|evidence|what .. authority|council|we|which .. rely|use|consider
		fall|falls|lies outside .. material|evidence
		absence|lack|want of corroboration
		not .. corroborated|borne_out|backed|supported .. by|in .. school|professionals|teacher|staff
		over report|reports|state|exaggerate
		answers|views|account|report|wishes|scores .. were|was|be|is =set|put|left|discounted|disregarded .. aside|to_one_side|out
		only|seen .. at home .. not|cannot|so
		inconsistent|differs|different .. across|between settings|home|school
		rather than in|by .. school|our|council|local
		not|someone|somebody|one|written|commissioned|done|does .. not .. work|worked .. with|in|for .. our|us|school|schools|council
		paid .. for by .. family|families|parent|parents|them
		raises|raise|cast|casts .. questions|doubt|doubts
		smiley|smiling|happy|fine|cheerful .. once|when|in|at .. school|door|class|there|we
		probably|surely|doubtless|presumably .. fine|happy|well|better|tired|anxious|nothing`},
	// A line drawn by the council: "the cut-off that we use", "one standard deviation", "came out at 2".
	{"line", `cut off
		standard deviation|deviations .. of|below|from
		above|over|below|beyond|within .. cut_off|cut|line|figure|number|range|band .. we|used|council|authority|at|that|which|our
		low average range|band
		plans|plan|assessment|assessments start|starts|begin|begins .. at|from %n
		at .. level .. of .. targeted|universal|ordinary|school|sen|first|second|low|lower
		targeted|universal .. rather|not|and_not|level|tier .. than|specialist|of
		our|council|authority|the matrix|bands|banding|descriptors|scale|grid|ladder|profile ... came|comes|place|places|placed|out|sit|sits|%n
		no discrepancy|gap to .. explain|show
		average|good enough
		not .. correspond|match|fit|tally|accord .. with|that|this|our|the .. description|descriptor|profile|guidance|picture
		statutory scheme|framework|process be|is .. directed|aimed|for|designed
		complexity|need|needs|difficulties .. across several|more|two|%n .. domains|areas
		usually|normally|ordinarily|generally|typically look|looking|consider|assess|see .. at|those|children|pupils|expect
		criteria|criterion|grounds be|are|is not made|met
		not .. necessary|required|needed to .. secure|carry|undertake|conduct|make .. assess|an
		not .. identify|find|see|feel .. requirement|need|needs .. for|as|that|quite
		not .. jumped|jump|stood|stand out`},
	// Harm or uselessness of looking: "a waste of everyone's time", "would heighten his anxiety".
	{"useless", `waste of .. time|resources|everyone
		little|no|limited practical|real|useful .. utility|use|value|purpose|benefit|point
		would|will|may|likely ?itself ?be ?likely ?to heighten|increase|add|raise|worsen|cause .. anxiety|stress|pressure|expectations|distress
		put .. him|her|them|child|%cap through .. process|long|assessment|it
		in .. his|her|their|child|%cap interests .. that|not|to .. not|we
		limited value|use|purpose
		soon|shortly|nearly .. be|attain|reach|turn|leave|finish .. age|nineteen|%n|school|course|college
		course|year conclude|concludes|ends|end|finish|finishes .. in|soon|shortly`},
	// What looks like a fact about the child and is none: it is denied, it is about papers, or about other children.
	{"nofact", `has|have|had ?also ?ever been no|none ?further ?recent ?direct consultation|involvement|contact|assessment|evidence|report|review|referral|response|diagnosis|cycle|cycles|discussion|advice|observation|visit
		do|does|will|would|should|did ?typically ?usually ?generally not ?typically ?usually ?need ?to go|come|work|help|make|keep|cope|join|have|hold
		data|report|reports|record|records|evidence|papers|figures|tracking|minutes|log|plan|course|term|year|list .. =ended|stopped|finishes|ends|finished|ending
		children|pupils|students|boys|girls|youngsters|learners|families who|whose|like|such|with|as ... can|do|does|find|learn|manage|cope|settle|go|catch|come|make|usually|typically|often
		most|many|some|all|other|lots ?of children|pupils|students|boys|girls|youngsters|learners|them ... can|do|does|find|learn|manage|cope|settle|go|catch|come|make|are`},
	{"agerelated", `age related expectation|expectations|expected
		expected level|levels|standard|standards|range|grade|progress|band`},
	{"comeback", `he|she|they|child ?has ?had ?is ?have =come|came|comes back`},
	// A denial that is none: what is put aside is the question, or the child's own words.
	{"nodenial", `$putaside
		not ?fall ?to be|been considered|looked|decided|addressed|judged|taken until|unless|before|once
		that|but|so|which we|authority|council ?should|do|did|have not .
		answers|views|account|report|scores|wishes|words|diary ... =set|put|left aside|out|to_one_side`},
}
