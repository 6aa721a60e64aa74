-- Who somebody is at Keycloak. One account has one identity, and an identity one account, for good.
create table account_identity (
    issuer         text not null,
    subject        text not null,
    account_id     uuid not null unique references account on delete cascade,
    linked_at      timestamptz not null,
    -- When the newest token was issued that said what this person may do; older ones say nothing any more.
    role_issued_at timestamptz not null,
    primary key (issuer, subject)
);

-- Sessions of Keycloak that were ended here, by hash: their cookies open nothing, even if somebody has kept a copy.
create table ended_session (
    hash     bytea primary key check (length(hash) = 32),
    ended_at timestamptz not null
);

-- Who made whom an organiser, or no longer one, through Keycloak. No address is kept: the subject is Keycloak's.
create table organiser_grant (
    id      bigint generated always as identity primary key,
    by_id   uuid not null references account,
    subject text not null,
    action  text not null check (action in ('invited', 'granted', 'withdrawn')),
    at      timestamptz not null
);
create index organiser_grant_by on organiser_grant (by_id, at);
create function refuse_to_change_grants() returns trigger language plpgsql as $$
begin
    raise exception 'organiser_grant is append-only';
end
$$;
create trigger organiser_grant_stays before update or delete or truncate on organiser_grant
    for each statement execute function refuse_to_change_grants();

-- A role that Keycloak gives holds for a while after Keycloak last said so; null for one that was given here.
alter table account add column role_until timestamptz;

create or replace function organises(account uuid, challenge uuid) returns boolean stable language sql as $$
    select exists (select from challenge c where c.id = challenge and c.owner_id = account)
        or exists (select from account a where a.id = account and a.role = 'admin'
                   and (a.role_until is null or a.role_until > now()))
        or exists (select from challenge_organiser o where o.challenge_id = challenge and o.account_id = account
                   and o.accepted_at is not null)
$$;
