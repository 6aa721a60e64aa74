-- What organisers tell everybody who follows a challenge, in Markdown.
create table announcement (
    id           uuid primary key,
    challenge_id uuid not null references challenge on delete cascade,
    account_id   uuid not null references account,
    title        text not null check (length(title) between 1 and 200),
    markdown     text not null check (length(markdown) between 1 and 20000),
    posted_at    timestamptz not null
);
create index announcement_challenge on announcement (challenge_id, posted_at);
