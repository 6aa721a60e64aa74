-- Said to organisers only, in each scoring version: what programs logged when they scored, or why there is no score.
alter table result add column detail text check (length(detail) <= 16000);

-- A program that was put right belongs to the scoring version for which it was; versions before keep theirs. In each
-- version a folder holds the program of the latest version up to it.
alter table metric_program
    add column scoring_version int not null default 1 check (scoring_version > 0),
    drop constraint metric_program_pkey,
    add primary key (challenge_id, folder, scoring_version);
alter table metric_program alter column scoring_version drop default;
