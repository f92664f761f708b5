import type { Node } from 'jsonc-parser';
import { duplicates, type ParsedValue, parseJson } from '../language/parse.ts';
import type { TextRange } from '../language/policy.ts';
import type { Candidate, Choices } from './candidates.ts';
import { resolveBranches } from './containers/branches.ts';
import { calledFunction, callsFunctions } from './containers/functionCalls.ts';
import { resolveFunctions, type ResolvedValue, type StandIn } from './containers/templateFunctions.ts';
import { withFillIns } from './containers/textReferences.ts';
import { type DocumentOrigin, pastedRange } from './documentOrigin.ts';
import type { Note, RefusalCode } from './importReading.ts';

/** The text of a document, in each of the forms that the conditions around it and in it give. */

/** A document as it is under some conditions. */
export interface Form {
  readonly written: DocumentText;
  readonly choices: Choices;
}

export type DocumentText =
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

/** A document in each of its forms; nothing where there are too many. */
export function formsOf(find: Candidate, origin: DocumentOrigin): readonly Form[] | undefined {
  const { node, choices = new Map() } = find;
  const range = pastedRange(node, origin);
  const forms = (written: DocumentText): readonly Form[] => [{ written, choices }];
  if (node.type === 'string') return forms(decoded(String(node.value), range, { notes: [], origin }));
  const [twice] = duplicates(node);
  if (twice)
    return forms({
      ok: false,
      code: 'duplicateKey',
      detail: twice.detail,
      range: pastedRange(twice.range, origin),
    });
  const doubt = (origin.doubts ?? []).find(
    (one) => node.offset <= one.offset && one.offset < node.offset + node.length,
  );
  if (doubt)
    return forms({ ok: false, code: 'notYaml', detail: doubt.detail, range: pastedRange(doubt, origin) });
  const isJson = origin.notation === 'json' || origin.notation === 'template';
  if (isJson && !find.isAnew && !callsFunctions(node)) return forms(asWritten(node, origin));
  return resolveBranches(node, origin.stack, choices)?.map(({ choices: chosen, resolved }) => ({
    choices: chosen,
    written: writtenAnew(node, resolved, origin),
  }));
}

function asWritten(node: Node, origin: DocumentOrigin): DocumentText {
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
function writtenAnew(node: Node, found: ResolvedValue, origin: DocumentOrigin): DocumentText {
  if (!found.ok)
    return { ok: false, code: 'notComputed', detail: found.detail, range: pastedRange(found.node, origin) };
  const standInNotes = distinct(found.standIns).map(({ node: at, text }) =>
    noteAt('placeholder', text, pastedRange(at, origin)),
  );
  const range = pastedRange(node, origin);
  if (calledFunction(node) && typeof found.value === 'string')
    return decoded(found.value, range, { notes: standInNotes, origin });
  const notes = [noteAt('writtenAsJson', origin.notation, range), ...standInNotes];
  return { ok: true, text: JSON.stringify(found.value, null, 2), notes };
}

/** The first of each. */
const distinct = (standIns: readonly StandIn[]): readonly StandIn[] =>
  standIns.filter(({ text }, index) => standIns.findIndex((other) => other.text === text) === index);

/** APIs give documents as strings, some of them in the notation of URLs. */
function decoded(
  value: string,
  range: TextRange,
  { notes, origin }: { readonly notes: readonly Note[]; readonly origin: DocumentOrigin },
): DocumentText {
  const text = /^\s*%7B/i.test(value) ? decodeUrl(value) : value;
  const { root, errors } = text === undefined ? { errors: [] } : parseJson(text);
  if (!root || text === undefined)
    return { ok: false, code: 'notJson', detail: errors[0]?.detail ?? 'InvalidUrlEncoding', range };
  const all = [noteAt('decoded', text === value ? 'string' : 'URL', range), ...notes];
  const filled = withFillIns(root, text, origin.notation === 'yaml' ? origin.text : text);
  return filled === root || !callsFunctions(filled)
    ? { ok: true, text, notes: all, value: { root, text, start: 0 } }
    : filledIn(filled, range, { notes: all, origin });
}

/** A document in a string, with placeholders for what a tool fills in. */
function filledIn(
  root: Node,
  range: TextRange,
  { notes, origin }: { readonly notes: readonly Note[]; readonly origin: DocumentOrigin },
): DocumentText {
  const found = resolveFunctions(root, origin.stack);
  if (!found.ok) return { ok: false, code: 'notComputed', detail: found.detail, range };
  const standIns = distinct(found.standIns).map(({ text }) => noteAt('placeholder', text, range));
  return { ok: true, text: JSON.stringify(found.value, null, 2), notes: [...notes, ...standIns] };
}

/** `+` is a plus here, not a space: IAM encodes as RFC 3986 does. */
function decodeUrl(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

export const noteAt = (code: Note['code'], detail: string, range: TextRange): Note => ({
  code,
  detail,
  range,
});
