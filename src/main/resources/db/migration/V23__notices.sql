-- Where somebody wants mail to, and about what. Nothing but the confirmation is sent before `confirmed_at`.
create table mail_address (
    account_id     uuid primary key references account on delete cascade,
    address        text not null check (length(address) between 3 and 254),
    kinds          text[] not null,
    -- Opens the confirmation; the secret itself stands in the mail only.
    secret_hash    bytea not null unique check (length(secret_hash) = 32),
    requested_at   timestamptz not null,
    confirmed_at   timestamptz,
    -- Stands in every mail and does one thing: end them.
    stop_key       text not null unique
);
create index mail_address_address on mail_address (lower(address));

-- Where a program wants to be told. The secret signs what is sent, so it is kept as it is.
create table webhook (
    id           uuid primary key,
    challenge_id uuid not null references challenge on delete cascade,
    account_id   uuid not null references account on delete cascade,
    url          text not null check (length(url) <= 2000),
    secret       text not null,
    -- Whether it is told of everybody's submissions, as organisers may be.
    everybody    boolean not null,
    created_at   timestamptz not null
);
create index webhook_challenge on webhook (challenge_id);

-- What is to be sent or was: the log of a webhook's owner, and what keeps a notice from being sent twice.
create table delivery (
    id           uuid primary key,
    -- What it is about, e.g. `scored <submission>`.
    occasion     text not null,
    kind         text not null,
    account_id   uuid references account on delete cascade,
    webhook_id   uuid references webhook on delete cascade,
    subject      text not null,
    body         text not null,
    state        text not null check (state in ('waiting', 'sent', 'failed')),
    attempts     int not null default 0,
    last_status  int,
    last_error   text,
    created_at   timestamptz not null,
    finished_at  timestamptz,
    check ((state = 'waiting') = (finished_at is null)),
    check ((account_id is null) <> (webhook_id is null))
);
create unique index delivery_mail on delivery (occasion, account_id) where account_id is not null;
create unique index delivery_webhook on delivery (occasion, webhook_id) where webhook_id is not null;
create index delivery_log on delivery (webhook_id, created_at);

-- Which openings and closings of phases were told.
create table phase_told (
    phase_id uuid not null references phase on delete cascade,
    what     text not null check (what in ('phase-opened', 'phase-closed')),
    primary key (phase_id, what)
);

-- A queue for what waits for others (db-scheduler's table once more): a slow receiver holds up no scoring.
create table scheduled_sendings (like scheduled_tasks including all);
