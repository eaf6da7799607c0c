import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuizContent } from '../../src/assessment/quizzes/quiz-content.js';
import { QuizPublisher } from '../../src/assessment/quizzes/quiz-publisher.service.js';
import { QuizVersions } from '../../src/assessment/quizzes/quiz-versions.service.js';
import { quizContent } from '../factories/quiz-samples.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const publish = (key: string, quiz: QuizContent) =>
  app.db.write((tx) => app.nest.get(QuizPublisher).publish(tx, key, quiz));

const versionsOf = (key: string) =>
  app.db.query<{ number: number; questions: number[] }>(
    `select v.number, array_agg(qv.number order by s.position) as questions
       from quiz q join quiz_version v on v.quiz_id = q.id join quiz_slot s on s.quiz_version_id = v.id
       join question_version qv on qv.id = s.question_version_id
      where q.key = $1 group by v.id order by v.number`,
    [key],
  );

describe('publishing a quiz', () => {
  it('twice with the same content gives the same version', async () => {
    const first = await publish('same', quizContent({ key: 'same' }));
    expect(await publish('same', quizContent({ key: 'same' }))).toBe(first);
    expect(await versionsOf('same')).toEqual([{ number: 1, questions: [1, 1, 1] }]);
  });

  it('keeps unchanged questions when one changes', async () => {
    const quiz = quizContent({ key: 'edited' });
    const first = await publish('edited', quiz);
    const edited = structuredClone(quiz);
    edited.questions[1]!.question.feedback.correct = 'Both, and in that order.';
    expect(await publish('edited', edited)).not.toBe(first);
    expect(await versionsOf('edited')).toEqual([
      { number: 1, questions: [1, 1, 1] },
      { number: 2, questions: [1, 2, 1] },
    ]);
  });

  it.each<[string, Partial<QuizContent>]>([
    ['the title', { title: 'Second words' }],
    ['the pass mark', { passPercent: 80 }],
    ['the attempts allowed', { attemptsAllowed: 2 }],
    ['the behaviour', { behaviour: 'deferredFeedback' }],
    ['the grading method', { gradingMethod: 'average' }],
  ])('with another value for %s makes the next version', async (what, change) => {
    const key = what.replaceAll(' ', '-');
    const first = await publish(key, quizContent({ key }));
    const second = await publish(key, quizContent({ key, ...change }));
    expect(second).not.toBe(first);
    expect(await app.nest.get(QuizVersions).get(second)).toMatchObject(change);
  });

  it.each<[string, (quiz: QuizContent) => void]>([
    ['another order', (quiz) => quiz.questions.reverse()],
    ['other marks', (quiz) => (quiz.questions[0]!.marks = 2)],
    ['a question less', (quiz) => quiz.questions.pop()],
  ])('with %s makes the next version', async (what, change) => {
    const key = `slots-${what.replaceAll(' ', '-')}`;
    const quiz = quizContent({ key });
    await publish(key, quiz);
    change(quiz);
    await publish(key, quiz);
    expect(await versionsOf(key)).toHaveLength(2);
  });

  it('at the same moment from two processes makes one version', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => publish('at-once', quizContent({ key: 'at-once' }))));
    expect(new Set(ids).size).toBe(1);
  });

  it('is read back as it was written', async () => {
    const quiz = quizContent({ key: 'back', attemptsAllowed: 3 });
    const version = await app.nest.get(QuizVersions).get(await publish('back', quiz));
    const { questions, ...settings } = quiz;
    expect(version).toMatchObject(settings);
    expect(version.slots).toEqual(
      questions.map(({ question }, index) => ({ position: index + 1, maxMark: '1.0000000', question })),
    );
  });

  it('is for good: neither a version nor a question of it can be changed', async () => {
    const id = await publish('for-good', quizContent({ key: 'for-good' }));
    const changes = [
      'update quiz_version set pass_percent = 0 where id = $1',
      'update quiz_slot set max_mark = 9 where quiz_version_id = $1',
      'delete from question_version where id in (select question_version_id from quiz_slot where quiz_version_id = $1)',
    ];
    for (const change of changes) await expect(app.db.query(change, [id])).rejects.toThrow('appended to only');
  });
});
