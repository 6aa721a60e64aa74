-- The data model. Constraints hold what must always be true; the code only has to be right about the rest.

-- People, and the server itself where it acts (baselines).
create table account (
    id          uuid primary key,
    handle      text not null check (handle ~ '^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?$'),
    role        text not null check (role in ('participant', 'organiser', 'admin')),
    created_at  timestamptz not null
);
-- Handles differ by more than case.
create unique index account_handle on account (lower(handle));

-- What a person signs in with. The secret itself is shown once and never kept.
create table access_token (
    id           uuid primary key,
    account_id   uuid not null references account on delete cascade,
    kind         text not null check (kind in ('personal', 'session')),
    -- The token that a browser's session was opened with, and with which it ends.
    opened_with  uuid references access_token on delete cascade,
    name         text not null check (length(name) between 1 and 100),
    secret_hash  bytea not null unique check (length(secret_hash) = 32),
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    check ((kind = 'session') = (opened_with is not null))
);
create index access_token_account on access_token (account_id);

-- A pack on its way to becoming a challenge.
create table pack_build (
    id           uuid primary key,
    account_id   uuid references account,
    blob         text not null check (blob ~ '^[0-9a-f]{64}$'),
    state        text not null check (state in ('waiting', 'running', 'built', 'refused', 'failed')),
    step         text not null,
    progress     double precision not null check (progress between 0 and 1),
    slug         text,
    findings     jsonb,
    finding_count bigint not null default 0,
    incident     text,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    check ((state in ('waiting', 'running')) = (finished_at is null))
);

-- What is hosted. `definition` is the pack's YAML as read (it holds the hold-out's seed: never sent out);
-- `id_key` makes subjects' published ids.
create table challenge (
    id              uuid primary key,
    slug            text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,62}$'),
    title           text not null,
    summary         text not null,
    state           text not null check (state in ('draft', 'published')),
    owner_id        uuid references account,
    definition      jsonb not null,
    report          jsonb not null,
    id_key          bytea not null check (length(id_key) = 32),
    -- Raised by a corrected truth or metric; boards read the results of this version only.
    scoring_version int not null default 1 check (scoring_version > 0),
    -- How many submissions were ever accepted: the next one's place in the order of acceptance.
    accepted        bigint not null default 0,
    created_at      timestamptz not null,
    published_at    timestamptz,
    check ((state = 'published') = (published_at is not null))
);

-- Markdown of a challenge.
create table page (
    challenge_id uuid not null references challenge on delete cascade,
    name         text not null check (name in ('overview', 'data', 'rules', 'terms')),
    markdown     text not null,
    primary key (challenge_id, name)
);

-- Files that everybody may fetch once the challenge is published.
create table dataset_file (
    challenge_id uuid not null references challenge on delete cascade,
    name         text not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
    position     int not null,
    media_type   text not null,
    blob         text not null check (blob ~ '^[0-9a-f]{64}$'),
    bytes        bigint not null check (bytes >= 0),
    rows         bigint check (rows >= 0),
    description  text not null,
    primary key (challenge_id, name)
);

-- Where the held-out answers are kept: written when a challenge is built, read when a submission is scored.
create table truth (
    challenge_id    uuid not null references challenge on delete cascade,
    scoring_version int not null,
    blob            text not null check (blob ~ '^[0-9a-f]{64}$'),
    primary key (challenge_id, scoring_version)
);

-- A period with dates, quota and board.
create table phase (
    id           uuid primary key,
    challenge_id uuid not null references challenge on delete cascade,
    position     int not null,
    name         text not null,
    starts_at    timestamptz not null,
    ends_at      timestamptz check (ends_at > starts_at),
    per_day      int not null check (per_day > 0),
    total        int check (total > 0),
    unique (challenge_id, position),
    unique (challenge_id, name)
);

-- Who competes: for each participant one team a challenge, at first of one; and baselines, shown but never ranked.
create table team (
    id           uuid primary key,
    challenge_id uuid not null references challenge on delete cascade,
    name         text not null,
    kind         text not null check (kind in ('participants', 'baseline')),
    created_at   timestamptz not null
);
create unique index team_name on team (challenge_id, lower(name));

create table team_member (
    challenge_id uuid not null references challenge on delete cascade,
    account_id   uuid not null references account,
    team_id      uuid not null references team on delete cascade,
    primary key (challenge_id, account_id)
);

-- How much of its quota a team has used on a day (UTC). One row is locked by every acceptance, so the limit holds
-- however many requests come at once.
create table quota_use (
    team_id  uuid not null references team on delete cascade,
    phase_id uuid not null references phase on delete cascade,
    day      date not null,
    used     int not null check (used >= 0),
    primary key (team_id, phase_id, day)
);

-- What was sent. A row exists only if its bytes are on disk.
create table submission (
    id             uuid primary key,
    challenge_id   uuid not null references challenge on delete cascade,
    phase_id       uuid not null references phase,
    team_id        uuid not null references team on delete cascade,
    account_id     uuid references account,
    accepted_order bigint not null check (accepted_order > 0),
    accepted_at    timestamptz not null,
    quota_day      date not null,
    blob           text not null check (blob ~ '^[0-9a-f]{64}$'),
    bytes          bigint not null check (bytes > 0),
    file_name      text check (length(file_name) <= 200),
    note           text check (length(note) <= 500),
    state          text not null check (state in ('accepted', 'scoring', 'scored', 'failed', 'withdrawn')),
    -- The worker that scores holds this number; a late one with a smaller number cannot write.
    attempt        int not null default 0 check (attempt >= 0),
    -- Said to the participant: why it failed, in the metric's words, or the number to quote to us.
    message        text,
    incident       text,
    -- Said to organisers only.
    detail         text,
    finished_at    timestamptz,
    unique (challenge_id, accepted_order),
    check ((state in ('accepted', 'scoring')) = (finished_at is null))
);
create index submission_team on submission (team_id, accepted_order);
-- The queue's depth and its oldest entry.
create index submission_open on submission (accepted_at) where state in ('accepted', 'scoring');

-- A request key and what it led to, so that a client may send again without submitting twice.
create table idempotency_key (
    account_id    uuid not null references account on delete cascade,
    challenge_id  uuid not null references challenge on delete cascade,
    key           text not null check (length(key) between 1 and 255),
    blob          text not null,
    submission_id uuid not null references submission on delete cascade,
    created_at    timestamptz not null,
    primary key (account_id, challenge_id, key)
);

-- A submission has one result a scoring version.
create table result (
    submission_id   uuid not null references submission on delete cascade,
    scoring_version int not null,
    attempt         int not null,
    scored_at       timestamptz not null,
    primary key (submission_id, scoring_version)
);

create table score (
    submission_id   uuid not null,
    scoring_version int not null,
    part            text not null check (part in ('public', 'private')),
    metric          text not null,
    value           double precision not null
                        check (value not in ('NaN', 'Infinity', '-Infinity')),
    low             double precision,
    high            double precision,
    method          text,
    primary key (submission_id, scoring_version, part, metric),
    foreign key (submission_id, scoring_version) references result on delete cascade,
    check ((low is null) = (high is null) and (low is null) = (method is null))
);

-- The queue (db-scheduler's table).
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
