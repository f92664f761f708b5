import * as z from 'zod/mini';
import { testLimits } from '../model/draft.ts';

/** Shapes that several parts of a stored draft have. */

/** Ids of choices, and of what a person adds. */
export const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/));
export const text = z.string().check(z.maxLength(2000));
export const many = <Item extends z.core.$ZodType>(item: Item, most: number) =>
  z.array(item).check(z.maxLength(most));

/** `__proto__` and its like are names that no registry has; a record that holds one is refused whole. */
const safeKey = id.check(
  z.refine((key) => !['__proto__', 'constructor', 'prototype'].includes(key), 'reserved name'),
);
export const safeRecord = <Value extends z.core.$ZodType>(value: Value) => z.record(safeKey, value);

/** Condition keys have colons and slashes, so that they are checked by themselves. */
export const contextKey = z.string().check(
  z.regex(/^[\w.:/=+@<>${} -]+$/),
  z.maxLength(testLimits.key),
  z.refine((key) => !/^(?:__proto__|constructor|prototype)$/.test(key)),
);
