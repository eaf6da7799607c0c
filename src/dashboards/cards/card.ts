/** One thing worth doing: a cause, a customer's words for it, and what to do about it. */
import type { Driver } from '../../platform/drivers.js';

export interface Card {
  id: string;
  /** What it is about, for putting it aside: 'attention:021047'. */
  key: string;
  title: string;
  text: string;
  /** One customer's words, masked, with where and when they were said. */
  quote: { words: string; about: string } | null;
  action: { text: string; path: string } | null;
  /** What else can be done about it. */
  also: { text: string; path: string }[];
  /** Why it stands before the next one, in sentences. */
  why: string | null;
  /** The form that puts it aside; null where there is none. */
  decide: CardForm | null;
  driver: Driver | null;
  icon: string;
}

/** Which card of which page a form is about. */
export interface CardForm {
  path: string;
  /** Id of its field. */
  field: string;
  token: string;
  page: string;
  card: string;
  title: string;
}

export const CARD_KEY = /^(attention|training|praise)(:[^:\s]{1,40})?$/;

export const attentionKey = (code: string): string => `attention:${code}`;
export const praiseKey = (code: string): string => `praise:${code}`;
export const TRAINING_KEY = 'training';
