import type { Node } from 'jsonc-parser';
import { MAX_TEXT_LENGTH, toOffset, type TextRange } from '../language/policy.ts';
import { parseJson } from '../language/parse.ts';
import { commentedRuns } from './commentedParts.ts';
import { findInTemplate, isTemplate } from './containers/cloudFormationTemplate.ts';
import { findInOutput, skippedDocuments } from './containers/awsCliOutput.ts';
import { findInTerraform, isTerraform } from './containers/terraformJson.ts';
import { type DocumentOrigin, pastedRange, readDocument } from './readDocument.ts';
import { type CandidateSearch, isPolicyLike } from './candidates.ts';
import type { FoundPolicy, ImportReading, Refusal, RefusalCode } from './importReading.ts';
import type { SuspectString } from './tolerantJson.ts';
import { findCommentedJson, type JsonRegion, findJson } from './findJson.ts';
import { type SearchedParts, withUnreadPolicies } from './unreadPolicies.ts';
import type { ReadYaml, YamlReading } from './yaml.ts';

export interface ImportReaders {
  /** Reads YAML. Without it a text that is YAML is refused as such. */
  readonly yaml?: ReadYaml;
  /** So many characters are read: 2,000,000 unless the reader of a file has more time. */
  readonly longest?: number;
}

/**
 * The policies in a text: a document, a list of them, what the AWS CLI prints, a Terraform plan, a CloudFormation template, or
 * any of these among prose as it comes from web pages. Every change that reading needed is listed with its place in the text
 * as given. A text that could be read as different access is refused with the place. It never throws, and takes time in
 * proportion to the text.
 */
export function readImport(text: string, readers: ImportReaders = {}): ImportReading {
  const { longest = MAX_TEXT_LENGTH } = readers;
  if (text.length > longest)
    return refusal('tooLarge', `${longest.toLocaleString('en')} characters`, 0, text.length);
  if (text.trim() === '') return refusal('empty', 'policy', 0, text.length);
  if (looksLikeYaml(text)) return readers.yaml ? fromYaml(text, readers.yaml) : refusal('yaml', 'YAML', 0, 0);
  const quoted = quotedDocument(text);
  if (quoted) return read([partIn(quoted, plainOrigin(text, 'json'))], []);
  return fromRegions(text);
}

