-- What the parameter-free Ladder and the ties of the final board are made of.
alter table result
    -- How each subject moves the primary score, kept as a blob; null where the metric does not say or subjects are many.
    add column subject_scores text check (subject_scores ~ '^[0-9a-f]{64}$'),
    -- The submission with which this one was compared last, and the standard error of the difference of the two public
    -- scores. It follows from the blobs and is only kept so that it need not be worked out again.
    add column compared_with  uuid,
    add column paired_error   double precision,
    add check ((compared_with is null) = (paired_error is null));
