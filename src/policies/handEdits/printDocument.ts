import type { ComposedDocument, WrittenEnvelope } from '../model/composedDocument.ts';
import { type PrintedPolicy, printPolicy, printStatement } from '../language/print.ts';
import { opensList } from '../model/documentEdits.ts';
import { textReader } from './textReader.ts';

const INDENT = '\n    ';

/**
 * A document as its text: what a person wrote word for word, the rest as `printPolicy` has it. The table says where each value
 * stands.
 */
export function printDocument(document: ComposedDocument): PrintedPolicy {
  if (!isWritten(document)) return printPolicy(document.policy);
  const text = assemble(document);
  const ranges = textReader().ranges(text);
  return ranges ? { text, ranges } : printPolicy(document.policy);
}

/** Whether anybody wrote anything of a document's text. */
const isWritten = ({ envelope, provenance }: ComposedDocument): boolean =>
  envelope !== undefined || provenance.some(({ written }) => written !== undefined);

function assemble(document: ComposedDocument): string {
  const { head, tail } = listEnvelope(document);
  const { policy, provenance } = document;
  const statements = policy.Statement.map((statement, index) => {
    const { text, lead } = provenance[index]?.written ?? {};
    return leadOf(lead, index) + (text ?? printStatement(statement));
  });
  return head + statements.join('') + tail;
}

/** The comma stands before all statements but the first, wherever its line end is. */
function leadOf(lead: string | undefined, index: number): string {
  if (lead === undefined) return index === 0 ? INDENT : `,${INDENT}`;
  if (index === 0) return lead.replace(',', '');
  return lead.includes(',') ? lead : `,${lead}`;
}

/** A policy with a lone statement outside a list gets the list with its second statement, or when it loses its first. */
function listEnvelope(document: ComposedDocument): WrittenEnvelope {
  const { head, tail } = document.envelope ?? printedEnvelope(document);
  if (opensList(head) || document.policy.Statement.length === 1) return { head, tail };
  return { head: `${head}[`, tail: `\n  ]${tail}` };
}

/** What `printPolicy` writes before the first statement and behind the last. */
export function printedEnvelope({ policy }: Pick<ComposedDocument, 'policy'>): WrittenEnvelope {
  const { text } = printPolicy({ ...policy, Statement: [] });
  const at = text.lastIndexOf('[') + 1;
  const closing = policy.Statement.length === 0 ? '' : '\n  ';
  return { head: text.slice(0, at), tail: closing + text.slice(at) };
}
