-- Links by which somebody without an account answers what the council asked about a case, on one page.
CREATE TABLE reply_links (
    hash {text} PRIMARY KEY, -- of what stands in the link
    ref {text} NOT NULL,
    party {text} NOT NULL, -- 'school', 'health' or 'social_care'
    sent_to {text} NOT NULL,
    sent_by {text} NOT NULL,
    sent_at {text} NOT NULL,
    expires_at {text} NOT NULL,
    answered_at {text} NOT NULL -- empty until it was answered
){strict};

CREATE INDEX reply_links_by_case ON reply_links (ref, sent_at);
