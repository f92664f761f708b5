import type { ComposedDocument } from '../composed.ts';
import type { PolicyDocument } from '../document.ts';
import { findPersona } from '../personas/index.ts';
import { measure } from '../size/measure.ts';
import { type EndpointService, partitionOf, serviceOf } from './endpointServices.ts';
import { type ExportSet, isOwn } from './exporter.ts';
import { oneLine } from './header.ts';
import { kebab, slug, uniqueNames } from './names.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import { type Entry, noRole, noRoom, notesOf, stays, tooMany } from './planNotes.ts';
import { ofRole } from './roleParameters.ts';
import { roomNotes } from './room.ts';

/** A policy of its own: customer managed, service control, or the one of an endpoint. */
export interface PlannedPolicy {
  /** `notebook-role-permissions`; unique within its part. */
  readonly id: string;
  /** As AWS is to know it. */
  readonly name: string;
  readonly title: string;
  readonly document: PolicyDocument;
}

export interface PlannedRole {
  readonly id: string;
  /** Whose role it is. */
  readonly persona: string;
  readonly name: string;
  readonly title: string;
  readonly trust: PolicyDocument;
  readonly managed: readonly PlannedPolicy[];
  readonly inline: readonly PlannedPolicy[];
  readonly boundary?: PlannedPolicy;
}

export interface PlannedEndpoint extends PlannedPolicy {
  /** Nothing where a document is not known to be for a service's endpoint. */
  readonly service?: EndpointService;
  /** ID of an endpoint that is there. */
  readonly endpointId: Parameter;
}

export type PartId = 'account' | 'network' | 'organization';

/** What is created together: with the rights of one team, in one account. */
export interface ExportPart {
  readonly id: PartId;
  /** Slug of the draft's name, with the part's id: `ml-platform-account`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly policies: readonly PlannedPolicy[];
  readonly roles: readonly PlannedRole[];
  readonly endpoints: readonly PlannedEndpoint[];
  readonly serviceControl: readonly PlannedPolicy[];
  /** What a reader must know that the code does not say. */
  readonly notes: readonly string[];
}

/**
 * What an export creates, in up to three parts: roles and policies of the account; policies of VPC endpoints, which are the
 * network's; service control policies, which only the organisation's management account can make.
 */
export function planOf(set: ExportSet): readonly ExportPart[] {
  const name = slug(set.name) || 'policies';
  const account = accountPart(set, name);
  const parts = [account, networkPart(set, name), organizationPart(set, name)];
  return parts
    .filter((part) => makesSomething(part) || part.notes.length > 0)
    .map((part) => ({ ...part, parameters: part.parameters.map((one) => ofRole(one, account.roles)) }));
}

export const makesSomething = ({ policies, roles, endpoints, serviceControl }: ExportPart): boolean =>
  policies.length + roles.length + endpoints.length + serviceControl.length > 0;

/**
 * `merged` is a merged document's id. One that no choice makes is known by its title: its id is a place in a list, and goes to
 * another document once it is removed.
 */
function idOf(document: ComposedDocument): string {
  const { id, partOf, title, kind } = document;
  const words: Partial<Record<ComposedDocument['kind'], string>> = { identity: 'permissions' };
  const word = words[kind];
  // A part's id and title both end with its number.
  const number = partOf === undefined ? '' : id.slice(partOf.length);
  const whole = isOwn(document) ? slug(title.slice(0, title.length - number.length)) : kebab(partOf ?? id);
  return slug([whole || 'policy', word, number].filter(Boolean).join('-'));
}

