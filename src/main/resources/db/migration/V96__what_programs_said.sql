-- Said to organisers only, in each scoring version: what programs logged when they scored, or why there is no score.
alter table result add column detail text check (length(detail) <= 16000);
