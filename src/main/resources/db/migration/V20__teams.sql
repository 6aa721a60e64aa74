-- Teams of several. A team that became part of another keeps its row, so that the history can name it, but no member,
-- no submission and no quota; its name is free again.
alter table team
    add column captain_id  uuid references account,
    add column merged_into uuid references team on delete cascade,
    add constraint team_baseline_has_no_captain check (kind = 'participants' or captain_id is null);
drop index team_name;
create unique index team_name on team (challenge_id, lower(name)) where merged_into is null;

alter table team_member add column joined_at timestamptz;
update team_member m set joined_at = t.created_at from team t where t.id = m.team_id;
alter table team_member alter column joined_at set not null;
create index team_member_team on team_member (team_id);
update team t set captain_id = (select m.account_id from team_member m where m.team_id = t.id limit 1)
    where t.kind = 'participants';

-- A link by which somebody may join; the secret in it is shown once and never kept.
create table team_invitation (
    id          uuid primary key,
    team_id     uuid not null references team on delete cascade,
    secret_hash bytea not null unique check (length(secret_hash) = 32),
    created_by  uuid not null references account,
    created_at  timestamptz not null,
    expires_at  timestamptz not null check (expires_at > created_at),
    revoked_at  timestamptz
);
create index team_invitation_team on team_invitation (team_id);

-- One team asks another to become part of it. Both captains must want it.
create table team_merger (
    id           uuid primary key,
    challenge_id uuid not null references challenge on delete cascade,
    -- The team that asks, and stays.
    into_team    uuid not null references team on delete cascade,
    -- The team that is asked, and becomes part of the other.
    from_team    uuid not null references team on delete cascade check (from_team <> into_team),
    proposed_by  uuid not null references account,
    proposed_at  timestamptz not null,
    state        text not null check (state in ('open', 'accepted', 'declined', 'withdrawn', 'overtaken')),
    decided_by   uuid references account,
    decided_at   timestamptz,
    check ((state = 'open') = (decided_at is null))
);
create unique index team_merger_open on team_merger (into_team, from_team) where state = 'open';
create index team_merger_from on team_merger (from_team);

-- Who was in which team when. With it and a submission's account and time one knows who sent what as whom.
create table team_event (
    id           bigint generated always as identity primary key,
    challenge_id uuid not null references challenge on delete cascade,
    team_id      uuid not null references team on delete cascade,
    what         text not null check (what in ('made', 'joined', 'left', 'captain', 'renamed')),
    -- Whom it concerns; for a new name, who gave it.
    account_id   uuid not null references account,
    by_account   uuid not null references account,
    -- The team that somebody came from or went to.
    other_team   uuid references team on delete cascade,
    -- The name that a team was given.
    name         text,
    at           timestamptz not null,
    check ((name is not null) = (what in ('made', 'renamed')))
);
create index team_event_team on team_event (team_id, id);

-- History is added to, never changed; only the deletion of a whole draft takes it along.
create function refuse_to_change_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from challenge where id = old.challenge_id) then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger team_event_is_append_only before update or delete on team_event
    for each row execute function refuse_to_change_history();

insert into team_event (challenge_id, team_id, what, account_id, by_account, name, at)
    select t.challenge_id, t.id, 'made', m.account_id, m.account_id, t.name, t.created_at
    from team t join team_member m on m.team_id = t.id order by t.created_at;
insert into team_event (challenge_id, team_id, what, account_id, by_account, at)
    select challenge_id, team_id, 'joined', account_id, account_id, joined_at from team_member order by joined_at;
