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
import { type Branch, branchesOf } from '../containers/branches.ts';
import { attachedByModule } from './attachedPolicies.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { permissionDocument } from '../containers/functionPermission.ts';
import { holdsPolicy } from '../containers/terraformTypes.ts';
import { type Consumer, Consumers, conditionsOf, documentReferred, isModule } from './consumers.ts';
import type { ConfigurationContext } from './nodeParts.ts';
import { findModuleStatements, madeByModule } from './moduleStatements.ts';
import { HclNodes } from './nodes.ts';
import { documentOfData } from './policyDocuments.ts';
import { joinPresences, type Presence } from './presence.ts';
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
    consumers.attached.elsewhere,
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
  const all = consumers.of(name);
  const users = all.filter(({ presence }) => presence.never === undefined);
  const own = consumers.presenceOf(block);
  const never = own.never ?? (users.length === 0 ? all[0]?.presence.never : undefined);
  const [user, ...others] = users;
  const kinds = new Set(users.map(({ kind }) => kind));
  const kind = kinds.size === 1 ? user?.kind : undefined;
  const address = `data.aws_iam_policy_document.${name}`;
  const source =
    users.length === 0 ? address : `${address}, for ${users.map((one) => one.address).join(', ')}`;
  if (never !== undefined) return turnedOff(node, source, never);
  const title = user && others.length === 0 ? user.title : name;
  const about = [...conditionsOf(ofUsers(own, users), node), ...users.flatMap(aboutOf)];
  return { ...noCandidates, candidates: [{ node, title, source, ...(kind ? { kind } : {}), about }] };
}

/** The conditions of a document, and those of what it is attached to: with its address, where that is one of several things. */
function ofUsers(own: Presence, users: readonly Consumer[]): Presence {
  const [user, ...others] = users;
  if (user && others.length === 0) return joinPresences([own, user.presence]);
  const named = users.map(({ address, presence }) => ({
    conditions: presence.conditions
      .filter((one) => !own.conditions.includes(one))
      .map((one) => `${one} (for ${address})`),
  }));
  return joinPresences([own, ...named]);
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
function permissionOf(block: Block, { nodes, consumers }: Configuration): CandidateSearch {
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
  const presence = consumers.presenceOf(block);
  if (presence.never !== undefined) return turnedOff(document, source, presence.never);
  const title = labels[1] ?? source;
  const about = conditionsOf(presence, document);
  return {
    ...noCandidates,
    candidates: [{ node: document, kind: 'resource', title, source, isAnew: true, about }],
  };
}

/** The policies of an attribute, with the conditions of what has it. */
function ofAttribute(
  attribute: Attribute,
  consumer: Consumer,
  configuration: Configuration,
): CandidateSearch {
  const node = configuration.nodes.of(attribute.value);
  const referred = documentReferred(node);
  if (referred !== undefined && configuration.data.has(referred)) return noCandidates;
  const found = inAttribute(node, attribute, { consumer, configuration });
  if (found.candidates.length === 0) return found;
  const { presence, address, type } = consumer;
  const name = isModule(type) ? `${address} (${attribute.name})` : address;
  if (presence.never !== undefined) return turnedOff(node, name, presence.never);
  const conditions = conditionsOf(presence, node);
  const candidates = found.candidates.map((one) => ({
    ...one,
    about: [...conditions, ...(one.about ?? [])],
  }));
  return { ...found, candidates };
}

/** A module can take a list of documents. */
function branchesOfEach(node: Node): readonly Branch[] {
  const branches = branchesOf(node);
  return branches.flatMap((branch) => {
    const entries = listEntries(branch.node).flatMap((entry) => branchesOf(entry, branch.choices));
    return entries.some((entry) => isDocument(entry.node) || isTextOfDocument(entry.node))
      ? entries
      : [branch];
  });
}

interface Given {
  readonly consumer: Consumer;
  readonly configuration: Configuration;
}

function inAttribute(
  node: Node,
  { name }: Attribute,
  { consumer, configuration: { nodes, data } }: Given,
): CandidateSearch {
  const { title, kind, address: source, type, about } = consumer;
  const branches = isModule(type) ? branchesOfEach(node) : branchesOf(node);
  const found = branches.filter((branch) => isDocument(branch.node) || isTextOfDocument(branch.node));
  const candidates = found.map((branch): Candidate => {
    const of =
      kind === 'service-control' ? organizationsPolicyKind(consumer.organizationsType, source) : { source };
    return { ...branch, title, ...(kind ? { kind } : {}), ...of, about };
  });
  if (isModule(type) && candidates.length === 0)
    return joinCandidates([
      findModuleStatements(node, { ...moduleOf(consumer, nodes), name }),
      madeByModule(node, { ...moduleOf(consumer, nodes), name }),
      attachedByModule(node, name, consumer.address),
    ]);
  if (!isModule(type) && !holdsPolicy(type, name)) return { candidates, unreadPlaces: [] };
  // A data source is read by itself; a list of documents that a module takes can be empty.
  const others = branches.filter(
    (branch) =>
      !found.includes(branch) &&
      !data.has(documentReferred(branch.node) ?? '') &&
      (!isModule(type) || calledFunction(branch.node) !== undefined),
  );
  return { candidates, unreadPlaces: others.flatMap((branch) => unread(branch.node, consumer)) };
}

const turnedOff = (node: Node, name: string, detail: string): CandidateSearch => ({
  ...noCandidates,
  unreadPlaces: [{ node, code: 'notUsed', detail, name }],
});

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
