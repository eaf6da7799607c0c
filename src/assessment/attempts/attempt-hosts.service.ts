import { t } from '../../platform/language/t.js';
import { Injectable } from '@nestjs/common';

/** What surrounds a quiz: where leaving leads, and where to go on to once it is handed in. Paths are local. */
export interface AttemptContext {
  /** Of whatever the quiz belongs to: 'Put it right first time'. */
  title: string;
  leavePath: string;
  nextPath: string;
  nextLabel: string;
}

/** A module that puts quizzes somewhere, for example into courses. Null for quizzes that are not its own. */
export interface AttemptHost {
  contextOf(personId: number, quizVersionId: number): Promise<AttemptContext | null>;
}

/** Quizzes know nothing of courses: they ask whoever has registered here. */
@Injectable()
export class AttemptHosts {
  private readonly hosts: AttemptHost[] = [];

  register(host: AttemptHost): void {
    this.hosts.push(host);
  }

  /** The first host's answer; the home page when the quiz stands by itself. */
  async contextOf(personId: number, quizVersionId: number): Promise<AttemptContext> {
    const contexts = await Promise.all(this.hosts.map((host) => host.contextOf(personId, quizVersionId)));
    return contexts.find((context) => context !== null) ?? standingAlone();
  }
}

const standingAlone = (): AttemptContext => ({
  title: t('Quiz'),
  leavePath: '/',
  nextPath: '/',
  nextLabel: t('Go to home'),
});
