import type { PolicyDocument } from '../language/policy.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { type Ruleset, variableOfPlaceholder } from '../library/ruleset.ts';
import {
  hasPlaceholder,
  placeholderNames,
  placeholderOf,
  splitAtPlaceholders,
} from '../language/placeholder.ts';
import { slug } from '../language/slug.ts';
import type { ExportSet } from './exporter.ts';
import { openParameters } from './openParameters.ts';
import type { Parameter } from './parameter.ts';
import { patternOf } from './patterns.ts';

export type { Parameter } from './parameter.ts';

/** A role that the same code creates: its ARN is read from the resource. */
export interface Reference {
  /** Id of the planned role. */
  readonly role: string;
  /** As in the documents. */
  readonly arn: string;
}

/** What code puts into a document. */
export type Input = Parameter | Reference;

export const isReference = (input: Input): input is Reference => 'arn' in input;

const ONE_VALUE = 'One value. For several values, enter them on the page and export again.';

/**
 * A parameter for every placeholder in the documents: of variables in the order of the page, then those that came with an imported or
 * edited policy. Each takes one value and is exactly where the page would put that value. Other texts in angle brackets are text.
 */
export const parametersOf = (policies: readonly PolicyDocument[], ruleset: Ruleset): readonly Parameter[] =>
  parametersIn(
    policies.map((policy) => JSON.stringify(policy)),
    ruleset,
  );

/** Those of some roles that a document names. */
export const referencesIn = (policy: PolicyDocument, roles: readonly Reference[]): readonly Reference[] => {
  const text = JSON.stringify(policy);
  return roles.filter(({ arn }) => text.includes(`"${arn}"`));
};

/** A document as it is written with references: ARNs of roles are left out. */
export const withoutReferences = (policy: PolicyDocument, references: readonly Reference[]): string =>
  piecesOf(JSON.stringify(policy), references)
    .filter((piece) => typeof piece === 'string')
    .join('');

/** As `parametersOf`, of texts. */
export function parametersIn(texts: readonly string[], ruleset: Ruleset): readonly Parameter[] {
  const names = new Set(texts.flatMap(placeholderNames));
  const ofVariables = parametersOfVariables(names, ruleset);
  const others = [...names].filter((name) => !variableOfPlaceholder(name, ruleset));
  return [
    ...ofVariables,
    ...openParameters(
      others,
      ofVariables.map(({ name }) => name),
    ),
  ];
}

/** The placeholders of texts, as written, that become parameters of the code. */
export const parameterPlaceholders = (texts: readonly string[], ruleset: Ruleset): ReadonlySet<string> =>
  new Set(parametersIn(texts, ruleset).map(({ placeholder }) => `<${placeholder}>`));

/** What a document has in code, beside the names that the code gives. */
export const textOfDocument = ({ policy, resource }: Pick<ComposedDocument, 'policy' | 'resource'>): string =>
  JSON.stringify([policy, resource?.name]);

/** The names that the parameters of a whole set can have. */
export const namesOfParameters = ({ documents, ruleset }: ExportSet): readonly string[] =>
  parametersIn(documents.map(textOfDocument), ruleset).map(({ name }) => name);

function parametersOfVariables(open: ReadonlySet<string>, ruleset: Ruleset): readonly Parameter[] {
  return ruleset.variables.flatMap(({ placeholders, kind, label, help, many, example }) =>
    placeholders.flatMap((placeholder, part) => {
      const found = open.has(placeholder) ? patternOf(kind, part) : undefined;
      if (!found) return [];
      const description =
        placeholders.length === 1 ? `${label}. ${help}` : partOf(label, help, placeholder, part);
      const such = !many && placeholders.length === 1 ? ` Example: ${example[0]}.` : '';
      return [
        {
          name: slug(placeholder),
          description: `${description}${such}${many ? ` ${ONE_VALUE}` : ''}`,
          rule: found.rule,
          pattern: found.pattern,
          ...(found.refused === undefined ? {} : { refused: found.refused }),
          placeholder,
        },
      ];
    }),
  );
}

/** What a variable of several parts is for is said once; what its help says of its form does not hold for one part. */
function partOf(label: string, help: string, placeholder: string, part: number): string {
  const [purpose = ''] = help.split(/[.:] /);
  const name = `${label}, part ${part + 1}: ${placeholder.toLowerCase().replaceAll('_', ' ')}.`;
  return part === 0 ? `${name} ${purpose.replace(/\.?$/, '.')}` : `${name} Belongs to part 1.`;
}

/** A text cut at what code puts into it. */
export type Piece = string | Input;

/** Cuts a text: pieces of text are never empty, and references and parameters are in the order of the text. */
export function piecesOf(text: string, inputs: readonly Input[]): readonly Piece[] {
  const parameters = inputs.filter((input): input is Parameter => !isReference(input));
  return inputs
    .filter(isReference)
    .reduce<readonly Piece[]>(
      (pieces, reference) => pieces.flatMap((piece) => (isText(piece) ? cutAt(piece, reference) : [piece])),
      text === '' ? [] : [text],
    )
    .flatMap((piece) => (isText(piece) ? cutAtPlaceholders(piece, parameters) : [piece]));
}

const isText = (piece: Piece): piece is string => typeof piece === 'string';

/** An ARN is a role's where it is all of a text, or of a text within JSON: another role's may begin with it. */
function cutAt(text: string, reference: Reference): readonly Piece[] {
  const { arn } = reference;
  if (text === arn) return [reference];
  return text.split(`"${arn}"`).flatMap((part, index, all) => {
    const open = index === all.length - 1 ? '' : '"';
    const close = index === 0 ? '' : '"';
    const quoted = close + part + open;
    return [...(index === 0 ? [] : [reference]), ...(quoted === '' ? [] : [quoted])];
  });
}

function cutAtPlaceholders(text: string, parameters: readonly Parameter[]): readonly Piece[] {
  // Most texts have none: each action of a document is one.
  if (!hasPlaceholder(text)) return [text];
  const byPlaceholder = new Map(parameters.map((parameter) => [parameter.placeholder, parameter]));
  const pieces: Piece[] = [];
  let between = '';
  for (const [index, part] of splitAtPlaceholders(text).entries()) {
    const parameter = index % 2 === 1 ? byPlaceholder.get(part) : undefined;
    if (!parameter) {
      between += index % 2 === 1 ? placeholderOf(part) : part;
      continue;
    }
    if (between !== '') pieces.push(between);
    pieces.push(parameter);
    between = '';
  }
  return between === '' ? pieces : [...pieces, between];
}

export const hasParameter = (text: string, inputs: readonly Input[]): boolean =>
  piecesOf(text, inputs).some((piece) => typeof piece !== 'string');
