package reasons

// who lists the people and bodies of a reason.
var who = []entry{
	{"council", `council|authority|la|lea|we|us|department|borough|county
		send|sen|ehc|ehcp|assessment|statutory team|service|department|office`},
	{"panel", `panel|committee|forum
		moderat* group|meeting
		multi agency|disciplinary|professional group|meeting|forum
		decision ?making group|meeting
		group|colleague round|around table
		member of group
		=members
		the group|chair|committee|board .. conclude|decide|feel|agree|vote|think|take|rule|refuse`},
	{"school", `school|setting|nursery|academy|college|preschool|pre_school|headteacher|head_teacher|head|senco|sendco|teacher|staff|provider|tutor|governor|playgroup|principal
		inclusion lead`},
	{"family", `family|parent|mother|father|carer|grandparent|grandmother|grandfather|guardian|you|mr|mrs|ms|stepfather|stepmother|relative`},
	{"child", `child|pupil|student|boy|girl|young_person|youngster|learner|he|she|they|him|her|%cap|their|his|infant|toddler|daughter|son`},
}

// process lists the words of the request, the assessment and the decision.
var process = []entry{
	{"plan", `ehcp|ehcps|ehc_plan|statutory_plan|statement
		education , health and care plan
		education health and care plan
		a|=plans|such plan|=plans
		=plans`},
	{"assess", `ehcna|assess|assessment
		statutory process|procedure|route
		formal process`},
	{"request", `request|application|referral|apply|submission|reapply|resubmit`},
	{"act", `$assess|$request|$plan
		proceed|go_ahead|take_forward|take_further|move_forward|progress|agree|step_in|put_forward|start_process|decide|intervene|involved
		look at this|it|him|her|matter|case|that|things|again|properly
		look into
		consider this|it|him|her|matter|case|that|again|further
		think about|of|again
		in position
		take .. forward|further|on|up
		come|turn|apply|go|look to council|us|authority
		ask|approach us|council|authority
		the answer
		statutory`},
	{"return", `reapply|resubmit|reconsider|revisit|rethink
		re apply|submit|refer|submission|application|referral
		come|get|write|return back|again
		apply|ask|try|look|write|think again|afresh|anew
		get in touch
		back in touch
		new|fresh|further|another|second|later|future|stronger|subsequent|repeat request|application|referral|submission|look
		look .. again|afresh|anew
		be|is|remain|are|stay open to .. request|consider|look|hear|revisit|receive|application|approach
		door not|remain|still|is
		happy|glad|pleased|willing|ready|prepared|welcome|content to .. hear|look|consider|receive|think|see|discuss|assess|revisit|return
		return to us|council|this|matter|question`},
	{"will", `will|would|can|could|may|might|should|must|shall|please|be_to|ought`},
	{"decline", `not .. agree|accept|proceed|go_ahead|progress|support|approve|take_forward|uphold|assess|carry_out|grant|endorse|sanction|authorise|succeed
		not .. take|taken .. forward|further|on
		not .. be agreed|accepted|progressed|supported|approved|made_out|in_position|justified|appropriate|right|successful|open
		not|never .. a|the case|reason|need|grounds|basis for|to
		not .. consider|think|believe|feel|find|see .. assess|assessment
		$assess .. not .. need|require|justify|warrant|appropriate|necessary|be|go|happen|call_for|right|agreed
		$assess .. not go ahead
		$request .. not .. agree|accept|succeed|go|be|support
		decline|refuse|reject|unsuccessful|turn_down|turned_down|refusal|dismissed
		turn .. down
		say no
		the answer .. no
		answer be no
		can|could not .. verify|confirm|conclude|establish
		no call for
		no further|formal|more action|step|steps|involvement .. be|is .. proposed|needed|required|taken|called_for|planned|necessary
		not ... anything|nothing|something more|further .. call|need|require
		no reason|cause|case|grounds|basis|purpose|point|need|merit|justification|call .. to|for|in .. assess|assessment|act|step_in|go|start|begin|plan|proceed
		see no|little reason|cause|case|need|point|grounds|purpose
		no|nothing ... an assessment would|could|can
		not .. come|fall within
		not .. on this occasion
		unable|impossible to
		can not ... $act
		could not ... $act
		not .. bring|start|begin .. $assess
		no .. assessment follow|follows|arise|arises
		against .. assess|assessment
		not .. one|something that|which .. can|should
		decide|decision .. not to
		closed request|case
		not .. merit|warrant|justify .. $assess
		not .. right route|place|way|answer|step|time|moment
		not .. persuade|convince|satisfy
		there be no .. assess|assessment`},
	{"cause", `because|since|therefore|so|thus|hence|consequently|accordingly|given|as_a_result|that_being_so|mean|means|tell_us|show_that|in_the_circumstances
		for this|that|these|those|which reason|reasons
		on this|that|such basis|footing|ground|grounds
		in view|light|consequence of
		it follow
		and so
		as he|she|they|it|there|no|the|this|we|an|such|%cap
		be why
		due|owing to`},
	{"agree", `council|we|authority|i|officer .. will|shall assess
		council|we|authority|i .. will|shall .. carry|secure|carry_out|arrange|undertake|begin|start|make .. $assess
		council|we|authority|i .. have .. agree|decide .. to .. assess|carry|secure|start|begin
		council|we|authority|i have .. decide .. otherwise
		we be .. assessing
		council|we|authority .. agree .. to assess|secure|carry|an_assessment
		council|we|authority .. agree ?that .. may be necessary
		decide|decision .. be .. to assess|secure
		decide|decide|decided that we will
		point to|toward|towards .. $assess .. and
		an assessment will .. go_ahead|begin|start|take_place|carried_out|follow|be
		$request be|have .. agreed|granted
		have .. agree|decide to .. assess
		decide that .. $child should be assessed
		and|so|therefore|account we will|shall assess
		and|so will|shall|is_to assess|be_assessed
		why .. should be assessed
		have agreed to do so|it
		we have agreed it
		be .. reason to assess
		assessment will|be|have .. begin|start|agreed|under_way
		assessment begin|start|begins|starts
		point|points to|toward|towards an assessment
		what an assessment will|should .. look
		recommend* .. be to assess
		why we|council be|have|will .. agree|assess
		so .. we will assess`},
	{"condition", `until|unless|once|provided|if|only_when|only_if|before|when|subject_to|can_not|till`},
}

