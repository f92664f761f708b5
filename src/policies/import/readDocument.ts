import type { Node } from 'jsonc-parser';
import { toOffset, type PolicyDocument, type TextRange } from '../language/policy.ts';
import { duplicates, type ParsedValue, parseJson } from '../language/parse.ts';
import type { ParseError } from '../language/parseError.ts';
import { statementElements } from '../language/print.ts';
import { commentedParts } from './commentedParts.ts';
import type { CommentRun } from './commentRuns.ts';
import { callsFunctions, calledFunction, resolveFunctions } from './containers/templateFunctions.ts';
import { isKindUncertain, likelyKind } from './likelyKind.ts';
import { type Candidate, isDocument, repeatedKeyAbove } from './candidates.ts';
import type { FoundPolicy, Note, Refusal, RefusalCode, Repair } from './importReading.ts';
import type { CommentMarker } from './findJson.ts';
import { firstIndex } from './firstIndex.ts';
import { readPolicyWithMisplacedSid } from './misplacedSid.ts';
import { readStrings } from './readStrings.ts';
import type { PlacedRepair } from './tokenizer.ts';

/** A text that finds stand in: what was pasted after its repairs, and the way back to its places. */
export interface DocumentOrigin {
  readonly notation: 'json' | 'template' | 'yaml';
  /** What the places of nodes are places of. */
  readonly text: string;
  /** The whole text as pasted. */
  readonly pasted: string;
  readonly repairs: readonly PlacedRepair[];
  readonly moreFollows: boolean;
  /** The comment that it is in. */
  readonly comment?: CommentMarker;
  /** The lines of comments of a YAML text, found once for all policies in it. */
  readonly commentRuns?: readonly CommentRun[];
  originalOf(offset: number): number;
}

export type DocumentReading =
  | { readonly ok: true; readonly policy: FoundPolicy }
  | { readonly ok: false; readonly refusal: Refusal };

/** The policy at a place, word for word where it is there as JSON, or why it is refused. */
export function readDocument(find: Candidate, origin: DocumentOrigin): DocumentReading {
  const range = pastedRange(find.node, origin);
  const twice = repeatedKeyAbove(find.node);
  if (twice) return refused('duplicateKey', String(twice.value), pastedRange(twice, origin));
  if (find.kind === 'resource') return refused('resourcePolicy', find.source, range);
  const written = textOfDocument(find.node, origin);
  if (!written.ok) return refused(written.code, written.detail, written.range);
  const place = (at: TextRange): TextRange => (written.origin ? pastedRange(at, written.origin) : range);
  const isDecoded = written.value && !written.origin;
  const strings = isDecoded
    ? readStrings(written.value.root, { text: '', placeOf: () => range })
    : readStrings(find.node, { text: origin.text, placeOf: (at) => pastedRange(at, origin) });
  if (strings.refusal) return { ok: false, refusal: strings.refusal };
  const { text, repair, read } = readPolicyWithMisplacedSid(written.text, written.value, place);
  if (!read.ok) return refusedFor(read.errors[0], place, range);
  const repairs = [...repairsWithin(origin.repairs, range), ...(repair ? [repair] : [])];
  const swallowed = repairs.some(({ code }) => code === 'missingClosing') && swallowedElement(read.policy);
  if (swallowed) return refused('ambiguous', swallowed, range);
  if (read.policy.Statement.length === 0) return refused('notAPolicy', 'a statement', range);
  const guess = likelyKind(read.policy);
  const more = origin.moreFollows && isDocument(find.node) ? [noteAt('moreFollows', '', endOf(range))] : [];
  const guessed = find.kind === undefined && isKindUncertain(read.policy, guess);
  const commented = commentOf(origin);
  return {
    ok: true,
    policy: {
      title: find.title ?? read.policy.Statement[0]?.Sid ?? '',
      kind: find.kind ?? guess,
      source: find.source,
      text,
      policy: read.policy,
      places: read.ranges.places(),
      range,
      repairs,
      notes: [
        ...commented,
        ...written.notes,
        ...strings.notes,
        ...commentedParts(origin, range, repairs),
        ...(guessed ? [noteAt('kindGuessed', guess, range)] : []),
        ...more,
      ],
      doubtful:
        commented.length > 0 || more.length > 0 || strings.isWrapped || strings.isSeveral || mayLack(repairs),
    },
  };
}

/** What a policy's writer commented out is imported only on request. */
const commentOf = ({ comment }: DocumentOrigin): readonly Note[] =>
  comment
    ? [
        noteAt('commentedOut', comment.marker, {
          offset: toOffset(comment.offset),
          length: comment.marker.length,
        }),
      ]
    : [];

type DocumentText =
  | {
      readonly ok: true;
      readonly text: string;
      readonly notes: readonly Note[];
      /** Where its places are places of the pasted text; absent where it was written anew. */
      readonly origin?: DocumentOrigin;
      /** Where the text is in a tree; absent where it was written anew, and is in none. */
      readonly value?: ParsedValue;
    }
  | { readonly ok: false; readonly code: RefusalCode; readonly detail: string; readonly range: TextRange };

