import type { Node } from 'jsonc-parser';
import {
  type CandidateSearch,
  isDocument,
  isDocumentText,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  noCandidates,
  stringValue,
} from '../candidates.ts';
import { wordsOf } from './functionCalls.ts';

/**
 * A cluster of eksctl: the policies of service accounts, nodes and add-ons, beside the ARNs of others.
 * Source: https://github.com/eksctl-io/eksctl/blob/main/pkg/apis/eksctl.io/v1alpha5/assets/schema.json
 */
export const isEksctlCluster = (root: Node): boolean =>
  /^eksctl\.io\//.test(stringValue(member(root, 'apiVersion')) ?? '');

export const findInEksctlCluster = (root: Node): CandidateSearch => within(root, 'cluster');

/** `attachPolicy`, and `permissionPolicy` of associations with pods. */
const POLICIES: ReadonlySet<string> = new Set(['attachPolicy', 'permissionPolicy']);

/** `above`: the name of what a node is a part of. */
function within(node: Node, above: string): CandidateSearch {
  const name =
    stringValue(member(member(node, 'metadata'), 'name')) ??
    stringValue(member(node, 'serviceAccountName')) ??
    stringValue(member(node, 'name')) ??
    above;
  return joinCandidates([
    ...[...membersOf(node)].map(([key, value]) => ofMember(key, value, name, node)),
    ...listEntries(node).map((entry) => within(entry, name)),
  ]);
}

function ofMember(key: string, value: Node, name: string, owner: Node): CandidateSearch {
  const source = `${key} of “${name}”`;
  if (key === 'wellKnownPolicies')
    return { ...noCandidates, unreadPlaces: [{ node: value, code: 'notComputed', detail: key, name }] };
  if (!POLICIES.has(key)) return within(value, name);
  if (isDocument(value) || isDocumentText(value))
    return {
      ...noCandidates,
      candidates: [{ node: value, kind: 'identity', title: name, source, about: aboutRole(owner) }],
    };
  if (value.type === 'null') return noCandidates;
  const detail = wordsOf(value) || key;
  return { ...noCandidates, unreadPlaces: [{ node: value, code: 'elsewhere', detail, name: source }] };
}

/** What the role has beside it. */
function aboutRole(owner: Node) {
  const boundary = member(owner, 'permissionsBoundary') ?? member(owner, 'permissionsBoundaryARN');
  const limit = stringValue(boundary);
  const arns = listEntries(member(owner, 'attachPolicyARNs') ?? member(owner, 'permissionPolicyARNs'));
  return [
    ...(boundary && limit !== undefined
      ? [{ code: 'boundary' as const, detail: limit, node: boundary }]
      : []),
    ...arns.flatMap((node) => {
      const detail = stringValue(node);
      return detail === undefined ? [] : [{ code: 'attached' as const, detail, node }];
    }),
  ];
}
