-- Who organises a challenge besides the account that sent the pack; from `accepted_at` on.
create table challenge_organiser (
    challenge_id uuid not null references challenge on delete cascade,
    account_id   uuid not null references account,
    invited_by   uuid not null references account,
    invited_at   timestamptz not null,
    accepted_at  timestamptz,
    primary key (challenge_id, account_id)
);

-- The same that Challenge#isOrganisedBy says, for queries.
create function organises(account uuid, challenge uuid) returns boolean stable language sql as $$
    select exists (select from challenge c where c.id = challenge and c.owner_id = account)
        or exists (select from account a where a.id = account and a.role = 'admin')
        or exists (select from challenge_organiser o where o.challenge_id = challenge and o.account_id = account
                   and o.accepted_at is not null)
$$;
