import { fillText, placeholderValues } from '../../compose/fillPlaceholders.ts';
import type { AppliedPolicies } from '../../compose/appliedPolicies.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { arnsOfRole } from '../../model/composedDocument.ts';
import type { Answer } from '../../exact/answer.ts';
import type { AccessQuestion } from '../../exact/isAccessPossible.ts';
import { isAccessPossibleInLayers } from '../../exact/layers/compareLayers.ts';
import { accessRequestOf } from '../../exact/layers/replayInLayers.ts';
import { SharedTests } from '../../exact/question/tests.ts';
import { withConsent } from '../../exact/layers/withConsent.ts';
import { aboutActions } from '../../exact/layers/aboutActions.ts';
import { POLICY_VERSION, type PolicyDocument, type Statement } from '../../language/policy.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import { hasResourceControl, type PolicySet, withoutResourceControl } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import type { OpenReason } from '../everyRequest/accessDifference.ts';
import { requestsElsewhere, requestsOfRoles } from '../requestsOfRoles.ts';
import { withExampleAccount } from '../withExampleAccount.ts';
import type { ReachRow } from './reachRow.ts';
import { endpointDocument, reachSubjects, type ReachSubject } from './roleReach.ts';

/**
 * Whether a role can send some request that is allowed. `possible`: this one is. `impossible`: none is; that was proven for every
 * request. `reading`: one is with one interpretation of short resource patterns and not with the other. `resourceControl`: none is
 * for resources of accounts that the resource control policies are attached to, and one is for another account’s.
 */
export type Possibility =
  | { readonly state: 'possible'; readonly request: AccessRequest; readonly policies: AppliedPolicies }
  | { readonly state: 'impossible' }
  | { readonly state: 'undecided'; readonly because: OpenReason };

/** A row of a role, and which of its requests are asked about: those that are as each of `only`. */
export interface AskedRow {
  readonly role: string;
  readonly row: ReachRow;
  readonly only: readonly AccessQuestion[];
}

/** Of a row: by itself, and through each VPC endpoint of the set that limits it. */
export interface RowPossibility {
  readonly answer: Possibility;
  readonly through: readonly { readonly endpoint: string; readonly answer: Possibility }[];
}

/** What a role can do is computed from. */
export interface PossibilitySetting {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
  readonly ruleset: Ruleset;
  readonly catalog: Catalog;
  /** Prefixes of the services that the policies of the set name. */
  readonly services: readonly string[];
}

/**
 * Answers for one role, each over all layers of its set. Policies of keys and of roles that are assumed leave the decision to the
 * account, as AWS's default ones do; what another account's policies say is not part of a set. A missing account, partition, and
 * Region are examples.
 */
export class RolePossibilities {
  private readonly policies: AppliedPolicies;
  private readonly principal: string;
  private readonly setting: PossibilitySetting;
  private readonly shared = new SharedTests();
  private readonly ofRole: readonly AccessQuestion[];

  constructor({ id, personas, policies }: ReachSubject, setting: PossibilitySetting) {
    this.policies = { ...policies, set: withExampleAccount(policies.set) };
    this.setting = setting;
    const { draft, documents, ruleset } = setting;
    this.ofRole = requestsOfRoles([policies.set, ...documents.map(({ policy }) => policy)]);
    const named = documents.find(
      ({ role, personas: own }) => role && personas.some((persona) => own.includes(persona)),
    );
    const [arn = `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${id.replaceAll(/[^\w+=,.@-]/g, '-')}`] = arnsOfRole(
      named?.role,
    );
    this.principal = fillText(withExampleAccount(arn), placeholderValues(draft, ruleset));
  }

  /** Of the requests that a row is about, and that are as each of `only`. */
  ofRow(row: ReachRow, only: readonly AccessQuestion[]): RowPossibility {
    const document = this.policies.documents.identity?.find((one) => one?.id === row.place.document);
    const statement = [document?.policy.Statement ?? []].flat()[row.place.statement];
    if (!statement) return { answer: UNREAD, through: [] };
    const asked = withExampleAccount([
      questionOf(row, statement, document?.policy.Version),
      ...this.inPartition(only),
    ]);
    const policies = row.service === '*' ? this.ofOtherServices() : this.policies;
    const through = row.limits.flatMap((limit) => ('endpoint' in limit ? [limit.endpoint] : []));
    return {
      answer: this.ask(policies, asked),
      through: [...new Set(through)].map((endpoint) => ({
        endpoint,
        answer: this.ask(this.behind(policies, endpoint), asked),
      })),
    };
  }

  /** Of all requests that are as asked. */
  of(asked: readonly AccessQuestion[]): Possibility {
    return this.ask(this.policies, this.inPartition(asked));
  }

