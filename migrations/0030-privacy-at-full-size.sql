-- What the nights let go is walked through in its order, however much there is. The block-range indexes of 0025 hold only as
-- long as a table is never updated: rows freed at its beginning take new ones, and every batch would read all of it again.
drop index survey_response_comment_age, survey_response_history_age, event_age, block_answer_age;

-- `length(comment) > 0` and not `comment <> ''`, which the pages ask: none of them is tempted to read comments in this order.
create index survey_response_comment_age on survey_response (answered_at) where length(comment) > 0;
create index survey_response_history_age on survey_response_history (replaced_at);
create index event_age on event (recorded_at);
create index block_answer_age on block_answer (answered_at);
create index mail_age on mail (created_at);

-- For the copy of what is held about somebody, and for leavers whose name goes from others' messages.
create index event_actor on event (actor_id, kind) where actor_id is not null;
create index message_made_by on message (made_by) where made_by is not null;

-- What one person did, of some kinds: which ones is asked before the entries themselves are read.
drop index audit_entry_actor;
create index audit_entry_actor on audit_entry (actor_id, id, action);

-- Of whom has been made anonymous a digest of the personnel reference, under the installation's own secret, and the last day
-- of their last post: a file that still lists that post does not bring them back. It leads to no person.
create table left_reference (
  digest bytea primary key,
  left_on date not null
);
