import type { ComposedDocument } from '../model/composedDocument.ts';
import type { ConditionBlock, OneOrMany, PolicyDocument, Principal, Statement } from '../language/policy.ts';

/**
 * The same access in fewer characters: no Sids, and a list of one as the value alone. IAM reads both forms alike.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function shortenPolicy(policy: PolicyDocument): PolicyDocument {
  return { ...policy, Statement: policy.Statement.map(shortenStatement) };
}

/** What a person wrote stays as it was written. */
export const shortenDocument = (document: ComposedDocument): ComposedDocument => ({
  ...document,
  policy: {
    ...document.policy,
    Statement: document.policy.Statement.map((statement, index) =>
      document.provenance[index]?.written?.text === undefined ? shortenStatement(statement) : statement,
    ),
  },
});

function shortenStatement({ Sid: _sid, ...statement }: Statement): Statement {
  const { Action, NotAction, Resource, NotResource, Principal: who, NotPrincipal, Condition } = statement;
  return {
    ...statement,
    ...(who === undefined ? {} : { Principal: shortenPrincipal(who) }),
    ...(NotPrincipal === undefined ? {} : { NotPrincipal: shortenPrincipal(NotPrincipal) }),
    ...(Action === undefined ? {} : { Action: single(Action) }),
    ...(NotAction === undefined ? {} : { NotAction: single(NotAction) }),
    ...(Resource === undefined ? {} : { Resource: single(Resource) }),
    ...(NotResource === undefined ? {} : { NotResource: single(NotResource) }),
    ...(Condition === undefined ? {} : { Condition: shortenCondition(Condition) }),
  };
}

function single(value: OneOrMany): OneOrMany {
  const [first, ...others] = typeof value === 'string' ? [value] : value;
  return first !== undefined && others.length === 0 ? first : value;
}

const shortenPrincipal = (principal: Principal): Principal =>
  principal === '*'
    ? principal
    : Object.fromEntries(Object.entries(principal).map(([type, value]) => [type, single(value)]));

const shortenCondition = (condition: ConditionBlock): ConditionBlock =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, single(value)])),
    ]),
  );
