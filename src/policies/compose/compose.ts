import type { Ruleset } from '../library/ruleset.ts';
import { boundaryDocuments } from './boundaryPlan.ts';
import { resourceControlDocuments } from './resourceControlPlan.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { type UnmergedDocument, mergeDocument } from './mergeDocument.ts';
import { documentRoles } from './documentRoles.ts';
import type { Draft } from '../model/draft.ts';
import { documentsWithEdits } from '../handEdits/applyEdits.ts';
import { endpointPlans } from './endpointPlans.ts';
import { applyGuardrails } from './applyGuardrails.ts';
import { personaStatements } from './activityStatements.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import { ONE_ROLE } from '../draft/layout.ts';
import { rolesOf } from '../draft/roles.ts';
import { resourcePlans } from './resourcePlans.ts';
import { trustPlans } from './trustPlans.ts';
import { type Readings, readingsOfRole, readVariables } from './variableReadings.ts';

/**
 * The policy documents of a draft with its hand edits, and the documents that no choice makes. Ids that the ruleset does not have
 * are ignored.
 */
export function compose(draft: Draft, ruleset: Ruleset): readonly ComposedDocument[] {
  return documentsWithEdits(generate(draft, ruleset), draft.edits);
}

/**
 * The policy documents that the choices of a draft make: the permissions policy of each role (of one role for all
 * personas where that is the layout); the permissions boundary or service control policy, if the limits are delivered so; the
 * resource control policy of guardrails that have one; the
 * trust policy of each role; one document for each VPC endpoint and each shared resource. What has no statements has no document. Ids that the ruleset does not have are ignored.
 */
export function generate(draft: Draft, ruleset: Ruleset): readonly ComposedDocument[] {
  const readings = readVariables(draft, withRoleInstances(ruleset, draft));
  const identity = applyGuardrails(identityPlans(draft, readings), draft, readings);
  const plans = [
    ...identity,
    ...boundaryDocuments(identity, draft, readings),
    ...resourceControlDocuments(draft, readings),
    ...trustPlans(draft, readings),
    ...endpointPlans(draft, readings),
    ...resourcePlans(draft, readings),
  ];
  return plans.map(mergeDocument);
}

/** The permissions of each role. A role that is alone has the id of a merged document where that is the layout, for stored hand edits. */
function identityPlans(draft: Draft, readings: Readings): readonly UnmergedDocument[] {
  const roles = rolesOf(draft, readings.ruleset);
  const rolesById = documentRoles(draft, readings);
  const isAlone = draft.layout === 'merged' && roles.length === 1;
  return roles.flatMap(({ id, title, personas }): readonly UnmergedDocument[] => {
    const parts = personas
      .map((persona) => ({
        persona,
        statements: personaStatements(persona, draft, readingsOfRole(draft, readings, persona.id)),
      }))
      .filter(({ statements }) => statements.length > 0);
    if (parts.length === 0) return [];
    const role = rolesById.get(id);
    return [
      {
        id: isAlone ? ONE_ROLE : id,
        title,
        kind: 'identity',
        personas: parts.map(({ persona }) => persona.id),
        ...(role ? { role } : {}),
        statements: parts.flatMap(({ statements }) => statements),
      },
    ];
  });
}
