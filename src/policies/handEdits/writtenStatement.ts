import type { WrittenEnvelope } from '../model/composedDocument.ts';
import { POLICY_VERSION, type PolicyDocument, type Statement } from '../language/policy.ts';
import { parsePolicy } from '../language/parse.ts';
import { opensList } from '../model/documentEdits.ts';
import { setTextReader } from './textReader.ts';

export function readStatement(text: string): Statement | undefined {
  const read = parsePolicy(`{"Version":"${POLICY_VERSION}","Statement":[${text}]}`);
  const [statement, ...others] = read.ok ? read.policy.Statement : [];
  return others.length === 0 ? statement : undefined;
}

export function readEnvelope({ head, tail }: WrittenEnvelope): Omit<PolicyDocument, 'Statement'> | undefined {
  const list = opensList(head) ? '' : '[]';
  const read = parsePolicy(head + list + tail);
  if (!read.ok || read.policy.Statement.length > 0) return undefined;
  const { Statement: _none, ...rest } = read.policy;
  return rest;
}

setTextReader({
  statement: readStatement,
  envelope: readEnvelope,
  ranges: (text) => {
    const read = parsePolicy(text);
    return read.ok ? read.ranges : undefined;
  },
});
