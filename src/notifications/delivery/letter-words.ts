import { t } from '../../platform/language/t.js';

/** One message of a letter, with its action as a whole address. */
export interface LetterMessage {
  title: string;
  text: string;
  url: string;
  action: string;
  /** Where such messages are changed or stopped. */
  aside?: { text: string; url: string };
}

export interface LetterWords {
  subject: string;
  greeting: string;
  /** Null where one message stands for itself. */
  intro: string | null;
  messages: LetterMessage[];
  reason: string;
  settings: string;
  settingsUrl: string;
}

/** What stands in a letter around and in its messages, in its reader's language. Called within `inLanguage`. */
export function letterWords(name: string, messages: LetterMessage[], settingsUrl: string): LetterWords {
  const others = messages.length - 1;
  return {
    subject:
      others === 0
        ? messages[0]!.title
        : t('{title}, and {n, plural, one {# more message} other {# more messages}}', {
            title: messages[0]!.title,
            n: others,
          }),
    greeting: t('Hello {name}', { name }),
    intro:
      others === 0
        ? null
        : t('{n, plural, one {There is # message for you.} other {There are # messages for you.}}', {
            n: messages.length,
          }),
    messages,
    reason: t('You get this because you work with us. You can read all your messages in CX University.'),
    settings: t('Read my messages, or choose not to get them by e-mail'),
    settingsUrl,
  };
}

/** The plain-text twin of the HTML letter. */
export function plainText(words: LetterWords): string {
  const messages = words.messages.map(({ title, text, action, url, aside }) =>
    [title, text, `${action}: ${url}`, ...(aside ? [`${aside.text}: ${aside.url}`] : [])].join('\n'),
  );
  const parts = [words.greeting, ...(words.intro === null ? [] : [words.intro]), ...messages];
  return `${parts.join('\n\n')}\n\n-- \n${words.reason}\n${words.settings}: ${words.settingsUrl}\n`;
}
