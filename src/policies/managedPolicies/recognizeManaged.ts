import { canonicalCondition, canonicalValue } from '../language/canonical.ts';
import { parsePolicy } from '../language/parse.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import type { ManagedPolicies, ManagedPolicy } from './readManagedPolicies.ts';

/** The managed policy that a policy is word for word, whatever the order of its statements and lists and the Sids are. */
export const managedPolicyLike = (
  policy: PolicyDocument,
  managed: ManagedPolicies,
): ManagedPolicy | undefined => shapesOf(managed).get(shapeOf(policy));

const shapes = new WeakMap<ManagedPolicies, ReadonlyMap<string, ManagedPolicy>>();

/** What each says, read once. */
function shapesOf(managed: ManagedPolicies): ReadonlyMap<string, ManagedPolicy> {
  const known = shapes.get(managed);
  if (known) return known;
  const read = new Map(
    managed.policies.flatMap((one) => {
      const parsed = parsePolicy(one.text);
      return parsed.ok ? [[shapeOf(parsed.policy), one] as const] : [];
    }),
  );
  shapes.set(managed, read);
  return read;
}

const MANAGED_ARN = /^arn:.*:iam::aws:policy\/(?:[^/]+\/)*([^/]+)$/;

/** The managed policy that has an ARN, of any partition, or a name. */
export function managedPolicyNamed(text: string, { policies }: ManagedPolicies): ManagedPolicy | undefined {
  const name = MANAGED_ARN.exec(text)?.[1] ?? text;
  return policies.find((one) => one.name === name);
}

/** What a policy says, as a text that is the same for each way to write it. */
const shapeOf = ({ Version, Statement: statements }: PolicyDocument): string =>
  JSON.stringify([Version, statements.map(statementShape).sort()]);

const statementShape = (statement: Statement): string =>
  JSON.stringify([
    statement.Effect,
    statement.Principal,
    statement.NotPrincipal,
    ...[statement.Action, statement.NotAction, statement.Resource, statement.NotResource].map((value) =>
      value === undefined ? null : canonicalValue(value),
    ),
    canonicalCondition(statement.Condition ?? {}),
  ]);
