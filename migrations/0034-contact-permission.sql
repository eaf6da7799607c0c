-- Whether a customer said that they may be asked further about this answer. Null: the survey did not ask, or they did not say.
alter table survey_response add column may_contact boolean;