/** Whether a text is a template or a policy in YAML, by the keys at its margin. Prose and JSON are not. */
export function looksLikeYaml(text: string): boolean {
  if (!/^(?:Resources|AWSTemplateFormatVersion|Statement|PolicyDocument)[ \t]*:/m.test(text)) return false;
  return /^\uFEFF?\s*(?:#|---|[\w-]+[ \t]*:(?:[ \t]|\r?$))/m.exec(text)?.index === firstLine(text);
}

const firstLine = (text: string): number => {
  const first = text.search(/\S/);
  return text.lastIndexOf('\n', first) + 1;
};

/** A document as one JSON string, or in the notation of URLs. */
function quotedDocument(text: string): Node | undefined {
  const trimmed = text.trim();
  const whole = { offset: 0, length: text.length };
  if (/^%7B[^{}"]*$/i.test(trimmed)) return { type: 'string', value: trimmed, ...whole };
  const root = isQuoted(trimmed) ? parseJson(text).root : undefined;
  return root?.type === 'string' ? root : undefined;
}

/** Whether a text is one string of JSON by its quotation marks: any other that begins with one is not parsed for it. */
function isQuoted(text: string): boolean {
  if (!text.startsWith('"')) return false;
  let at = 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at === text.length - 1;
}

/** A tree in which policies are looked for, and what is found in it. */
interface Part {
  readonly root: Node;
  readonly origin: DocumentOrigin;
  readonly search: CandidateSearch;
}

/** Longer texts without any name that a policy needs are not parsed as YAML: the library takes seconds for a megabyte of small values. */
const LONG_YAML = 50_000;

/** The names of policy documents and of what holds them, or an escape that could spell one. */
const MAY_HOLD_POLICY = /statement|polic|document|content|[\\%]/i;

function fromYaml(text: string, yaml: ReadYaml): ImportReading {
  const isWorthReading = text.length <= LONG_YAML || MAY_HOLD_POLICY.test(text);
  const found: YamlReading = isWorthReading ? yaml(text) : { ok: true, root: withoutValues(text) };
  if (!found.ok) return brokenYaml(text, refusalAt('notYaml', found.detail, found.offset, 0));
  const commented = findCommentedJson(text).regions.map((region) => partOf(region, text));
  const origin = { ...plainOrigin(text, 'yaml'), commentRuns: commentedRuns(text) };
  const parts = [partIn(found.root, origin), ...commented];
  return withUnreadPolicies(text, read(parts, []), readOf(parts, []));
}

const withoutValues = (text: string): Node => {
  const offset = text.search(/\S/);
  return { type: 'null', value: null, offset, length: text.trimEnd().length - offset };
};

/** Prose may look like YAML by its first words: JSON in it counts, beside the reason why the rest does not. */
function brokenYaml(text: string, reason: Refusal): ImportReading {
  const { policies, refusals } = fromRegions(text);
  return policies.length === 0
    ? { policies, refusals: [reason] }
    : { policies, refusals: inOrder([reason, ...refusals]) };
}

const plainOrigin = (text: string, notation: DocumentOrigin['notation']): DocumentOrigin => ({
  notation,
  text,
  pasted: text,
  repairs: [],
  moreFollows: false,
  originalOf: (at) => at,
});

function fromRegions(text: string): ImportReading {
  const { regions, unreadable } = findJson(text);
  const refusals = unreadable.map(({ code, detail, offset: at, length }) =>
    refusalAt(code, detail, at, length),
  );
  const parts = regions.map((region) => partOf(region, text));
  const reading = read(parts, refusals);
  const allRefusals = inOrder([...reading.refusals, ...swallowing(regions, reading, text)]);
  const whole = withUnreadPolicies(text, { ...reading, refusals: allRefusals }, readOf(parts, unreadable));
  return whole.policies.length + whole.refusals.length === 0 ? withoutJson(text) : whole;
}

function withoutJson(text: string): ImportReading {
  const bracket = text.search(/[{[]/);
  return refusal('notJson', 'JSON', Math.max(0, bracket === -1 ? text.search(/\S/) : bracket), 1);
}

const partOf = (region: JsonRegion, pasted: string): Part =>
  partIn(region.root, { ...region, pasted, notation: isTemplate(region.root) ? 'template' : 'json' });

const partIn = (root: Node, origin: DocumentOrigin): Part => ({
  root,
  origin,
  search: searchIn(root, origin),
});

/** Strings beside the policies that could be several, and hold what could be of a policy. Those of policies are refused with them. */
function swallowing(
  regions: readonly JsonRegion[],
  { policies, refusals }: ImportReading,
  text: string,
): readonly Refusal[] {
  const allRefusals = [...policies, ...refusals].map(({ range }) => range);
  const isReported = ({ offset: at, length }: SuspectString) =>
    allRefusals.some((range) => range.offset <= at && at + length <= range.offset + range.length);
  return regions
    .flatMap(({ suspects }) => suspects)
    .filter((suspect) => HOLDS_POLICY.test(text.slice(suspect.offset, suspect.offset + suspect.length)))
    .filter((suspect) => !isReported(suspect))
    .map(({ offset: at, length }) =>
      refusalAt('mixedQuotes', text.slice(at, at + Math.min(length, 80)), at, length),
    );
}

const HOLDS_POLICY = /Statement|Effect|Policy/;

function read(parts: readonly Part[], broken: readonly Refusal[]): ImportReading {
  const policies: FoundPolicy[] = [];
  const refusals: Refusal[] = [...broken];
  const without: Part[] = [];
  for (const part of parts) {
    const { candidates, unreadPlaces } = part.search;
    for (const candidate of candidates) {
      const reading = readDocument(candidate, part.origin);
      if (reading.ok) policies.push(reading.policy);
      else refusals.push(reading.refusal);
    }
    for (const { node, code, detail } of unreadPlaces)
      refusals.push({ code, detail, range: pastedRange(node, part.origin) });
    if (candidates.length === 0 && unreadPlaces.length === 0) without.push(part);
  }
  return {
    policies: titled(policies),
    refusals: inOrder([...refusals, ...notPolicies(without, policies.length + refusals.length)]),
  };
}

/** Where policies were looked for, and what of it is settled, so that the rest can be looked at. */
function readOf(parts: readonly Part[], unreadable: SearchedParts['unreadable']): SearchedParts {
  const settled = parts.flatMap((part) => {
    const { candidates, unreadPlaces } = part.search;
    const nodes = [...candidates, ...unreadPlaces].map(({ node }) => node);
    const others = isTerraform(part.root) ? [part.root] : skippedDocuments(part.root);
    return [...nodes, ...others].map((node) => pastedRange(node, part.origin));
  });
  return { settled, structures: parts.map(({ root, origin }) => pastedRange(root, origin)), unreadable };
}

function searchIn(root: Node, origin: DocumentOrigin): CandidateSearch {
  if (root.type === 'string')
    return { candidates: [{ node: root, source: 'policy document' }], unreadPlaces: [] };
  if (isTerraform(root)) return findInTerraform(root);
  if (origin.notation !== 'json' && isTemplate(root))
    return { candidates: findInTemplate(root), unreadPlaces: [] };
  return { candidates: findInOutput(root), unreadPlaces: [] };
}

/** JSON beside policies is of no interest, unless it looks like a part of one. */
function notPolicies(parts: readonly Part[], others: number): readonly Refusal[] {
  return parts
    .filter(({ root, origin }) => others === 0 || (isPolicyLike(root) && !origin.comment))
    .map(({ root, origin }) => ({
      code: 'notAPolicy',
      detail: 'Statement',
      range: pastedRange(root, origin),
    }));
}

/** Names that differ, so that each can be told from the others. */
function titled(policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  const used = new Map<string, number>();
  const ordered = [...policies].sort((one, other) => one.range.offset - other.range.offset);
  return ordered.map((policy, index) => {
    const title = policy.title.slice(0, MAX_TITLE) || `Policy ${index + 1}`;
    const count = (used.get(title) ?? 0) + 1;
    used.set(title, count);
    return { ...policy, title: count === 1 ? title : `${title} (${count})` };
  });
}

const MAX_TITLE = 120;

const inOrder = (refusals: readonly Refusal[]): readonly Refusal[] =>
  [...refusals].sort((one, other) => one.range.offset - other.range.offset);

const rangeAt = (at: number, length: number): TextRange => ({ offset: toOffset(at), length });

const refusalAt = (code: RefusalCode, detail: string, at: number, length: number): Refusal => ({
  code,
  detail,
  range: rangeAt(at, length),
});

const refusal = (code: RefusalCode, detail: string, at: number, length: number): ImportReading => ({
  policies: [],
  refusals: [refusalAt(code, detail, at, length)],
});
