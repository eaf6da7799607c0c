import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program of ours that runs while a spec looks at it. */
export class Running {
  /** Everything it printed. */
  output = '';
  /** What it printed on standard output. */
  answer = '';
  readonly ended: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
      this.answer += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.ended = Promise.all([once(child, 'exit'), lastWords(child)]).then(([[code]]) => code as number | null);
  }

  static node(args: string[], env: Record<string, string> = {}): Running {
    return Running.program([process.execPath, ...args], env);
  }

  /** Any program with its arguments. */
  static program([program = '', ...args]: string[], env: Record<string, string> = {}): Running {
    return new Running(spawn(program, args, { env: { ...process.env, DATABASE_URL: '', ...env }, stdio: 'pipe' }));
  }

  /** The first line that matches; fails with everything it said when it ends without such a line. */
  async says(pattern: RegExp): Promise<string> {
    const ended = this.ended.then(() => true);
    for (;;) {
      const match = pattern.exec(this.output);
      if (match) return match[0];
      if (await Promise.race([ended, tick()])) throw new Error(`It ended without saying ${pattern}:\n${this.output}`);
    }
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Its output is complete when the pipes close; a child of its own that was left behind may keep them open. */
async function lastWords(child: ChildProcess): Promise<void> {
  await once(child, 'exit');
  await Promise.race([once(child, 'close'), new Promise((resolve) => setTimeout(resolve, 300))]);
}

function tick(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), 20));
}
