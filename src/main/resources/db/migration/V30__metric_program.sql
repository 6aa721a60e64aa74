-- The scoring programs of a challenge's pack, each a zip: challenge.yaml names them by their folder.
create table metric_program (
    challenge_id uuid not null references challenge on delete cascade,
    folder       text not null,
    blob         text not null check (blob ~ '^[0-9a-f]{64}$'),
    primary key (challenge_id, folder)
);
