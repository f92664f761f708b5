import { describe, expect, it } from 'vitest';
import { compose } from '../../compose/compose.ts';
import { listOf, type Statement } from '../../language/policy.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { rolePasses } from '../../compose/rolePassing.ts';
import { personas } from '../personas/index.ts';
import { printPolicy } from '../../language/print.ts';
import { builtIn } from '../builtIn.ts';
import { findActivity, findPersona } from '../ruleset.ts';
import { activities } from './index.ts';

/** Defects of Role Manager's own templates, each in words and as something that must not be so here. */

const own = activities.filter(({ status }) => status === 'roleManager');

function statementsOf(
  activity: string,
  options: Record<string, string> = {},
  partition = 'aws',
): readonly Statement[] {
  const persona = personas.find(({ activities: offered }) =>
    offered.some((entry) => entry.activity === activity),
  )!;
  const draft = fillExamples(
    createDraft(
      {
        personas: [persona.id],
        activities: { [persona.id]: [{ activity, stance: 'hardened', options }] },
        variables: { partition: [partition] },
      },
      builtIn,
    ),
    builtIn,
  );
  return compose(draft, builtIn)[0]!.policy.Statement;
}

const actionsOf = (statements: readonly Statement[]) =>
  new Set(statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => listOf(Action)));
const statementWith = (statements: readonly Statement[], action: string) =>
  statements.filter(({ Action }) => listOf(Action).includes(action));

describe('Role Manager’s activities', () => {
  it('are all there', () => {
    expect(own.map(({ id }) => id).sort()).toEqual(
      [
        'accessAwsServices',
        'manageEndpoints',
        'manageExperiments',
        'manageGlueTables',
        'manageJobs',
        'manageModels',
        'managePipelines',
        'monitorModels',
        'queryAthena',
        'runStudioApps',
        's3AccountAccess',
        's3TeamAccess',
        'searchExperiments',
      ].sort(),
    );
  });

  it('come with its personas: data scientist, MLOps, SageMaker compute', () => {
    const offered = (persona: string) =>
      findPersona(persona, builtIn)?.activities.map(({ activity }) => activity) ?? [];
    expect(offered('mlopsEngineer')).toEqual(
      expect.arrayContaining([
        'runStudioApps',
        'manageModels',
        'manageEndpoints',
        'managePipelines',
        'searchExperiments',
      ]),
    );
    expect(offered('dataScientist')).toEqual(
      expect.arrayContaining([
        'runStudioApps',
        'manageJobs',
        'manageModels',
        'manageExperiments',
        'searchExperiments',
        's3TeamAccess',
      ]),
    );
    expect(offered('trainingRole')).toContain('accessAwsServices');
    // One less than in Role Manager: apps and spaces of the whole domain belong to execution roles, not to who manages endpoints.
    const mlops = findPersona('mlopsEngineer', builtIn)?.activities ?? [];
    expect(mlops.filter(({ selected }) => selected)).toHaveLength(4);
    expect(mlops).toContainEqual({ activity: 'runStudioApps', selected: false });
  });
});

