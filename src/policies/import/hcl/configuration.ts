import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  isDocument,
  isDocumentText,
  joinCandidates,
  listEntries,
  noCandidates,
  organizationsPolicyKind,
  stringValue,
  type UnreadPlace,
} from '../candidates.ts';
import { branchesOf } from '../containers/branches.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { permissionDocument } from '../containers/functionPermission.ts';
import { holdsPolicy } from '../containers/terraformTypes.ts';
import { type Consumer, Consumers, documentReferred } from './consumers.ts';
import type { ConfigurationContext } from './nodeParts.ts';
import { findModuleStatements } from './moduleStatements.ts';
import { HclNodes } from './nodes.ts';
import { documentOfData } from './policyDocuments.ts';
import { type Attribute, attributeOf, type Block, type Span } from './tree.ts';

/** The policies of a configuration of Terraform: documents as data sources, `jsonencode`, and texts. */
export function findInConfiguration(
  text: string,
  blocks: readonly Block[],
  around: ConfigurationContext,
): CandidateSearch & { readonly usedLocals: readonly Span[] } {
  const nodes = new HclNodes(text, blocks, around);
  const data = new Map(
    blocks
      .filter(({ type, labels: [of] }) => type === 'data' && of === 'aws_iam_policy_document')
      .map((block) => [block.labels[1] ?? '', block] as const),
  );
  const consumers = new Consumers(blocks, nodes);
  const found = joinCandidates([
    ...[...data].map(([name, block]) => ofData(name, block, { nodes, data, consumers })),
    ...blocks
      .filter(({ type }) => type !== 'locals')
      .map((block) => ofBlock(block, { nodes, data, consumers })),
  ]);
  return { ...found, usedLocals: nodes.usedLocals };
}

interface Configuration {
  readonly nodes: HclNodes;
  readonly data: ReadonlyMap<string, Block>;
  readonly consumers: Consumers;
}

