package portal

// routesSignIn lets people in and out.
func (p *Portal) routesSignIn() []Route {
	list := []Route{
		{Pattern: "GET /sign-in", For: Anyone(), Handle: p.signInForm},
		{Pattern: "POST /sign-in", For: Anyone(), Handle: p.signIn},
		{Pattern: "GET /sign-in/code", For: Anyone(), Handle: p.secondFactorForm},
		{Pattern: "POST /sign-in/code", For: Anyone(), Handle: p.secondFactor},
		{Pattern: "POST /sign-out", For: Anyone(), Handle: p.signOut},
		{Pattern: "GET /sign-in/family", For: Anyone(), Handle: p.familyForm},
		{Pattern: "POST /sign-in/family", For: Anyone(), Handle: p.familyAsk, Keeps: true},
		{Pattern: "GET /sign-in/family/code", For: Anyone(), Handle: p.familyCodeForm},
		{Pattern: "POST /sign-in/family/code", For: Anyone(), Handle: p.familyCode},
		{Pattern: "GET /invitation", For: Anyone(), Handle: p.invitationForm},
		{Pattern: "POST /invitation", For: Anyone(), Handle: p.invitation},
		{Pattern: "GET /forgotten", For: Anyone(), Handle: p.forgottenForm},
		{Pattern: "POST /forgotten", For: Anyone(), Handle: p.forgotten},
		{Pattern: "GET /account", For: SignedIn(), Handle: p.account},
		{Pattern: "POST /account/second-factor", For: SignedIn(), Handle: p.setUpSecondFactor},
	}
	if p.demo {
		list = append(list, Route{Pattern: "POST /sign-in/demo", For: Anyone(), Handle: p.signInDemo})
	}
	if p.provider != nil {
		list = append(list,
			Route{Pattern: "GET /sign-in/provider", For: Anyone(), Handle: p.providerStart},
			Route{Pattern: "GET /sign-in/provider/back", For: Anyone(), Handle: p.providerBack})
	}
	return list
}
