/** The tables of docs/data-protection-impact-assessment.md, as the registries say them. */
import type { PersonalDataSource } from '../../src/platform/privacy/personal-data.js';
import type { RetentionRule } from '../../src/platform/privacy/retention.js';
import type { ShortLived } from '../../src/platform/privacy/short-lived.js';
import { sayPeriod } from '../../src/privacy/retention/period.js';

export function dataTable(sources: readonly PersonalDataSource[]): string {
  return table(
    ['What', 'Why', 'Where'],
    sources.map((source) => [source.title(), source.purpose(), source.covers.map((name) => `\`${name}\``).join(', ')]),
  );
}

export function retentionTable(rules: readonly RetentionRule[], shortLived: readonly ShortLived[]): string {
  const periods = rules.map(({ what, stays, period: { unit, standard, least, most } }) => [
    what(),
    sayPeriod(unit, standard),
    `${least} to ${sayPeriod(unit, most)}`,
    stays(),
  ]);
  return table(
    ['What goes', 'After', 'An administrator may choose', 'What stays'],
    [...periods, ...shortLived.map(({ what, kept }) => [what, kept, 'nothing: fixed', 'nothing'])],
  );
}

/** The part of a document between two comments that name it. */
export function sectionOf(document: string, name: string): string {
  return new RegExp(`<!-- ${name} -->\\n\\n([\\s\\S]*?)\\n\\n<!-- end of ${name} -->`).exec(document)?.[1] ?? '';
}

export function withSection(document: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, after] = [document.split(start)[0]!, document.split(end)[1]!];
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}
