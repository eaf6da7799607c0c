-- What the customers of an area said on a day (both of London), in the columns of unit_week: pages of a region and of the
-- network add these up, so that they cost the same with one year of answers as with five.
create table area_day (
  area_id int not null references area,
  day date not null,
  responses int not null,
  comments int not null,
  ease_n int not null, ease_top int not null, ease_sum int not null,
  delighted int not null, satisfied int not null, neutral int not null, disappointed int not null, irritated int not null,
  friendly_n int not null, friendly_top int not null, friendly_sum int not null,
  professional_n int not null, professional_top int not null, professional_sum int not null,
  knowledge_n int not null, knowledge_top int not null, knowledge_sum int not null,
  understanding_n int not null, understanding_top int not null, understanding_sum int not null,
  efficiency_n int not null, efficiency_top int not null, efficiency_sum int not null,
  expectations_n int not null, expectations_top int not null, expectations_sum int not null,
  primary key (area_id, day)
);

-- The answers that were there before.
insert into area_day
select r.area_id, (r.answered_at at time zone 'Europe/London')::date as day, count(*), count(r.comment),
       count(r.ease), count(*) filter (where r.ease >= 4), coalesce(sum(r.ease), 0),
       count(*) filter (where r.emotion = 2), count(*) filter (where r.emotion = 1), count(*) filter (where r.emotion = 0),
       count(*) filter (where r.emotion = -1), count(*) filter (where r.emotion = -2),
       count(r.friendly), count(*) filter (where r.friendly >= 4), coalesce(sum(r.friendly), 0),
       count(r.professional), count(*) filter (where r.professional >= 4), coalesce(sum(r.professional), 0),
       count(r.knowledge), count(*) filter (where r.knowledge >= 4), coalesce(sum(r.knowledge), 0),
       count(r.understanding), count(*) filter (where r.understanding >= 4), coalesce(sum(r.understanding), 0),
       count(r.efficiency), count(*) filter (where r.efficiency >= 4), coalesce(sum(r.efficiency), 0),
       count(r.expectations), count(*) filter (where r.expectations >= 4), coalesce(sum(r.expectations), 0)
  from survey_response r
 group by r.area_id, day
 order by r.area_id, day;
