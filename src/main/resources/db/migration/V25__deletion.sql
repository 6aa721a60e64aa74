-- An account that was deleted keeps its row, under a pseudonym: scores stay on the boards, and history stays whole.
alter table account add column deleted_at timestamptz;

-- Handles of deleted accounts, hashed: nobody else may take one and pass for that person.
create table retired_handle (
    hash bytea primary key check (length(hash) = 32)
);

-- One thing in a history may be replaced: a name by a pseudonym.
create or replace function refuse_to_change_history() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from challenge where id = old.challenge_id) then
        return old;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(old) - 'name' = to_jsonb(new) - 'name' and to_jsonb(new)->>'name' like 'participant-%' then
        return new;
    end if;
    raise exception '% is append-only', tg_table_name;
end
$$;
