import type { AppliedPolicies } from '../compose/appliedPolicies.ts';
import type { ActionFacts } from '../catalog/service.ts';
import type { Verdict } from '../simulate/decision.ts';
import type { AccessRequest } from '../simulate/request.ts';

/** `mixed`: it depends on the kind of resource that is called on. */
export type CellVerdict = Verdict | 'mixed';

export interface MatrixRow {
  readonly action: Pick<ActionFacts, 'name' | 'accessLevel'>;
  /** What is called on: every resource that the call needs, or each that it may be about; `*` where it has none. */
  readonly resources: readonly string[];
  /** One per persona, in the order of `personas`. */
  readonly verdicts: readonly CellVerdict[];
  /** The same by resource: one list per persona, in the order of `resources`. */
  readonly byResource: readonly (readonly Verdict[])[];
}

/** Plain data, which a worker can post. */
export interface Matrix {
  readonly personas: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** What every call carries. */
  readonly context: AccessRequest['context'];
  /** Persona → who calls, and the policies that the calls meet. */
  readonly callers: Readonly<Record<string, MatrixCaller>>;
}

export interface MatrixCaller {
  readonly principal: string;
  readonly policies: AppliedPolicies;
}

export interface MatrixAnswer {
  readonly request: AccessRequest;
  readonly policies: AppliedPolicies;
}

/** A persona's call on one of a row's resources, and the policies that it meets; nothing for a persona that the matrix does not have. */
export function matrixCall(
  { callers, context }: Matrix,
  persona: string,
  { action }: MatrixRow,
  resource: string,
): MatrixAnswer | undefined {
  const caller = callers[persona];
  return (
    caller && {
      request: { principal: caller.principal, action: action.name, resource: { arn: resource }, context },
      policies: caller.policies,
    }
  );
}