// relations lists the words that turn a fact into a bar.
var relations = []entry{
	{"demand", `must|should|ought|have_to|necessary|essential|prerequisite|precondition|expectation|compulsory|mandatory
		need|needs|needed to
		will|would|do|may|council|we|authority need|want|expect|require|insist|ask|look_for|look_to|like|hope|prefer|seek|wish|recommend|advise
		be|is|are =needed|required|expected|requirement|condition|looked_for|wanted|a_must
		would have to|liked|expected|wanted
		be to
		it make|be .. sense|sensible|reasonable|right|better|best|fair|wise|prudent|proper
		require|requires|insist|expect|demand|stipulat*
		call for
		the|a first|next|proper|right|sensible|correct|starting|obvious|usual|better step|thing|course|port|place|point|route
		we ask|look|want|wait|expect|require|need|seek|prefer|like
		minimum
		be|is|are asked|expected|required|invited|advised|encouraged to
		best|better placed|served|to
		=let|allow
		job|task|responsibility|duty|role of|is
		be|is|are|have .. for .. to .. do|show|prove|try|use|demonstrate
		onus|burden|up_to
		subject to
		depend on
		only .. if|when|once|where|after`},
	{"order", `first|before|until|prior|unless|only_then|beforehand|without|till|firstly|ahead_of|precede|in_advance|initially|not_yet|only_when|only_if|only_after|only_once|in_order
		at that|which point
		and|if|when|once .. =then
		in first instance|place
		to begin|start with
		come first
		should|must|ought|needs_to first
		then .. $act|$return
		once|when|after ... we|council|authority|us .. will|can|could|would|may
		only .. then|after|once|when|if|where`},
	{"gate", `until|unless|before|once|when|after|pending|without|provided|till|subject_to|if|where|only_if|following|as_soon_as
		in absence of
		as|so long as
		by the time
		on condition`},
	{"absent", `no|not|without|lack|absence|missing|none|nothing|nobody|never|neither|await|awaiting|outstanding|nor|unless|absent|devoid|gap|few|hardly|scarcely|little|wait
		yet to
		have|be|is still to
		no one`},
	{"little", `insufficient|inadequate|premature|minimal|short|barely
		not .. enough|sufficient|sufficiently|adequate|adequately|long|yet
		too|far_too|still_too|very early|soon|few|little|short|new|recent
		only|just|merely|no_more_than|little_more_than %n|a|recent|begin|began|begun|started|been|half|part|introduced|brought
		have .. only|just|barely|hardly|recently .. begin|start|had|been|bring|introduce
		less|fewer than %n
		early days|stages|in
		matter of
		fall|well short
		yet to
		room|scope .. to|for|left
		could|can|should|might .. do .. more
		not .. show|demonstrate|evidence|prove|exhaust|complete|given`},
	{"isdemanded", `be|is|are|was =needed|required|expected|essential|necessary|compulsory|mandatory|first|wanted|awaited
		be .. prerequisite|condition|precondition|requirement|minimum|expectation|first_step|must
		come|comes first
		prerequisite|precondition
		something we .. look|expect|need|want`},
	{"willact", `$will ... $act|$return
		$return
		$will be .. clearer|better_placed|able`},
	{"councilwill", `council|we|authority|officer will|can|could|would|may|shall ?not ?then ?be ?able ?to be_able|consider|decide|look|see|assess|think|agree|judge|act|reconsider|revisit|happy|know|have|form|take|tell|begin|start|review|return|step_in|proceed|say|in_position
		council|we|authority .. will|would .. be .. able|happy|glad|position|ready|willing|open|clearer|prepared`},
	{"promise", `once|when|until|if|unless|after|only_when|only_if|as_soon_as|till|where|should ... $councilwill
		$councilwill ... once|when|until|if|unless|after|only_when|only_if|as_soon_as|till
		$councilwill ... =then`},
	{"verdict", `$request .. be|have .. not .. agreed|accepted|approved|successful|upheld|supported|taken
		$request .. be|is|was|has .. declined|refused|closed|returned|rejected|turned_down|unsuccessful
		decline|refuse|reject|close|closed|turned_down|turn_down .. $request
		answer .. be|is no
		not .. agree|accept|support|approve .. $request
		decide .. not to .. assess|proceed|go
		decide that an assessment should|will|is not`},
	{"norm", `not our|the custom|practice|policy|habit|way|usual|position
		our|council|authority|local|long|long_standing|has_long|always been|standing|usual|general position|policy|practice|custom|approach|expectation|experience|rule
		our|local|council|authority|county|borough position|policy|practice|custom|approach|expectation|experience|rule|protocol|criterion|criteria|matrix|guide|handbook|threshold|standard|model|framework|pathway|checklist
		in our experience
		we|council do not =assess|act|accept|begin|start|fund|proceed|open|progress|entertain
		as a rule|matter_of_policy|matter_of_course
		we normally|usually|generally|ordinarily|always .. look|expect|ask|want|require|need|see`},
	{"gateact", `$gate ... $act`},
}
