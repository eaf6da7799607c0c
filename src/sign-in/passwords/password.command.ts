import { text } from 'node:stream/consumers';
import { Command, CommandRunner, Option } from 'nest-commander';
import { answer } from '../../platform/terminal.js';
import { SignInService } from '../sign-in.service.js';

interface Options {
  stdin?: boolean;
  json?: boolean;
}

/** `cxu password REFERENCE`: how the first administrator of an installation gets in. */
@Command({
  name: 'password',
  arguments: '<reference>',
  description: 'Give a person a new password and print it once: [--stdin to choose it] [--json]',
})
export class PasswordCommand extends CommandRunner {
  constructor(private readonly signIn: SignInService) {
    super();
  }

  override async run([reference = '']: string[], { stdin = false, json = false }: Options): Promise<void> {
    const chosen = stdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
    const password = await this.signIn.setPassword(reference, chosen);
    if (chosen !== null) return answer(json, { reference }, [`${reference} can sign in with the password you chose.`]);
    answer(json, { reference, password }, [
      `The password of ${reference} is ${password}`,
      'It is shown only now. All earlier sign-ins of this person have ended.',
    ]);
  }

  @Option({ flags: '--stdin', description: 'Read the password from standard input instead of making one' })
  stdin(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'Print the result as one JSON document' })
  json(): boolean {
    return true;
  }
}
