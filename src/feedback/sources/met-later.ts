/** Texts that came only further down in a file than the sample reaches: the dry run of the whole of it met them. */
import { plain } from '../imports/plain.js';
import { type Choices, QUESTIONS } from './mapping-choices.js';

interface Met {
  column: string;
  text: string;
}

/** The choices with these texts as answers, permissions or units that nobody has given a meaning yet. */
export function withMetLater(choices: Choices, met: readonly Met[]): Choices {
  const textsOf = (column: string, known: readonly { text: string }[]) => {
    const have = new Set(known.map(({ text }) => plain(text)));
    return met
      .filter((one) => column !== '' && one.column === column && !have.has(plain(one.text)))
      .map(({ text }) => text);
  };
  const undecided = (text: string) => ({ text, means: '' });
  const answers = QUESTIONS.flatMap((question) => {
    const known = choices.meanings.filter((one) => one.question === question);
    return textsOf(choices.questions[question], known).map((text) => ({ question, ...undecided(text) }));
  });
  const { unit, contact } = choices;
  return {
    ...choices,
    meanings: [...choices.meanings, ...answers],
    unit: { ...unit, aliases: [...unit.aliases, ...textsOf(unit.column, unit.aliases).map(undecided)] },
    contact: {
      ...contact,
      meanings: [...contact.meanings, ...textsOf(contact.column, contact.meanings).map(undecided)],
    },
  };
}
