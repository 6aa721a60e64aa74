-- A pack may be sent to put a hosted challenge right: then its build makes a scoring version and no challenge.
alter table pack_build
    add column corrects uuid references challenge on delete cascade,
    -- What was wrong, said to everybody.
    add column reason   text,
    add constraint pack_build_correction check ((corrects is null) = (reason is null));
create index pack_build_corrects on pack_build (corrects) where corrects is not null;
