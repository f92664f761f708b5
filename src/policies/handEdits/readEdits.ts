import * as z from 'zod/mini';
import {
  type DocumentEdits,
  type EditEntry,
  importableKinds,
  type ParsedBase,
  type ParsedStatement,
} from '../model/documentEdits.ts';
import { parseBase, parseEnvelope, parseStatement } from './parsedEdits.ts';
import { envelopeOfEdits } from './entryContent.ts';

/** What a draft keeps of hand edits. In UTF-16 units, and in entries. */
export const editLimits = { statement: 100_000, envelope: 10_000, entries: 1000, title: 200 } as const;

const inWords = (count: number): string => count.toLocaleString('en-US');

/** What a draft keeps, for people whose policy is larger. */
export const editLimitsSentence = `A draft keeps policies of up to ${inWords(editLimits.entries)} statements, of up to ${inWords(editLimits.statement)} characters each.`;

const statementText = z.string().check(z.maxLength(editLimits.statement));
const envelopeText = z.string().check(z.maxLength(editLimits.envelope));
const key = z.string().check(z.regex(/^(?:[0-9A-Za-z]{1,200}|hand-\d{1,6})$/));

/** A text with what it says. One that is no statement is refused. */
const read = <Parsed extends ParsedBase>(parse: (text: string) => Parsed) =>
  z.pipe(
    statementText,
    z.transform((text: string, context): Parsed => {
      const parsed = parse(text);
      if (!parsed.statement)
        context.issues.push({ code: 'custom', message: 'not a policy statement', input: text });
      return parsed;
    }),
  );

const differ = (keys: readonly { readonly key: string }[]): boolean =>
  new Set(keys.map((one) => one.key)).size === keys.length;

/** Hand edits whose texts are as these two say. */
const editsWith = <Text extends z.core.$ZodType, Base extends z.core.$ZodType>(text: Text, base: Base) =>
  z.object({
    own: z.optional(
      z.object({
        title: z.string().check(z.maxLength(editLimits.title)),
        kind: z.enum(importableKinds),
      }),
    ),
    head: z.optional(envelopeText),
    tail: z.optional(envelopeText),
    entries: z
      .array(
        z.object({
          key,
          text: z.optional(text),
          base: z.optional(base),
          from: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200))),
          lead: z.optional(z.string().check(z.maxLength(editLimits.envelope), z.regex(/^\s*,?\s*$/))),
        }),
      )
      .check(z.maxLength(editLimits.entries), z.refine(differ, 'keys must differ')),
    removed: z
      .array(z.object({ key, base }))
      .check(z.maxLength(editLimits.entries), z.refine(differ, 'keys must differ')),
  });

const storedShape = editsWith(read(parseStatement), read(parseBase));
const writtenShape = editsWith(statementText, statementText);

/** Stored hand edits, copied field by field: nothing else of a foreign object comes along. */
export const documentEditsSchema = z.pipe(
  storedShape,
  z.transform((edits: z.infer<typeof storedShape>, context): DocumentEdits => {
    const envelope = envelopeRead(edits);
    // Both ends of an envelope or none; together they are a policy without statements.
    if (envelope === 'broken')
      context.issues.push({
        code: 'custom',
        message: 'head and tail must be a policy without its statements',
        input: edits,
      });
    return copyOf(edits, envelope === 'broken' ? {} : envelope);
  }),
);

type Envelope = Pick<DocumentEdits, 'head' | 'tail' | 'parsed'>;

function envelopeRead({ head, tail }: z.infer<typeof storedShape>): Envelope | 'broken' {
  if (head === undefined && tail === undefined) return {};
  if (head === undefined || tail === undefined) return 'broken';
  const parsed = parseEnvelope({ head, tail });
  return parsed.policy ? { head, tail, parsed } : 'broken';
}

function copyOf({ own, entries, removed }: z.infer<typeof storedShape>, envelope: Envelope): DocumentEdits {
  return {
    ...(own ? { own: { title: own.title, kind: own.kind } } : {}),
    ...envelope,
    entries: entries.map(
      ({ key: id, text, base, from, lead }): EditEntry => ({
        key: id,
        ...(text && textRead(text)),
        ...(base && baseRead(base)),
        ...(from === undefined ? {} : { from: [...from] }),
        ...(lead === undefined ? {} : { lead }),
      }),
    ),
    removed: removed.map(({ key: id, base }) => ({ key: id, ...baseRead(base) })),
  };
}

const textRead = (parsed: ParsedStatement) => ({ text: parsed.text, parsed });
const baseRead = (parsedBase: ParsedBase) => ({ base: parsedBase.text, parsedBase });

/** Whether edits are ones that a stored draft may hold. What their texts say is beside them already. */
export const canStoreEdits = (edits: DocumentEdits): boolean =>
  writtenShape.safeParse(edits).success && areRead(edits);

function areRead(edits: DocumentEdits): boolean {
  const { head, tail, entries, removed } = edits;
  if ((head === undefined) !== (tail === undefined)) return false;
  const envelope = envelopeOfEdits(edits);
  const isStatement = (text: string | undefined, parsed: ParsedBase | undefined) =>
    text === undefined || (parsed?.text === text && parsed.statement !== undefined);
  return (
    (envelope === undefined || envelope.policy !== undefined) &&
    entries.every(({ text, parsed }) => isStatement(text, parsed)) &&
    [...entries, ...removed].every(({ base, parsedBase }) => isStatement(base, parsedBase))
  );
}
