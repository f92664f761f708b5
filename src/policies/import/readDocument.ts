import type { Node } from 'jsonc-parser';
import { type ParsedValue, parseJson } from '../language/parse.ts';
import type { ParseError } from '../language/parseError.ts';
import { toOffset, type PolicyDocument, type TextRange } from '../language/policy.ts';
import { statementElements } from '../language/print.ts';
import { type Candidate, type Choices, isDocument, repeatedKeyAbove } from './candidates.ts';
import { commentedParts } from './commentedParts.ts';
import { conditionWords } from './containers/branches.ts';
import { callsFunctions } from './containers/functionCalls.ts';
import { isFilledLater } from './containers/textReferences.ts';
import { type DocumentText, type Form, formsOf, noteAt } from './documentForms.ts';
import { type DocumentOrigin, pastedRange } from './documentOrigin.ts';
import { firstIndex } from './firstIndex.ts';
import type { FoundKind, FoundPolicy, Note, Refusal, RefusalCode, Repair } from './importReading.ts';
import { kindOfCommand } from './kindOfCommand.ts';
import { isKindUncertain, likelyKind } from './likelyKind.ts';
import { readPolicyWithMisplacedSid } from './misplacedSid.ts';
import { outdent } from './outdent.ts';
import { readStrings } from './readStrings.ts';
import type { PlacedRepair } from './tokens.ts';

export type DocumentReading =
  | { readonly ok: true; readonly policy: FoundPolicy }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * The policy at a place, word for word where it is there as JSON, without the indent that it has there, or why it is refused. Of a
 * template that has it in several forms, by its conditions, each.
 */
export function readDocument(find: Candidate, origin: DocumentOrigin): readonly DocumentReading[] {
  const twice = repeatedKeyAbove(find.node);
  if (twice) return [refused(find, 'duplicateKey', String(twice.value), pastedRange(twice, origin))];
  const forms = formsOf(find, origin);
  if (!forms) return [refused(find, 'manyConditions', find.source, pastedRange(find.node, origin))];
  return forms.map((form) => readForm(find, form, origin, forms.length > 1));
}

function readForm(
  find: Candidate,
  { written, choices }: Form,
  origin: DocumentOrigin,
  isOneOfSeveral: boolean,
): DocumentReading {
  const range = pastedRange(find.node, origin);
  if (!written.ok) return refused(find, written.code, written.detail, written.range);
  const place = (at: TextRange): TextRange => (written.origin ? pastedRange(at, written.origin) : range);
  if (isFilledLater(written.text)) return refused(find, 'notComputed', FILLED_IN, range);
  const value = written.value ?? valueOf(written.text);
  const strings = stringsOf(find.node, written, value, origin);
  if (strings.refusal) return { ok: false, refusal: { ...strings.refusal, ...nameOf(find) } };
  const { text, repair, read } = readPolicyWithMisplacedSid(written.text, value, place);
  if (!read.ok) return refusedFor(find, read.errors[0], place, range);
  const repairs = [...repairsWithin(origin.repairs, range), ...(repair ? [repair] : [])];
  const swallowed = repairs.some(({ code }) => code === 'missingClosing') && swallowedElement(read.policy);
  if (swallowed) return refused(find, 'ambiguous', swallowed, range);
  if (read.policy.Statement.length === 0) return refused(find, 'notAPolicy', 'a statement', range);
  const before = origin.pasted.slice(Math.max(0, range.offset - NEAR), range.offset);
  const behind = origin.pasted.slice(range.offset + range.length, range.offset + range.length + NEAR);
  const stated = find.kind ?? kindOfCommand(before, behind);
  const guess = likelyKind(read.policy, origin.fileName, before);
  const more = origin.moreFollows && isDocument(find.node) ? [noteAt('moreFollows', '', endOf(range))] : [];
  const guessed = stated === undefined && isKindUncertain(read.policy, guess);
  const commented = commentOf(origin);
  const notes = [
    ...commented,
    ...written.notes,
    ...notesOn(find, choices, origin),
    ...strings.notes,
    ...commentedParts(origin, range, repairs),
    ...(guessed ? [noteAt('kindGuessed', guess, range)] : []),
    ...more,
  ];
  return {
    ok: true,
    policy: {
      title: titleOf(find, choices, read.policy),
      kind: stated === undefined ? guess : statedKind(stated, find.title),
      source: find.source,
      ...outdent({ text, places: read.ranges.places() }),
      policy: read.policy,
      range,
      repairs,
      notes,
      doubtful:
        isOneOfSeveral ||
        commented.length > 0 ||
        more.length > 0 ||
        strings.isWrapped ||
        strings.isSeveral ||
        mayLack(repairs) ||
        isNever(notes),
    },
  };
}

