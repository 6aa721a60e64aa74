-- A corrected truth or other metrics. Version 1 is the challenge as it was hosted; the version that the boards show
-- stands in challenge.scoring_version. A version without shown_at is still being scored.
create table scoring_version (
    challenge_id uuid not null references challenge on delete cascade,
    version      int not null check (version > 1),
    account_id   uuid,
    -- Said to everybody.
    reason       text not null check (length(reason) between 1 and 1000),
    -- As challenge.yaml has them; null for those of the version before.
    metrics      jsonb,
    rank_by      text,
    started_at   timestamptz not null,
    shown_at     timestamptz,
    primary key (challenge_id, version)
);
create unique index scoring_version_one_at_a_time on scoring_version (challenge_id) where shown_at is null;

-- Who stood elsewhere when a version came to be shown.
create table rank_move (
    challenge_id uuid not null,
    version      int not null,
    phase_id     uuid not null references phase on delete cascade,
    part         text not null check (part in ('public', 'private')),
    team_id      uuid not null references team on delete cascade,
    rank_before  int,
    rank_after   int,
    primary key (challenge_id, version, phase_id, part, team_id),
    foreign key (challenge_id, version) references scoring_version on delete cascade
);
