import type { INestApplicationContext } from '@nestjs/common';

/** What a database holds before the first page is asked for: the shipped content and, where it is wanted, the demo network. */
export async function fill(_app: INestApplicationContext, _say: (line: string) => void): Promise<void> {}
