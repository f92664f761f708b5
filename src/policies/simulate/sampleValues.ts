import { readOperator } from '../language/conditionOperator.ts';
import type { ConditionClause } from './conditions/clause.ts';
import { readDate } from './conditions/date.ts';
import { readNumber } from './conditions/number.ts';
import type { RequestContext } from './requestContext.ts';
import { isUnresolvedVariable, variableParts, variableTemplate } from './policyVariables.ts';
import type { PatternText } from '../language/arnMatch.ts';

/** Values that are neither a number nor a date, nor what a policy is likely to ask for. */
export const OTHER_VALUES: readonly string[] = [
  'any-other-value',
  'zz',
  '-',
  '192.0.2.1',
  '2001:db8::1',
  'arn:aws:other:::',
];

/**
 * Request values worth trying for the key of a clause: on either side of each value that it compares with, filled in as far
 * as the context has its variables.
 */
export function sampleValues(clause: ConditionClause, context: RequestContext): readonly string[] {
  const operator = readOperator(clause.operator);
  if (!operator || operator.family === 'Null') return [];
  return clause.values.flatMap((value) => {
    const text = variableTemplate(value, clause.withVariables).resolve(context);
    if (isUnresolvedVariable(text)) return [];
    if (operator.wildcards) return [withoutWildcards(text)];
    if (operator.family === 'Numeric') return aroundNumber(text.text);
    if (operator.family === 'Date') return aroundDate(text.text);
    if (operator.family === 'Ip') return [text.text.replace(/\/.*$/, '')];
    return operator.family === 'Bool'
      ? [text.text, /^true$/i.test(text.text) ? 'false' : 'true']
      : [text.text];
  });
}

/** A value that none of the clauses compares with; nothing where all values are on one side or the other already. */
export function valueUnlikeAll(
  clauses: readonly ConditionClause[],
  contextWith: (value: string) => RequestContext,
): string | undefined {
  const open = clauses.filter(({ operator }) => !/Numeric|Date|Bool/i.test(operator));
  if (open.length === 0) return undefined;
  const isOther = (value: string) =>
    open.every(
      (clause) =>
        /null$/i.test(clause.operator) || (clause.test(contextWith(value)) !== 0) === clause.negated,
    );
  return OTHER_VALUES.find(isOther) ?? OTHER_VALUES[0];
}

/** A text that a pattern matches. */
function withoutWildcards({ text, literal }: PatternText): string {
  if (!literal) return text.replaceAll(/[*?]/g, 'x');
  return Array.from({ length: text.length }, (_, at) =>
    !literal.has(at) && (text[at] === '*' || text[at] === '?') ? 'x' : (text[at] ?? ''),
  ).join('');
}

function aroundNumber(text: string): readonly string[] {
  const number = readNumber(text);
  return number === undefined ? [] : [text, `${number - 1}`, `${number + 1}`];
}

function aroundDate(text: string): readonly string[] {
  const time = readDate(text);
  const beside = (offset: number) => `${Math.round(((time ?? 0) + offset) / 1000)}`;
  return time === undefined ? [] : [text, beside(-1000), beside(1000)];
}

/** The most steps: hostile texts are long. */
const MAX_STEPS = 1_000_000;

/**
 * The shortest value that a variable of a text must have for the text to match a value: `ana` for `…/${aws:username}/*` and
 * `…/ana/x`. Other variables count as wildcards. Nothing when no value does, or when both are too long to try.
 */
export function valueForVariable(text: string, lowerKey: string, value: string): string | undefined {
  const parts = variableParts(text);
  const at = parts.findIndex((part) => typeof part !== 'string' && 'key' in part && part.key === lowerKey);
  if (at === -1 || text.length * value.length > MAX_STEPS) return undefined;
  const characters = value.split('');
  const before = matchedLengths(parts.slice(0, at).flatMap(tokensOf), characters);
  const after = matchedLengths(
    parts
      .slice(at + 1)
      .flatMap(tokensOf)
      .toReversed(),
    characters.toReversed(),
  );
  const start = before.indexOf(true);
  const end = characters.findIndex((_, place) => place >= start && after[characters.length - place] === true);
  if (start === -1) return undefined;
  if (end !== -1) return characters.slice(start, end).join('');
  return after[0] === true ? characters.slice(start).join('') : undefined;
}

type Token = { readonly is: string } | 'one' | 'any';

function tokensOf(part: ReturnType<typeof variableParts>[number]): readonly Token[] {
  if (typeof part !== 'string') return 'literal' in part ? [{ is: part.literal }] : ['any'];
  return part
    .split('')
    .map((character) => (character === '*' ? 'any' : character === '?' ? 'one' : { is: character }));
}

/** For each number of characters whether the tokens match exactly so many of them from the start. */
function matchedLengths(tokens: readonly Token[], characters: readonly string[]): readonly boolean[] {
  let places = [true, ...characters.map(() => false)];
  for (const token of tokens) {
    const first = places.indexOf(true);
    places = places.map((_, place) =>
      token === 'any'
        ? first !== -1 && place >= first
        : places[place - 1] === true && (token === 'one' || token.is === characters[place - 1]),
    );
  }
  return places;
}
