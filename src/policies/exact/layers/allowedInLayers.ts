import { roleActions } from '../../simulate/policyLayers.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { type Caller, hasIdentity, isServiceLinked } from '../../simulate/caller.ts';
import { callsBeyondReach, callsWithoutPermission } from '../../simulate/exemptions.ts';
import type { Layer } from '../../simulate/policySet.ts';
import type { PrincipalMatch } from '../../simulate/principal.ts';
import { outsideResourceControl } from '../../simulate/resourceControlled.ts';
import { ACTION, type Box, not, RESOURCE } from '../question/test.ts';
import type { Tests } from '../question/tests.ts';
import { servicePattern } from '../question/simulatedLiteral.ts';
import { unitsOf } from '../texts/simulatedPattern.ts';
import type { Pattern } from '../texts/textPattern.ts';
import { textSet } from '../values/valueSet.ts';
import type { LayeredStatement, ReadLayers } from './layeredPolicies.ts';

/** Boxes of which a request must be in one. */
export type Alternatives = readonly Box[];

/**
 * What a set of policies allows a caller: in one of the ways every need must be met, and no Deny may match.
 */
export interface LayeredSide {
  readonly ways: readonly (readonly Alternatives[])[];
  readonly denies: readonly Box[];
}

/** A caller and what else decides how the layers are combined. */
export interface CallerSituation {
  readonly caller: Caller;
  /** Whether the resource is of another account than the caller. */
  readonly isForeign: boolean;
  /** Whether the action is one that needs no permission. */
  readonly isFree: boolean;
}

/** The tests on which it depends how the layers are combined. See `combineLayers` and `isExemptFromLayer` of the simulator. */
export class CombinationTests {
  private readonly tests: Tests;

  constructor(tests: Tests) {
    this.tests = tests;
  }

  readonly action = (what: string, patterns: readonly Pattern[]) =>
    this.tests.literal(ACTION, what, () => textSet(patterns));

  private readonly calls = (names: readonly string[]) =>
    this.action(
      `calls ${names.join()}`,
      names.map((name) => unitsOf(name.toLowerCase())),
    );

  readonly free = (caller: Caller) => this.calls(callsWithoutPermission(caller));

  /** Such a box as it counts where permission is needed, and has an effect. */
  permitted(box: Box, caller: Caller): Box {
    if (isOfOtherServices(box, ['sts'])) return box;
    return [...box, not(this.calls([...callsWithoutPermission(caller), ...callsBeyondReach(caller)]))];
  }

  readonly takesRole = () => this.action('takes a role', [unitsOf('sts:assumerole')]);

  /** What boxes allow where keys and roles must consent to it. */
  consented(boxes: Alternatives, consents: Alternatives): Alternatives {
    const all = [...this.withoutConsent(), ...consents];
    return boxes.flatMap((box) =>
      isOfOtherServices(box, ['kms', 'sts']) ? [box] : all.map((consent) => [...box, ...consent]),
    );
  }

  /** A request to whose action no key and no role must consent is in one of these boxes. */
  private withoutConsent(): Alternatives {
    const kms = this.action('of KMS', [servicePattern('kms')]);
    const roles = this.action('of roles', roleActions.map(unitsOf));
    const key = this.tests.literal(RESOURCE, 'a key', () => textSet([KEY]));
    const role = this.tests.literal(RESOURCE, 'a role', () => textSet([CONTAINS_ROLE]));
    return [
      [not(kms), not(roles)],
      [kms, not(key)],
      [roles, not(role)],
    ];
  }

  /** Requests on which resource control policies have a say. */
  resourceControlled(catalog: Catalog | undefined): Box {
    const linked = this.tests.literal(RESOURCE, 'a service-linked role', () => textSet([SERVICE_LINKED]));
    const exempt = this.action(
      'exempt from resource control',
      outsideResourceControl.map((action) => unitsOf(action.toLowerCase())),
    );
    const services = catalog?.rcpServices;
    const controlled = services ? [this.action('with resource control', services.map(servicePattern))] : [];
    return [not(linked), not(exempt), ...controlled];
  }
}

/** Whether a box names actions, and none of the given services. */
function isOfOtherServices(box: Box, services: readonly string[]): boolean {
  const named = box.find(({ test, holds }) => test.variable === ACTION && holds)?.test.set;
  return (
    named?.kind === 'text' && named.patterns.map(serviceOf).every((name) => name && !services.includes(name))
  );
}

/** Nothing where a pattern has a wildcard or a value that is missing in its service. */
function serviceOf(pattern: Pattern): string | undefined {
  const end = pattern.findIndex((token) => token.kind !== 'unit' || token.units === ':');
  const units = pattern.slice(0, end).map((token) => (token.kind === 'unit' ? token.units : ''));
  return pattern[end]?.kind === 'unit' ? units.join('') : undefined;
}

