import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../language/policy.ts';
import { simulate } from '../../simulate/simulate.ts';
import { runs } from '../../testing/effort.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { checkPolicy } from '../checkPolicy.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

type Json = Readonly<Record<string, unknown>>;

const ANY_NOTEBOOK = 'arn:aws:sagemaker:*:*:notebook-instance/*';
const OWN = '${aws:PrincipalTag/owner}';
const gate: Json = {
  Effect: 'Allow',
  Action: 'sagemaker:StartNotebookInstance',
  Resource: ANY_NOTEBOOK,
  Condition: { StringEquals: { 'aws:ResourceTag/owner': OWN } },
};
const tagging: Json = { Effect: 'Allow', Action: 'sagemaker:AddTags', Resource: '*' };
const denial: Json = { ...tagging, Effect: 'Deny' };
const when = (operator: string, key: string, ...values: readonly string[]): Json => ({
  Condition: { [operator]: { [key]: values } },
});

function isOpen(statements: readonly Json[]): boolean {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return checkPolicy(text, 'identity', { catalog }).some(({ code }) => code === 'SPB_TAG_GATE_OPEN');
}

describe('a gate that asks for a tag is open', () => {
  it.each<[string, readonly Json[]]>([
    ['tagging without a limit', [tagging]],
    ['tagging under NotAction', [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }]],
    [
      'tagging of all but others',
      [{ Effect: 'Allow', Action: 'sagemaker:AddTags', NotResource: 'arn:aws:s3:::x' }],
    ],
    ['a denial of another resource', [tagging, { ...denial, Resource: 'arn:aws:sagemaker:*:*:model/*' }]],
    ['a denial in one account', [tagging, { ...denial, Resource: 'arn:aws:sagemaker:*:111122223333:*' }]],
    [
      'a denial of another tag',
      [tagging, { ...denial, ...when('ForAnyValue:StringEquals', 'aws:TagKeys', 'team') }],
    ],
    [
      'a denial of all tags being this one',
      [tagging, { ...denial, ...when('ForAllValues:StringEquals', 'aws:TagKeys', 'owner') }],
    ],
    [
      'a denial of another’s value only',
      [tagging, { ...denial, ...when('StringNotEquals', 'aws:RequestTag/owner', OWN) }],
    ],
    [
      'a denial from one network',
      [tagging, { ...denial, ...when('IpAddress', 'aws:SourceIp', '10.0.0.0/8') }],
    ],
    ['a limit by another tag', [{ ...tagging, ...when('StringEquals', 'aws:ResourceTag/team', 'a') }]],
    [
      'a limit to tags with this one',
      [{ ...tagging, ...when('ForAnyValue:StringEquals', 'aws:TagKeys', 'team') }],
    ],
    [
      'a limit to this tag',
      [{ ...tagging, ...when('ForAllValues:StringEquals', 'aws:TagKeys', 'owner', 'team') }],
    ],
    [
      'a limit that every owner passes',
      [{ ...tagging, ...when('StringLike', 'aws:ResourceTag/owner', '*') }],
    ],
    ['a limit that tags be there', [{ ...tagging, ...when('Null', 'aws:TagKeys', 'false') }]],
  ])('with %s', (_, statements) => {
    expect(isOpen([gate, ...statements])).toBe(true);
  });

  it.each<[string, readonly Json[]]>([
    ['a denial of tagging', [tagging, denial]],
    ['a denial of what is behind the gate', [tagging, { ...denial, Resource: ANY_NOTEBOOK }]],
    [
      'a denial of this tag',
      [tagging, { ...denial, ...when('ForAnyValue:StringEquals', 'aws:TagKeys', 'owner') }],
    ],
    [
      'a denial of all tags but others',
      [tagging, { ...denial, ...when('ForAnyValue:StringNotEquals', 'aws:TagKeys', 'team') }],
    ],
    [
      'a denial of the own value',
      [tagging, { ...denial, ...when('StringEquals', 'aws:RequestTag/owner', OWN) }],
    ],
    [
      'a denial of what another owns',
      [tagging, { ...denial, ...when('StringNotEquals', 'aws:ResourceTag/owner', OWN) }],
    ],
    [
      'a denial of all but creating',
      [tagging, { ...denial, ...when('StringNotLike', 'sagemaker:TaggingAction', 'Create*') }],
    ],
    ['tagging of other resources', [{ ...tagging, Resource: 'arn:aws:sagemaker:*:*:model/*' }]],
    ['tagging of the own', [{ ...tagging, ...when('StringEquals', 'sagemaker:ResourceTag/owner', OWN) }]],
    ['tagging while creating', [{ ...tagging, ...when('StringLike', 'sagemaker:TaggingAction', 'Create*') }]],
    [
      'tagging with other tags',
      [{ ...tagging, ...when('ForAllValues:StringEquals', 'aws:TagKeys', 'team') }],
    ],
  ])('not with %s', (_, statements) => {
    expect(isOpen([gate, ...statements])).toBe(false);
  });

  it('not where a second tag that nothing sets is asked for', () => {
    const both = {
      ...gate,
      Condition: { StringEquals: { 'aws:ResourceTag/owner': OWN, 'aws:ResourceTag/team': 'a' } },
    };
    const keepsTeam = { ...denial, ...when('ForAnyValue:StringEquals', 'aws:TagKeys', 'team') };
    expect([isOpen([both, tagging]), isOpen([both, tagging, keepsTeam])]).toEqual([true, false]);
  });
});

