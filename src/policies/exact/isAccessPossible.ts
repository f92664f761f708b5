import type { PolicyDocument, Statement } from '../language/policy.ts';
import type { Answer, Documents, ExactOptions } from './answer.ts';
import { inBothReadings } from './compareExact.ts';

/** Requests that are asked about: some of these actions on some of these resources, under these conditions. */
export interface AccessQuestion {
  /** Names or patterns; every action where it is left out. */
  readonly actions?: readonly string[];
  /** ARNs or patterns; every resource where it is left out. */
  readonly resources?: readonly string[];
  /** As a policy writes it. */
  readonly condition?: Statement['Condition'];
}

/**
 * Whether policies allow some request of those asked about: `none` is proven for every request, `some` comes with one. The same
 * rules as `compareExact`.
 */
export const isAccessPossible = (
  policies: Documents,
  question: AccessQuestion,
  options: ExactOptions = {},
): Answer => inBothReadings(policies, [allBut(question)], options);

/** Allows every request that is not asked about. */
function allBut({ actions = ['*'], resources = ['*'], condition }: AccessQuestion): PolicyDocument {
  const asked = { Effect: 'Deny', Action: actions, Resource: resources } as const;
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      condition ? { ...asked, Condition: condition } : asked,
    ],
  };
}
