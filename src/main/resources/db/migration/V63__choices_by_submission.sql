-- A team's choices are found by its submissions: it may have them from a team that merged with it.
create index final_choice_submission on final_choice (submission_id);
