/** So many values of a kind are read by a person; more become wider ones. */
const MAX_VALUES = 5;

export interface PrefixForm {
  /** What is between the segments of a text. */
  readonly separator: string;
  /** What a prefix ends with where segments were cut off. */
  readonly end: string;
}

/** `bucket/folder`: below it is everything in the folder. */
export const pathForm: PrefixForm = { separator: '/', end: '' };

/** `fraud-`: so names start. */
export const nameForm: PrefixForm = { separator: '-', end: '-' };

/**
 * Texts as few prefixes that cover all of them: one within another goes, and of too many the longest lose their last segment, down
 * to the first. Gives what covers each text. The order of the texts makes no difference.
 */
export function fewerPrefixes(
  texts: readonly string[],
  { separator, end }: PrefixForm,
): ReadonlyMap<string, string> {
  const segments = new Map(texts.map((text) => [text, text.split(separator).filter((part) => part !== '')]));
  const written = (text: string, depth: number): string => {
    const parts = segments.get(text) ?? [];
    return parts.length <= depth ? text : `${parts.slice(0, depth).join(separator)}${end}`;
  };
  let depth = Math.max(0, ...[...segments.values()].map(({ length }) => length));
  let covering = coveringOf(texts, (text) => written(text, depth), separator);
  while (depth > 1 && new Set(covering.values()).size > MAX_VALUES) {
    depth -= 1;
    const cut = depth;
    covering = coveringOf(texts, (text) => written(text, cut), separator);
  }
  return covering;
}

/** For each text the shortest of those that are written and cover it. */
function coveringOf(
  texts: readonly string[],
  write: (text: string) => string,
  separator: string,
): ReadonlyMap<string, string> {
  const all = new Set(texts.map(write));
  return new Map(
    texts.map((text) => {
      const whole = write(text);
      for (let at = whole.indexOf(separator); at !== -1; at = whole.indexOf(separator, at + 1))
        for (const start of [whole.slice(0, at), whole.slice(0, at + 1)])
          if (all.has(start)) return [text, start];
      return [text, whole];
    }),
  );
}
