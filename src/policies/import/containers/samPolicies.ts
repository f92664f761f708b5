import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  isDocument,
  joinCandidates,
  member,
  membersOf,
  noCandidates,
  stringValue,
  type UnreadPlace,
} from '../candidates.ts';
import { type Branch, branchesOf, branchesOfEntries } from './branches.ts';
import { calledFunction } from './functionCalls.ts';
import { described, referred } from './roleNotes.ts';
import { isStatementList, statementsCandidate } from './statementsOnly.ts';
import { calledTemplate } from './samTemplates.ts';

/**
 * Functions, state machines and other resources of AWS SAM: `Policies` holds documents, names of managed policies, and SAM's own
 * policy templates. The permissions that SAM makes for events are named.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
 */
export const isOfSam = (type: string): boolean => /^AWS::Serverless::/.test(type);

export function samCandidates(
  id: string,
  { node, choices }: Branch,
  { source, resources }: { readonly source: string; readonly resources: ReadonlyMap<string, Node> },
): CandidateSearch {
  const entries = branchesOfEntries(member(node, 'Policies'), choices);
  const trust = branchesOf(member(node, 'AssumeRolePolicyDocument'), choices);
  return joinCandidates([
    {
      ...noCandidates,
      candidates: trust.map((branch) => ({ ...branch, kind: 'trust', title: `${id} trust`, source })),
    },
    ...entries
      .filter((entry) => !resources.has(referred(entry.node) ?? ''))
      .map((entry) => ofEntry(entry, id, source)),
    { ...noCandidates, unreadPlaces: eventPermissions(node, source) },
    policyOfApi(member(member(node, 'Auth'), 'ResourcePolicy'), id, { source, choices }),
  ]);
}

/**
 * The policy of an API: its own statements, if SAM makes no others from lists of accounts and addresses.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-resourcepolicystatement.html
 */
function policyOfApi(
  given: Node | undefined,
  id: string,
  { source, choices }: Pick<Branch, 'choices'> & { readonly source: string },
): CandidateSearch {
  if (!given) return noCandidates;
  const own = member(given, 'CustomStatements');
  const isWhole = own !== undefined && membersOf(given).size === 1 && isStatementList(own);
  if (!isWhole)
    return {
      ...noCandidates,
      unreadPlaces: [{ node: given, code: 'notComputed', detail: 'ResourcePolicy', name: source }],
    };
  const candidate = { ...statementsCandidate(own, id), choices, kind: 'resource' as const, source };
  return { ...noCandidates, candidates: [candidate] };
}

/** One of the policies of a function: a document, a template of SAM, or the name of a managed policy. */
function ofEntry(entry: Branch, id: string, source: string): CandidateSearch {
  const { node } = entry;
  if (isDocument(node)) {
    const document: Candidate = { ...entry, kind: 'identity', title: id, source: `policy of ${source}` };
    return { ...noCandidates, candidates: [document] };
  }
  const template = calledTemplate(node);
  if (!template) return { ...noCandidates, unreadPlaces: unread(entry, source) };
  const made: Candidate = {
    ...entry,
    node: template.document,
    kind: 'identity',
    title: `${id} ${template.name}`,
    source: `policy template of ${source}`,
    isAnew: true,
    about: [{ code: 'samTemplate', detail: template.name, node }],
  };
  return { ...noCandidates, candidates: [made] };
}

/** A managed policy with its condition, or a template that is not one of SAM’s. */
function unread(entry: Branch, source: string): readonly UnreadPlace[] {
  const { node } = entry;
  const [template = 'Policies'] = membersOf(node).keys();
  const isManaged = stringValue(node) !== undefined || calledFunction(node) !== undefined;
  return [
    isManaged
      ? { code: 'elsewhere', ...described(entry), name: source }
      : { node, code: 'policyTemplate', detail: template, name: source },
  ];
}

/** Sources of events that call the function, by a permission that SAM makes. From the others Lambda itself reads. */
const CALLS =
  /^(?:S3|SNS|Api|HttpApi|Schedule|CloudWatchEvent|EventBridgeRule|CloudWatchLogs|IoTRule|AlexaSkill|Cognito)$/;

const eventPermissions = (node: Node, source: string): readonly UnreadPlace[] =>
  [...membersOf(member(node, 'Events'))].flatMap(([name, event]) => {
    const type = stringValue(member(event, 'Type')) ?? '';
    return CALLS.test(type)
      ? [{ node: event, code: 'permission' as const, detail: `event ${name} (${type})`, name: source }]
      : [];
  });

/**
 * Statements that SAM makes between resources, by an attribute of one of them.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
 */
export const connectorsOf = (resource: Node, source: string): CandidateSearch => ({
  ...noCandidates,
  unreadPlaces: [...membersOf(member(resource, 'Connectors'))].map(([name, node]) => ({
    node,
    code: 'notComputed' as const,
    detail: `The connector ${name}`,
    name: source,
  })),
});

/** A connector that is a resource of its own. */
export const connector = (node: Node, source: string): CandidateSearch => ({
  ...noCandidates,
  unreadPlaces: [{ node, code: 'notComputed', detail: 'The connector', name: source }],
});
