-- The key by which the server signs what is to be cited. There is one; whoever restores a backup keeps it.
create table signing_key (
    id          int primary key check (id = 1),
    private_key bytea not null,
    public_key  bytea not null,
    created_at  timestamptz not null
);

-- Boards as they were, to be cited. They outlive what becomes of the challenge's boards.
create table snapshot (
    id           uuid primary key,
    challenge_id uuid not null references challenge on delete cascade,
    taken_at     timestamptz not null,
    -- What is signed, as it is sent: base64url of JSON, and of the signature.
    payload      text not null,
    signature    text not null
);
create index snapshot_challenge on snapshot (challenge_id, taken_at);
