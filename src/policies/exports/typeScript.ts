import { escapeDeceptiveCharacters } from '../language/characters/escapeCharacters.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { minifyPolicy } from '../language/print.ts';
import { oneLine } from './header.ts';
import { camelCase } from '../language/letterCase.ts';
import {
  type Input,
  hasParameter,
  isReference,
  type Parameter,
  piecesOf,
  type Reference,
} from './parameters.ts';

/** What a document is written with: its inputs, and how the ARN of a role is read. */
export interface Values {
  readonly inputs: readonly Input[];
  readonly arnOf: (reference: Reference) => string;
}

const noValues: Values = { inputs: [], arnOf: () => '' };

/** The constant that holds a role. */
export const roleConstant = (id: string): string => `${camelCase(id)}Role`;

/** A policy as an object of TypeScript, parameters read from constants of their names. `indent` is that of its first line. */
export const documentLiteral = (document: PolicyDocument, values: Values, indent: string): string =>
  literal(JSON.parse(minifyPolicy(document)), values, indent);

function literal(value: unknown, values: Values, indent: string): string {
  if (typeof value === 'string') return textLiteral(value, values);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Array.isArray(value)
    ? value.map((entry) => literal(entry, values, inner))
    : Object.entries(value).map(
        ([key, child]) => `${keyLiteral(key, values)}: ${literal(child, values, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return open + close;
  const [only = ''] = entries;
  if (Array.isArray(value) && entries.length === 1 && !only.includes('\n')) return `[${only}]`;
  return `${open}\n${entries.map((entry) => `${inner}${entry},\n`).join('')}${indent}${close}`;
}

/** `__proto__` as a plain key would set the prototype of the object. */
function keyLiteral(key: string, values: Values): string {
  if (hasParameter(key, values.inputs) || key === '__proto__') return `[${textLiteral(key, values)}]`;
  return /^[A-Za-z]\w*$/.test(key) ? key : textLiteral(key);
}

/** A text that is never evaluated but for its parameters: single quotes without one, a template with one. */
export function textLiteral(text: string, values: Values = noValues): string {
  const pieces = piecesOf(text, values.inputs);
  const [only] = pieces;
  const expression = (input: Input) => (isReference(input) ? values.arnOf(input) : camelCase(input.name));
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string') return expression(only);
  if (!hasParameter(text, values.inputs)) return `'${escaped(text).replaceAll("'", "\\'")}'`;
  const parts = pieces.map((piece) =>
    typeof piece === 'string'
      ? escaped(piece).replaceAll('`', '\\`').replaceAll('$', '\\$')
      : `\${${expression(piece)}}`,
  );
  return `\`${parts.join('')}\``;
}

/** Whatever a reader could not see, or would take for something else, is written by its number. */
const escaped = (text: string): string =>
  escapeDeceptiveCharacters(
    text,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
    (part) => part.replaceAll('\\', '\\\\'),
  );

/** Text within a comment that ends with a star and a slash. */
export const inComment = (text: string): string => oneLine(text).replaceAll('*/', '* /');

export const parameterType = ({ list }: Parameter): string => (list ? 'readonly string[]' : 'string');

/** Lines of the function that refuses a value before anything is made with it. */
export const CHECK_FUNCTION = `function checked(name: string, value: string, pattern: string, rule: string, refused?: string): string {
  const good = new RegExp(\`^(\${pattern})$\`).test(value) && !(refused && new RegExp(refused).test(value));
  if (!good) throw new Error(\`\${name}: \${rule}\`);
  return value;
}`;

/** A constant with a parameter's checked value, which the expression gives. */
export function checkedConstant(parameter: Parameter, expression: string): string {
  const { name, pattern, rule, refused, list } = parameter;
  const id = camelCase(name);
  const texts = [pattern, rule, ...(refused === undefined ? [] : [refused])];
  const check = (value: string) =>
    `checked('${id}', ${value}, ${texts.map((text) => textLiteral(text)).join(', ')})`;
  return `const ${id} = ${list ? `${expression}.map((value) => ${check('String(value)')})` : check(expression)};`;
}