/** Names of roles end at 64 characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const NAME_LIMIT = 64;

function planner(draftName: string) {
  const ids = uniqueNames();
  const names = uniqueNames(NAME_LIMIT);
  return (document: ComposedDocument): PlannedPolicy => {
    const id = ids(idOf(document));
    const start = draftName.slice(0, Math.max(1, NAME_LIMIT - id.length - 1));
    return { id, name: names(`${start}-${id}`), title: document.title, document: document.policy };
  };
}

const ofKind = (set: ExportSet, kind: ComposedDocument['kind']) =>
  set.documents.filter((document) => document.kind === kind);

function accountPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name);
  const trusts = firstOfEach(ofKind(set, 'trust'));
  const trusted = new Set(trusts.flatMap(({ personas }) => personas));
  const entries = [...ofKind(set, 'identity'), ...ofKind(set, 'permissions-boundary')].map((document) => {
    const attached = document.personas.some((persona) => trusted.has(persona));
    const inline = document.kind === 'identity' && set.attach === 'inline' && attached;
    return { document, inline, attached, policy: plan(document) };
  });
  const tooLarge = ({ document, inline, attached }: Entry) =>
    !inline && !attached && set.attach === 'inline' && measure(document.policy, 'managed').state === 'over';
  const kept = entries.filter((entry) => !tooLarge(entry));
  const roles = trusts.map((trust) => roleOf(trust, kept, plan));
  const documents = [...kept.map(({ policy }) => policy.document), ...roles.map(({ trust }) => trust)];
  return {
    ...emptyPart('account', name),
    parameters: parametersOf(documents),
    policies: kept.filter(({ inline }) => !inline).map(({ policy }) => policy),
    roles,
    notes: [
      ...stays(documents),
      ...roomNotes(set, ['identity', 'permissions-boundary', 'trust']),
      ...kept.flatMap((entry) => notesOf(entry, trusted)),
      ...roles.flatMap(tooMany),
      ...entries.filter(tooLarge).map(({ document }) => noRoom(document)),
      ...ofKind(set, 'trust').flatMap((trust) => (trusts.includes(trust) ? [] : [noRole(trust)])),
    ],
  };
}

/** A role has one trust policy; one that is nobody's makes no role. */
function firstOfEach(trusts: readonly ComposedDocument[]): readonly ComposedDocument[] {
  return trusts.filter(
    ({ personas: [persona] }, index) =>
      persona !== undefined && trusts.findIndex(({ personas: [other] }) => other === persona) === index,
  );
}

function roleOf(
  trust: ComposedDocument,
  entries: readonly Entry[],
  plan: ReturnType<typeof planner>,
): PlannedRole {
  const [persona = ''] = trust.personas;
  const { id, name } = plan({ ...trust, id: persona });
  const own = entries.filter(({ document }) => document.personas.includes(persona));
  const identity = own.filter(({ document }) => document.kind === 'identity');
  const boundary = own.find(({ document }) => document.kind === 'permissions-boundary')?.policy;
  return {
    id,
    persona,
    name,
    title: findPersona(persona)?.title ?? trust.title,
    trust: trust.policy,
    managed: identity.filter(({ inline }) => !inline).map(({ policy }) => policy),
    inline: identity.filter(({ inline }) => inline).map(({ policy }) => policy),
    ...(boundary ? { boundary } : {}),
  };
}

function networkPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name);
  const partition = partitionOf(set);
  const endpoints = ofKind(set, 'vpc-endpoint').map((document): PlannedEndpoint => {
    const policy = plan(document);
    const service = serviceOf(document, partition);
    return {
      ...policy,
      ...(service ? { service } : {}),
      endpointId: {
        name: `${policy.id}-id`,
        description: `ID of the VPC endpoint that gets this policy: ${document.title}.`,
        rule: 'A VPC endpoint ID is “vpce-” and 8 or 17 digits 0–9, a–f.',
        pattern: 'vpce-([0-9a-f]{8}|[0-9a-f]{17})',
      },
    };
  });
  const documents = endpoints.map(({ document }) => document);
  return {
    ...emptyPart('network', name),
    endpoints,
    parameters: parametersOf(documents),
    notes: [...stays(documents), ...roomNotes(set, ['vpc-endpoint'])],
  };
}

/** Where service control policies go: the page does not know the organisation. */
export const targetIds: Parameter = {
  name: 'target-ids',
  description:
    'IDs of the roots, organisational units or accounts that the service control policies are attached to.',
  rule: 'A target is the ID of a root (r-…), an organisational unit (ou-…) or an account (12 digits).',
  pattern: '(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}|[0-9]{12})',
  list: true,
};

/** What Organizations is told of a service control policy. Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html */
export const descriptionOf = ({ title }: PlannedPolicy): string => oneLine(title).slice(0, 512);

function organizationPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name);
  const serviceControl = ofKind(set, 'service-control').map(plan);
  const documents = serviceControl.map(({ document }) => document);
  const open = parametersOf(documents);
  return {
    ...emptyPart('organization', name),
    serviceControl,
    parameters: serviceControl.length > 0 ? [...open, targetIds] : [],
    notes: [...stays(documents), ...roomNotes(set, ['service-control'])],
  };
}

const emptyPart = (id: PartId, name: string): ExportPart => ({
  id,
  name: `${name}-${id}`,
  parameters: [],
  policies: [],
  roles: [],
  endpoints: [],
  serviceControl: [],
  notes: [],
});