/** So much in front of a policy can say what it is. */
const NEAR = 250;

/** Of a text that is none yet. */
export const FILLED_IN = 'A text that a program fills in';

/** A managed policy that is called a boundary is one: what has it as its boundary may be somewhere else. */
const statedKind = (kind: FoundKind, title = ''): FoundKind =>
  kind === 'identity' && /boundary/i.test(title) ? 'permissions-boundary' : kind;

/** The value of a text that was converted, parsed once for all readers; nothing where it can't be parsed. */
function valueOf(text: string): ParsedValue | undefined {
  const { root } = parseJson(text);
  return root && { root, text, start: 0 };
}

/** The strings that a policy has in the end: those of functions and expressions are no part of it. */
function stringsOf(
  node: Node,
  written: DocumentText & { readonly ok: true },
  value: ParsedValue | undefined,
  origin: DocumentOrigin,
) {
  const range = pastedRange(node, origin);
  const isDecoded = written.value !== undefined && !written.origin;
  const isAnew = callsFunctions(node) || (node.type === 'string' && !written.value);
  return value && (isDecoded || isAnew)
    ? readStrings(value.root, { text: '', placeOf: () => range })
    : readStrings(node, { text: origin.text, placeOf: (at) => pastedRange(at, origin) });
}

function titleOf({ title }: Candidate, choices: Choices, { Statement }: PolicyDocument): string {
  const name = title ?? Statement[0]?.Sid ?? '';
  return choices.size === 0 ? name : `${name} (${conditionWords(choices)})`.trim();
}

function notesOn(find: Candidate, choices: Choices, origin: DocumentOrigin): readonly Note[] {
  const notes = (find.about ?? []).map(({ code, detail, node }) =>
    noteAt(code, detail, pastedRange(node, origin)),
  );
  const range = pastedRange(find.node, origin);
  const conditions = [
    ...(origin.conditions?.of(range.offset, range.offset + range.length) ?? []),
    ...notes.flatMap(({ code, detail }) => (code === 'onlyIf' ? [detail] : [])),
    ...(choices.size === 0 ? [] : [conditionWords(choices)]),
  ];
  const others = notes.filter(({ code }) => code !== 'onlyIf');
  return conditions.length === 0
    ? others
    : [noteAt('onlyIf', [...new Set(conditions)].join(', '), range), ...others];
}

/** Whether a condition is written that is never met: what only it has is commented out in effect. */
const isNever = (notes: readonly Note[]): boolean =>
  notes.some(
    ({ code, detail }) => code === 'onlyIf' && /^(?:.*, )?(?:[fF]alse|0|not \([tT]rue\))(?:,|$)/.test(detail),
  );

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
  find: Candidate,
  error: ParseError | undefined,
  place: (range: TextRange) => TextRange,
  range: TextRange,
): DocumentReading {
  if (!error) return refused(find, 'notAPolicy', 'a policy document', range);
  const where = place(error.range);
  if (error.code === 'shape') return refused(find, 'notAPolicy', error.detail, where);
  return refused(find, error.code, error.detail, where);
}

const refused = (find: Candidate, code: RefusalCode, detail: string, range: TextRange): DocumentReading => ({
  ok: false,
  refusal: { code, detail, range, ...nameOf(find) },
});

/** What a refusal says of where it comes from: a document by itself needs no name. */
const nameOf = ({ title, source }: Candidate): { readonly name?: string } =>
  title === undefined ? {} : { name: source };

const endOf = (range: TextRange): TextRange => ({ offset: toOffset(range.offset + range.length), length: 0 });

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
