import type { Node } from 'jsonc-parser';
import { toOffset } from '../language/policy.ts';
import { commentedRuns } from './commentedParts.ts';
import { findCommentedJson } from './findJson.ts';
import type { Conditions } from './conditions/conditionRegion.ts';
import { ConditionsAround } from './conditions/conditionsAround.ts';
import type { TextSource } from './textSource.ts';
import type { ImportReading, Refusal } from './importReading.ts';
import { joinedReadings } from './joinedReadings.ts';
import { partOfRegion, readJsonText } from './jsonText.ts';
import { inOrder, partIn, plainOrigin, readParts, refusalAt, searchedParts } from './parts.ts';
import { withUnreadPolicies } from './unreadPolicies.ts';
import { relevantYaml } from './relevantYaml.ts';
import type { ReadYaml, YamlReading } from './yaml.ts';
import { yamlDocuments } from './yamlDocuments.ts';

/** The policies of a text of YAML, which can be several documents. */
export function readYamlText(text: string, yaml: ReadYaml, source: TextSource): ImportReading {
  const conditions = new ConditionsAround(text);
  return joinedReadings(
    yamlDocuments(text).map((segment) => {
      const { from: by } = segment;
      const of: Conditions['of'] = (from, to) => conditions.of(from + by, to + by);
      return {
        segment,
        reading: readYamlDocument(documentIn(text, segment), yaml, { ...source, conditions: { of } }),
      };
    }),
  );
}

/** Without the end of the document before, which can be in front of it. */
const documentIn = (text: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  text.slice(from, to).replace(/^\.\.\.(?=\s)/, '   ');

/** The policies of one document of YAML. */
function readYamlDocument(text: string, yaml: ReadYaml, source: TextSource): ImportReading {
  const relevant = relevantYaml(text);
  const found: YamlReading =
    relevant === undefined
      ? { ok: true, root: withoutValues(text), doubts: [], repeated: [] }
      : yaml(relevant);
  if (!found.ok) return brokenYaml(text, refusalAt('notYaml', found.detail, found.offset, 0), source);
  const commented = findCommentedJson(text).regions.map((region) => partOfRegion(region, text, source));
  const origin = { ...plainOrigin(text, 'yaml'), commentRuns: commentedRuns(text), doubts: found.doubts };
  const parts = [partIn(found.root, origin, source), ...commented];
  const searched = searchedParts(parts, []);
  const repeated = found.repeated.map(({ offset, length }) => ({ offset: toOffset(offset), length }));
  return withUnreadPolicies(text, readParts(parts, []), {
    ...searched,
    settled: [...searched.settled, ...repeated],
  });
}

const withoutValues = (text: string): Node => {
  const offset = text.search(/\S/);
  return { type: 'null', value: null, offset, length: text.trimEnd().length - offset };
};

/** Prose may look like YAML by its first words: JSON in it counts, beside the reason why the rest does not. */
function brokenYaml(text: string, reason: Refusal, source: TextSource): ImportReading {
  const { policies, refusals } = readJsonText(text, source);
  return policies.length === 0
    ? { policies, refusals: [reason] }
    : { policies, refusals: inOrder([reason, ...refusals]) };
}
