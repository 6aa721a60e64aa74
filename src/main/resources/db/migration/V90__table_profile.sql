-- What published tables hold, by the digest of the file: made once, and made again if it is lost.
create table table_profile (
    blob    text primary key check (blob ~ '^[0-9a-f]{64}$'),
    profile jsonb not null
);
