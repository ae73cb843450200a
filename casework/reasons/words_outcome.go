package reasons

// outcomes are the ways to tell what came of help: measured, counted or seen.
var outcomes = []entry{
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
}
