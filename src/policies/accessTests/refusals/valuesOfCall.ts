import { readArn } from '../../language/arn.ts';
import type { Draft } from '../../model/draft.ts';
import { isAssuming } from '../otherSide.ts';
import { accountOfArn, roleArnOf } from './refusalRequest.ts';
import type { RefusedCall } from './refusedCall.ts';

type Values = Draft['variables'];

/** Variables that a resource of a service gives a value to. */
const byService: Readonly<
  Record<string, (resource: string, arn: string, operation: string | undefined) => Values>
> = {
  s3: (resource) => {
    const [bucket = '', ...path] = resource.split('/');
    const location = [bucket, ...path.slice(0, -1)].filter((part) => !/[*?]/.test(part)).join('/');
    return {
      inputData: [location],
      outputData: [location],
      notebookData: [location],
      modelArtifacts: [location],
      workData: [location],
      imageBuildBuckets: [bucket],
      endpointBuckets: [bucket],
    };
  },
  sagemaker: (resource) => {
    const domain = /^(?:domain|user-profile|space|app)\/(d-[a-z0-9]+)/.exec(resource)?.[1];
    if (domain !== undefined) return { studioDomainIds: [domain] };
    const name = /^[^/]+\/([a-zA-Z0-9][a-zA-Z0-9-]{0,61})/.exec(resource)?.[1];
    return name === undefined ? {} : { namePrefixes: [withoutTime(name)] };
  },
  kms: (resource, arn) => (resource.startsWith('key/') ? { dataKeyArns: [arn], volumeKeyArns: [arn] } : {}),
  ecr: (resource) => {
    const [prefix, ...below] = resource.replace(/^repository\//, '').split('/');
    return prefix && below.length > 0 ? { ecrRepositoryPrefixes: [prefix] } : {};
  },
  ec2: (resource) => {
    const [type, id = ''] = resource.split('/');
    if (type === 'subnet') return { subnetIds: [id] };
    return type === 'security-group' ? { securityGroupIds: [id] } : {};
  },
  glue: (resource) => {
    const database = /^(?:database|table)\/([^/]+)/.exec(resource)?.[1];
    return database === undefined ? {} : { glueDatabases: [database] };
  },
  athena: (resource) => {
    const workgroup = /^workgroup\/(.+)/.exec(resource)?.[1];
    return workgroup === undefined ? {} : { athenaWorkgroups: [workgroup] };
  },
  iam: (resource, arn, operation) =>
    resource.startsWith('role/')
      ? Object.fromEntries(rolesPassedBy(operation).map((variable) => [variable, [arn]]))
      : {},
};

/**
 * The roles that a call passes, each with the calls that pass no other.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html, and the RoleArn of these calls in
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations_Amazon_SageMaker_Service.html
 */
const passedRoles: Readonly<Record<string, RegExp>> = {
  trainingRoleArns: /^Create(?:TrainingJob|HyperParameterTuningJob|ProcessingJob)$/,
  hostingRoleArns: /^CreateModel$/,
  notebookRoleArns: /^(?:Create|Update)(?:NotebookInstance|Domain|UserProfile)$/,
  pipelineRoleArns: /^(?:Create|Update)Pipeline$/,
  imageBuildRoleArns: /^(?:Create|Update)Project$/,
  labelingRoleArns: /^CreateLabelingJob$/,
  autoMlRoleArns: /^CreateAutoMLJob(?:V2)?$/,
  offlineStoreRoleArns: /^CreateFeatureGroup$/,
  mlflowRoleArns: /^(?:Create|Update)MlflowTrackingServer$/,
  customizationRoleArns: /^CreateJob$/,
  partnerAppRoleArns: /^CreatePartnerApp$/,
};

/** Where the message doesn't say which call it was. */
const USUAL_ROLES = [
  'trainingRoleArns',
  'hostingRoleArns',
  'notebookRoleArns',
  'pipelineRoleArns',
  'imageBuildRoleArns',
] as const;

/** The variables of the roles that a call can pass: one where the call is known, none where no field has the role of such calls. */
function rolesPassedBy(operation: string | undefined): readonly string[] {
  if (operation === undefined) return USUAL_ROLES;
  return Object.entries(passedRoles).flatMap(([variable, calls]) =>
    calls.test(operation) ? [variable] : [],
  );
}

/** The SDK ends names with the time; the next job has another. */
const withoutTime = (name: string): string => name.replace(/-\d{4}-\d{2}-\d{2}-\d.*$/, '-');

/** What a refused call says about the account, the Region and the resource, as values of a draft. */
export function valuesOfCall(
  {
    principal,
    action,
    operation,
  }: Pick<RefusedCall, 'principal' | 'action'> & Partial<Pick<RefusedCall, 'operation'>>,
  resource: string | undefined,
): Values {
  const arn = readArn(resource ?? '');
  const partition = arn?.partition || /^arn:(aws[\w-]*):/.exec(principal ?? '')?.[1];
  // A role works in its own account, also on what others own.
  const accounts = [accountOfArn(principal), accountOfArn(resource)];
  const account = (isAssuming(action) ? accounts.toReversed() : accounts).find((one) => one !== undefined);
  return {
    ...(isAssuming(action) && principal?.startsWith('arn:') ? trusted(roleArnOf(principal)) : {}),
    ...(partition ? { partition: [partition] } : {}),
    ...(arn?.region ? { region: [arn.region] } : {}),
    ...(account ? { accountId: [account] } : {}),
    ...(arn && resource ? byService[arn.service]?.(arn.resource, resource, operation) : {}),
  };
}

const trusted = (principal: string): Values => ({
  trustedPrincipalArns: [principal],
  externalPrincipalArns: [principal],
});

/** The values of a call on several resources together, each once. Where only one can be, it is that of the first. */
export function valuesOfCalls(call: RefusedCall, resources: readonly (string | undefined)[]): Values {
  const all = new Map<string, readonly string[]>();
  for (const resource of resources)
    for (const [id, values] of Object.entries(valuesOfCall(call, resource)))
      all.set(id, [...new Set([...(all.get(id) ?? []), ...values])]);
  return Object.fromEntries(all);
}
