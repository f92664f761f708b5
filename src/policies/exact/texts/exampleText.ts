import type { Sign } from './automaton.ts';
import type { Pattern } from './textPattern.ts';
import type { Token } from './token.ts';

/**
 * Texts in place of fields of an ARN that are only a wildcard: as most ARNs have them, of another Region, account or partition, then
 * without a Region or an account. Those that are missing in a policy may be any but none: only an ARN of another partition, or
 * without them, differs from it for certain.
 */
const fieldExamples: readonly (readonly string[])[] = [
  ['arn', 'aws', 'example', 'us-east-1', '111122223333'],
  ['arn', 'aws', 'example', 'eu-west-1', '111122223333'],
  ['arn', 'aws', 'example', 'us-east-1', '444455556666'],
  ['arn', 'aws-cn', 'example', 'cn-north-1', '111122223333'],
  ['arn', 'aws', 'example', '', '111122223333'],
  ['arn', 'aws', 'example', 'us-east-1', ''],
  ['arn', 'aws', 'example', '', ''],
];

/** Texts that a pattern matches and that look as real ones do: wildcards are an example, or nothing. As signs. */
export function* exampleTexts(pattern: Pattern): Generator<readonly Sign[]> {
  const open = openFields(pattern);
  const [usual = [], ...others] = fieldExamples;
  yield filled(pattern, usual, 'example');
  yield filled(pattern, usual, '');
  const seen = new Set<string>();
  for (const fields of others) {
    if (open.every((field) => fields[field] === usual[field])) continue;
    const example = filled(pattern, fields, 'example');
    const text = example.join('');
    if (!seen.has(text)) yield example;
    seen.add(text);
  }
}

/** The places of fields that are only a wildcard. */
const openFields = (pattern: Pattern): readonly number[] => {
  let field = 0;
  return pattern.flatMap((token, at) => {
    if (isColon(token)) field += 1;
    return isOpenField(pattern, at) ? [field] : [];
  });
};

function filled(pattern: Pattern, fields: readonly string[], example: string): readonly Sign[] {
  let field = 0;
  return pattern.flatMap((token, at): readonly Sign[] => {
    if (isColon(token)) field += 1;
    if (token.kind !== 'run') return [signOf(token)];
    return ((isOpenField(pattern, at) ? fields[field] : undefined) ?? example).split('');
  });
}

function isOpenField(pattern: Pattern, at: number): boolean {
  const token = pattern[at];
  return token?.kind === 'run' && !token.colons && isEdge(pattern[at - 1]) && isEdge(pattern[at + 1]);
}

const isColon = (token: Token): boolean => token.kind === 'unit' && token.units === ':';

const isEdge = (token: Token | undefined): boolean => token === undefined || isColon(token);

function signOf(token: Token): Sign {
  if (token.kind === 'hole') return token.name;
  return token.kind === 'unit' ? (token.units[0] ?? 'x') : 'x';
}
