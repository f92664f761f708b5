import { canonicalValue } from '../language/canonical.ts';
import { activeTrustStatements, type SelectedTrust, selectedTrust } from '../draft/selection.ts';
import type { Statement } from '../language/policy.ts';
import type { UnmergedDocument } from './mergeDocument.ts';
import { documentRoles } from './documentRoles.ts';
import type { Draft } from '../model/draft.ts';
import { expandTemplate } from './expandTemplate.ts';
import { type DraftRole, rolesOf } from '../draft/roles.ts';
import { attribute } from './attribute.ts';
import { type Readings, readingsOfRole } from './variableReadings.ts';

type Statements = UnmergedDocument['statements'];

/**
 * A trust policy for every role that AWS does not manage. The role of several personas can be assumed by every principal that
 * can assume the role of one of them.
 */
export function trustPlans(draft: Draft, readings: Readings): readonly UnmergedDocument[] {
  const rolesById = documentRoles(draft, readings);
  return rolesOf(draft, readings.ruleset).flatMap((role): readonly UnmergedDocument[] => {
    const trusts = role.personas.flatMap((persona) => selectedTrust(persona, draft) ?? []);
    const statements = trusts.flatMap((trust) =>
      trustStatements(trust, readingsOfRole(draft, readings, trust.persona.id)),
    );
    if (statements.length === 0) return [];
    const documentRole = rolesById.get(role.id);
    return [
      {
        id: trustIdOf(role),
        title: `${role.title}: trust`,
        kind: 'trust',
        personas: role.personas.map(({ id }) => id),
        ...(documentRole ? { role: documentRole } : {}),
        statements: trusts.length > 1 ? withoutNarrower(statements) : statements,
      },
    ];
  });
}

/** Id of the trust policy of a role. */
export const trustIdOf = ({ id }: Pick<DraftRole, 'id'>): string => `${id}Trust`;

function trustStatements(trust: SelectedTrust, readings: Readings): Statements {
  const { persona, form } = trust;
  return activeTrustStatements(trust).flatMap((template) =>
    attribute(
      expandTemplate(template, readings),
      { kind: 'trust', persona: persona.id, form: form.id, template: template.Sid },
      { template: template.Sid },
    ),
  );
}

/** What another statement lets in without any condition is that statement: the condition would only look as if it counted. */
function withoutNarrower(statements: Statements): Statements {
  const open = new Map(
    statements
      .filter(({ statement }) => statement.Condition === undefined)
      .map((entry) => [callOf(entry.statement), entry]),
  );
  return statements.map((entry) => {
    const wider = open.get(callOf(entry.statement));
    return wider ? { ...entry, statement: wider.statement, name: wider.name } : entry;
  });
}

/** Who may do what, whatever the condition. */
const callOf = ({ Effect, Principal, Action }: Statement): string =>
  JSON.stringify([Effect, principalKey(Principal), canonicalValue(Action)]);

const principalKey = (principal: Statement['Principal']): unknown =>
  typeof principal === 'object'
    ? Object.entries(principal)
        .map(([type, values]) => JSON.stringify([type, canonicalValue(values)]))
        .toSorted()
    : principal;
