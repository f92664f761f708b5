import { MAYBE, NO, type Truth } from './ternary.ts';

/** What a request says about a key that it does not name: that there is none, or nothing at all. */
export type MissingKeys = 'absent' | 'unknown';

/** The request context: keys without regard to case, every value a list. */
export interface RequestContext {
  /** The values of a key by its name in lower case; nothing when there are none, which an empty list says too. */
  values(lowerKey: string): readonly string[] | undefined;
  /** Whether the key was given as a list of nothing but empty texts: a null set to AWS. */
  isNullSet(lowerKey: string): boolean;
  /** Whether the key may still have a value that was not given. */
  isUnknown(lowerKey: string): boolean;
}

/** How a condition ends on a key without values, unless the key is unknown. */
export const truthOfAbsentKey = (context: RequestContext, lowerKey: string, absent: Truth = NO): Truth =>
  context.isUnknown(lowerKey) ? MAYBE : absent;

/** A value, or a list of them, by the name of its key in lower case. */
export type ContextValues = ReadonlyMap<
  string,
  { readonly values: readonly string[]; readonly isList: boolean }
>;

/** A context from the values of a request. A key with an empty list is absent, not unknown. */
export function requestContext(values: ContextValues, missingKeys: MissingKeys): RequestContext {
  return {
    values(lowerKey) {
      const found = values.get(lowerKey)?.values;
      return found && found.length > 0 ? found : undefined;
    },
    isNullSet(lowerKey) {
      const found = values.get(lowerKey);
      return found?.isList === true && found.values.every((value) => value === '');
    },
    isUnknown: (lowerKey) => missingKeys === 'unknown' && !values.has(lowerKey),
  };
}
