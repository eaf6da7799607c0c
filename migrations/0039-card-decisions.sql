-- What somebody did with a card of a dashboard: put aside for two weeks, done with a note, or brought back. Rows are only ever
-- added; the latest of a person, a page and a card counts.
create table card_decision (
  id bigint generated always as identity primary key,
  form_token text not null unique,
  person_id int not null references person,
  page text not null check (length(page) between 1 and 120),
  card text not null check (length(card) between 1 and 60),
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('aside', 'done', 'back')),
  note text check (length(note) between 1 and 300),
  decided_at timestamptz not null,
  -- The first day on which the card may stand there again; none for one that was brought back.
  until date check ((until is null) = (kind = 'back'))
);
create index card_decision_person on card_decision (person_id, page, card, id desc);