describe('a gate without a finding', () => {
  const conditions = fc.option(
    fc
      .tuple(
        fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
        fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'Null'),
        fc.constantFrom('', 'IfExists'),
        fc.constantFrom(
          'aws:TagKeys',
          'aws:RequestTag/owner',
          'aws:ResourceTag/owner',
          'aws:ResourceTag/team',
        ),
        fc.subarray([OWN, '*', 'owner', 'team', 'own*'], { minLength: 1 }),
      )
      .map(([qualifier, operator, suffix, key, values]) =>
        operator === 'Null'
          ? when('Null', key, values.includes('team') ? 'true' : 'false')
          : when(qualifier + operator + suffix, key, ...values),
      ),
    { nil: {} },
  );
  const resources = fc.constantFrom(
    '*',
    ANY_NOTEBOOK,
    'arn:aws:sagemaker:*:111122223333:*',
    'arn:aws:sagemaker:*:*:model/*',
  );
  // Naming the new values counts as a limit by design.
  const allowing = conditions.filter((over) => !JSON.stringify(over).includes('RequestTag'));

  it('lets no one set the tag on what another owns', () => {
    let silent = 0;
    fc.assert(
      fc.property(
        resources,
        allowing,
        resources,
        conditions,
        fc.boolean(),
        (one, allow, two, deny, withTeam) => {
          const statements: readonly Statement[] = [
            { Effect: 'Allow', Action: 'sagemaker:AddTags', Resource: one, ...allow },
            { Effect: 'Deny', Action: 'sagemaker:AddTags', Resource: two, ...deny },
          ];
          if (isOpen([gate, ...statements.map((statement) => ({ ...statement }))])) return;
          silent += 1;
          const call = {
            principal: 'arn:aws:iam::111122223333:user/ana',
            action: 'sagemaker:AddTags',
            resource: { arn: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/of-bob' },
            context: {
              'aws:PrincipalTag/owner': 'ana',
              'aws:ResourceTag/owner': 'bob',
              'aws:RequestTag/owner': 'ana',
              'aws:TagKeys': withTeam ? ['owner', 'team'] : ['owner'],
            },
          };
          const identity = [{ Version: '2012-10-17' as const, Statement: statements }];
          expect(simulate(call, { identity }).verdict).not.toBe('allowed');
        },
      ),
      { numRuns: runs(2000) },
    );
    expect(silent).toBeGreaterThan(100);
  });
});
