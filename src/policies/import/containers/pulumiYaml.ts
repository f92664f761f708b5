import type { Node } from 'jsonc-parser';
import {
  type CandidateSearch,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  noCandidates,
  stringValue,
} from '../candidates.ts';
import { documentOfArguments } from '../programs/documentOfArguments.ts';
import { findInOutput } from './awsCliOutput.ts';

/**
 * A program of Pulumi in YAML: documents that it invokes the provider for, beside those that it writes down.
 * Source: https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/
 */
export const isPulumiYaml = (root: Node): boolean =>
  stringValue(member(root, 'runtime')) === 'yaml' ||
  [...membersOf(member(root, 'resources')).values()].some((resource) =>
    /^aws:\w/.test(stringValue(member(resource, 'type')) ?? ''),
  );

export const findInPulumiYaml = (root: Node): CandidateSearch =>
  joinCandidates([findInOutput(root, false), invokedIn(root, undefined)]);

const DOCUMENT = /^aws:iam(?:\/getPolicyDocument)?:getPolicyDocument$/;
/** The same with the arguments directly under it. */
const SHORT = /^fn::aws:iam(?:\/getPolicyDocument)?:getPolicyDocument$/;

/** `name`: of the variable or property that a value is of. */
function invokedIn(node: Node, name: string | undefined): CandidateSearch {
  const invoked = member(node, 'fn::invoke') ?? member(node, 'Fn::Invoke');
  const called = stringValue(member(invoked, 'function') ?? member(invoked, 'Function'));
  if (invoked && DOCUMENT.test(called ?? ''))
    return ofArguments(member(invoked, 'arguments') ?? member(invoked, 'Arguments'), invoked, name);
  const [short] = [...membersOf(node)].filter(([key]) => SHORT.test(key));
  if (short) return ofArguments(short[1], node, name);
  return joinCandidates([
    ...[...membersOf(node)].map(([key, value]) => invokedIn(value, key)),
    ...listEntries(node).map((entry) => invokedIn(entry, name)),
  ]);
}

function ofArguments(given: Node | undefined, invoked: Node, name: string | undefined): CandidateSearch {
  const source = 'Pulumi policy document';
  if (given?.type !== 'object')
    return {
      ...noCandidates,
      unreadPlaces: [{ node: invoked, code: 'notComputed', detail: 'statements', name: source }],
    };
  const node = documentOfArguments(given, 'statements');
  return {
    ...noCandidates,
    candidates: [{ node, source, isAnew: true, ...(name === undefined ? {} : { title: name }) }],
  };
}
