-- What a token may be used for, beside reading. A session may do what the token may that it was opened with.
alter table access_token add column scopes text[] not null default '{read,submit,organise,account}'
    check (scopes <@ '{read,submit,organise,account}' and 'read' = any (scopes));
alter table access_token alter column scopes drop default;

-- What a handle looks like: two that differ in nothing else are taken for each other.
create function likeness(handle text) returns text immutable strict language sql as $$
    select replace(replace(translate(lower(handle), '01i._-', 'oll'), 'rn', 'm'), 'vv', 'w')
$$;
create index account_likeness on account (likeness(handle));
