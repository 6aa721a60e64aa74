-- What a challenge publishes has versions. A version never changes: what is corrected or added makes another one.

create table dataset_version (
    challenge_id uuid not null references challenge on delete cascade,
    version      int not null check (version >= 1),
    created_at   timestamptz not null default now(),
    -- What is new in it; null for the first.
    note         text,
    primary key (challenge_id, version)
);

insert into dataset_version (challenge_id, version, created_at) select id, 1, created_at from challenge;

alter table dataset_file
    add column version int not null default 1,
    -- Of tables: what their columns hold. Null for other files, and where it was not noted.
    add column columns jsonb,
    -- The file that holds the same in the form meant for everybody.
    add column same_as text;
alter table dataset_file drop constraint dataset_file_pkey;
alter table dataset_file add primary key (challenge_id, version, name);

-- A version is there from its first file on.
create function begin_dataset_version() returns trigger language plpgsql as $$
begin
    insert into dataset_version (challenge_id, version) values (new.challenge_id, new.version) on conflict do nothing;
    return new;
end
$$;
create trigger dataset_file_begins_version before insert on dataset_file
    for each row execute function begin_dataset_version();
alter table dataset_file add foreign key (challenge_id, version) references dataset_version on delete cascade;

create trigger dataset_file_never_changes before update or delete on dataset_file
    for each row execute function refuse_to_change_history();
create trigger dataset_version_never_changes before update or delete on dataset_version
    for each row execute function refuse_to_change_history();
