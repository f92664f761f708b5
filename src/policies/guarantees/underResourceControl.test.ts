import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allowEverything } from '../compose/appliedPolicies.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { simulate } from '../simulate/simulate.ts';
import { documentWith } from '../language/testing/documentWith.ts';
import { runs } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { answerSubjects } from './answerGuarantee.ts';
import type { PlacedSubject } from './widestPolicy.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/jobs`;
const LINKED = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForX`;
const STRANGER = 'arn:aws:iam::999988887777:role/visitor';
const SERVICE = 'sagemaker.amazonaws.com';

const trusts = documentWith({ Effect: 'Allow', Action: 'sts:AssumeRole' });
const denies = documentWith({ Effect: 'Deny', Principal: '*', Action: 'sts:*', Resource: '*' });
const stranger = trusts({ Principal: { AWS: STRANGER } });
const organization = { 'aws:PrincipalOrgID': 'o-1' };
const outside: Statement['Condition'] = { StringNotEqualsIfExists: organization };
const subject: PlacedSubject = { actions: ['sts:AssumeRole'], unless: [{ StringEquals: organization }] };
const never: PlacedSubject = { actions: ['sts:AssumeRole'], unless: [] };

const answerOf = (asked: PlacedSubject, trust: PolicyDocument, resourceControl?: PolicyDocument) => {
  const set: PolicySet = {
    identity: [allowEverything],
    resource: trust,
    ...(resourceControl && { resourceControl: [[resourceControl]] }),
  };
  return answerSubjects([asked], { policies: { set, documents: {} }, principal: ROLE, catalog });
};

describe('a guarantee about who can assume a role', () => {
  it.each<[string, PlacedSubject, PolicyDocument | undefined, string]>([
    ['without resource control policies', subject, undefined, 'violated'],
    ['with one that denies others than the organization', subject, denies({ Condition: outside }), 'proven'],
    [
      'with one that denies something else',
      subject,
      denies({ Action: 's3:*', Condition: outside }),
      'violated',
    ],
    ['with one on this role', subject, denies({ Resource: ROLE, Condition: outside }), 'proven'],
    [
      'with one on roles of the account',
      subject,
      denies({ Resource: `arn:aws:iam::${ACCOUNT}:role/*`, Condition: outside }),
      'proven',
    ],
    [
      'with one on other roles',
      subject,
      denies({ Resource: `arn:aws:iam::${ACCOUNT}:role/other`, Condition: outside }),
      'violated',
    ],
    [
      'with one on all but other roles',
      subject,
      denies({ Resource: undefined, NotResource: `${ROLE}-other`, Condition: outside }),
      'proven',
    ],
    [
      'with one on all but this role',
      subject,
      denies({ Resource: undefined, NotResource: ROLE, Condition: outside }),
      'violated',
    ],
    [
      'with one on a role whose account is missing',
      subject,
      denies({ Resource: 'arn:aws:iam::<ACCOUNT_ID>:role/*', Condition: outside }),
      'undecided',
    ],
    [
      'with one on a role that has a policy variable',
      subject,
      denies({ Resource: 'arn:aws:iam::*:role/${aws:PrincipalTag/team}', Condition: outside }),
      'violated',
    ],
    [
      'with one whose organization is missing',
      subject,
      denies({ Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': '<ORGANIZATION_ID>' } } }),
      'undecided',
    ],
    ['with one that denies all', never, denies({}), 'proven'],
    [
      'with one that exempts a role itself',
      never,
      denies({ Condition: { ArnNotLike: { 'AWS:PrincipalARN': STRANGER } } }),
      'violated',
    ],
  ])('%s', (_, asked, resourceControl, state) => {
    expect(answerOf(asked, stranger, resourceControl).state).toBe(state);
  });

  it('is violated by a service-linked role, to which they don’t apply', () => {
    const answer = answerOf(never, trusts({ Principal: { AWS: ACCOUNT } }), denies({}));
    if (answer.state !== 'violated') throw new Error(answer.state);
    expect(answer.violation.request.principal).toMatch(/AWSServiceRoleFor/);
  });

  it('is violated by a request that the resource control policy doesn’t deny', () => {
    const resourceControl = denies({ Condition: outside });
    const answer = answerOf(never, stranger, resourceControl);
    if (answer.state !== 'violated') throw new Error(answer.state);
    const { request, policies } = answer.violation;
    expect(policies.set.resourceControl).toEqual([[resourceControl]]);
    expect(simulate(request, policies.set, { catalog }).verdict).toBe('allowed');
  });
});

it('law: what is proven is violated by no request that is simulated', () => {
  const condition = fc.option(
    fc.constantFrom<Statement['Condition']>(
      outside,
      { StringEquals: organization },
      { ArnNotLike: { 'aws:PrincipalArn': STRANGER } },
      { ArnLike: { 'aws:PrincipalArn': [STRANGER, LINKED] } },
      { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
    ),
    { nil: undefined },
  );
  const principal = fc.constantFrom<NonNullable<Statement['Principal']>>(
    '*',
    { AWS: STRANGER },
    { AWS: [ACCOUNT, LINKED] },
    { Service: SERVICE },
  );
  const trust = fc
    .array(fc.tuple(principal, condition), { minLength: 1, maxLength: 2 })
    .map((all) => trusts(...all.map(([Principal, Condition]) => ({ Principal, Condition }))));
  const resource = fc.constantFrom(
    '*',
    ROLE,
    `${ROLE}-2`,
    `arn:aws:iam::${ACCOUNT}:role/*`,
    'arn:aws:iam::*:role/j?bs',
  );
  const control = fc
    .array(
      fc.tuple(
        fc.constantFrom('sts:AssumeRole', 'sts:*', '*', 's3:*'),
        fc.constantFrom('Resource', 'Resource', 'NotResource'),
        resource,
        condition,
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((all) =>
      denies(
        ...all.map(([Action, element, value, Condition]) => ({
          Action,
          Resource: undefined,
          [element]: value,
          Condition,
        })),
      ),
    );
  const requests = [STRANGER, LINKED, SERVICE, `arn:aws:iam::${ACCOUNT}:user/ana`].flatMap((caller) =>
    ['o-1', 'o-2', undefined].map((organizationId) => ({
      principal: caller,
      action: 'sts:AssumeRole',
      resource: { arn: ROLE },
      context: {
        ...(organizationId !== undefined && { 'aws:PrincipalOrgID': organizationId }),
        ...(caller === SERVICE ? { 'aws:PrincipalIsAWSService': 'true' } : { 'aws:PrincipalArn': caller }),
      },
    })),
  );
  const seen = { proven: 0, violated: 0, undecided: 0, noPolicy: 0 };
  fc.assert(
    fc.property(fc.boolean(), trust, control, (isNever, trusted, resourceControl) => {
      const answer = answerOf(isNever ? never : subject, trusted, resourceControl);
      seen[answer.state] += 1;
      if (answer.state === 'violated')
        expect(simulate(answer.violation.request, answer.violation.policies.set, { catalog }).verdict).toBe(
          'allowed',
        );
      if (answer.state !== 'proven') return;
      const set = { identity: [allowEverything], resource: trusted, resourceControl: [[resourceControl]] };
      const contrary = requests
        .filter(({ context }) => isNever || context['aws:PrincipalOrgID'] !== 'o-1')
        .filter((request) => simulate(request, set, { catalog }).verdict === 'allowed');
      expect(contrary).toEqual([]);
    }),
    { numRuns: runs(100) },
  );
  expect([seen.proven > 10, seen.violated > 10]).toEqual([true, true]);
});
