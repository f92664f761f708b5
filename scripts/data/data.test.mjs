import { expect, it } from 'vitest';
import { changedPolicies } from './managedPolicies.mjs';
import { serviceChanges } from './serviceChanges.mjs';
import { dayOf, isNamed } from './serviceData.mjs';

const service = {
  actions: {
    CreateModel: {
      level: 'Write',
      keys: ['aws:RequestTag/${TagKey}'],
      resources: [{ name: 'model', required: true }],
    },
    DeleteModel: { level: 'Write', keys: [], resources: [{ name: 'model', required: true }] },
  },
  keys: { 'sagemaker:VpcSubnets': 'ArrayOfString', 'sagemaker:OutputKmsKey': 'ARN' },
  types: { model: { arn: 'arn:${Partition}:sagemaker:${Region}:${Account}:model/${ModelName}', keys: [] } },
};

it('names what came, what went, and what is another', () => {
  const { DeleteModel: _, ...actions } = service.actions;
  const after = {
    actions: {
      ...actions,
      CreateModel: {
        level: 'Tagging',
        keys: ['aws:TagKeys'],
        resources: [{ name: 'model', required: false }],
      },
      ListModels: { level: 'List', keys: [], resources: [] },
    },
    keys: { 'sagemaker:VpcSubnets': 'String', 'sagemaker:OutputKmsKeyArn': 'ARN' },
    types: { model: { ...service.types.model, keys: ['aws:ResourceTag/${TagKey}'] } },
  };
  expect(serviceChanges(service, after)).toEqual([
    {
      line: '~ CreateModel: access level Write → Tagging; resource types +model -model (required); condition keys +aws:TagKeys -aws:RequestTag/${TagKey}',
      action: 'CreateModel',
    },
    { line: '- DeleteModel', action: 'DeleteModel' },
    { line: '+ ListModels', action: 'ListModels' },
    { line: '- key sagemaker:OutputKmsKey', key: 'sagemaker:OutputKmsKey' },
    { line: '+ key sagemaker:OutputKmsKeyArn', key: 'sagemaker:OutputKmsKeyArn' },
    { line: '~ key sagemaker:VpcSubnets: type ArrayOfString → String', key: 'sagemaker:VpcSubnets' },
    { line: '~ resource type model: keys +aws:ResourceTag/${TagKey}' },
  ]);
  expect(serviceChanges(service, service)).toEqual([]);
  expect(serviceChanges(undefined, service)).toEqual([{ line: '+ the service' }]);
  expect(serviceChanges(service, undefined)).toEqual([{ line: '- the service' }]);
});

it('says which of it policies name', () => {
  const named = { actions: ['sagemaker:*', '*', 'sagemaker:List*', 's3:GetObject'], keys: ['aws:sourceVpc'] };
  const isOurs = (about) => isNamed(named, 'sagemaker', about);
  expect(
    [{ action: 'ListModels' }, { action: 'CreateModel' }, { key: 'aws:SourceVpc' }, {}].map(isOurs),
  ).toEqual([true, false, true, false]);
  expect(isNamed(named, 's3', { action: 'GetObjects' })).toBe(false);
});

it('names managed policies that came, went, or have a new version', () => {
  const policy = (name, version, created) => ({ arn: `arn:aws:iam::aws:policy/${name}`, version, created });
  expect(
    changedPolicies(
      [policy('A', 'v1', '2026-01-02'), policy('service-role/B', 'v3', '2026-02-03')],
      [policy('A', 'v2', '2026-05-06'), policy('C', 'v1', '2026-05-07')],
    ),
  ).toEqual(['~ A: v1 of 2026-01-02 → v2 of 2026-05-06', '+ C', '- service-role/B']);
});

it('reads the day of the data from its version', () => {
  expect(dayOf('0.21.202609261')).toBe('2026-09-26');
});
