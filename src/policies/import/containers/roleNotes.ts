import type { Node } from 'jsonc-parser';
import { type Candidate, member, membersOf, stringValue } from '../candidates.ts';
import { branchesOf, branchesOfEntries } from './branches.ts';
import { calledFunction } from './functionCalls.ts';

/** What a role or user of a template has beside its own policies. */
export interface Attachments {
  readonly boundaries: readonly Node[];
  readonly managed: readonly Node[];
}

export const attachments = (values: Node | undefined): Attachments => ({
  boundaries: branchesOf(member(values, 'PermissionsBoundary')).map(({ node }) => node),
  managed: ['ManagedPolicyArns', 'ManagedPolicies'].flatMap((key) =>
    branchesOfEntries(member(values, key)).map(({ node }) => node),
  ),
});

/** Logical IDs of the policies that a role or user of the template has as its permissions boundary. */
export const boundaryIds = (resources: ReadonlyMap<string, Node>): ReadonlySet<string> =>
  new Set(
    [...resources.values()].flatMap((resource) =>
      branchesOf(member(resource, 'Properties')).flatMap(({ node }) =>
        attachments(node).boundaries.flatMap((boundary) => referred(boundary) ?? []),
      ),
    ),
  );

/** Names the boundary of a role, and the managed policies that the template does not have. */
export function roleNotes(
  { boundaries, managed }: Attachments,
  resources: ReadonlyMap<string, Node>,
): NonNullable<Candidate['about']> {
  const isElsewhere = (node: Node) => !resources.has(referred(node) ?? '');
  return [
    ...boundaries.map((node) => ({ code: 'boundary' as const, detail: nameOf(node), node })),
    ...managed.filter(isElsewhere).map((node) => ({ code: 'attached' as const, detail: nameOf(node), node })),
  ];
}

/** The logical ID that a value refers to. */
function referred(node: Node): string | undefined {
  const call = calledFunction(node);
  if (call?.name === 'Ref') return stringValue(call.argument);
  if (call?.name !== 'Fn::GetAtt') return undefined;
  return (stringValue(call.argument) ?? stringValue(call.argument.children?.[0]))?.split('.')[0];
}

/** A value as its name: the ARN of a managed policy of AWS, else the first text in it. */
export function nameOf(node: Node): string {
  const managed = textsIn(node)
    .map((text) => /:iam::aws:policy\/.+$/.exec(text)?.[0])
    .find((found) => found !== undefined);
  return managed === undefined ? (textsIn(node)[0] ?? '') : `arn:aws${managed}`;
}

function textsIn(node: Node): readonly string[] {
  const text = referred(node) ?? stringValue(node);
  if (text !== undefined) return [text];
  const below = node.type === 'object' ? [...membersOf(node).values()] : (node.children ?? []);
  return below.flatMap(textsIn);
}
