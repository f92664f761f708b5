import type { ComposedDocument } from '../composed.ts';
import type { PolicyDocument } from '../document.ts';
import { findPersona } from '../personas/index.ts';
import { measure } from '../size/measure.ts';
import { quotaOf } from '../size/quotas.ts';
import { type EndpointService, serviceOf } from './endpointServices.ts';
import type { ExportSet } from './exporter.ts';
import { kebab, slug, uniqueNames } from './names.ts';
import { type Parameter, parametersOf } from './parameters.ts';

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
  const parts = [accountPart(set, name), networkPart(set, name), organizationPart(set, name)];
  return parts.filter(
    ({ policies, roles, endpoints, serviceControl, notes }) =>
      policies.length + roles.length + endpoints.length + serviceControl.length + notes.length > 0,
  );
}

/** `service-control` is a document's kind, `merged` a merged one's id; a document of nobody is known by its title. */
function idOf({ id, partOf, title, personas, kind }: ComposedDocument): string {
  const own = personas.length === 0 && kind === 'identity' ? slug(title) : kebab(id);
  const words: Partial<Record<ComposedDocument['kind'], string>> = { identity: 'permissions' };
  const word = words[kind];
  const whole = partOf === undefined ? own : kebab(partOf);
  const number = partOf === undefined ? '' : id.slice(partOf.length);
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
      ...kept.flatMap((entry) => notesOf(entry, trusted)),
      ...roles.flatMap(tooMany),
      ...entries.filter(tooLarge).map(({ document }) => noRoom(document)),
      ...ofKind(set, 'trust').flatMap((trust) => (trusts.includes(trust) ? [] : [noRole(trust)])),
    ],
  };
}

interface Entry {
  readonly document: ComposedDocument;
  readonly policy: PlannedPolicy;
  /** It stands inside of the roles. */
  readonly inline: boolean;
  readonly attached: boolean;
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
    name,
    title: findPersona(persona)?.title ?? trust.title,
    trust: trust.policy,
    managed: identity.filter(({ inline }) => !inline).map(({ policy }) => policy),
    inline: identity.filter(({ inline }) => inline).map(({ policy }) => policy),
    ...(boundary ? { boundary } : {}),
  };
}

function tooMany({ title, managed }: PlannedRole): readonly string[] {
  const { attachments } = quotaOf('managed');
  if (managed.length <= attachments) return [];
  return [
    `${title} gets ${managed.length} managed policies, and a role may have ${attachments}: ask AWS for a higher quota first, or attach fewer.`,
  ];
}

const titlesOf = (personas: readonly string[]): string =>
  personas.map((persona) => findPersona(persona)?.title ?? persona).join('; ');

function notesOf({ document, policy, inline }: Entry, trusted: ReadonlySet<string>): readonly string[] {
  const { personas, title, kind } = document;
  const without = personas.filter((persona) => !trusted.has(persona));
  const roles = personas.filter((persona) => trusted.has(persona));
  const what = `${title} (${policy.name})`;
  return [
    ...(personas.length === 0 ? [`${what} is attached to nothing: attach it where it belongs.`] : []),
    ...(without.length > 0 && !inline
      ? [
          `${what}: no role is made for ${titlesOf(without)}. Put the policy into the permission set or role that they have${kind === 'identity' ? '' : ', as its permissions boundary'}.`,
        ]
      : []),
    ...(without.length > 0 && inline
      ? [
          `${title}: no role is made for ${titlesOf(without)}; export the policy as JSON for the permission set or role that they have.`,
        ]
      : []),
    ...(kind === 'identity' && roles.length > 1 && document.partOf === undefined
      ? [shared(title, roles)]
      : []),
    ...(kind === 'identity' && roles.length > 1 && document.id === `${document.partOf}-1`
      ? [shared(title, roles)]
      : []),
  ];
}

const shared = (title: string, roles: readonly string[]): string =>
  `${title} is attached to ${roles.length} roles (${titlesOf(roles)}), and each of them gets all of it. One policy per persona gives each role its own.`;

const noRoom = ({ title }: ComposedDocument): string =>
  `${title} is not part of this: there is no role to put it into, and it is too large for a managed policy. Export it as JSON.`;

const noRole = ({ title }: ComposedDocument): string =>
  `${title} is not part of this: it is not known which role it belongs to. Export it as JSON.`;

function networkPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name);
  const endpoints = ofKind(set, 'vpc-endpoint').map((document): PlannedEndpoint => {
    const policy = plan(document);
    const service = serviceOf(document);
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
  const parameters = parametersOf(endpoints.map(({ document }) => document));
  return { ...emptyPart('network', name), endpoints, parameters };
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

function organizationPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name);
  const serviceControl = ofKind(set, 'service-control').map(plan);
  const open = parametersOf(serviceControl.map(({ document }) => document));
  return {
    ...emptyPart('organization', name),
    serviceControl,
    parameters: serviceControl.length > 0 ? [...open, targetIds] : [],
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