describe('without the defects of its templates', () => {
  it('1: transform jobs can be started when jobs are held to a VPC', () => {
    const statements = statementWith(
      statementsOf('manageJobs', { vpc: 'on' }),
      'sagemaker:CreateTransformJob',
    );
    expect(statements.length).toBeGreaterThan(0);
    for (const { Condition } of statements) expect(JSON.stringify(Condition ?? {})).not.toContain('Vpc');
  });

  it('2, 3: no option with more limits takes an action away', () => {
    for (const { id, options } of own) {
      for (const option of options.filter((one) => ['vpc', 'kms'].includes(one.id))) {
        const off = actionsOf(statementsOf(id, { vpc: 'off', kms: 'off' }));
        for (const both of [{ [option.id]: 'on' }, { vpc: 'on', kms: 'on' }]) {
          const on = actionsOf(statementsOf(id, { vpc: 'off', kms: 'off', ...both }));
          expect(
            [...off].filter((action) => !on.has(action)),
            `${id} ${JSON.stringify(both)}`,
          ).toEqual([]);
        }
      }
    }
  });

  it('2: monitoring in a VPC can still describe, delete, start and stop', () => {
    const actions = actionsOf(statementsOf('monitorModels', { vpc: 'on' }));
    for (const name of ['Describe', 'Delete', 'Start', 'Stop'])
      expect(actions).toContain(`sagemaker:${name}MonitoringSchedule`);
    expect(actions).toContain('sagemaker:StopProcessingJob');
  });

  it('3: transform jobs can be stopped; passing roles is the same with and without keys', () => {
    expect(actionsOf(statementsOf('manageJobs', { vpc: 'off' }))).toContain('sagemaker:StopTransformJob');
    for (const kms of ['off', 'on'])
      expect(actionsOf(statementsOf('manageJobs', { kms }))).toContain('iam:PassRole');
  });

  it('4: pipelines can be changed, and everything can be tagged while it is created', () => {
    expect(actionsOf(statementsOf('managePipelines'))).toContain('sagemaker:UpdatePipeline');
    for (const { id, options } of own.filter(({ options: all }) =>
      all.some((option) => option.id === 'tags'),
    )) {
      const tagging = statementWith(statementsOf(id), 'sagemaker:AddTags');
      expect(tagging.length, id).toBeGreaterThan(0);
      for (const { Condition } of tagging)
        expect(Condition).toHaveProperty(['StringEquals', 'sagemaker:TaggingAction']);
      expect(options.length).toBeGreaterThan(0);
    }
  });

  it('5: only the new names of the key conditions', () => {
    for (const { hardened } of own) expect(JSON.stringify(hardened)).not.toMatch(/(Volume|Output)KmsKey"/);
  });

  it('6: a bucket’s ACL is asked for on the bucket, DescribeLineageGroup on *', () => {
    const [acl] = statementWith(statementsOf('manageGlueTables'), 's3:GetBucketAcl');
    expect(listOf(acl!.Resource).every((resource) => !resource.includes('/'))).toBe(true);
    expect(actionsOf(statementsOf('manageGlueTables'))).not.toContain('s3:PutBucketAcl');
    const [lineage] = statementWith(statementsOf('searchExperiments'), 'sagemaker:DescribeLineageGroup');
    expect(lineage!.Resource).toBe('*');
  });

  it('7: ARNs name the partition, the account and the Region', () => {
    for (const { id } of own) {
      for (const { Resource } of statementsOf(id, {}, 'aws-cn')) {
        for (const resource of listOf(Resource).filter((one) => one !== '*')) {
          expect(resource).toMatch(/^arn:aws-cn:/);
          if (!/^arn:aws-cn:s3:/.test(resource)) expect(resource).toMatch(/:111122223333:/);
        }
      }
    }
  });

  it('8: the same choices give the same text, and every activity that is named exists', () => {
    for (const { id } of own) {
      const text = () => printPolicy({ Version: '2012-10-17', Statement: statementsOf(id) }).text;
      expect(text()).toBe(text());
      expect(text()).not.toMatch(/\d{4}-\d\d-\d\dT/);
      expect(findActivity(id, builtIn)).toBeDefined();
    }
  });
});

describe('who passes which role', () => {
  it('follows the chosen activities, from the caller to the build role', () => {
    const draft = createDraft(
      {
        personas: ['dataScientist', 'notebookRole', 'trainingRole', 'mlopsEngineer'],
        activities: {
          dataScientist: [{ activity: 'notebookAccessByOwner', stance: 'hardened', options: {} }],
          notebookRole: ['runJobs', 'deployModels', 'buildImagesFromStudio'].map((activity) => ({
            activity,
            stance: 'hardened' as const,
            options: {},
          })),
          mlopsEngineer: [{ activity: 'managePipelines', stance: 'hardened', options: {} }],
        },
      },
      builtIn,
    );
    expect(rolePasses(draft, builtIn).map(({ from, to, services }) => [from, to, services])).toEqual([
      ['dataScientist', 'notebookRole', ['sagemaker.amazonaws.com']],
      ['notebookRole', 'trainingRole', ['sagemaker.amazonaws.com']],
      ['notebookRole', 'hostingRole', ['sagemaker.amazonaws.com']],
      ['notebookRole', 'imageBuildRole', ['codebuild.amazonaws.com']],
      ['mlopsEngineer', 'pipelineRole', ['sagemaker.amazonaws.com']],
    ]);
  });

  it('is empty without anybody who passes one', () => {
    expect(rolePasses(createDraft({}, builtIn), builtIn)).toEqual([]);
    expect(rolePasses(createDraft({ personas: ['trainingRole', 'vpcEndpoint'] }, builtIn), builtIn)).toEqual(
      [],
    );
  });
});
