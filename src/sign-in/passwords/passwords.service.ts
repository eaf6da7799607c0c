import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash as argon2id, verify } from '@node-rs/argon2';
import { readablePassword } from './new-password.js';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 30 ms on a small server. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

@Injectable()
export class Passwords {
  /** Made at start, so that not even the first unknown account takes longer than a known one. */
  private readonly decoy = this.hash(randomBytes(16).toString('hex'));

  hash(password: string): Promise<string> {
    return argon2id(password.normalize('NFC'), COSTS);
  }

  /** Takes as long for an account that does not exist (`hash` null) as for one that does. */
  async matches(hash: string | null, password: string): Promise<boolean> {
    const right = await verify(hash ?? (await this.decoy), password.normalize('NFC'));
    return right && hash !== null;
  }

  /** A new password to be read out once. */
  generate(): string {
    return readablePassword(randomInt);
  }
}
