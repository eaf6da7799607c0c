/** Every message that the product says, read out of its sources and templates. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import ts from 'typescript';
import { root } from '../../src/platform/root.js';

export interface Said {
  message: string;
  file: string;
}

export const sourceFiles = files('src', '.ts').filter((name) => !name.endsWith('.spec.ts'));
export const templateFiles = files('views', '.hbs');

/** What is handed to `t` and `msg` as a literal, and the other first arguments, which must be marked elsewhere. */
export function saidInSources(): { said: Said[]; notLiteral: { file: string; text: string }[] } {
  const said: Said[] = [];
  const notLiteral: { file: string; text: string }[] = [];
  for (const file of sourceFiles) {
    visit(sourceOf(file), (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      if (node.expression.text !== 't' && node.expression.text !== 'msg') return;
      for (const one of literalsOf(node.arguments[0]!)) {
        if (ts.isStringLiteralLike(one)) said.push({ message: one.text, file });
        else notLiteral.push({ file, text: one.getText() });
      }
    });
  }
  return { said, notLiteral };
}

export function saidInTemplates(): Said[] {
  return templateFiles.flatMap((file) => {
    const said: Said[] = [];
    walkTemplate(parse(file), {
      called: (name, first) => {
        if (name === 't' && first?.type === 'StringLiteral') said.push({ message: first.value, file });
      },
    });
    return said;
  });
}

/** The letters that a template prints by itself: text between tags, and the attributes that people hear or see. */
export function bareWords(file: string): string[] {
  let markup = '';
  const handedOn: string[] = [];
  walkTemplate(parse(file), {
    content: (text) => (markup += text),
    printed: () => (markup += '\u0000'),
    handed: (value) => handedOn.push(value),
  });
  const attributes = [...markup.matchAll(/\s(?:aria-label|title|placeholder|alt|content)="([^"]*)"/g)].map(
    (match) => match[1]!,
  );
  const text = markup.replace(/<[^>]*>/g, '\n').split('\n');
  const parts = [...attributes, ...text].map((part) => part.replaceAll('\u0000', ' ').trim()).filter(hasWords);
  return [...parts, ...handedOn.filter((value) => /^\p{Lu}.*\p{Ll}|\p{Ll} \p{Ll}+ \p{Ll}/u.test(value))];
}

/** The strings in a source file that read like a sentence or a label and are not messages. */
export function bareSentences(file: string): string[] {
  const found: string[] = [];
  visit(sourceOf(file), (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return;
    const text = ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('{}')
      : node.text;
    if (LIKE_A_SENTENCE.test(text) && !isForDevelopers(node)) found.push(text);
  });
  return found;
}

/** Two words or more with a capital first or a full stop at the end, in letters that people read. */
const LIKE_A_SENTENCE = /^[A-Z“‘{][^<>_=;]*[a-z’] [^<>_=;]*[a-z]|^[^<>_=;]*[a-z]+ [a-z’]+[^<>_=;]*[.?]$/;

const NOT_FOR_READERS =
  /^(t|msg|super|Error|RangeError|TypeError|ConfigError|DatabaseTrouble|ContentRefused|say|RegExp|SetMetadata|error|warn|info|debug|fatal|createHmac|describe|it)$/;

function isForDevelopers(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isDecorator(at) && /^@(Command|Option|SubCommand|Job)\(/.test(at.getText())) return true;
    if ((ts.isCallExpression(at) || ts.isNewExpression(at)) && NOT_FOR_READERS.test(lastName(at.expression)))
      return true;
  }
  return false;
}

function lastName(expression: ts.Expression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** Both sides of `wide ? 'Area' : 'Unit'` are messages. */
function literalsOf(node: ts.Expression): ts.Expression[] {
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...literalsOf(node.left), ...literalsOf(node.right)];
  if (ts.isCallExpression(node) && lastName(node.expression) === 'msg') return [];
  return [ts.isParenthesizedExpression(node) ? node.expression : node];
}

function files(folder: string, ending: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

const text = (file: string) => readFileSync(join(root, file), 'utf8');

function sourceOf(file: string): ts.SourceFile {
  return ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const hasWords = (part: string) => /\p{L}{2}/u.test(part.replace(/&\w+;/g, ''));

interface TemplateVisitor {
  content?(text: string): void;
  printed?(): void;
  /** A literal parameter of a partial or a helper other than `t`. */
  handed?(value: string): void;
  called?(name: string, first: { type: string; value: string } | undefined): void;
}

function parse(file: string): hbs.AST.Program {
  return Handlebars.parse(text(file));
}

/** Handlebars' own visitor walks every kind of node. */
function walkTemplate(program: hbs.AST.Program, see: TemplateVisitor): void {
  const visitor = new Handlebars.Visitor();
  const messages = new Set<unknown>();
  const called = (node: hbs.AST.MustacheStatement | hbs.AST.SubExpression) => {
    const name = (node.path as hbs.AST.PathExpression).original;
    if (name === 't') messages.add(node.params[0]);
    see.called?.(name, node.params[0] as hbs.AST.StringLiteral | undefined);
  };
  visitor.ContentStatement = (node) => see.content?.(String(node.original));
  visitor.StringLiteral = (node) => {
    if (!messages.has(node)) see.handed?.(node.value);
  };
  visitor.MustacheStatement = (node) => {
    see.printed?.();
    called(node);
    Handlebars.Visitor.prototype.MustacheStatement.call(visitor, node);
  };
  visitor.SubExpression = (node) => {
    called(node);
    Handlebars.Visitor.prototype.SubExpression.call(visitor, node);
  };
  visitor.accept(program);
}
