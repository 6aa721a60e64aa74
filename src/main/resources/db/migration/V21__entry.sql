-- One kind of link for whatever one is invited to: a team, or the challenge itself.
alter table team_invitation rename to invitation;
alter index team_invitation_team rename to invitation_team;
alter table invitation add column challenge_id uuid references challenge on delete cascade;
update invitation i set challenge_id = t.challenge_id from team t where t.id = i.team_id;
alter table invitation alter column challenge_id set not null;
-- Null: to the challenge.
alter table invitation alter column team_id drop not null;
create index invitation_challenge on invitation (challenge_id) where team_id is null;

-- Who asked to take part, or was let in; only for challenges that are not open to everybody.
create table entrant (
    challenge_id uuid not null references challenge on delete cascade,
    account_id   uuid not null references account,
    state        text not null check (state in ('requested', 'admitted', 'refused')),
    -- What the person wrote to the organisers.
    message      text check (length(message) <= 2000),
    -- What an organiser answered.
    reason       text check (length(reason) <= 2000),
    requested_at timestamptz not null,
    decided_by   uuid references account,
    decided_at   timestamptz,
    primary key (challenge_id, account_id),
    check ((state = 'requested') = (decided_at is null)),
    check (state <> 'refused' or reason is not null)
);

-- Terms that somebody accepted, as they were; named by the SHA-256 of the text.
create table terms_version (
    challenge_id uuid not null references challenge on delete cascade,
    digest       text not null check (digest ~ '^[0-9a-f]{64}$'),
    markdown     text not null,
    primary key (challenge_id, digest)
);

create table terms_acceptance (
    challenge_id uuid not null,
    account_id   uuid not null references account,
    digest       text not null,
    accepted_at  timestamptz not null,
    primary key (challenge_id, account_id, digest),
    foreign key (challenge_id, digest) references terms_version on delete cascade
);
create trigger terms_acceptance_is_append_only before update or delete on terms_acceptance
    for each row execute function refuse_to_change_history();

-- Frequent questions, written while the challenge runs.
alter table page drop constraint page_name_check;
alter table page add constraint page_name_check check (name in ('overview', 'data', 'rules', 'terms', 'faq'));
