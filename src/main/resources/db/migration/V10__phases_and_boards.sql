-- What a phase scores, what it shows and to whom, and what it takes.
alter table phase
    -- The part of the truth behind its board.
    add column part          text not null default 'public' check (part in ('public', 'private')),
    -- What participants see of that board until the phase ends: all rows, their own, none.
    add column board         text not null default 'full' check (board in ('full', 'own', 'hidden')),
    -- Whether the board of the private part opens when the phase ends.
    add column private_board boolean not null default false,
    -- Whether submissions of the phase before stand on its boards too.
    add column carry_over    boolean not null default false,
    -- Until when submissions are taken after the end, marked as late.
    add column late_until    timestamptz check (late_until > ends_at),
    -- How many submissions a team chooses for the private board.
    add column finals        int not null default 2 check (finals > 0),
    -- How many of a team's submissions may wait to be scored at once.
    add column at_once       int check (at_once > 0),
    -- How many files a person may send on a day (UTC), right or wrong.
    add column attempts      int not null default 200 check (attempts > 0),
    add check (ends_at is not null or not private_board and late_until is null),
    -- Scores of the private part are nobody's before the end.
    add check (part = 'public' or board = 'hidden' and ends_at is not null);

update phase p set private_board = true
    where ends_at is not null and not exists
        (select from phase o where o.challenge_id = p.challenge_id and (o.ends_at is null or o.ends_at > p.ends_at));

-- How many files a person has sent to a phase on a day, whatever became of them.
create table attempt_use (
    account_id uuid not null references account on delete cascade,
    phase_id   uuid not null references phase on delete cascade,
    day        date not null,
    used       int not null check (used > 0),
    primary key (account_id, phase_id, day)
);

-- A submission may be late, and an organiser may take it off the boards, saying why.
alter table submission
    add column late                boolean not null default false,
    add column disqualified_reason text check (length(disqualified_reason) between 1 and 500),
    drop constraint submission_state_check,
    add constraint submission_state_check
        check (state in ('accepted', 'scoring', 'scored', 'failed', 'withdrawn', 'disqualified')),
    add check ((state = 'disqualified') = (disqualified_reason is not null));
create index submission_phase_open on submission (team_id, phase_id) where state in ('accepted', 'scoring');

-- The submissions by which a team wants to stand on a phase's private board.
create table final_choice (
    phase_id      uuid not null references phase on delete cascade,
    team_id       uuid not null references team on delete cascade,
    submission_id uuid not null references submission on delete cascade,
    chosen_at     timestamptz not null,
    primary key (phase_id, team_id, submission_id)
);
create index final_choice_team on final_choice (team_id);

-- How often anything that boards are made of has changed in a challenge. Whoever keeps a board in memory compares this
-- number; it is counted by triggers, so that no statement can forget it.
create table board_change (
    challenge_id uuid primary key references challenge on delete cascade,
    number       bigint not null,
    -- The last change that did not concern one team alone.
    of_all       bigint not null default 0
);
-- The last change that concerned a team.
create table team_change (
    challenge_id uuid not null references challenge on delete cascade,
    team_id      uuid not null,
    number       bigint not null,
    primary key (challenge_id, team_id)
);
create index team_change_number on team_change (challenge_id, number);

create function note_board_change(challenge uuid, team uuid) returns void language plpgsql as $$
declare
    next bigint;
begin
    -- A challenge that is being deleted has no boards any more.
    insert into board_change as b (challenge_id, number)
        select c.id, 1 from challenge c where c.id = challenge
        on conflict (challenge_id) do update set number = b.number + 1
        returning number into next;
    if next is null then
        return;
    end if;
    if team is null then
        update board_change set of_all = next where challenge_id = challenge;
    else
        insert into team_change as t (challenge_id, team_id, number) values (challenge, team, next)
            on conflict (challenge_id, team_id) do update set number = excluded.number;
    end if;
end $$;

create function note_submission() returns trigger language plpgsql as $$
begin
    perform note_board_change(new.challenge_id, new.team_id);
    if tg_op = 'UPDATE' and old.team_id <> new.team_id then
        perform note_board_change(old.challenge_id, old.team_id);
    end if;
    return null;
end $$;

create function note_team() returns trigger language plpgsql as $$
declare
    team team := case when tg_op = 'DELETE' then old else new end;
begin
    perform note_board_change(team.challenge_id, team.id);
    return null;
end $$;

create function note_choice() returns trigger language plpgsql as $$
declare
    submission uuid := case when tg_op = 'DELETE' then old.submission_id else new.submission_id end;
begin
    -- Of the team that has it now, which may be another than the one that chose it.
    perform note_board_change(s.challenge_id, s.team_id) from submission s where s.id = submission;
    return null;
end $$;

create function note_phase() returns trigger language plpgsql as $$
begin
    perform note_board_change(case when tg_op = 'DELETE' then old.challenge_id else new.challenge_id end, null);
    return null;
end $$;

create function note_challenge() returns trigger language plpgsql as $$
begin
    perform note_board_change(new.id, null);
    return null;
end $$;

-- Deferred: the row that counts is locked last and only until the commit, so that counting orders the changes as they
-- become visible, and nobody waits in a ring.
create constraint trigger submission_added after insert on submission deferrable initially deferred
    for each row when (new.state not in ('accepted', 'scoring')) execute function note_submission();
create constraint trigger submission_changed after update on submission deferrable initially deferred
    for each row when (old.state not in ('accepted', 'scoring') or new.state not in ('accepted', 'scoring')
        or old.team_id <> new.team_id or old.phase_id <> new.phase_id) execute function note_submission();
create constraint trigger team_changed after update or delete on team deferrable initially deferred
    for each row execute function note_team();
create constraint trigger choice_changed after insert or delete on final_choice deferrable initially deferred
    for each row execute function note_choice();
create constraint trigger phase_changed after insert or update or delete on phase deferrable initially deferred
    for each row execute function note_phase();
create constraint trigger challenge_changed after update on challenge deferrable initially deferred
    for each row when ((old.slug, old.title, old.state, old.scoring_version)
            is distinct from (new.slug, new.title, new.state, new.scoring_version)
        or old.owner_id is distinct from new.owner_id
        or old.definition is distinct from new.definition) execute function note_challenge();

-- What organisers did. Rows are added and never changed, which the database sees to; they outlive what they speak of.
create table organiser_action (
    id           bigint generated always as identity primary key,
    challenge_id uuid not null,
    account_id   uuid,
    at           timestamptz not null,
    action       text not null,
    subject      text not null,
    detail       text not null
);
create index organiser_action_challenge on organiser_action (challenge_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log of organisers'' actions is append-only';
end $$;
create trigger organiser_action_stays before update or delete or truncate on organiser_action
    for each statement execute function refuse_change();

create index submission_disqualified on submission (challenge_id, accepted_order) where state = 'disqualified';
