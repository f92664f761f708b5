import { accountPart } from './accountPart.ts';
import { partitionOfSet, serviceOf } from './endpointServices.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import { oneLine } from './header.ts';
import { slug } from '../language/slug.ts';
import { type Parameter, parametersIn, parametersOf } from './parameters.ts';
import {
  emptyPart,
  type ExportPart,
  makesSomething,
  type PlannedEndpoint,
  type PlannedOrganizationPolicy,
  type PlannedResourcePolicy,
  type PlannedPolicy,
} from './planned.ts';
import { permissionSetPart, personasOfPermissionSets, withoutInlineInSets } from './permissionSets.ts';
import { planner } from './planner.ts';
import { unknownPlaceholderNote } from './partNotes.ts';
import { sizeNotes } from './sizeNotes.ts';

/**
 * What an export creates, in up to five parts: roles and policies of the account; permission sets, which the account that
 * administers IAM Identity Center makes; policies of resources, such as buckets; policies of VPC endpoints, which are the network's; service and resource control policies, which
 * only the organisation's management account can make.
 */
export function planOf(set: ExportSet): readonly ExportPart[] {
  const name = slug(set.name) || 'policies';
  const account = accountPart(withoutInlineInSets(set), name, personasOfPermissionSets(set));
  const parts = [
    account,
    permissionSetPart(set, name, account),
    resourcesPart(set, name),
    networkPart(set, name),
    organizationPart(set, name),
  ];
  return parts.filter((part) => makesSomething(part) || part.notes.length > 0);
}

/** A resource policy replaces what is there: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
const REPLACES =
  'Warning: each of these policies replaces the whole policy that its resource has now. Read the current policy, and merge its statements before you run this.';

function resourcesPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name, set);
  const resourcePolicies = ofKind(set, 'resource').flatMap((document): readonly PlannedResourcePolicy[] =>
    document.resource ? [{ ...plan.policy(document), resource: document.resource }] : [],
  );
  const documents = resourcePolicies.map(({ document }) => document);
  const texts = resourcePolicies.flatMap(({ document, resource }) => [
    JSON.stringify(document),
    resource.name,
  ]);
  return {
    ...emptyPart('resources', name),
    resourcePolicies,
    parameters: parametersIn(texts, set.ruleset),
    notes: [
      ...(resourcePolicies.length > 0 ? [REPLACES] : []),
      ...unknownPlaceholderNote(documents, set.ruleset),
      ...sizeNotes(set, ['resource']),
    ],
  };
}

function networkPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name, set);
  const partition = partitionOfSet(set);
  const endpoints = ofKind(set, 'vpc-endpoint').map((document): PlannedEndpoint => {
    const policy = plan.policy(document);
    const service = serviceOf(document, partition, set.ruleset);
    return {
      ...policy,
      ...(service ? { service } : {}),
      endpointId: {
        name: `${policy.id}-id`,
        description: `ID of the VPC endpoint for this policy: ${document.title}.`,
        rule: 'Enter a VPC endpoint ID: “vpce-” followed by 8 or 17 characters (0–9, a–f).',
        pattern: 'vpce-([0-9a-f]{8}|[0-9a-f]{17})',
      },
    };
  });
  const documents = endpoints.map(({ document }) => document);
  return {
    ...emptyPart('network', name),
    endpoints,
    parameters: parametersOf(documents, set.ruleset),
    notes: [...unknownPlaceholderNote(documents, set.ruleset), ...sizeNotes(set, ['vpc-endpoint'])],
  };
}

/** Where organization policies are attached: the page doesn’t know the organization. */
export const targetIds: Parameter = {
  name: 'target-ids',
  description: 'IDs of the roots, organizational units, or accounts to attach the organization policies to.',
  rule: 'Enter the ID of a root (r-…), an organizational unit (ou-…), or an account (12 digits).',
  pattern: '(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|[0-9]{12})',
  list: true,
};

/** The description of a policy in Organizations. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html */
export const descriptionOf = ({ title }: PlannedPolicy): string => oneLine(title).slice(0, 512);

function organizationPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name, set);
  const planned = (kind: 'service-control' | 'resource-control', type: PlannedOrganizationPolicy['type']) =>
    ofKind(set, kind).map((document): PlannedOrganizationPolicy => ({ ...plan.policy(document), type }));
  const organizationPolicies = [
    ...planned('service-control', 'SERVICE_CONTROL_POLICY'),
    ...planned('resource-control', 'RESOURCE_CONTROL_POLICY'),
  ];
  const documents = organizationPolicies.map(({ document }) => document);
  const open = parametersOf(documents, set.ruleset);
  return {
    ...emptyPart('organization', name),
    organizationPolicies,
    parameters: organizationPolicies.length > 0 ? [...open, targetIds] : [],
    notes: [
      ...unknownPlaceholderNote(documents, set.ruleset),
      ...sizeNotes(set, ['service-control', 'resource-control']),
    ],
  };
}
