import * as z from 'zod/mini';
import type { DocumentEdits } from '../model/documentEdits.ts';
import { readEnvelope, readStatement } from './writtenStatement.ts';

/** What a draft keeps of hand edits. In UTF-16 units, and in entries. */
export const editLimits = { statement: 100_000, envelope: 10_000, entries: 1000, title: 200 } as const;

const statementText = z.string().check(
  z.maxLength(editLimits.statement),
  z.refine((text) => readStatement(text) !== undefined, 'not a policy statement'),
);
const envelopeText = z.string().check(z.maxLength(editLimits.envelope));
const key = z.string().check(z.regex(/^(?:[0-9A-Za-z]{1,200}|hand-\d{1,6})$/));

const entry = z.object({
  key,
  text: z.optional(statementText),
  base: z.optional(statementText),
  from: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200))),
  lead: z.optional(z.string().check(z.maxLength(editLimits.envelope), z.regex(/^\s*,?\s*$/))),
});

const differ = (keys: readonly { readonly key: string }[]): boolean =>
  new Set(keys.map((one) => one.key)).size === keys.length;

/** Both ends of an envelope or none; together they are a policy without statements. */
const isWhole = ({
  head,
  tail,
}: {
  readonly head?: string | undefined;
  readonly tail?: string | undefined;
}) => {
  if (head === undefined || tail === undefined) return head === tail;
  return readEnvelope({ head, tail }) !== undefined;
};

export const documentEdits = z
  .object({
    own: z.optional(
      z.object({
        title: z.string().check(z.maxLength(editLimits.title)),
        kind: z.enum(['identity', 'permissions-boundary', 'service-control', 'trust', 'vpc-endpoint']),
      }),
    ),
    head: z.optional(envelopeText),
    tail: z.optional(envelopeText),
    entries: z.array(entry).check(z.maxLength(editLimits.entries), z.refine(differ, 'keys must differ')),
    removed: z
      .array(z.object({ key, base: statementText }))
      .check(z.maxLength(editLimits.entries), z.refine(differ, 'keys must differ')),
  })
  .check(z.refine(isWhole, 'head and tail must be a policy without its statements'));

/** Field by field: nothing else of a foreign object comes along. */
export function copyOfEdits({
  own,
  head,
  tail,
  entries,
  removed,
}: z.infer<typeof documentEdits>): DocumentEdits {
  return {
    ...(own ? { own: { title: own.title, kind: own.kind } } : {}),
    ...(head === undefined || tail === undefined ? {} : { head, tail }),
    entries: entries.map(({ key: id, text, base, from, lead }) => ({
      key: id,
      ...(text === undefined ? {} : { text }),
      ...(base === undefined ? {} : { base }),
      ...(from === undefined ? {} : { from: [...from] }),
      ...(lead === undefined ? {} : { lead }),
    })),
    removed: removed.map(({ key: id, base }) => ({ key: id, base })),
  };
}

/** Whether edits are ones that a stored draft may hold. */
export const areEditsKept = (edits: unknown): boolean => documentEdits.safeParse(edits).success;
