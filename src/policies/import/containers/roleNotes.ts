import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  member,
  membersOf,
  noCandidates,
  stringValue,
  type UnreadPlace,
} from '../candidates.ts';
import { type Branch, branchesOf, branchesOfEntries, conditionWords } from './branches.ts';
import { calledFunction } from './functionCalls.ts';

/** What a role or user of a template has beside its own policies. */
export interface Attachments {
  readonly boundaries: readonly Branch[];
  readonly managed: readonly Branch[];
}

export const attachments = (values: Node | undefined): Attachments => ({
  boundaries: branchesOf(member(values, 'PermissionsBoundary')),
  managed: ['ManagedPolicyArns', 'ManagedPolicies'].flatMap((key) => branchesOfEntries(member(values, key))),
});

/** Logical IDs of the policies that a role or user of the template has as its permissions boundary. */
export const boundaryIds = (resources: ReadonlyMap<string, Node>): ReadonlySet<string> =>
  new Set(
    [...resources.values()].flatMap((resource) =>
      branchesOf(member(resource, 'Properties')).flatMap(({ node }) =>
        attachments(node).boundaries.flatMap((boundary) => referred(boundary.node) ?? []),
      ),
    ),
  );

/** Names the boundary of a role, and the managed policies that the template does not have, each with its condition. */
export function roleNotes(
  { boundaries, managed }: Attachments,
  resources: ReadonlyMap<string, Node>,
): NonNullable<Candidate['about']> {
  const isElsewhere = ({ node }: Branch) => !resources.has(referred(node) ?? '');
  return [
    ...boundaries.map((one) => ({ code: 'boundary' as const, ...described(one) })),
    ...managed.filter(isElsewhere).map((one) => ({ code: 'attached' as const, ...described(one) })),
  ];
}

/** A policy that has its text elsewhere, with its condition. */
export function described({ node, choices }: Branch): { readonly detail: string; readonly node: Node } {
  const condition = conditionWords(choices);
  return { detail: condition === '' ? nameOf(node) : `${nameOf(node)}, if ${condition}`, node };
}

/** The logical ID that a value refers to. */
export function referred(node: Node): string | undefined {
  const call = calledFunction(node);
  if (call?.name === 'Ref') return stringValue(call.argument);
  if (call?.name !== 'Fn::GetAtt') return undefined;
  return (stringValue(call.argument) ?? stringValue(call.argument.children?.[0]))?.split('.')[0];
}

/** A value as its name: the ARN of a managed policy of AWS, else the first text in it. */
function nameOf(node: Node): string {
  const managed = textsIn(node)
    .map((text) => /:iam::aws:policy\/.+$/.exec(text)?.[0])
    .find((found) => found !== undefined);
  return managed === undefined ? (textsIn(node).find((text) => /\w/.test(text)) ?? '') : `arn:aws${managed}`;
}

function textsIn(node: Node): readonly string[] {
  const text = referred(node) ?? stringValue(node);
  if (text !== undefined) return [text];
  const below = node.type === 'object' ? [...membersOf(node).values()] : (node.children ?? []);
  return below.flatMap(textsIn);
}

type About = NonNullable<Candidate['about']>;

/** What a role has elsewhere is named with its trust policy, else with its first policy; where it has none here, by itself. */
export function withAttached(
  candidates: readonly Candidate[],
  about: About,
  source: string,
): CandidateSearch {
  const bearer = candidates.find(({ kind }) => kind === 'trust') ?? candidates[0];
  if (!bearer) return { candidates, unreadPlaces: byItself(about, source) };
  return {
    ...noCandidates,
    candidates: candidates.map((one) => (one === bearer ? { ...one, about } : one)),
  };
}

const byItself = (about: About, source: string): readonly UnreadPlace[] =>
  about.map(({ node, detail }) => ({ node, code: 'elsewhere', detail, name: source }));

/**
 * What has the boundary of a resource of SAM: itself, else what is set for all of its kind. A role that it is given has its own.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function ownOrGlobal(values: Node, type: string, globals: Node | undefined): Node | undefined {
  if (member(values, 'Role')) return undefined;
  return member(values, 'PermissionsBoundary') ? values : member(globals, type.replace(/^.*::/, ''));
}

/** The role that SAM makes for a function can have a boundary, which is named with its first policy; where it has none, by itself. */
export function withBoundary(
  found: CandidateSearch,
  bearer: Node | undefined,
  { resources, source }: { readonly resources: ReadonlyMap<string, Node>; readonly source: string },
): CandidateSearch {
  return withNotes(
    found,
    roleNotes({ boundaries: attachments(bearer).boundaries, managed: [] }, resources),
    source,
  );
}

/** What is elsewhere is named with the first policy; where there is none, by itself. */
export function withNotes(
  { candidates, unreadPlaces }: CandidateSearch,
  about: About,
  source: string,
): CandidateSearch {
  const [first, ...others] = candidates;
  if (!first) return { candidates, unreadPlaces: [...unreadPlaces, ...byItself(about, source)] };
  return { candidates: [{ ...first, about: [...(first.about ?? []), ...about] }, ...others], unreadPlaces };
}
