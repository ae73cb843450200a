-- What the portal keeps: who is signed in, accounts, what families may read, drafts. None of it is part of a case.

-- The key is a hash of what the browser holds.
CREATE TABLE sessions (
    token {text} PRIMARY KEY,
    data {bytes} NOT NULL,
    expires_at {text} NOT NULL
){strict};

CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- How a person signs in. What they may do stands in the council's settings alone.
CREATE TABLE accounts (
    person {text} PRIMARY KEY,
    email {text} NOT NULL UNIQUE, -- in lower case
    password {text} NOT NULL, -- argon2id, empty until chosen
    secret {text} NOT NULL, -- of the second factor, empty until set up
    step {int} NOT NULL, -- the last step of the second factor that was used
    recovery {text} NOT NULL, -- hashes of the recovery codes not used yet, one a line
    closed {int} NOT NULL,
    changed_at {text} NOT NULL
){strict};

-- Links that let somebody choose a password, once.
CREATE TABLE invitations (
    hash {text} PRIMARY KEY, -- of what stands in the link
    person {text} NOT NULL,
    email {text} NOT NULL,
    invited_by {text} NOT NULL,
    expires_at {text} NOT NULL
){strict};

-- Which person a case is addressed to may read it here, and where their codes go. An officer has confirmed each.
CREATE TABLE family_access (
    ref {text} NOT NULL,
    addressee {text} NOT NULL,
    channel {text} NOT NULL, -- 'phone' or 'email'
    contact {text} NOT NULL,
    opened {int} NOT NULL,
    confirmed_by {text} NOT NULL,
    confirmed_at {text} NOT NULL,
    PRIMARY KEY (ref, addressee)
){strict};

-- The code that is out for an addressee; the newest alone counts.
CREATE TABLE family_codes (
    ref {text} NOT NULL,
    addressee {text} NOT NULL,
    hash {text} NOT NULL,
    expires_at {text} NOT NULL,
    tries {int} NOT NULL,
    PRIMARY KEY (ref, addressee)
){strict};

-- Requests that a school has not sent yet.
CREATE TABLE drafts (
    id {text} PRIMARY KEY,
    setting {text} NOT NULL,
    author {text} NOT NULL,
    revision {int} NOT NULL, -- 1 and up: who saves says which one they read
    body {bytes} NOT NULL, -- JSON
    created_at {text} NOT NULL,
    updated_by {text} NOT NULL,
    updated_at {text} NOT NULL,
    sent_as {text} NOT NULL -- the reference once it was sent
){strict};

CREATE INDEX drafts_by_setting ON drafts (setting, sent_as, updated_at);

-- Files that were uploaded; what they hold lies in the files folder under its hash.
CREATE TABLE uploads (
    id {text} PRIMARY KEY,
    owner {text} NOT NULL, -- 'draft/…' or 'case/…'
    name {text} NOT NULL, -- as it was called where it came from
    type {text} NOT NULL, -- by content
    size {int} NOT NULL,
    sha256 {text} NOT NULL,
    given_by {text} NOT NULL,
    stored_at {text} NOT NULL,
    checked {text} NOT NULL -- 'clean', or 'unchecked' where no scanner is configured
){strict};

CREATE INDEX uploads_by_owner ON uploads (owner, stored_at);