function textOfDocument(node: Node, origin: DocumentOrigin): DocumentText {
  const range = pastedRange(node, origin);
  if (node.type === 'string') return decoded(String(node.value), range, []);
  const isAnew = origin.notation === 'yaml' || (origin.notation === 'template' && callsFunctions(node));
  if (isAnew) return resolved(node, origin);
  const text = origin.text.slice(node.offset, node.offset + node.length);
  const start = node.offset;
  return {
    ok: true,
    text,
    notes: [],
    value: { root: node, text: origin.text, start },
    origin: { ...origin, text, originalOf: (at) => origin.originalOf(start + at) },
  };
}

/** Of a template, with its functions resolved. */
function resolved(node: Node, origin: DocumentOrigin): DocumentText {
  const [twice] = duplicates(node);
  if (twice)
    return { ok: false, code: 'duplicateKey', detail: twice.detail, range: pastedRange(twice.range, origin) };
  const found = resolveFunctions(node);
  if (!found.ok)
    return { ok: false, code: 'notKnown', detail: found.detail, range: pastedRange(found.node, origin) };
  const standInNotes = found.standIns.map(({ node: at, isPlaceholder, text }) =>
    noteAt(isPlaceholder ? 'placeholder' : 'notResolved', text, pastedRange(at, origin)),
  );
  const range = pastedRange(node, origin);
  if (calledFunction(node) && typeof found.value === 'string')
    return decoded(found.value, range, standInNotes);
  const notes = [noteAt('writtenAsJson', origin.notation, range), ...standInNotes];
  return { ok: true, text: JSON.stringify(found.value, null, 2), notes };
}

/** APIs give documents as strings, some of them in the notation of URLs. */
function decoded(value: string, range: TextRange, notes: readonly Note[]): DocumentText {
  const text = /^\s*%7B/i.test(value) ? decodeUrl(value) : value;
  const { root, errors } = text === undefined ? { errors: [] } : parseJson(text);
  if (!root || text === undefined)
    return { ok: false, code: 'notJson', detail: errors[0]?.detail ?? 'InvalidUrlEncoding', range };
  const found = noteAt('decoded', text === value ? 'string' : 'URL', range);
  return { ok: true, text, notes: [found, ...notes], value: { root, text, start: 0 } };
}

/** `+` is a plus here, not a space: IAM encodes as RFC 3986 does. */
function decodeUrl(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** Whether statements may be missing: their list had no end, or a comment may hide the end. */
const mayLack = (repairs: readonly Repair[]): boolean => {
  const has = (wanted: Repair['code']) => repairs.some(({ code }) => code === wanted);
  return has('unclosedStatements') || (has('missingClosing') && has('comment'));
};

const elements: readonly string[] = ['Version', 'Id', 'Statement', ...statementElements];

/** An element of a statement that ended up inside a condition or principal, because the inserted bracket came before it. */
function swallowedElement({ Statement }: PolicyDocument): string | undefined {
  const keys = Statement.flatMap(({ Principal, NotPrincipal, Condition = {} }) => [
    ...[Principal, NotPrincipal].flatMap((one) => (typeof one === 'object' ? Object.keys(one) : [])),
    ...Object.keys(Condition),
    ...Object.values(Condition).flatMap((block) => Object.keys(block)),
  ]);
  return keys.find((key) => elements.includes(key));
}

function refusedFor(
  error: ParseError | undefined,
  place: (range: TextRange) => TextRange,
  range: TextRange,
): DocumentReading {
  if (!error) return refused('notAPolicy', 'a policy document', range);
  const where = place(error.range);
  if (error.code === 'shape') return refused('notAPolicy', error.detail, where);
  return refused(error.code, error.detail, where);
}

const refused = (code: RefusalCode, detail: string, range: TextRange): DocumentReading => ({
  ok: false,
  refusal: { code, detail, range },
});

const noteAt = (code: Note['code'], detail: string, range: TextRange): Note => ({ code, detail, range });

const endOf = (range: TextRange): TextRange => ({ offset: toOffset(range.offset + range.length), length: 0 });

export function pastedRange(
  at: { readonly offset: number; readonly length: number },
  { originalOf }: DocumentOrigin,
): TextRange {
  const start = originalOf(at.offset);
  return { offset: toOffset(start), length: Math.max(0, originalOf(at.offset + at.length) - start) };
}

function repairsWithin(repairs: readonly PlacedRepair[], range: TextRange): readonly Repair[] {
  const end = range.offset + range.length;
  const found: Repair[] = [];
  for (
    let index = firstIndex(repairs, (repair) => repair.offset >= range.offset);
    index < repairs.length;
    index += 1
  ) {
    const repair = repairs[index];
    if (!repair || repair.offset > end) break;
    const { code, detail, offset: at, length } = repair;
    if (at + length <= end) found.push({ code, detail, range: { offset: toOffset(at), length } });
  }
  return found;
}
