import type { PolicyDocument, Statement } from '../language/policy.ts';
import type { Answer, Documents, ExactOptions } from './answer.ts';
import { inBothReadings } from './compareExact.ts';

/** Requests that are asked about: some of these actions on some of these resources, under these conditions. */
export interface AccessQuestion {
  /** Names or patterns; every action where it is left out. */
  readonly actions?: readonly string[];
  /** In place of `actions`: every action but these. */
  readonly exceptActions?: readonly string[];
  /** ARNs or patterns; every resource where it is left out. */
  readonly resources?: readonly string[];
  /** In place of `resources`: every resource but these. */
  readonly exceptResources?: readonly string[];
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
const allBut = (question: AccessQuestion): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }, statementForQuestion(question, 'Deny')],
});

/** A statement about the requests that are asked about. */
export const statementForQuestion = (
  { actions = ['*'], exceptActions, resources = ['*'], exceptResources, condition }: AccessQuestion,
  Effect: Statement['Effect'],
): Statement => ({
  Effect,
  ...(exceptActions ? { NotAction: exceptActions } : { Action: actions }),
  ...(exceptResources ? { NotResource: exceptResources } : { Resource: resources }),
  ...(condition ? { Condition: condition } : {}),
});
