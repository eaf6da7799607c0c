-- One answer in nine or so has words. The newest words of a unit were found by going through its answers one by one; of a unit
-- with many answers that was ten times the work of reading them.
create index survey_response_commented on survey_response (unit_id, answered_at, id) where comment is not null;
