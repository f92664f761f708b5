import { chooseActivity, createDraft, preselectedActivities } from '../draft/createDraft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import type { RefusedCall } from './accessDenied.ts';

const ARN = /^arn:(aws[\w-]*):([\w-]+):([\w-]*):(\d{12})?:(.+)$/;
const ACCOUNT = /:(\d{12}):/;

/** Variables that a resource of a service gives a value to. */
const byService: Readonly<Record<string, (resource: string, arn: string) => Draft['variables']>> = {
  s3: (resource) => {
    const [bucket = '', ...path] = resource.split('/');
    const location = [bucket, ...path.slice(0, -1)].filter((part) => !/[*?]/.test(part)).join('/');
    return {
      inputData: [location],
      outputData: [location],
      notebookData: [location],
      modelArtifacts: [location],
      workData: [location],
      endpointBuckets: [bucket],
    };
  },
  sagemaker: (resource) => {
    const name = /^[^/]+\/([a-zA-Z0-9][a-zA-Z0-9-]{0,61})/.exec(resource)?.[1];
    return name === undefined ? {} : { namePrefixes: [name] };
  },
  kms: (_, arn) => ({ dataKeyArns: [arn], volumeKeyArns: [arn] }),
  ecr: (resource) => ({ ecrRepositoryPrefixes: [resource.replace(/^repository\//, '')] }),
  iam: (_, arn) => ({
    trainingRoleArns: [arn],
    hostingRoleArns: [arn],
    notebookRoleArns: [arn],
    pipelineRoleArns: [arn],
    imageBuildRoleArns: [arn],
  }),
};

/** What a refused call says about the account, the Region and the resource, as values of a draft. */
export function valuesOfCall({ principal, resource }: RefusedCall): Draft['variables'] {
  const [, partition, service = '', region, account, rest = ''] = ARN.exec(resource) ?? [];
  const accountId = account ?? ACCOUNT.exec(principal)?.[1];
  return {
    ...(partition ? { partition: [partition] } : {}),
    ...(region ? { region: [region] } : {}),
    ...(accountId ? { accountId: [accountId] } : {}),
    ...byService[service]?.(rest, resource),
  };
}

/** A draft with one persona and nothing that it can do yet, with the values of a refused call. */
export const draftForCall = (call: RefusedCall, persona: string, ruleset: Ruleset): Draft =>
  createDraft(
    {
      personas: [persona],
      activities: { [persona]: [] },
      variables: { ...ruleset.startingValues, ...valuesOfCall(call) },
    },
    ruleset,
  );

/** A draft without roles, with the persona, what it starts with, an activity that allows the call, and the values of the call. */
export function draftAllowing(
  before: Draft,
  call: RefusedCall,
  persona: string,
  activity: string,
  ruleset: Ruleset,
): Draft {
  const usual = preselectedActivities(persona, ruleset);
  const isUsual = usual.some((choice) => choice.activity === activity);
  const choices = isUsual ? usual : [...usual, chooseActivity(activity, ruleset)];
  return {
    ...before,
    personas: [persona],
    activities: { ...before.activities, [persona]: choices },
    variables: { ...before.variables, ...valuesOfCall(call) },
  };
}