const anything = { kind: 'run', colons: true } as const;
const field = { kind: 'run', colons: false } as const;
const KEY: Pattern = [
  ...unitsOf('arn:'),
  field,
  ...unitsOf(':kms:'),
  field,
  ...unitsOf(':'),
  field,
  ...unitsOf(':key/'),
  anything,
];
const CONTAINS_ROLE: Pattern = [anything, ...unitsOf(':role/'), anything];
const SERVICE_LINKED: Pattern = [
  ...unitsOf('arn:'),
  field,
  ...unitsOf(':iam::'),
  field,
  ...unitsOf(':role/aws-service-role/'),
  anything,
];

/** What layers allow in a situation. */
export function sideIn(
  policies: ReadLayers,
  { caller: given, isForeign, isFree }: CallerSituation,
  combination: CombinationTests,
  catalog: Catalog | undefined,
): LayeredSide {
  const isBounded = policies.permissionsBoundary.isPresent && hasIdentity(given);
  const caller = isBounded ? { ...given, bounded: true } : given;
  const named = statementsFor(policies, caller);
  const endpoint = policies.vpcEndpoint.isPresent ? [allowsOf(named('vpcEndpoint'))] : [];
  if (isFree) return { ways: [endpoint], denies: denialsOf(named('vpcEndpoint')) };
  const isControlled = hasIdentity(caller) && !isServiceLinked(caller);
  const levels = Array.from({ length: isControlled ? policies.serviceControl.levels : 0 }, (_, level) =>
    allowsOf(named('serviceControl').filter((statement) => statement.level === level)),
  );
  const limit = combination.resourceControlled(catalog);
  const controlled = isServiceLinked(caller) ? [] : denialsOf(named('resourceControl'));
  const unconditional = (['identity', 'permissionsBoundary', 'session', 'resource', 'vpcEndpoint'] as const)
    .flatMap((layer) => denialsOf(named(layer)))
    .concat(isControlled ? denialsOf(named('serviceControl')) : []);
  const outer = [...levels, ...endpoint];
  return {
    ways: innerWays(policies, named, caller, isForeign, combination).map((way) => [...way, ...outer]),
    denies: [...unconditional, ...controlled.map((box) => [...box, ...limit])],
  };
}

interface NamedStatement extends LayeredStatement {
  readonly match: PrincipalMatch;
}

type NamedStatements = (layer: Layer) => readonly NamedStatement[];

/** The statements of a layer that name the caller. */
const statementsFor =
  (policies: ReadLayers, caller: Caller): NamedStatements =>
  (layer) =>
    policies[layer].statements.flatMap((statement) => {
      const match = statement.principal(caller);
      return match === undefined ? [] : [{ ...statement, match }];
    });

const boxesOf = (statements: readonly LayeredStatement[], effect: 'Allow' | 'Deny'): readonly Box[] =>
  statements.flatMap((statement) => (statement.effect === effect ? [statement.box] : []));

const allowsOf = (statements: readonly LayeredStatement[]): Alternatives => boxesOf(statements, 'Allow');
const denialsOf = (statements: readonly LayeredStatement[]): readonly Box[] => boxesOf(statements, 'Deny');

/** The layers of the caller and of the resource. */
function innerWays(
  policies: ReadLayers,
  named: NamedStatements,
  caller: Caller,
  isForeign: boolean,
  combination: CombinationTests,
): LayeredSide['ways'] {
  const resource = named('resource');
  const consent = allowsOf(resource);
  if (!hasIdentity(caller)) return [[consent]];
  const by = (match: PrincipalMatch): Alternatives =>
    allowsOf(resource.filter((one) => one.match === match)).map((box) => combination.permitted(box, caller));
  const needsSession = policies.session.isPresent || caller.kind === 'federatedUser';
  const limits = [
    ...(policies.permissionsBoundary.isPresent ? [allowsOf(named('permissionsBoundary'))] : []),
    ...(needsSession ? [allowsOf(named('session'))] : []),
  ];
  const identityAllows = caller.kind === 'root' ? [[]] : allowsOf(named('identity'));
  const identity = identityAllows.map((box) => combination.permitted(box, caller));
  const ways = isForeign
    ? [[identity, consent, ...limits]]
    : [[combination.consented(identity, consent), ...limits], [by('direct')], [by('role'), ...limits]];
  return caller.kind === 'root' ? ways.map((way) => [...way, [[not(combination.takesRole())]]]) : ways;
}
