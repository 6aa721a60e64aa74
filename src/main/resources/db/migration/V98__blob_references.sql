-- Which blobs are needed, by the folder they lie in: whatever is older than a day and not among them is swept. Every column
-- that names a blob stands here; a test compares.
create view blob_reference (area, digest) as
    select 'packs', blob from pack_build
    union all select 'datasets', blob from dataset_file
    union all select 'programs', blob from metric_program
    union all select 'submissions', blob from submission
    union all select 'subject_scores', subject_scores from result where subject_scores is not null
    union all select 'truth', blob from truth
    union all select 'truth', blob from test_group;
create index submission_blob on submission (blob);
create index result_subject_scores on result (subject_scores) where subject_scores is not null;

-- A profile goes with the last file that it is of: when a draft is deleted, or replaced.
create function forget_profile() returns trigger language plpgsql as $$
begin
    delete from table_profile p where p.blob = old.blob
        and not exists (select from dataset_file f where f.blob = old.blob);
    return null;
end
$$;
create trigger dataset_file_profile after delete on dataset_file for each row execute function forget_profile();
delete from table_profile p where not exists (select from dataset_file f where f.blob = p.blob);
