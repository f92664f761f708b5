import * as z from 'zod/mini';
import { guaranteeLimits, type UserGuarantee } from '../model/draft.ts';
import { contextKey, id, many } from './storedShapes.ts';

/** An operator, as a policy writes it. One that IAM does not have leaves the guarantee undecided. */
const operator = z.string().check(z.regex(/^(?:For(?:All|Any)Value(?:s)?:)?[A-Za-z]{2,60}$/));

const guaranteeText = z.string().check(z.maxLength(guaranteeLimits.text));
const entries = many(guaranteeText, guaranteeLimits.entries);
const isFew = (record: Readonly<Record<string, unknown>>) =>
  Object.keys(record).length <= guaranteeLimits.conditions;
const isName = (key: string) => !/^(?:__proto__|constructor|prototype)$/.test(key);
const keys = z.record(contextKey, entries).check(z.refine(isFew, 'too many keys'));
const condition = z
  .record(operator.check(z.refine(isName, 'reserved name')), keys)
  .check(z.refine(isFew, 'too many operators'));

export const userGuarantee = z.object({
  id,
  persona: z.union([id, z.literal('')]),
  title: guaranteeText,
  must: z.enum(['never', 'unless']),
  actions: entries,
  resources: entries,
  condition,
});

/** Whether a guarantee is one that a stored draft may hold. */
export const isStorableGuarantee = (guarantee: unknown): boolean =>
  userGuarantee.safeParse(guarantee).success;

export const copyOfGuarantee = (guarantee: z.infer<typeof userGuarantee>): UserGuarantee => ({
  ...guarantee,
  actions: [...guarantee.actions],
  resources: [...guarantee.resources],
  condition: Object.fromEntries(
    Object.entries(guarantee.condition).map(([name, keys]) => [name, copyOfKeys(keys)]),
  ),
});

const copyOfKeys = (keys: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [...values]]));
