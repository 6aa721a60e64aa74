-- What is kept of a submission's predictions to find copies of it, and files made to read the truth from the score.
create table fingerprint (
    submission_id uuid primary key references submission on delete cascade,
    -- Equal for equal predictions, whatever the order of the file.
    digest        bigint not null,
    -- A hash of the prediction for each of up to 4,096 subjects, four bytes each, zstd.
    sample        bytea not null
);
