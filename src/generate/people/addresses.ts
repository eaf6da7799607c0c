/** Hands out e-mail addresses of the invented network, each once; `.example` belongs to nobody (RFC 2606). */
export class Addresses {
  private readonly given = new Map<string, number>();

  next(name: string): string {
    const plain = asciiOf(name);
    const times = (this.given.get(plain) ?? 0) + 1;
    this.given.set(plain, times);
    return `${plain}${times === 1 ? '' : times}@network.example`;
  }
}

/** Letters that do not come apart into a plain one and an accent. */
const WHOLE: Record<string, string> = { ł: 'l', đ: 'd', ø: 'o', ı: 'i', æ: 'ae', ß: 'ss' };

/** @example asciiOf('Siân O’Neill') // 'sian.oneill' */
export function asciiOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[łđøıæß]/g, (letter) => WHOLE[letter]!)
    .replace(/ /g, '.')
    .replace(/[^a-z.-]/g, '');
}
