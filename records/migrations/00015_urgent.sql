-- Urgent cases come first in the work list. They are few: an index of them alone finds them.
ALTER TABLE cases ADD COLUMN urgent {int} NOT NULL DEFAULT 0;

UPDATE cases SET urgent = 1 WHERE ref IN (SELECT ref FROM entries WHERE kind = 'marked_urgent');

CREATE INDEX cases_urgent ON cases (send_by, ref) WHERE is_open = 1 AND urgent = 1;
