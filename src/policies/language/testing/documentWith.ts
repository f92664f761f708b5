import { POLICY_VERSION, type PolicyDocument, type Statement } from '../policy.ts';

/** What a statement of a test says; with `undefined` it goes without an element that it would have otherwise. */
export type StatementParts = { readonly [Element in keyof Statement]?: Statement[Element] | undefined };

/** Makes documents of statements that are like `usual`, but for what each says. */
export const documentWith =
  (usual: Statement) =>
  (...statements: readonly StatementParts[]): PolicyDocument => ({
    Version: POLICY_VERSION,
    Statement: statements.map((parts) => withoutUndefined({ ...usual, ...parts })),
  });

function withoutUndefined(parts: StatementParts): Statement;
function withoutUndefined(parts: object): object {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
