import type { Tx } from '../platform/database/tx.js';
import { NAMED } from './stories.js';

export interface Account {
  reference: string;
  hash: string;
}

/** Every account has its own hash of the same password. */
export async function loadCredentials(tx: Tx, accounts: readonly Account[]): Promise<void> {
  await tx.query(
    `insert into credential (person_id, password_hash, demo)
     select person.id, c.hash, true
       from jsonb_to_recordset($1) as c (reference text, hash text) join person using (reference)`,
    [JSON.stringify(accounts)],
  );
}

/** What colleagues promised: about half of those who finished a theme day, in words that go with its driver. */
export async function loadPledges(tx: Tx): Promise<void> {
  await tx.query(
    `insert into pledge (theme_day_id, person_id, unit_id, words, made_at)
     select d.id, c.person_id, c.unit_id, words.list[1 + (c.person_id + d.id) % cardinality(words.list)],
            c.completed_at + interval '2 minutes'
       from theme_day d
       join campaign on campaign.id = d.campaign_id
       join completion c on c.course_id = d.course_id
        and (c.completed_at at time zone 'Europe/London')::date between d.held_on and campaign.ends_on + 14
       join (values
         ('friendly', array['I’ll look up before I finish what I’m doing.', 'I’ll learn five customers’ names this week.', 'I’ll say good morning first.']),
         ('efficiency', array['I’ll walk the queue when it reaches the door.', 'I’ll ask who only has a parcel to drop.', 'I’ll have the forms ready.']),
         ('expectations', array['I’ll own it until it’s put right.', 'I’ll ring ahead before I send anyone on.', 'I’ll say when I’ll call back, and call.']),
         ('understanding', array['I’ll ask one more question before I answer.', 'I’ll notice who seems worried.', 'I’ll listen to the end.']),
         ('professional', array['I’ll keep my voice down for private things.', 'I’ll write down what I promise.', 'I’ll leave the counter tidy for the next person.']),
         ('knowledge', array['I’ll find out rather than guess.', 'I’ll learn the fees for two services.', 'I’ll share one thing I learned at the huddle.'])
       ) words (driver, list) on words.driver = d.driver
      where (c.person_id * 7 + d.id) % 2 = 0 and c.person_id <> (select id from person where reference = $1)`,
    [NAMED.sam.reference],
  );
}

/** Sam has read the first lesson of the course on queues and stopped in the second. */
export async function loadSamsPlace(tx: Tx): Promise<void> {
  await tx.query(
    `with place as (
       select person.id as person_id, version.id as version_id
         from person, course join course_version version on version.course_id = course.id and version.state = 'published'
        where person.reference = $1 and course.slug = 'queues-keep-people-in-the-loop'),
     begun as (
       insert into enrolment (person_id, course_version_id, started_at, lesson_position, block_position, moved_at)
       select person_id, version_id, '2027-02-05T12:31:00Z', 2, 1, '2027-02-05T12:36:00Z' from place)
     insert into lesson_read (person_id, lesson_id, read_at)
     select place.person_id, lesson.id, '2027-02-05T12:35:00Z'
       from place join lesson on lesson.course_version_id = place.version_id and lesson.position = 1`,
    [NAMED.sam.reference],
  );
}
