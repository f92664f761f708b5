/** Whether two values of JSON say the same, in whatever order their keys stand. A key without a value counts as absent. */
export function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const mine = entriesOf(one);
  const theirs = new Map(entriesOf(other));
  return (
    mine.length === theirs.size &&
    mine.every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)))
  );
}

const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Object.entries(value).filter(([, entry]) => entry !== undefined);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
