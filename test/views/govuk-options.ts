/**
 * What govuk-frontend's fixtures hand to its own templates, turned into the parameters of ours. `null` stands for a fixture
 * that uses something we do not offer.
 */
type Options = Record<string, unknown>;
export type Translate = (options: Options) => object | null;

const textOf = (value: unknown): string | undefined => (value as { text?: string } | undefined)?.text;

/** Only these options, all others absent. */
function only(options: Options | null, ...names: string[]): boolean {
  return options !== null && Object.keys(options).every((name) => names.includes(name) || options[name] === undefined);
}

/** A label, hint or message with nothing but words (and, where allowed, classes). */
function plain(value: unknown, ...more: string[]): boolean {
  if (value === undefined || value === null || value === false) return true;
  return typeof value === 'object' && only(value as Options, 'text', ...more) && typeof textOf(value) === 'string';
}

const FIELD = ['id', 'name', 'label', 'hint', 'errorMessage', 'classes', 'value'];

function field(options: Options): object | null {
  const { id, name, label, hint, errorMessage } = options;
  if (!plain(label, 'classes', 'for') || !plain(hint) || !plain(errorMessage) || !textOf(label)) return null;
  const labelClasses = (label as Options).classes;
  return { ...options, id: id ?? name, name, label: textOf(label), labelClasses, hint: textOf(hint), error: textOf(errorMessage) };
}

const input: Translate = (options) => {
  const known = [...FIELD, 'type', 'autocomplete', 'inputmode', 'spellcheck', 'prefix', 'suffix'];
  const { prefix, suffix, spellcheck } = options;
  if (!only(options, ...known) || !plain(prefix) || !plain(suffix)) return null;
  const base = field(options);
  return base && { ...base, prefix: textOf(prefix), suffix: textOf(suffix), spellcheck: spellcheck === undefined ? undefined : String(spellcheck) };
};

const textarea: Translate = (options) => (only(options, ...FIELD, 'rows') ? field(options) : null);

const select: Translate = (options) => {
  const items = options.items as Options[] | undefined;
  const known = items?.every((item) => only(item, 'value', 'text', 'selected', 'disabled') && item.value !== undefined);
  return only(options, ...FIELD.filter((name) => name !== 'value'), 'items') && known ? field(options) : null;
};

const choices: Translate = (options) => {
  if (!only(options, 'name', 'idPrefix', 'fieldset', 'hint', 'errorMessage', 'items', 'classes')) return null;
  const { name, idPrefix, hint, errorMessage, classes } = options;
  const legend = legendOf(options.fieldset as Options | undefined);
  const items = choiceItems(String(name), options.items as Options[] | undefined);
  if (!legend || !items || !plain(hint) || !plain(errorMessage)) return null;
  if (idPrefix !== undefined && idPrefix !== name) return null;
  return { name, ...legend, hint: textOf(hint), error: textOf(errorMessage), classes, items };
};

function legendOf(fieldset: Options | undefined): object | null {
  const legend = fieldset?.legend as Options | undefined;
  if (!fieldset || !legend || !only(fieldset, 'legend') || !plain(legend, 'classes')) return null;
  return { legend: legend.text, legendClasses: legend.classes };
}

function choiceItems(name: string, items: Options[] | undefined): object[] | null {
  const known = (item: Options) =>
    only(item, 'value', 'text', 'checked', 'disabled', 'hint', 'id') && plain(item.hint) && item.value !== '';
  if (!items?.every(known)) return null;
  return items.map((item, index) => ({
    ...item,
    id: item.id ?? (index === 0 ? name : `${name}-${index + 1}`),
    hint: textOf(item.hint),
  }));
}

const button: Translate = (options) => {
  const { text, element, preventDoubleClick, href } = options;
  const known = ['text', 'classes', 'href', 'name', 'value', 'type', 'disabled', 'preventDoubleClick', 'element'];
  if (!only(options, ...known) || !text || (element !== undefined && (element === 'a') !== Boolean(href))) return null;
  if (preventDoubleClick === false || element === 'input' || options.name === '' || options.value === '') return null;
  return { ...options, once: preventDoubleClick };
};

const errorSummary: Translate = (options) => {
  const list = options.errorList as Options[] | undefined;
  const known = list?.every((item) => only(item, 'text', 'href') && item.text);
  return only(options, 'titleText', 'errorList') && options.titleText === 'There is a problem' && known ? { list } : null;
};

const words: Translate = (options) => (only(options, 'text') && options.text ? options : null);

const warning: Translate = (options) =>
  only(options, 'text', 'iconFallbackText') && options.iconFallbackText === undefined ? options : null;

const breadcrumbs: Translate = (options) => {
  const items = options.items as Options[] | undefined;
  const known = items?.every((item) => only(item, 'text', 'href') && item.text);
  return only(options, 'items') && known ? { items } : null;
};

const backLink: Translate = (options) => (only(options, 'text', 'href') && options.href ? options : null);

/** Fixture folder of govuk-frontend, our partial, the translation, and how many of its cases we speak for at least. */
export const COMPONENTS: { component: string; partial: string; translate: Translate; atLeast: number }[] = [
  { component: 'button', partial: 'button', translate: button, atLeast: 14 },
  { component: 'input', partial: 'input', translate: input, atLeast: 20 },
  { component: 'textarea', partial: 'textarea', translate: textarea, atLeast: 6 },
  { component: 'select', partial: 'select', translate: select, atLeast: 3 },
  { component: 'checkboxes', partial: 'checkboxes', translate: choices, atLeast: 3 },
  { component: 'error-summary', partial: 'error-summary', translate: errorSummary, atLeast: 3 },
  { component: 'inset-text', partial: 'inset', translate: words, atLeast: 1 },
  { component: 'warning-text', partial: 'warning', translate: warning, atLeast: 1 },
  { component: 'breadcrumbs', partial: 'breadcrumbs', translate: breadcrumbs, atLeast: 3 },
  { component: 'back-link', partial: 'back-link', translate: backLink, atLeast: 1 },
];
