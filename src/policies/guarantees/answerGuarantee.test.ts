import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAllowedInReplay, type ExactRequest } from '../exact/replay/replay.ts';
import { smallPolicy, smallRequest } from '../exact/testing/smallPolicies.ts';
import type { Statement } from '../language/policy.ts';
import { runs } from '../testing/effort.ts';
import { answerSubjects } from './answerGuarantee.ts';
import type { PlacedSubject } from './widestPolicy.ts';

const principal = 'arn:aws:iam::111122223333:role/example';

const smallStatement = smallPolicy.map(
  ({ Statement: [one] }): Statement => one ?? { Effect: 'Allow', Action: '*' },
);

/** Statements about actions, resources and a condition, made of what small policies hold. */
const subject: fc.Arbitrary<PlacedSubject> = fc
  .tuple(
    smallStatement,
    smallStatement,
    fc.constantFrom('resources', 'exceptResources', 'none'),
    fc.constantFrom('never', 'under', 'unless', 'unlessEither'),
  )
  .map(([one, other, about, form]) => ({
    actions: [one.Action ?? 's3:*'].flat(),
    ...(about === 'none' ? {} : { [about]: [one.Resource ?? other.Resource ?? '*'].flat() }),
    ...(form === 'under' && one.Condition ? { under: one.Condition } : {}),
    ...(form === 'unless' ? { unless: [one.Condition ?? {}] } : {}),
    ...(form === 'unlessEither' ? { unless: [one.Condition ?? {}, other.Condition ?? {}] } : {}),
  }));

/** Whether a request is one that must not be allowed, decided without the policy that the answer is computed with. */
function isExcluded(
  { actions, resources, exceptResources, under, unless = [] }: PlacedSubject,
  request: ExactRequest,
) {
  const about = exceptResources ? { NotResource: exceptResources } : { Resource: resources ?? '*' };
  const meets = (Condition: Statement['Condition']) => {
    const one: Statement = {
      Effect: 'Allow',
      Action: actions,
      ...about,
      ...(Condition ? { Condition } : {}),
    };
    return isAllowedInReplay([{ Version: '2012-10-17', Statement: [one] }], request, 'fields') === true;
  };
  return meets(under) && !unless.some(meets);
}

it('is true of every request: none that is excluded is allowed where it is proven, one is where it is violated', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(
      subject,
      smallPolicy,
      fc.array(smallRequest, { minLength: 25, maxLength: 25 }),
      (asked, policy, samples) => {
        const policies = { set: { identity: [policy] }, documents: {} };
        const answer = answerSubjects([asked], { policies, principal });
        kinds.add(answer.state);
        const contradicts = (request: ExactRequest) =>
          isExcluded(asked, request) && isAllowedInReplay([policy], request, 'fields') === true;
        if (answer.state === 'proven') expect(samples.find(contradicts)).toBeUndefined();
        if (answer.state !== 'violated') return;
        const { action, resource, context } = answer.violation.request;
        const lists = Object.fromEntries(
          Object.entries(context).map(([key, values]) => [key, [values].flat()]),
        );
        expect(contradicts({ action, resource: resource.arn, context: lists })).toBe(true);
      },
    ),
    { numRuns: runs(1500) },
  );
  expect(kinds).toContain('proven');
  expect(kinds).toContain('violated');
});
