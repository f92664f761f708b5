import type { ComposedDocument } from '../composed.ts';
import { findPersona } from '../personas/index.ts';
import { ONE_ROLE_TITLE } from '../roles.ts';
import { measure } from '../size/measure.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import { parametersOf } from './parameters.ts';
import { emptyPart, type ExportPart, type PlannedRole } from './planned.ts';
import { planner } from './planner.ts';
import { type Entry, noRole, noRoom, notesOf, oneForAll, stays, tooMany } from './planNotes.ts';
import { roomNotes } from './room.ts';

/** Roles and policies of the account. */
export function accountPart(set: ExportSet, name: string): ExportPart {
  const plan = planner(name);
  const trusts = firstOfEach(ofKind(set, 'trust'));
  const trusted = new Set(trusts.flatMap(({ personas }) => personas));
  const entries = [...ofKind(set, 'identity'), ...ofKind(set, 'permissions-boundary')].map((document) => {
    const attached = trusts.some((trust) => isFor(document, trust, trusts));
    const inline = document.kind === 'identity' && set.attach === 'inline' && attached;
    return { document, inline, attached, policy: plan.policy(document) };
  });
  const tooLarge = ({ document, inline, attached }: Entry) =>
    !inline && !attached && set.attach === 'inline' && measure(document.policy, 'managed').state === 'over';
  const kept = entries.filter((entry) => !tooLarge(entry));
  const roles = trusts.map((trust) => roleOf(trust, trusts, kept, plan));
  const documents = [...kept.map(({ policy }) => policy.document), ...roles.map(({ trust }) => trust)];
  return {
    ...emptyPart('account', name),
    parameters: parametersOf(documents),
    policies: kept.filter(({ inline }) => !inline).map(({ policy }) => policy),
    roles,
    notes: [
      ...stays(documents),
      ...roomNotes(set, ['identity', 'permissions-boundary', 'trust']),
      ...roles.flatMap(oneForAll),
      ...kept.flatMap((entry) => notesOf(entry, trusted)),
      ...roles.flatMap(tooMany),
      ...entries.filter(tooLarge).map(({ document }) => noRoom(document)),
      ...ofKind(set, 'trust').flatMap((trust) => (trusts.includes(trust) ? [] : [noRole(trust)])),
    ],
  };
}

/** A role has one trust policy; one that is nobody's makes no role, nor one for a persona that has its role already. */
function firstOfEach(trusts: readonly ComposedDocument[]): readonly ComposedDocument[] {
  const served = new Set<string>();
  return trusts.filter(({ personas }) => {
    const isFirst = personas.length > 0 && !personas.some((persona) => served.has(persona));
    if (isFirst) for (const persona of personas) served.add(persona);
    return isFirst;
  });
}

const serves = (trust: ComposedDocument, { personas }: ComposedDocument): boolean =>
  personas.some((persona) => trust.personas.includes(persona));

/**
 * Whether a document belongs to the role of a trust policy. Permissions belong to one role: those of several personas are never
 * given to several roles, each of which would have them all.
 */
const isFor = (
  document: ComposedDocument,
  trust: ComposedDocument,
  trusts: readonly ComposedDocument[],
): boolean =>
  serves(trust, document) &&
  (document.kind !== 'identity' || trusts.filter((other) => serves(other, document)).length === 1);

function roleOf(
  trust: ComposedDocument,
  trusts: readonly ComposedDocument[],
  entries: readonly Entry[],
  plan: ReturnType<typeof planner>,
): PlannedRole {
  const { personas } = trust;
  const [persona = '', ...others] = personas;
  const own = entries.filter(({ document }) => isFor(document, trust, trusts));
  const identity = own.filter(({ document }) => document.kind === 'identity');
  const boundary = own.find(({ document }) => document.kind === 'permissions-boundary')?.policy;
  return {
    ...plan.role(personas),
    personas,
    title: others.length > 0 ? ONE_ROLE_TITLE : (findPersona(persona)?.title ?? trust.title),
    trust: trust.policy,
    managed: identity.filter(({ inline }) => !inline).map(({ policy }) => policy),
    inline: identity.filter(({ inline }) => inline).map(({ policy }) => policy),
    ...(boundary ? { boundary } : {}),
  };
}
