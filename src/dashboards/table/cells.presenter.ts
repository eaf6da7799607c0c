import { t } from '../../platform/language/t.js';
import { type Column, columnName } from './columns.js';
import { type Figure, type FigureColumn, isFigure } from './figures.presenter.js';
import type { placeRow } from './row.presenter.js';

type Printed = ReturnType<typeof placeRow>;

/** One cell of a row: a partial and what it prints. On a phone, where a row is a card, its label stands before it. */
export interface Cell {
  partial: string;
  label: string;
  classes: string | null;
  model: object;
}

/** The cells of a row in the order of the columns. */
export function cellsOf(columns: readonly Column[], row: Printed): Cell[] {
  return columns.map((column) => ({ label: t(columnName(column)), ...cellOf(column, row) }));
}

type Unlabelled = Omit<Cell, 'label'>;

function cellOf(column: Column, row: Printed): Unlabelled {
  if (isFigure(column)) return figureCell(row.figure(column), pathBehind(column, row));
  return PARTS[column](row);
}

/** Overdue and finished work is somebody's; everything else is what customers answered. */
function pathBehind(column: FigureColumn, { behind, path }: Printed): string | null {
  if (column === 'overdue' || column === 'courses') return behind.team;
  return column === 'change' || column === 'fair' ? path : behind.responses;
}

function figureCell({ value, note, grey }: Figure, path: string | null): Unlabelled {
  const classes = value === null ? 'none' : grey ? 'grey' : null;
  return { partial: 'cell-figure', classes, model: { value, note, path } };
}

const PARTS: Record<Exclude<Column, FigureColumn>, (row: Printed) => Unlabelled> = {
  completion: ({ completion, behind }) => ({
    partial: 'cell-completion',
    classes: completion ? null : 'none',
    model: { completion, path: behind.team },
  }),
  ease: ({ ease, why, path }) => ({ partial: 'cell-ease', classes: 'ease', model: { ease, why, path } }),
  emotion: ({ emotion }) => ({ partial: 'cell-emotion', classes: 'emo', model: { emotion } }),
  weakest: ({ driver }) => ({ partial: 'cell-driver', classes: driver ? null : 'none', model: { driver } }),
  responses: ({ responses, behind }) => ({
    partial: 'cell-figure',
    classes: null,
    model: { value: responses, note: null, path: behind.responses },
  }),
  next: ({ next }) => ({ partial: 'cell-next', classes: next ? 'do' : 'do none', model: { next } }),
};
