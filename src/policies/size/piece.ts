import type { StatementProvenance } from '../model/composedDocument.ts';
import { POLICY_VERSION, type Statement } from '../language/policy.ts';
import { printPolicy } from '../language/print.ts';
import { withoutSpace } from './measure.ts';
import type { Quota } from './quotas.ts';

/** A statement on its way into a document. */
export interface Piece {
  readonly statement: Statement;
  readonly provenance: StatementProvenance;
}

/** What an empty document and a statement in it take, comma and line end included, as a quota counts. */
export function pieceSizes({ whiteSpace }: Quota) {
  const empty = { Version: POLICY_VERSION, Statement: [] };
  if (whiteSpace === 'ignored') {
    return {
      envelope: JSON.stringify(empty).length,
      sizeOf: ({ statement }: Piece) => withoutSpace(JSON.stringify(statement)) + 1,
    };
  }
  const bare = printPolicy(empty).text.length;
  return {
    envelope: bare,
    sizeOf: ({ statement }: Piece) =>
      printPolicy({ ...empty, Statement: [statement] }).text.length - bare + 2,
  };
}
