import {
  POLICY_VERSION,
  type ConditionBlock,
  type PolicyDocument,
  type Principal,
  type Statement,
} from '../language/policy.ts';
import type { GuaranteeSubject } from '../library/guarantees/guarantee.ts';

/** A statement about every request, with its values in place. */
export interface PlacedSubject extends Omit<GuaranteeSubject, 'under' | 'unless' | 'principals'> {
  readonly under?: ConditionBlock;
  readonly unless?: readonly ConditionBlock[];
  readonly principals?: Principal;
  /** With `unless`: allowed in any case, since the policies that it is about don’t decide it. */
  readonly undecidedHere?: readonly Statement[];
}

/**
 * A policy that allows every request but those which the statement excludes. The statement is true of policies where they allow
 * nothing that this one doesn't.
 */
export function widestPolicyOf({ actions, unless, under, ...subject }: PlacedSubject): PolicyDocument {
  const about = resourcesOf(subject);
  if (!unless) {
    const excluded: Statement = { Effect: 'Deny', Action: actions, ...about.named, ...conditionOf(under) };
    return documentOf([{ Effect: 'Allow', Action: '*', Resource: '*' }, excluded]);
  }
  return documentOf([
    { Effect: 'Allow', NotAction: actions, Resource: '*' },
    ...(about.others ? [{ Effect: 'Allow' as const, Action: actions, ...about.others }] : []),
    ...unless.map(
      (condition): Statement => ({
        Effect: 'Allow',
        ...(subject.principals ? { Principal: subject.principals } : {}),
        Action: actions,
        ...about.named,
        ...conditionOf(condition),
      }),
    ),
    ...(subject.undecidedHere ?? []),
  ]);
}

type ResourceElement = Pick<Statement, 'Resource' | 'NotResource'>;

/** The resources that a statement is about, and the others where there are any. */
function resourcesOf({ resources, exceptResources }: Pick<PlacedSubject, 'resources' | 'exceptResources'>): {
  readonly named: ResourceElement;
  readonly others?: ResourceElement;
} {
  if (exceptResources && exceptResources.length > 0)
    return { named: { NotResource: exceptResources }, others: { Resource: exceptResources } };
  if (resources) return { named: { Resource: resources }, others: { NotResource: resources } };
  return { named: { Resource: '*' } };
}

const conditionOf = (condition: ConditionBlock | undefined): Pick<Statement, 'Condition'> =>
  condition && Object.keys(condition).length > 0 ? { Condition: condition } : {};

const documentOf = (statements: readonly Statement[]): PolicyDocument => ({
  Version: POLICY_VERSION,
  Statement: statements,
});
