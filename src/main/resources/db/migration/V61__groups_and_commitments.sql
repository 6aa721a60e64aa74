-- Which test subjects belong together, in the order of the truth, as a blob beside it; no row where each stands alone.
create table test_group (
    challenge_id uuid primary key references challenge on delete cascade,
    blob         text not null check (blob ~ '^[0-9a-f]{64}$')
);

-- What the truth and the split are bound to before anybody sends anything: the SHA-256 of 32 secret bytes and the
-- files. The secret is told when the challenge is over, so that whoever is given the files can see that nothing was
-- changed meanwhile.
create table commitment (
    challenge_id uuid primary key references challenge on delete cascade,
    salt         bytea not null check (length(salt) = 32),
    truth        text not null check (truth ~ '^[0-9a-f]{64}$'),
    split        text not null check (split ~ '^[0-9a-f]{64}$'),
    committed_at timestamptz not null
);
create trigger commitment_stays before update on commitment for each row execute function refuse_to_change_history();
