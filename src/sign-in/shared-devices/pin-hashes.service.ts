import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { hash as argon2id, verify } from '@node-rs/argon2';
import { Config } from '../../platform/config.js';
import type { KeptPin } from './pins.queries.js';

/** As for passwords (passwords.service.ts): 19 MiB, two passes, one lane. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const FILE = 'pin-pepper';

interface Pepper {
  secret: Buffer;
  /** Names it without giving it away. */
  key: string;
}

/**
 * Hashes of PINs. A million PINs are tried in hours, however slow one try is; so they are hashed with a pepper (argon2's
 * secret) that lies in a file beside the database and not in it: a copy of the database alone gives no PIN away. Where the
 * file is lost, PINs open nothing and everybody chooses another one with their password.
 */
@Injectable()
export class PinHashes {
  private pepper: Promise<Pepper> | null = null;

  constructor(private readonly config: Config) {}

  async hash(pin: string): Promise<{ hash: string; pepperKey: string }> {
    const { secret, key } = await this.open();
    return { hash: await argon2id(pin, { ...COSTS, secret }), pepperKey: key };
  }

  /** Whether a kept PIN can be asked for at all. */
  async isUsable(kept: KeptPin): Promise<boolean> {
    return kept.pepperKey === (await this.open()).key;
  }

  async matches(kept: KeptPin, pin: string): Promise<boolean> {
    const { secret, key } = await this.open();
    return kept.pepperKey === key && (await verify(kept.hash, pin, { secret }));
  }

  private open(): Promise<Pepper> {
    this.pepper ??= pepperIn(this.config.dataDir).catch((error: unknown) => {
      this.pepper = null;
      throw error;
    });
    return this.pepper;
  }
}

async function pepperIn(folder: string): Promise<Pepper> {
  const file = join(folder, FILE);
  const secret = (await read(file)) ?? (await make(folder, file));
  return { secret, key: createHash('sha256').update(secret).digest('hex').slice(0, 16) };
}

async function read(file: string): Promise<Buffer | null> {
  try {
    return Buffer.from(await readFile(file, 'utf8'), 'base64url');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of several processes that start at once, one makes it and the others read that one; it is never half written. */
async function make(folder: string, file: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await read(file))!;
}
