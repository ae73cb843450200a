package statute

import "time"

// Holiday is a bank holiday in England, or Good Friday or Christmas Day, which the definitions of "working day" name
// beside the bank holidays.
type Holiday struct {
	Day  Day    `json:"day"`
	Name string `json:"name"`
	// Provisional marks a day worked out from the rules before the government published it.
	Provisional bool `json:"provisional,omitzero"`
}

// editions of the England calendar, oldest first. A day published later than its edition, a coronation for example,
// is a new edition: dates already proved keep the calendar they name.
var calendars = []*calendar{england2026()}

// england2026 is the calendar of November 2026.
//
// Source: Banking and Financial Dealings Act 1971, Schedule 1, and the substitute days proclaimed under section 1(2);
// worked out by those rules, to be compared with the list at gov.uk/bank-holidays. That list reaches about two years
// ahead: the days after 2027 are provisional.
func england2026() *calendar {
	const newYear, goodFriday, easterMonday = "New Year's Day", "Good Friday", "Easter Monday"
	const mayDay, spring, summer = "Early May bank holiday", "Spring bank holiday", "Summer bank holiday"
	const christmas, boxing, substitute = "Christmas Day", "Boxing Day", " (substitute day)"
	const published, provisional = false, true
	return &calendar{
		id:   "england-2026-11",
		from: Date(2024, time.January, 1),
		to:   Date(2030, time.December, 31),
		holidays: []Holiday{
			{Date(2024, time.January, 1), newYear, published},
			{Date(2024, time.March, 29), goodFriday, published},
			{Date(2024, time.April, 1), easterMonday, published},
			{Date(2024, time.May, 6), mayDay, published},
			{Date(2024, time.May, 27), spring, published},
			{Date(2024, time.August, 26), summer, published},
			{Date(2024, time.December, 25), christmas, published},
			{Date(2024, time.December, 26), boxing, published},

			{Date(2025, time.January, 1), newYear, published},
			{Date(2025, time.April, 18), goodFriday, published},
			{Date(2025, time.April, 21), easterMonday, published},
			{Date(2025, time.May, 5), mayDay, published},
			{Date(2025, time.May, 26), spring, published},
			{Date(2025, time.August, 25), summer, published},
			{Date(2025, time.December, 25), christmas, published},
			{Date(2025, time.December, 26), boxing, published},

			{Date(2026, time.January, 1), newYear, published},
			{Date(2026, time.April, 3), goodFriday, published},
			{Date(2026, time.April, 6), easterMonday, published},
			{Date(2026, time.May, 4), mayDay, published},
			{Date(2026, time.May, 25), spring, published},
			{Date(2026, time.August, 31), summer, published},
			{Date(2026, time.December, 25), christmas, published},
			{Date(2026, time.December, 28), boxing + substitute, published},

			{Date(2027, time.January, 1), newYear, published},
			{Date(2027, time.March, 26), goodFriday, published},
			{Date(2027, time.March, 29), easterMonday, published},
			{Date(2027, time.May, 3), mayDay, published},
			{Date(2027, time.May, 31), spring, published},
			{Date(2027, time.August, 30), summer, published},
			{Date(2027, time.December, 27), christmas + substitute, published},
			{Date(2027, time.December, 28), boxing + substitute, published},

			{Date(2028, time.January, 3), newYear + substitute, provisional},
			{Date(2028, time.April, 14), goodFriday, provisional},
			{Date(2028, time.April, 17), easterMonday, provisional},
			{Date(2028, time.May, 1), mayDay, provisional},
			{Date(2028, time.May, 29), spring, provisional},
			{Date(2028, time.August, 28), summer, provisional},
			{Date(2028, time.December, 25), christmas, provisional},
			{Date(2028, time.December, 26), boxing, provisional},

			{Date(2029, time.January, 1), newYear, provisional},
			{Date(2029, time.March, 30), goodFriday, provisional},
			{Date(2029, time.April, 2), easterMonday, provisional},
			{Date(2029, time.May, 7), mayDay, provisional},
			{Date(2029, time.May, 28), spring, provisional},
			{Date(2029, time.August, 27), summer, provisional},
			{Date(2029, time.December, 25), christmas, provisional},
			{Date(2029, time.December, 26), boxing, provisional},

			{Date(2030, time.January, 1), newYear, provisional},
			{Date(2030, time.April, 19), goodFriday, provisional},
			{Date(2030, time.April, 22), easterMonday, provisional},
			{Date(2030, time.May, 6), mayDay, provisional},
			{Date(2030, time.May, 27), spring, provisional},
			{Date(2030, time.August, 26), summer, provisional},
			{Date(2030, time.December, 25), christmas, provisional},
			{Date(2030, time.December, 26), boxing, provisional},
		},
	}
}