  /** Resources that are sought are in the role's partition. */
  private inPartition(asked: readonly AccessQuestion[]): readonly AccessQuestion[] {
    const start = `arn:${this.principal.split(':')[1] ?? 'aws'}:`;
    return asked.map(({ resources, ...rest }) => ({
      ...rest,
      ...(resources && { resources: resources.map((arn) => arn.replace(/^arn:\*:/, start)) }),
    }));
  }

  private ask(policies: AppliedPolicies, asked: readonly AccessQuestion[]): Possibility {
    const actions = asked[0]?.actions ?? ['*'];
    const whole = { ...policies, set: withConsent(policies.set, actions, this.principal) };
    const found = possibilityOf(this.answer(whole.set, asked), whole);
    if (found.state === 'possible' || !hasResourceControl(whole.set)) return found;
    const others = withoutResourceControl(whole.set);
    const isImpossible = (more: readonly AccessQuestion[]) =>
      possibilityOf(this.answer(others, [...asked, ...more]), whole).state === 'impossible';
    if (found.state === 'undecided') return isImpossible([]) ? IMPOSSIBLE : found;
    return isImpossible([requestsElsewhere(this.principal)]) ? IMPOSSIBLE : IN_OTHER_ACCOUNTS;
  }

  private answer(set: PolicySet, asked: readonly AccessQuestion[]): Answer {
    const actions = asked[0]?.actions ?? ['*'];
    return isAccessPossibleInLayers(
      aboutActions(set, actions),
      [...asked, NEEDING_PERMISSION, ...this.ofRole],
      {
        catalog: this.setting.catalog,
        principals: [this.principal],
        resources: 'typed',
        shared: this.shared,
      },
    );
  }

  private behind(policies: AppliedPolicies, endpoint: string): AppliedPolicies {
    const document = endpointDocument(this.setting.documents, endpoint);
    if (!document) return policies;
    return {
      set: { ...policies.set, vpcEndpoint: [withExampleAccount(document.policy)] },
      documents: { ...policies.documents, vpcEndpoint: [document] },
    };
  }

  /** A row about every other service is not about those that the set names. */
  private ofOtherServices(): AppliedPolicies {
    const { set, documents } = this.policies;
    const named = this.setting.services.map((service) => `${service}:*`);
    const other: PolicyDocument = {
      Version: POLICY_VERSION,
      Statement: [{ Effect: 'Deny', Action: named, Resource: '*' }],
    };
    if (named.length === 0) return this.policies;
    return {
      set: { ...set, identity: [...set.identity, other] },
      documents: { ...documents, identity: [...(documents.identity ?? []), undefined] },
    };
  }
}

/** One is allowed to every role and the other to none, whatever policies say: they reach nothing. */
const NEEDING_PERMISSION: AccessQuestion = {
  exceptActions: ['sts:GetCallerIdentity', 'sts:GetSessionToken'],
};

/** For each role of a draft, and each imported policy, by its id. */
export const rolePossibilities = (setting: PossibilitySetting): ReadonlyMap<string, RolePossibilities> =>
  new Map(
    reachSubjects(setting.draft, setting.documents, setting.ruleset).map((subject) => [
      subject.id,
      new RolePossibilities(subject, setting),
    ]),
  );

const IMPOSSIBLE: Possibility = { state: 'impossible' };
const IN_OTHER_ACCOUNTS: Possibility = { state: 'undecided', because: { reason: 'resourceControl' } };
const UNREAD: Possibility = { state: 'undecided', because: { reason: 'malformed' } };

function possibilityOf(answer: Answer, policies: AppliedPolicies): Possibility {
  if (answer.kind === 'undecided') return { state: 'undecided', because: answer.because };
  if (answer.otherReading) return { state: 'undecided', because: { reason: 'reading' } };
  if (answer.kind === 'none') return IMPOSSIBLE;
  return { state: 'possible', request: accessRequestOf(answer.witness), policies };
}

/** The requests that a row is about: its actions on its entry, under the conditions of its statement. */
function questionOf(
  { service, actions, resource }: ReachRow,
  { Action, NotAction, Condition }: Statement,
  version: string | undefined,
): AccessQuestion {
  const read = (text: string) => (version === POLICY_VERSION ? text : text.replaceAll('${', '${$}{'));
  const named =
    service === '*'
      ? NotAction === undefined
        ? { actions: listed(Action) }
        : { exceptActions: listed(NotAction) }
      : { actions };
  return {
    ...named,
    ...(typeof resource === 'string'
      ? { resources: [read(resource)] }
      : { exceptResources: resource.allBut.map(read) }),
    ...(Condition ? { condition: JSON.parse(read(JSON.stringify(Condition))) } : {}),
  };
}

const listed = (texts: string | readonly string[] | undefined): readonly string[] =>
  texts === undefined ? [] : [texts].flat();
