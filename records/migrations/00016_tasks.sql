-- A request whose family has been told can still have something to do: an answer to an appeal, a task. The work list finds
-- these without reading the others. Urgent is only what is still to be told.
ALTER TABLE cases ADD COLUMN tasks {int} NOT NULL DEFAULT 0;

UPDATE cases SET tasks = (SELECT COUNT(*) FROM entries WHERE entries.ref = cases.ref AND kind = 'task_raised');
UPDATE cases SET tasks = tasks - (SELECT COUNT(*) FROM entries WHERE entries.ref = cases.ref AND kind = 'task_done');
UPDATE cases SET tasks = 0 WHERE tasks < 0;
UPDATE cases SET urgent = 0 WHERE stage NOT IN ('received', 'considering', 'recommended', 'decided');

CREATE INDEX cases_to_do ON cases (officer, stage, send_by, ref, setting, clock) WHERE tasks > 0;
