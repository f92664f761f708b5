import fc from 'fast-check';

/** The rule itself, written down once more: a pattern with `*` and `?` as an expression. */
const glob = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`).test(text);
function six(text: string): readonly string[] {
  const parts = text.split(':');
  return parts.length < 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
function filled(pattern: string): string {
  const parts = six(pattern);
  return parts[0] === 'arn' ? [...parts, ...Array(6 - parts.length).fill('*')].join(':') : pattern;
}
/** The reading `fields`. */
export function byFields(pattern: string, resource: string): boolean {
  if (/^\*+$/.test(pattern)) return true;
  const [own, given] = [six(filled(pattern)), six(resource)];
  return own.length === 6 && given.length === 6 && own.every((part, at) => glob(part, given[at] ?? ''));
}
/** The reading `plain`. */
export function plainly(pattern: string, resource: string): boolean {
  const short = six(pattern).length < 6 && pattern.includes('*');
  return (
    byFields(pattern, resource) || (short && (glob(pattern, resource) || glob(filled(pattern), resource)))
  );
}

export const joined = (parts: readonly string[], min: number, max: number) =>
  fc.array(fc.constantFrom(...parts), { minLength: min, maxLength: max }).map((list) => list.join(':'));
const rest = joined(['', 'a', 'b', 'aa', 'a/b', '*', 'a*', '*a', '*a*', '?', '**'], 0, 7);
/** Over few letters, so that many match. */
export const patterns = fc.oneof(
  rest,
  rest.map((text) => `arn:${text}`),
  rest.map((text) => `arn:a:${text}`),
  fc.constantFrom('*', 'arn', 'arn*', '*rn:a'),
);
export const arns = joined(['', 'a', 'b', 'aa', 'a/b', 'ba'], 5, 7).map((text) => `arn:${text}`);
export const resources = fc.oneof(
  { weight: 20, arbitrary: arns },
  { weight: 1, arbitrary: fc.constant('*') },
);
