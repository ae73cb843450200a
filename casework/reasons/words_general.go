package reasons

// general are the turns by which a text leaves this child and speaks of everybody: what schools are asked to do, what
// students of that age get, what has to come before. A reason about one child seldom speaks so.
var general = []entry{
	{"everybody", `=schools|colleges|settings|nurseries|academies|sencos|families|parents|learners|students|children|pupils|youngsters|requests|applicants|applications|teachers|headteachers|providers`},
	// "Schools are asked to try for longer", "learners are expected to look there".
	{"generalrule", `$everybody .. are|be|is asked|expected|required|meant|supposed|obliged|advised|encouraged to
		$everybody at|in|of .. are|be asked|expected|required|meant|supposed|obliged|advised|encouraged to
		$everybody must|should|ought|have_to|need_to first|try|show|use|look|exhaust|spend|have|prove|wait|demonstrate
		we|council|authority ask|expect|require|want|need|look_to|tell $everybody to
		we|council|authority|i|it do|does|would not ... assess|consider|accept|take|fund|support ... $everybody
		we|council|authority only|normally|usually|generally assess|consider|accept|take|support ... $everybody
		where|when|if|unless|until school|parent|family|setting ... we|council|authority would|do|will not
		is|are there to be used|tried|exhausted
		there to be used|tried|exhausted before|first`},
	// "Until it has, …", "unless they do, …": the bar points back at what the sentence before names.
	{"untilthen", `until|unless it|they|she|he|that|this|those|these has|have|had|do|does|did|is|are|happens|happen|happened
		until|unless|till then|that_time|such_time
		he|she|they|it|child|pupil|school|family has|have|needs|need to ... before anybody|anyone|somebody|we|council|us|one
		should|must|ought|needs|has|have to ?happen ?come ?be first
		that|this|which|it should|must|ought|needs_to|has_to .. first|before
		should|must first
		asks|ask that .. first|longer|there|before`},
	// "… nothing for the council to look into".
	{"nothingtodo", `no|nothing|little|not .. for council|authority|us|me to look|do|consider|decide|answer|assess|add|examine|see
		no case .. answer|to_answer|here
		not .. case for us|council|authority
		nothing further|more|else .. for .. consider|do|look|decide`},
	// What a child can do because of a named help: "lets her read", "ended the upset", "enough for him to join in".
	{"letting", `we|rather|would|to|please|should|council =let
		=let .. run|grow|settle|see|wait|continue|finish`},
	{"enables", `=lets|enables|allows|helps|keeps|gets|brings|makes|gave|gives|lifted|ended|ends|stopped|settled|reopened|freed|let|kept|brought|enabled|allowed $child|them|the|most|his|her|any
		=ended|ending|stopped|removed|cured|solved|resolved|prevented|prevents
		is|are|was|were|proved|been ?more ?than ?quite enough|plenty|sufficient ?now for|to
		=copes|manages|learns|reads|writes|hears|sees|follows|joins|speaks|walks|plays|eats|sleeps|works .. with|by|because|thanks|through|once|when
		=met|helped|eased|steadied|corrected|managed|supported by|with .. $aid
		=met|managed|helped .. by|with|through .. $aid
		$aid .. do|does|did what|it|this|that|the
		$aid ... let|lets|help|helps|keep|keeps|bring|brings|meet|meets|work|works|is_enough|are_enough|suffice|suffices|hold|holds|carry|carries
		has|have|had|is|are ?now ?since =caught|ended|stopped|fallen|dropped|halved|doubled|returned|settled|finished|passed|shrunk|narrowed|faded|eased|ceased
		has|have|had ?more than halved|doubled|trebled
		no|not|none|never|nothing .. =since
		is|are =content|happy|full_time|on_course|on_track|passing
		has|have|is discharged
		gap =shrank|shrinks|closed|narrowed|halved
		back full time
		back|returned to|in school|class|lessons every|full|each
		every|each|all|most day|lesson|week|morning|target|task since|now|by`},
}

// aids are things a school gives that have a name of their own. "Help", "support" and "good teaching" have none.
var aids = []entry{
	{"aid", `$provided
		visual|sensory|writing|reading|maths|phonics|spelling|memory|movement|communication|social|lunch|lunchtime|homework|breakfast|nurture|anger|talk|speech|language|hearing|attention|motor|finger support|supports|timetable|cue|cues|group|club|game|games|programme|practice|gym|space|diet|circuit|pack|book|aid|aids|cards|card|break|breaks|sessions|session|story|stories|box|room
		=key|keys|software|app|processor|locker|corner|wheelchair|keyworker|mentor|clinic|cards|snack|entry|gym|grips|grip|cushion|ramp|lift|frame|splint|glasses|grommets|overlays|headphones|defenders|whiteboard|stool|slope|radio|microphone|loop|magnifier|enlarged|large_print|braille|signer|interpreter|scribing|software|keyboard|tablet|dictation|screen_reader|reader_pen|checklist|checklists|countdown|marker|peg|token|chart|passport|script|scripts|notebook|mat|mats|hoist|rail|fiddle|egg|timer
		ear defenders|plugs
		seat|place|sitting|sits|sat at|near|by|beside|in .. front|teacher|door|window
		seating =changed|plan|moved
		printed|enlarged|coloured|large|bold|typed notes|papers|paper|print|sheets|handouts|work
		named|key|trusted|familiar|keyworker|learning adult|worker|person|mentor|approach
		early|late|later|quiet|phased exit|start|lunch|return|finish|arrival
		rest|movement|sensory|brain|exit|toilet|drink|regular break|breaks|pass|card
		access arrangement|arrangements
		hand|daily|fine_motor|stretching|breathing|physio|physiotherapy exercises|exercise|programme
		note taker
		note =taker|takers
		ground|accessible floor|classroom|room
		pre|post teaching|tutoring
		chunked|short|written|repeated|simple|single|one_step instructions|tasks|sentences|steps
		therapy|therapist|elsa|counsellor|teacher_of_the_deaf programme|session|sessions|visit|visits|weekly|fortnightly
		weekly|fortnightly|half_termly|termly|daily|nightly elsa|therapy|check|call|tutorial|visit|group|club|session|sessions|practice
		%n hours|minutes of adult|help|support|teaching|reading|practice|physio|exercise
		%n exercises|sessions|groups|visits`},
}
