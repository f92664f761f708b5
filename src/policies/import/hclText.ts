import type { CandidateSearch } from './candidates.ts';
import { commentedRuns } from './commentedParts.ts';
import { stackOfConfiguration } from './containers/stack.ts';
import { pastedRange } from './documentOrigin.ts';
import { folderOf } from './filesBeside.ts';
import { readHcl } from './hcl/blocks.ts';
import { findInConfiguration } from './hcl/configuration.ts';
import { hidesParts, isPlanText, planAsConfiguration } from './hcl/planText.ts';
import { findJson } from './findJson.ts';
import type { ImportReading, Refusal } from './importReading.ts';
import { partOfRegion } from './jsonText.ts';
import { type Part, plainOrigin, readParts, refusalAt, searchedParts } from './parts.ts';
import { policySigns } from './policySigns.ts';
import type { TextSource } from './textSource.ts';
import { withoutSpans } from './withoutSpans.ts';
import { withUnreadPolicies } from './unreadPolicies.ts';

/** The policies of a configuration of Terraform, or of the text of a plan. */
export function readHclText(text: string, source: TextSource): ImportReading {
  const isPlan = isPlanText(text);
  const read = isPlan ? planAsConfiguration(text) : withInputs(text);
  const { blocks, broken } = readHcl(read);
  const stack = stackOfConfiguration(source.own);
  const found = findInConfiguration(read, blocks, {
    stack,
    files: source.files,
    folder: folderOf(source.name),
  });
  const search = isPlan ? withoutHidden(found, text) : found;
  const origin = {
    ...plainOrigin(text, 'terraform'),
    commentRuns: commentedRuns(text),
    stack,
    fileName: source.name,
  };
  const part: Part = { root: { type: 'null', offset: 0, length: 0 }, origin, search };
  const refusals = broken.flatMap(({ from, to }): readonly Refusal[] =>
    mayHoldPolicy(text.slice(from, to)) ? [refusalAt('notHcl', '', from, to - from)] : [],
  );
  const { regions, unreadable } = findJson(withoutSpans(text, [...blocks, ...broken]));
  const parts = [part, ...regions.map((region) => partOfRegion(region, text, source))];
  const nodes = [...search.candidates, ...search.unreadPlaces].map(({ node }) => pastedRange(node, origin));
  const locals = found.usedLocals.map(({ from, to }) =>
    pastedRange({ offset: from, length: to - from }, origin),
  );
  const { settled, structures } = searchedParts(parts.slice(1), unreadable);
  return withUnreadPolicies(text, readParts(parts, refusals), {
    settled: [...settled, ...nodes, ...locals],
    structures,
    unreadable: [],
  });
}

/** By its statements, or by the name of an attribute, whatever its value is. */
const mayHoldPolicy = (block: string): boolean =>
  policySigns(block).length > 0 ||
  (/^\s*resource\s+"aws/.test(block) &&
    /^[^\S\n]*(?:\w*policy(?:_(?:document|text|json))?|content)[^\S\n]*=/m.test(block));

/**
 * The inputs of Terragrunt as a block: what they hold is what arguments of a module hold.
 * Source: https://terragrunt.gruntwork.io/docs/reference/hcl/attributes/#inputs
 */
const withInputs = (text: string): string => text.replaceAll(/^(inputs[^\S\n]*)=([^\S\n]*\{)/gm, '$1 $2');

/** What a plan shows in part is no policy. */
function withoutHidden({ candidates, unreadPlaces }: CandidateSearch, text: string): CandidateSearch {
  const isHidden = ({ node }: CandidateSearch['candidates'][number]) =>
    hidesParts(text.slice(node.offset, node.offset + node.length));
  return {
    candidates: candidates.filter((candidate) => !isHidden(candidate)),
    unreadPlaces: [
      ...unreadPlaces,
      ...candidates.filter(isHidden).map(({ node, source }) => ({
        node,
        code: 'notComputed' as const,
        detail: 'a part that the plan doesn’t show',
        name: source,
      })),
    ],
  };
}
