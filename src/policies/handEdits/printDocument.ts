import type { ComposedDocument, WrittenEnvelope } from '../model/composedDocument.ts';
import { MAX_TEXT_LENGTH } from '../language/policy.ts';
import { placesInStatement, type PrintedPolicy, printPolicy, printStatement } from '../language/print.ts';
import { type PlacedValue, rangeTable } from '../language/ranges.ts';
import { opensList } from '../model/documentEdits.ts';

const INDENT = '\n    ';

/**
 * A document as its text: what a person wrote word for word, the rest as `printPolicy` has it, with the place of
 * each value.
 */
export function printDocument(document: ComposedDocument): PrintedPolicy {
  if (!isWritten(document)) return printPolicy(document.policy);
  const parts = partsOf(document);
  const text = parts.head + parts.statements.map((one) => one.lead + one.text).join('') + parts.tail;
  return isPolicy(parts, text)
    ? { text, ranges: rangeTable(text, () => placesIn(parts, text)) }
    : printPolicy(document.policy);
}

/** Whether anybody wrote anything of a document's text. */
const isWritten = ({ envelope, provenance }: ComposedDocument): boolean =>
  envelope !== undefined || provenance.some(({ written }) => written !== undefined);

interface PrintedStatement {
  readonly lead: string;
  readonly text: string;
  /** Where its values are in its text. */
  places(): readonly PlacedValue[];
}

interface Parts {
  readonly head: string;
  readonly tail: string;
  readonly statements: readonly PrintedStatement[];
  /** The envelope before a list was put into it. */
  readonly envelope: WrittenEnvelope;
}

function partsOf(document: ComposedDocument): Parts {
  const { policy, provenance } = document;
  const envelope = document.envelope ?? printedEnvelope(document);
  const statements = policy.Statement.map((statement, index): PrintedStatement => {
    const { text, places = [], lead } = provenance[index]?.written ?? {};
    return text === undefined
      ? {
          lead: leadOf(lead, index),
          text: printStatement(statement),
          places: () => placesInStatement(statement),
        }
      : { lead: leadOf(lead, index), text, places: () => places };
  });
  return { ...listEnvelope(envelope, statements.length), statements, envelope };
}

/** The comma is before all statements but the first, wherever its line end is. */
function leadOf(lead: string | undefined, index: number): string {
  if (lead === undefined) return index === 0 ? INDENT : `,${INDENT}`;
  if (index === 0) return lead.replace(',', '');
  return lead.includes(',') ? lead : `,${lead}`;
}

/** A policy with a lone statement outside a list gets the list with its second statement, or when it loses its first. */
function listEnvelope({ head, tail }: WrittenEnvelope, statements: number): WrittenEnvelope {
  if (opensList(head) || statements === 1) return { head, tail };
  return { head: `${head}[`, tail: `\n  ]${tail}` };
}

/** Whether a text is one that parses: a draft from elsewhere may hold pieces that are none together. */
function isPolicy({ statements, envelope: { head, places = [] } }: Parts, text: string): boolean {
  const list = places.find(isList);
  const isAround = list !== undefined && list.start <= head.length && head.length <= list.end;
  return (
    isAround &&
    text.length <= MAX_TEXT_LENGTH &&
    statements.every(({ lead }) => /^[ \t\r\n]*,?[ \t\r\n]*$/.test(lead))
  );
}

const isList = ({ path }: PlacedValue): boolean => path.length === 1 && path[0] === 'Statement';

/** In the order of the text, as parsing it would find them. */
function placesIn({ head, statements, envelope }: Parts, text: string): readonly PlacedValue[] {
  const at = envelope.head.length;
  const added = text.length - at - envelope.tail.length;
  const moved = (place: number) => (place > at ? place + added : place);
  const inside = placesOfStatements(statements, head.length);
  return (envelope.places ?? []).flatMap((place): readonly PlacedValue[] => {
    const { path, start, end } = place;
    if (!isList(place)) return [{ path, start: moved(start), end: moved(end) }];
    if (start < at) return [{ path, start, end: moved(end) }, ...inside];
    const [lone] = inside;
    const listPlace = statements.length === 1 && lone ? lone : { start: at, end: at + added };
    return [{ path, start: listPlace.start, end: listPlace.end }, ...inside];
  });
}

function placesOfStatements(statements: readonly PrintedStatement[], from: number): readonly PlacedValue[] {
  let end = from;
  return statements.flatMap(({ lead, text, places }, index) => {
    const start = end + lead.length;
    end = start + text.length;
    return places().map((place) => ({
      path: ['Statement', index, ...place.path],
      start: start + place.start,
      end: start + place.end,
    }));
  });
}

/** What `printPolicy` writes before the first statement and behind the last. */
export function printedEnvelope({ policy }: Pick<ComposedDocument, 'policy'>): WrittenEnvelope {
  const { text, ranges } = printPolicy({ ...policy, Statement: [] });
  const at = text.lastIndexOf('[') + 1;
  const closing = policy.Statement.length === 0 ? '' : '\n  ';
  const moved = (place: number) => (place >= at ? place + closing.length : place);
  const places = ranges
    .places()
    .map(({ path, start, end }) => ({ path, start: moved(start), end: moved(end) }));
  return { head: text.slice(0, at), tail: closing + text.slice(at), places };
}
