-- The search went through the newest comments one by one, and met what a theme's rules find only by asking of each comment.
-- Now the index of words knows that too, and is asked week by week and by blocks of weeks (src/feedback/comments); it no
-- longer has to know areas, and an index of themes by time is of no more use.
drop index comment_index_words, comment_theme_time;

with rules as materialized (
  select e.id as edition_id, (theme ->> 'id')::int as theme_id,
         'theme:' || left(md5((theme ->> 'en') || E'\n' || (theme ->> 'cy')), 16) as mark
    from theme_edition e cross join lateral jsonb_array_elements(e.themes) theme where e.state <> 'past'),
     found as materialized (
  select spoken.response_id, array_agg(distinct rules.mark) as marks
    from comment_theme spoken join rules using (edition_id, theme_id) group by 1)
update comment_index c set words = coalesce(ts_delete(c.words, 'area:' || c.area_id), c.words) || array_to_tsvector(array_remove(array[
         'weeks16:' || (c.week - date '1970-01-05') / 112, 'weeks4:' || (c.week - date '1970-01-05') / 28,
         'both:' || c.emotion || '/' || c.ease], null) || coalesce(found.marks, '{}'))
  from comment_index one left join found on found.response_id = one.response_id
 where c.response_id = one.response_id;

-- What was read just now waits in a list that every search goes through: a short one.
create index comment_index_words on comment_index using gin (words) with (gin_pending_list_limit = 256);
