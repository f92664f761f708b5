import type { ComposedDocument, WrittenEnvelope } from '../composed.ts';
import { POLICY_VERSION, type PolicyDocument, type Statement } from '../document.ts';
import { parsePolicy } from '../parse.ts';
import type { EditEntry } from './documentEdits.ts';

const known = new WeakMap<EditEntry, { readonly statement: Statement | undefined }>();

/** The statement that an entry holds, or nothing where its text is none or is not there. */
export function statementOf(entry: EditEntry): Statement | undefined {
  if (entry.text === undefined) return undefined;
  const hit = known.get(entry) ?? { statement: readStatement(entry.text) };
  known.set(entry, hit);
  return hit.statement;
}

/** A single statement from its text, or nothing: `{…}, {…}` and `{…}]` are none. */
export function readStatement(text: string): Statement | undefined {
  const read = parsePolicy(`{"Version":"${POLICY_VERSION}","Statement":[${text}]}`);
  const [statement, ...others] = read.ok ? read.policy.Statement : [];
  return others.length === 0 ? statement : undefined;
}

/** Whether a list has to be opened around the statements: in a policy with a lone statement there is none. */
export const opensList = (head: string): boolean => head.trimEnd().endsWith('[');

/** Version and Id as a written envelope has them, or nothing where the envelope is no policy's. */
export function readEnvelope({ head, tail }: WrittenEnvelope): Omit<PolicyDocument, 'Statement'> | undefined {
  const list = opensList(head) ? '' : '[]';
  const read = parsePolicy(head + list + tail);
  if (!read.ok || read.policy.Statement.length > 0) return undefined;
  const { Statement: _none, ...rest } = read.policy;
  return rest;
}

/** Whether anybody wrote anything of a document's text. */
export const isWritten = ({ envelope, provenance }: ComposedDocument): boolean =>
  envelope !== undefined || provenance.some(({ written }) => written !== undefined);
