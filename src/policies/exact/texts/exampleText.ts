import type { Sign } from './automaton.ts';
import type { Pattern } from './textPattern.ts';
import type { Token } from './token.ts';

/** Texts that look as people would write them, in place of fields of an ARN that are only a wildcard. */
const fieldExamples: readonly string[] = ['arn', 'aws', 'example', 'us-east-1', '111122223333'];

/** Texts that a pattern matches and that look as real ones do: wildcards are an example, or nothing. As signs. */
export function* exampleTexts(pattern: Pattern): Generator<readonly Sign[]> {
  const filled = (example: string) => {
    let field = 0;
    return pattern.flatMap((token, at): readonly Sign[] => {
      if (token.kind === 'unit' && token.units === ':') field += 1;
      if (token.kind !== 'run') return [signOf(token)];
      const isField = !token.colons && isEdge(pattern[at - 1]) && isEdge(pattern[at + 1]);
      return ((isField ? fieldExamples[field] : undefined) ?? example).split('');
    });
  };
  yield filled('example');
  yield filled('');
}

const isEdge = (token: Token | undefined): boolean =>
  token === undefined || (token.kind === 'unit' && token.units === ':');

function signOf(token: Token): Sign {
  if (token.kind === 'hole') return token.name;
  return token.kind === 'unit' ? (token.units[0] ?? 'x') : 'x';
}
