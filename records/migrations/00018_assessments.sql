-- Cases in which the council has still to tell the family what an assessment came to, with the limit of the plan.
CREATE TABLE assessments (
    ref {text} PRIMARY KEY,
    officer {text} NOT NULL,
    clock {text} NOT NULL, -- the state of the clock on the plan
    due {text} NOT NULL, -- the last day for the final plan
    send_by {text} NOT NULL, -- the last day on which it can be posted in time
    no_plan {text} NOT NULL, -- the last day for saying that there will be none; empty once the family has a draft
    child {text} NOT NULL -- the name in full
){strict};

CREATE INDEX assessments_by_day ON assessments (send_by, ref);
CREATE INDEX assessments_of_officer ON assessments (officer, send_by, ref);
