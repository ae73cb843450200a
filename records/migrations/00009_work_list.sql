-- The work list counts and pages the open cases by what is still to be sent, over however many there are: these indexes
-- hold all that it narrows by, so that no case is looked at that is not shown.
CREATE INDEX cases_to_send ON cases (send_by, ref, stage, officer, setting, clock) WHERE is_open = 1;
CREATE INDEX cases_carried ON cases (officer, stage, send_by, ref, setting, clock) WHERE is_open = 1;
CREATE INDEX cases_by_name ON cases (name_folded, upn, send_by, ref);
