import type { Node } from 'jsonc-parser';
import { toOffset, type TextRange } from '../language/policy.ts';
import type { CandidateSearch } from './candidates.ts';
import { isPolicyLike, member } from './candidates.ts';
import { changeBehind } from './changedLater.ts';
import type { Conditions } from './conditions/conditionRegion.ts';
import { ConditionsAround } from './conditions/conditionsAround.ts';
import { findInAnsible, isAnsible } from './containers/ansible.ts';
import { findInOutput, skippedDocuments } from './containers/awsCliOutput.ts';
import { findInTemplate, isTemplate } from './containers/cloudFormationTemplate.ts';
import { findInEksctlCluster, isEksctlCluster } from './containers/eksctl.ts';
import { findInKopsCluster, isKopsCluster } from './containers/kops.ts';
import { findInPulumiYaml, isPulumiYaml } from './containers/pulumiYaml.ts';
import { findInServerless, isServerless } from './containers/serverless.ts';
import { isStatementList, statementsCandidate } from './containers/statementsOnly.ts';
import { stackOf } from './containers/stack.ts';
import { findInTerraform, isTerraform } from './containers/terraformJson.ts';
import { withFillIns } from './containers/textReferences.ts';
import { findInTerraformSyntax, isTerraformSyntax } from './containers/terraformSyntax.ts';
import type { FoundPolicy, ImportReading, Refusal, RefusalCode } from './importReading.ts';
import { type DocumentOrigin, pastedRange } from './documentOrigin.ts';
import { readDocument } from './readDocument.ts';
import { ProgramWords } from './programWords.ts';
import type { TextSource } from './textSource.ts';
import type { SearchedParts } from './unreadPolicies.ts';

/** A tree in which policies are looked for, and what is found in it. */
export interface Part {
  readonly root: Node;
  readonly origin: DocumentOrigin;
  readonly search: CandidateSearch;
}

export type PartOrigin = Omit<DocumentOrigin, 'stack' | 'fileName' | 'conditions'>;

export const plainOrigin = (text: string, notation: DocumentOrigin['notation']): PartOrigin => ({
  notation,
  text,
  pasted: text,
  repairs: [],
  moreFollows: false,
  originalOf: (at) => at,
});

export function partIn(given: Node, origin: PartOrigin, source: TextSource): Part {
  const root = withFillIns(given, origin.text);
  return {
    root,
    origin: {
      ...origin,
      stack: stackOf(root, source.own),
      fileName: source.name,
      conditions: conditionsIn(source, origin.pasted),
    },
    search: searchIn(root, origin, source),
  };
}

function searchIn(root: Node, origin: PartOrigin, source: TextSource): CandidateSearch {
  const found = foundIn(root, origin, source);
  const mayChange = found.candidates.length > 0 && origin.notation === 'json';
  const change = mayChange ? changeBehind(origin, wordsOf(source, origin.pasted)) : undefined;
  return change === undefined ? found : unreadWhole(root, change);
}

const wordsOfSources = new WeakMap<TextSource, ProgramWords>();

/** The words of a text, found once for all that is read of it. */
export function wordsOf(source: TextSource, text: string): ProgramWords {
  const known = wordsOfSources.get(source);
  if (known?.text === text) return known;
  const words = new ProgramWords(text);
  wordsOfSources.set(source, words);
  return words;
}

const conditionsOfSources = new WeakMap<TextSource, readonly [text: string, ConditionsAround]>();

/** The conditions of a text, found once for all that is read of it. */
export function conditionsIn(source: TextSource, text: string): Conditions {
  if (source.conditions) return source.conditions;
  const [known, conditions] = conditionsOfSources.get(source) ?? [];
  if (conditions && known === text) return conditions;
  const found = new ConditionsAround(text);
  conditionsOfSources.set(source, [text, found]);
  return found;
}

const unreadWhole = (node: Node, detail: string): CandidateSearch => ({
  candidates: [],
  unreadPlaces: [{ node, code: 'notComputed', detail }],
});

function foundIn(root: Node, origin: PartOrigin, { isTable = false }: TextSource): CandidateSearch {
  if (root.type === 'string')
    return { candidates: [{ node: root, source: 'policy document' }], unreadPlaces: [] };
  if (isTerraform(root)) return findInTerraform(root);
  if (isTerraformSyntax(root)) return findInTerraformSyntax(root);
  if (isServerless(root)) return findInServerless(root);
  if (isAnsible(root)) return findInAnsible(root);
  if (isKopsCluster(root)) return findInKopsCluster(root);
  if (isEksctlCluster(root)) return findInEksctlCluster(root);
  if (isPulumiYaml(root)) return findInPulumiYaml(root);
  if (origin.notation !== 'json' && isTemplate(root)) return findInTemplate(root);
  const isCdk = origin.repairs.some(({ code }) => code === 'cdkStatement');
  // What is missing here is added elsewhere, with a method.
  if (isCdk && !hasActionAndResource(root)) return unreadWhole(root, 'PolicyStatement');
  if (isCdk && isStatementList(root))
    return {
      candidates: [
        { ...statementsCandidate(root, undefined), kind: 'identity', source: 'AWS CDK statement' },
      ],
      unreadPlaces: [],
    };
  if (isStatementList(root) && (isWholeInProgram(origin) || (isTable && isWholeCell(origin))))
    return { candidates: [statementsCandidate(root, undefined)], unreadPlaces: [] };
  // A statement that is left of a broken policy is none.
  const isWhole =
    origin.notation === 'yaml' ||
    (origin.repairs.length === 0 && !origin.comment && origin.pasted.trim().length === root.length);
  return findInOutput(root, isWhole);
}

