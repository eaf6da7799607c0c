import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import { root } from '../root.js';
import { assetUrl } from './assets.js';
import { type MessageValues, t } from '../language/t.js';
import { Html } from './html.js';

type Template = (context: unknown) => string;

const VIEWS = join(root, 'views');

export const VIEW_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { icon: true, asset: true, t: true },
  preventIndent: true,
  // A partial prints what it is handed and nothing that happens to lie around it.
  explicitPartialContext: true,
};

/**
 * The templates of views/, each compiled when it is first printed, in strict mode: a value the presenter forgot is an
 * error, not a blank. Partials go by their path below views/partials.
 */
@Injectable()
export class Views {
  private readonly handlebars = Handlebars.create();
  private readonly templates = new Map<string, Template>();
  private readonly waiting = new Set<() => void>();

  constructor() {
    this.handlebars.registerHelper('icon', icon);
    this.handlebars.registerHelper('asset', assetUrl);
    this.handlebars.registerHelper('t', translate);
    for (const file of templateFiles()) this.add(file);
  }

  get names(): string[] {
    return [...this.templates.keys()];
  }

  /** @throws Error when the view or a value it prints is missing. */
  render(view: string, context: object): Html {
    const template = this.templates.get(view);
    if (!template) throw new Error(`There is no view ${view}.`);
    return new Html(template(context));
  }

  /** Compiles one more of those that nobody has printed yet. @returns whether there was one */
  compileAnother(): boolean {
    const [compile] = this.waiting;
    compile?.();
    return compile !== undefined;
  }

  private add(file: string): void {
    const name = relative(VIEWS, file).replace(/\.hbs$/, '');
    const template = this.whenFirstPrinted(file);
    if (name.startsWith('partials/')) this.handlebars.registerPartial(name.slice('partials/'.length), template);
    else this.templates.set(name, template);
  }

  /** Compiling all of them would be a good part of the time that a start takes. */
  private whenFirstPrinted(file: string): Handlebars.TemplateDelegate {
    let template: HandlebarsTemplateDelegate | null = null;
    const compile = () => {
      this.waiting.delete(compile);
      return (template ??= this.compile(file));
    };
    this.waiting.add(compile);
    return (context, options) => (template ?? compile())(context, options);
  }

  private compile(file: string): HandlebarsTemplateDelegate {
    const program = programs.get(file) ?? programOf(file);
    programs.set(file, program);
    return this.handlebars.template(program);
  }
}

/** What has been compiled serves every application of the process: there are several where specs run. */
const programs = new Map<string, TemplateSpecification>();

function programOf(file: string): TemplateSpecification {
  const { code } = Handlebars.precompile(readFileSync(file, 'utf8'), {
    ...VIEW_OPTIONS,
    srcName: file,
  }) as unknown as { code: string };
  return (new Function(`return ${code}`) as () => TemplateSpecification)();
}

function templateFiles(): string[] {
  return readdirSync(VIEWS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => join(VIEWS, name));
}

/** `{{t "Made by {name}" name=madeBy}}`: the message in the reader's language, then escaped like any printed text. */
function translate(message: string, { hash }: { hash: MessageValues }): string {
  return t(message, Object.keys(hash).length === 0 ? undefined : hash);
}

function icon(name: string): Html {
  const symbol = `${assetUrl('icons.svg')}#${Handlebars.escapeExpression(name)}`;
  return new Html(`<svg class="i" aria-hidden="true" focusable="false"><use href="${symbol}"/></svg>`);
}
