import { kindTitles } from '../model/labels.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import { selectedGuardrails } from '../draft/selection.ts';
import { listOf } from '../language/policy.ts';
import type { UnmergedDocument } from './mergeDocument.ts';
import type { Draft } from '../model/draft.ts';
import { denials } from './applyGuardrails.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';
import type { Readings } from './variableReadings.ts';

/** Nobody under the boundary takes it off again. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
const keepBoundary: StatementTemplate = {
  Sid: 'DenyChangingBoundaries',
  Effect: 'Deny',
  Action: [
    'iam:DeleteRolePermissionsBoundary',
    'iam:DeleteUserPermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
    'iam:PutUserPermissionsBoundary',
  ],
  Resource: ['*'],
};

/**
 * The permissions boundary or service control policy that enforces the guardrails, if the identity policies don't. None if no
 * guardrail is selected.
 */
export function boundaryDocuments(
  identity: readonly UnmergedDocument[],
  draft: Draft,
  readings: Readings,
): readonly UnmergedDocument[] {
  const guardrails = selectedGuardrails(draft);
  const { delivery, exemption } = draft.limits;
  if (guardrails.length === 0 || delivery === 'deny' || delivery === 'conditions') return [];
  const denied = denials(guardrails, exemption, readings);
  if (denied.length === 0) return [];
  if (delivery === 'serviceControl') {
    return [
      {
        id: 'serviceControl',
        title: kindTitles['service-control'],
        kind: 'service-control',
        personas: [],
        statements: denied,
      },
    ];
  }
  return [
    {
      id: 'boundary',
      title: kindTitles['permissions-boundary'],
      kind: 'permissions-boundary',
      personas: [...new Set(identity.flatMap(({ personas }) => personas))],
      statements: [...ceiling(identity, draft), ...denied],
    },
  ];
}

/** A boundary allows nothing by its denials: it also says what may be allowed at all. */
function ceiling(identity: readonly UnmergedDocument[], draft: Draft): readonly AttributedStatement[] {
  const everything = draft.limits.ceiling === 'everything';
  const Action = everything ? ['*'] : servicesOf(identity);
  if (Action.length === 0) return [];
  const allow: StatementTemplate = { Sid: 'Ceiling', Effect: 'Allow', Action, Resource: ['*'] };
  return [allow, ...(everything ? [keepBoundary] : [])].map((statement) => ({
    statement,
    name: { template: statement.Sid, row: 0 },
    sources: [{ kind: 'ceiling', template: statement.Sid }],
  }));
}

/** Whole services, but of those that hand out access only the very actions. */
const ACCESS_SERVICES = new Set(['iam', 'sts', 'organizations', 'sso']);

function servicesOf(identity: readonly UnmergedDocument[]): readonly string[] {
  const actions = identity
    .flatMap(({ statements }) => statements)
    .filter(({ statement }) => statement.Effect === 'Allow')
    .flatMap(({ statement }) => listOf(statement.Action));
  const wide = actions.map((action) => {
    const [service = ''] = action.split(':');
    return ACCESS_SERVICES.has(service) || service === '*' || service.startsWith('<')
      ? action
      : `${service}:*`;
  });
  return [...new Set(wide)].sort();
}
