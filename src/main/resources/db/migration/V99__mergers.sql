-- What was told of public scores before two teams became one stays as it was told to each. So a submission says which
-- team sent it, and a team how many submissions the challenge had accepted when it became part of another: those after
-- are the united team's. Where nothing is said, as of mergers before this was kept, all are taken for the team's own.
alter table submission add column sent_as uuid references team on delete cascade;
create index submission_sent_as on submission (sent_as) where sent_as is not null;
comment on column submission.sent_as is 'the team that sent it, where it has since become part of the present one';

alter table team
    add column merged_after bigint check (merged_after >= 0),
    add constraint team_merged_after check (merged_after is null or merged_into is not null);
create index team_merged on team (challenge_id) where merged_into is not null;
