import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { NotFound } from '../../../platform/errors.js';
import { readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { personPath } from '../../paths.js';
import { PersonQueries, type PersonSeen } from '../person.queries.js';
import type { Asked } from './changing.presenter.js';
import type { PersonHeld } from './person-changes.queries.js';
import { PersonChanges } from './person-changes.service.js';

/** One thing that an administrator changes about somebody: its form, its page, and what sending it does. */
export interface Change<F extends object> {
  form: new () => F;
  /** What the fields hold before anything is typed; the form's own unless given. */
  begin?(person: PersonSeen): Partial<F>;
  present(person: PersonSeen, asked: Asked<F>): { title: string };
  /** What would follow, in sentences; a change without it is sent at once. */
  follows?(held: PersonHeld, person: PersonSeen, form: F): Promise<string[]>;
  make(person: PersonSeen, form: F): Promise<unknown>;
  /** What the person's page says then. */
  done(person: PersonSeen, form: F): string;
}

/** The pages of a change: its form, the same with what would follow, and the person's page once it is made. */
@Injectable()
export class ChangePages {
  constructor(
    private readonly persons: PersonQueries,
    private readonly changes: PersonChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for somebody outside reach, as for a reference that nobody has */
  async person(actor: Actor, reference: string): Promise<PersonSeen> {
    const person = await this.persons.one(actor, reference);
    if (person === null) throw new NotFound();
    return person;
  }

  /** With a field in the address the page also says what would follow. */
  async ask<F extends object>(actor: Actor, reference: string, change: Change<F>, query: object = {}): Promise<Reply> {
    const person = await this.person(actor, reference);
    const empty = Object.assign(new change.form(), change.begin?.(person));
    const { follows } = change;
    if (!follows || Object.keys(empty).every((field) => !(field in query)))
      return this.page(person, change, { form: empty });
    return readForm(change.form, { formToken: randomUUID(), ...query }).submit(
      async (form) => {
        const held = await this.changes.find(actor, reference);
        return this.page(person, change, { form, follows: await follows(held, person, form) });
      },
      (problems, form) => this.page(person, change, { form, problems }),
    );
  }

  async send<F extends object>(actor: Actor, reference: string, change: Change<F>, body: unknown): Promise<Reply> {
    const person = await this.person(actor, reference);
    return readForm(change.form, body).submit(
      async (form) => {
        await change.make(person, form);
        return seeOther(personPath(reference), { flash: change.done(person, form) });
      },
      (problems, form) => this.page(person, change, { form, problems }),
    );
  }

  private page<F extends object>(
    person: PersonSeen,
    change: Change<F>,
    { form, problems = [], follows = null }: Pick<Asked<F>, 'form'> & Partial<Asked<F>>,
  ): Reply {
    const model = change.present(person, { form, problems, follows, today: this.clock.today() });
    return page('network/change', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }
}