/** A document that is a data source: what it is attached to names it, where that is one thing. */
function ofData(name: string, block: Block, { nodes, data, consumers }: Configuration): CandidateSearch {
  const node = documentOfData(block, nodes, data);
  const users = consumers.of(name);
  const [user, ...others] = users;
  const kinds = new Set(users.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? user?.kind : undefined;
  const address = `data.aws_iam_policy_document.${name}`;
  const source =
    users.length === 0 ? address : `${address}, for ${users.map((one) => one.address).join(', ')}`;
  const title = user && others.length === 0 ? user.title : name;
  return {
    ...noCandidates,
    candidates: [{ node, title, source, ...(kind ? { kind } : {}), about: users.flatMap(aboutOf) }],
  };
}

const aboutOf = ({ about }: Consumer) => about;

/** The documents in the attributes of a block, and of the blocks in it. */
function ofBlock(block: Block, configuration: Configuration): CandidateSearch {
  // They are read where they are used.
  const isSource =
    block.type === 'data' && /^(?:aws_iam_policy_document|template_file)$/.test(block.labels[0] ?? '');
  if (isSource) return noCandidates;
  if (block.type === 'resource' && block.labels[0] === 'aws_lambda_permission')
    return permissionOf(block, configuration);
  return joinCandidates(
    configuration.consumers
      .attributesOf(block)
      .map(({ attribute, consumer }) => ofAttribute(attribute, consumer, configuration)),
  );
}

/** A permission of a function: one statement, without a document. */
function permissionOf(block: Block, { nodes }: Configuration): CandidateSearch {
  const { labels, from, to } = block;
  const place = { offset: from, length: to - from };
  const value = (name: string): Node | undefined => {
    const expression = attributeOf(block, name);
    return expression && nodes.of(expression);
  };
  const document = permissionDocument({
    place,
    functionName: value('function_name'),
    action: value('action'),
    principal: value('principal'),
    sourceArn: value('source_arn'),
    sourceAccount: value('source_account'),
    organization: value('principal_org_id'),
    eventSourceToken: value('event_source_token'),
    urlAuthType: value('function_url_auth_type'),
    qualifier: value('qualifier'),
  });
  const source = labels.join('.');
  if (!document) {
    const node: Node = { type: 'null', ...place };
    return { ...noCandidates, unreadPlaces: [{ node, code: 'permission', detail: source }] };
  }
  const title = labels[1] ?? source;
  return { ...noCandidates, candidates: [{ node: document, kind: 'resource', title, source, isAnew: true }] };
}

function ofAttribute(
  attribute: Attribute,
  consumer: Consumer,
  { nodes, data }: Configuration,
): CandidateSearch {
  const node = nodes.of(attribute.value);
  const referred = documentReferred(node);
  if (referred !== undefined && data.has(referred)) return noCandidates;
  const { title, kind, address: source, type, about } = consumer;
  const branches = branchesOf(node);
  const found = branches.filter((branch) => isDocument(branch.node) || isTextOfDocument(branch.node));
  const candidates = found.map((branch): Candidate => {
    const of =
      kind === 'service-control' ? organizationsPolicyKind(consumer.organizationsType, source) : { source };
    return { ...branch, title, ...(kind ? { kind } : {}), ...of, about };
  });
  if (isArguments(type)) {
    const given =
      candidates.length === 0
        ? findModuleStatements(node, { ...moduleOf(consumer, nodes), name: attribute.name })
        : { candidates, unreadPlaces: [] };
    if (consumer.offBy !== undefined && given.candidates.length > 0)
      return turnedOff(node, `${source} (${attribute.name})`, consumer.offBy);
    if (candidates.length === 0) return given;
  }
  if (!holdsPolicy(type, attribute.name)) return { candidates, unreadPlaces: [] };
  // A data source is read by itself.
  const others = branches.filter(
    (branch) => !found.includes(branch) && !data.has(documentReferred(branch.node) ?? ''),
  );
  return { candidates, unreadPlaces: others.flatMap((branch) => unread(branch.node, consumer)) };
}

const turnedOff = (node: Node, name: string, detail: string): CandidateSearch => ({
  ...noCandidates,
  unreadPlaces: [{ node, code: 'notUsed', detail, name }],
});

/** Whether attributes are what a module is given. */
const isArguments = (type: string): boolean => type === 'module' || type === 'inputs';

const moduleOf = ({ address, label, moduleSource }: Consumer, nodes: HclNodes) => ({
  address,
  label,
  source: moduleSource ?? address,
  textOf: (node: Node) => nodes.textOf(node),
});

/** A text, in one piece or with expressions in it, that begins as a document and has statements. */
function isTextOfDocument(node: Node): boolean {
  if (isDocumentText(node)) return true;
  const call = calledFunction(node);
  if (call?.name !== 'Fn::Join') return false;
  const [, parts] = listEntries(call.argument);
  const texts = listEntries(parts).map((part) => (part.type === 'string' ? String(part.value) : ''));
  return /^\s*\{/.test(texts[0] ?? '') && texts.some((part) => part.includes('Statement'));
}

/** What an attribute should hold a policy by, and does not show it. */
function unread(node: Node, { address: name }: Consumer): readonly UnreadPlace[] {
  const call = calledFunction(node);
  if (call?.name === 'Fn::Computed')
    return [{ node, code: 'notComputed', detail: stringValue(call.argument) ?? '', name }];
  const reference = call?.name === 'Ref' ? (stringValue(call.argument) ?? '') : undefined;
  const [, ofFunction] = /^([\w:]+)\(/.exec(reference ?? '') ?? [];
  if (ofFunction !== undefined)
    return [{ node, code: 'notComputed', detail: `the function ${ofFunction}`, name }];
  if (reference !== undefined) return [{ node, code: 'elsewhere', detail: reference, name }];
  return node.type === 'null' || node.type === 'string'
    ? []
    : [{ node, code: 'notAPolicy', detail: 'Statement', name }];
}
