import type { Node } from 'jsonc-parser';
import { parseJson } from '../../language/parse.ts';
import { type CandidateSearch, joinCandidates, member, membersOf, noCandidates } from '../candidates.ts';
import { placedAt } from '../hcl/nodeParts.ts';
import { findInOutput } from './awsCliOutput.ts';
import { isStatementList, statementsCandidate } from './statementsOnly.ts';

/**
 * A cluster of kOps, whose policies have statements for the nodes of a role, as texts of JSON.
 * Source: https://kops.sigs.k8s.io/iam_roles/#adding-additional-policies
 */
export const isKopsCluster = (root: Node): boolean =>
  member(member(root, 'spec'), 'additionalPolicies') !== undefined;

export const findInKopsCluster = (root: Node): CandidateSearch =>
  joinCandidates([
    findInOutput(root, false),
    ...[...membersOf(member(member(root, 'spec'), 'additionalPolicies'))].map(ofRole),
  ]);

function ofRole([role, node]: readonly [string, Node]): CandidateSearch {
  const source = `additional policy of the role “${role}”`;
  const statements = node.type === 'string' ? parseJson(String(node.value)).root : undefined;
  if (!statements || !isStatementList(statements))
    return { ...noCandidates, unreadPlaces: [{ node, code: 'notComputed', detail: role, name: source }] };
  const candidate = statementsCandidate(placedAt(statements, node), role);
  return { ...noCandidates, candidates: [{ ...candidate, kind: 'identity', source }] };
}
