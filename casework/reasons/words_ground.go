package reasons

// grounds names what reasons are built on and should not be: money, staff, the home, a group the child belongs to.
var grounds = []entry{
	{"home", `=parenting
		boundary|routine|bedtime|screen|upbringing|=gaming|discipline_at_home
		video|computer|console games|game
		home|family|domestic|household circumstance|life|situation|factor|environment|background|setting|dynamic|stress|issue|breakdown|difficulty|arrangement|problem
		at|from|in home
		lack|inconsisten* .. boundary|boundaries|routine|discipline
		parent|parents|mother|father .. separat*|divorc*|split|anxious|anxiety|over_protective|overprotective|expectation|inconsistent|strict|firm|style|conflict|work_long|approach|attitude|depression|drinking|unwilling|indulg*
		$family .. too soft|lenient|protective|anxious
		over protective|anxious|indulgent
		family|parent|parental break*|split|conflict|discord|responsib*|separation
		%n homes|households
		way .. brought up|parented|handled
		being allowed to|stay
		sleep|diet .. home|hygiene
		late nights
		parenting|parent course|class|programme|support
		family support|therapy
		consistent .. parent|parents|home|discipline
		lack of sleep
		marital|divorce|bereave* at home`},
	{"stem", `stem|arise|cause|caused|down_to|result|explain|reflect|root|rub_off|lie|due|because|link|attribut*|source|origin|mainly|rooted|blame|responsible|account_for|consequence|driven|fault|product|come_from|linked|matter_of|about|originate|underl*|trace|attributable|reason|mark|more_to_do
		to do with
		lie behind|with
		come|comes from`},
	{"comesfrom", `stem|arise|cause|caused|down_to|root|attribut*|result|originate|come|comes from|of|by|in|to
		stem|arise|caused|root|attributable|linked
		to do with`},
	{"homefix", `course|class|referral|refer|help_from|early_help|family_support|workshop|attend|engage|should|would|must|could|need|first|better|change|if|firm|sort|address|put_right|set|tackle`},
	{"excluded", `fall|sit|stand|come|be|is|are|lie outside|beyond
		out of|outside scope|remit|our|the_scheme|arrangement|responsibility
		not .. eligible|entitled|qualify|cover|covered|responsible|include|included|considered|within|apply|our_practice|usual|normally|ordinarily|usually|routinely|available|accept|look_at|take|assess|carry_out|look|able|our_policy|in_a_position|one_of_the|open|start|begin|go|fund|provide_for
		ineligible|excluded|ruled_out|exempt
		no|not|little|hardly .. purpose|point|reason|benefit|value|sense|time|longer|role|duty|responsibility|power|use
		policy|practice|rule|custom .. not|that|is|be
		only .. assess|accept|consider|look|for|take|available|those
		reserved|intended|meant|designed|kept for
		too late|old|young|early|soon
		wait until|till|for
		should .. wait|enrol|register|join|start|return|be_enrolled|be_on_a_roll
		until|unless|once|before .. enrol*|join|start|begin|roll|school|place|register|reception|returns|back_in_school|statutory
		take on .. cost|responsibility
		their|own|parent|a|that choice|responsibility|decision
		chosen|choose|opt|opted|elected .. to|out|the|for
		choose .. private|fee|independent|home
		have .. no jurisdiction|power|duty|responsibility
		responsibility of
		matter|for|to the trust|college|parents|school_itself|proprietor
		as a matter of course|policy
		could leave`},
	{"health", `health|medical|epilepsy|diabetes|asthma|sensory|motor|sleep|eating|toileting|mental_health|physical|therapy|balance|continence|medication|allergy|sensory_processing|seizure`},
	{"healthbody", `gp|audiology|ophthalmology|neurology|paediatrics|dietitian|commissioner|hospital|nhs|doctor|nurse|clinic|surgery|icb|health_service|health_visitor|health_colleague|health_professional|paediatrician|camhs|physiotherapy|consultant|therapist|health`},
	{"information", `information|detail|data|paperwork|evidence|documentation|document|paper|form|record|example|sample|report|submission|box|page|section|picture|reports|tracking|attachment|entry|costing`},
	{"thin", `insufficient|inadequate|incomplete|blank|empty|lack|lacking|limited|scant|thin|sparse|missing|absent|vague|scarce|sketchy|patchy|unclear|brief|short_of|scanty|left_out|omitted|weak|deficient|unhelpful|wanting
		not .. enough|sufficient|adequate|complete|full|clear|include|attach|enclose|supply|provide|send|contain|give|fill|tell|submit|receive|received|convincing|amount|support|substantiate|find|answer|explain|show|demonstrate|completed
		too|very|so|such little|few|thin|brief|limited|scant|short
		no|without .. enclosed|attached|supplied|provided|sent|information|evidence|data|detail|example|record|documentation
		little|few|hardly_any|next_to_nothing|nothing
		fail to .. provide|send|include|supply|show|evidence|demonstrate|give
		left blank|empty|out|unanswered
		could|can|would .. more|say_more|better
		absence|shortage|lack of
		fall short
		not .. know enough|what|whether
		unable to tell|say|judge|see|form`},
	{"ourstaff", `psychologist|psychology|ep|eps|officer|caseworker|team|service|department|assessor|staff|panel|council|authority|we|our|us|caseload|advisory_teacher|therapist|professional|section|office|colleague|workload|resource`},
	{"stretched", `shortage|vacancy|vacant|backlog|overload|overloaded|overstretch*|stretched|capacity|overwhelm*|waiting_list|unfilled|oversubscribed|stretch|understaffed|short_staffed|recruit|recruitment|workload|queue|caseload|full_diary|availability
		=booked
		short of staff|people|psychologists|officers|time|hands
		full|fully booked|committed|stretched|diary|stretch
		diary full
		at|over|beyond|without|no|lack_of|limited|reduced|not .. capacity
		not .. have|be enough|able|sufficient .. people|staff|officer|psychologist|time|take|hours
		too few|many .. psychologist|officer|staff|request|application|people|assessment
		number of request|application|assessment
		request|application|demand|referral .. double|rise|increase|grow|record|unprecedented|soar|surge|outstrip|flood|exceed
		record|unprecedented|rising|growing|increased|high|sharp number|demand|rise|volume|increase
		record|unprecedented|rising|growing|increased|high level of demand|request|referral|application
		volume of request|work
		under .. pressure|strain
		pressure|strain on .. service|team|council|staff|officer|budget|fund|authority|system
		hard choice
		prioritis*
		spare .. officer|time|people|hour
		on maternity|sick|long_term leave
		staff shortage|sickness|turnover|absence
		no one|nobody available|free|to_do|to_write
		not .. spare
		limited time|hours|number
		vacant post`},
	{"purse", `budget|overspend|overspent|deficit|austerity|afford|affordable|affordability|expensive|unaffordable|funding_gap|purse|taxpayer|costly|shortfall|safety_valve|dedicated_schools_grant|dsg|value_for_money
		considerable|great|large|significant|undue|further expense|outlay
		high needs block|budget|fund|funding|spend
		public|council|scarce|limited|finite|tight|our money|purse|fund|finance|resource|resources|means|funding|budget
		financial|money|budget|budgetary pressure|position|constraint|climate|situation|difficulty|restraint|challenge|recovery|reality|times
		long_term|cost|costs|price|expense .. plan|plans|provision|assessment|council|bring|carry
		live within .. means
		cost .. council|authority|public|us|thousand|too_much|£
		make =savings|cuts
		cut back|backs
		money .. tight|short|limited|run_out|left|is_not_there
		strain on .. fund|purse|budget`},
	{"places", `placement|special_school|resource_base|resourced_provision|place|specialist_provision|unit|specialist_place
		specialist|special placement|school|provision|place|setting|unit|college`},
}
