import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  isDocument,
  member,
  membersOf,
  stringValue,
  type UnreadPlace,
} from '../candidates.ts';
import { type Branch, branchesOf } from './branches.ts';

/**
 * Functions, state machines and other resources of AWS SAM: `Policies` holds documents, names of managed policies, and SAM's own
 * policy templates, which only SAM can expand.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
export const isOfSam = (type: string): boolean => /^AWS::Serverless::/.test(type);

export function samCandidates(id: string, source: string, { node, choices }: Branch): CandidateSearch {
  const entries = branchesOf(member(node, 'Policies'), choices).flatMap((branch) =>
    branch.node.type === 'array'
      ? (branch.node.children ?? []).flatMap((entry) => branchesOf(entry, branch.choices))
      : [branch],
  );
  const trust = branchesOf(member(node, 'AssumeRolePolicyDocument'), choices);
  return {
    candidates: [
      ...trust.map((branch): Candidate => ({ ...branch, kind: 'trust', title: `${id} trust`, source })),
      ...entries
        .filter((entry) => isDocument(entry.node))
        .map(
          (entry): Candidate => ({ ...entry, kind: 'identity', title: id, source: `policy of ${source}` }),
        ),
    ],
    unreadPlaces: entries.flatMap((entry) => unread(entry.node, source)),
  };
}

function unread(node: Node, source: string): readonly UnreadPlace[] {
  if (isDocument(node)) return [];
  const [template] = membersOf(node).keys();
  const name = stringValue(node) ?? template ?? 'Policies';
  return [
    {
      node,
      code: stringValue(node) === undefined ? 'policyTemplate' : 'elsewhere',
      detail: name,
      name: source,
    },
  ];
}