const hasActionAndResource = (root: Node): boolean =>
  ['Action', 'Resource'].every((name) => member(root, name) ?? member(root, `Not${name}`));

/** Whether the text that was read fills its cell of a table. */
const isWholeCell = ({ pasted, originalOf, text }: PartOrigin): boolean =>
  /(?:^|[,;\t\n])\s*$/.test(pasted.slice(0, originalOf(0)).slice(-80)) &&
  /^\s*(?:[,;\t\n]|$)/.test(pasted.slice(originalOf(text.length)).slice(0, 80));

/** Whether a program assigns, appends or hands over what was read, whole: a parameter only has it where no other is given. */
function isWholeInProgram({ pasted, originalOf, text, comment }: PartOrigin): boolean {
  if (comment) return false;
  const [start, end] = [originalOf(0), originalOf(text.length)];
  const [before, behind] = [pasted.slice(Math.max(0, start - 200), start), pasted.slice(end, end + 80)];
  if (HANDED_OVER.test(before) && /^\s*,?\s*\)/.test(behind)) return true;
  return ASSIGNED.test(before) && /^[^\S\n]*(?:[);]|#|\/\/|$|\r?\n(?!\s*[|.+*%&?[(]))/.test(behind);
}

const HANDED_OVER = /\.(?:append|extend|push|unshift|insert|from_?[jJ]son)\(\s*(?:\d+\s*,\s*)?$/;

const ASSIGNED =
  /(?:^|\n)[^\S\n]*(?:[\w.$]+[^\S\n]+)*[\w.$[\]"']+(?:[^\S\n]*:[^\S\n]*[\w.[\]<>, |]+)?[^\S\n]*\+?=[^\S\n]*$/;

/** The policies in the parts of a text, each with a name of its own, and why others are refused. */
export function readParts(parts: readonly Part[], broken: readonly Refusal[]): ImportReading {
  const policies: FoundPolicy[] = [];
  const refusals: Refusal[] = [...broken];
  const without: Part[] = [];
  for (const part of parts) {
    const { candidates, unreadPlaces } = part.search;
    for (const reading of candidates.flatMap((candidate) => readDocument(candidate, part.origin)))
      if (reading.ok) policies.push(reading.policy);
      else refusals.push(reading.refusal);
    for (const { node, ...unread } of unreadPlaces)
      refusals.push({ ...unread, range: pastedRange(node, part.origin) });
    if (candidates.length === 0 && unreadPlaces.length === 0) without.push(part);
  }
  return {
    policies: titled(policies),
    refusals: inOrder([...refusals, ...notPolicies(without, policies.length + refusals.length)]),
  };
}

/** Where policies were looked for, and what of it is settled, so that the rest can be looked at. */
export function searchedParts(
  parts: readonly Part[],
  unreadable: SearchedParts['unreadable'],
): SearchedParts {
  const settled = parts.flatMap((part) => {
    const { candidates, unreadPlaces } = part.search;
    const nodes = [...candidates, ...unreadPlaces].map(({ node }) => node);
    const others = isTerraform(part.root) ? [part.root] : skippedDocuments(part.root);
    return [...nodes, ...others].map((node) => pastedRange(node, part.origin));
  });
  return { settled, structures: parts.map(({ root, origin }) => pastedRange(root, origin)), unreadable };
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

/** Names that differ, so that each is different from the others. */
export function titled(policies: readonly FoundPolicy[]): readonly FoundPolicy[] {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  const ordered = [...policies].sort((one, other) => one.range.offset - other.range.offset);
  return ordered.map((policy, index) => {
    const wanted = policy.title.slice(0, MAX_TITLE) || `Policy ${index + 1}`;
    let title = wanted;
    let count = counts.get(wanted) ?? 1;
    while (used.has(title)) {
      count += 1;
      title = `${wanted} (${count})`;
    }
    counts.set(wanted, count);
    used.add(title);
    return { ...policy, title };
  });
}

const MAX_TITLE = 120;

export const inOrder = (refusals: readonly Refusal[]): readonly Refusal[] =>
  [...refusals].sort((one, other) => one.range.offset - other.range.offset);

const rangeAt = (at: number, length: number): TextRange => ({ offset: toOffset(at), length });

export const refusalAt = (code: RefusalCode, detail: string, at: number, length: number): Refusal => ({
  code,
  detail,
  range: rangeAt(at, length),
});

export const refusedText = (
  code: RefusalCode,
  detail: string,
  at: number,
  length: number,
): ImportReading => ({
  policies: [],
  refusals: [refusalAt(code, detail, at, length)],
});
