/** SQL of places by week with the sums that alerts judge: one pass over the weeks of each place, however many are asked for. */

/** The earliest day that sums at the week $2 hold: sixteen weeks before. */
export const FIRST = '$2::date - 112';

/**
 * @param days SQL of the rows (week, n, good, bad, answered) of `place.id` from FIRST to $3; read by key, since it is fenced in
 * by its offset. $1 are the ids of places, $2 and $3 the first and last Monday. A place without an answer is there with zeros,
 * since nobody answering is something to tell.
 */
export const placesByWeek = (days: string): string => `
  select place.id as "placeId", line.week, null::float8 as figure, line.answered,
         json_build_object('n', line.recent_n, 'good', line.recent_good, 'bad', line.recent_bad) as recent,
         json_build_object('n', line.earlier_n, 'good', line.earlier_good, 'bad', line.earlier_bad) as earlier
    from unnest($1::int[]) place (id)
   cross join lateral (
     select w.week::date as week, coalesce(d.answered, 0)::int as answered,
            ${sumsOver('recent')}, ${sumsOver('earlier')}
       from generate_series(${FIRST}, $3::date, interval '7 days') w (week)
       left join (${days} offset 0) d on d.week = w.week
     window recent as (order by w.week rows between 3 preceding and current row),
            earlier as (order by w.week rows between 16 preceding and 4 preceding)) line
   where line.week >= $2::date order by line.week, place.id`;

function sumsOver(stretch: 'recent' | 'earlier'): string {
  const sum = (column: string) => `coalesce(sum(d.${column}) over ${stretch}, 0)::int as ${stretch}_${column}`;
  return ['n', 'good', 'bad'].map(sum).join(', ');
}
