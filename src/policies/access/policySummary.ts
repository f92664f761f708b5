import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { type ActionGroup, explainPolicy, type StatementWords } from './explain.ts';
import { levelRank } from '../catalog/accessLevels.ts';

/** A line of the summary table. */
export interface SummaryRow {
  readonly effect: 'Allow' | 'Deny';
  readonly service: string;
  /** `Full access`, or `Full: List, Read; limited: Write`. */
  readonly access: string;
  /** `All resources`, the one pattern, or how many. */
  readonly resource: string;
  /** `None`, the one condition, or how many. */
  readonly condition: string;
  /** Statements behind it, by place. */
  readonly statements: readonly number[];
}

/**
 * One row per effect and service, denials first: which access levels in full or in part, on what, under which conditions.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary.html
 */
export const summarizePolicy = (
  policy: PolicyDocument,
  catalog: Catalog | undefined,
): readonly SummaryRow[] => summarizeStatements(explainPolicy(policy, catalog));

/** The same for a policy that was already explained. */
export function summarizeStatements(statements: readonly StatementWords[]): readonly SummaryRow[] {
  const groups = new Map<string, { words: StatementWords; group: ActionGroup }[]>();
  for (const words of statements) {
    for (const group of words.exceptActions ? [allBut(words)] : words.groups) {
      const key = `${words.effect} ${group.service}`;
      const entries = groups.get(key) ?? [];
      entries.push({ words, group });
      groups.set(key, entries);
    }
  }
  const rows = [...groups.values()].flatMap((entries) =>
    entries[0] ? [rowOf(entries[0].words.effect, entries[0].group.service, entries)] : [],
  );
  return rows.toSorted((one, other) => Number(other.effect === 'Deny') - Number(one.effect === 'Deny'));
}

/** What `NotAction` says of services is everything but some of it. */
const allBut = (words: StatementWords): ActionGroup => ({
  service: `all but ${[...new Set(words.groups.flatMap(({ written }) => written))].join(', ')}`,
  accessLevel: 'everything',
  written: [],
  actions: [],
  ofTotal: undefined,
});

function rowOf(
  effect: SummaryRow['effect'],
  service: string,
  entries: readonly { words: StatementWords; group: ActionGroup }[],
): SummaryRow {
  const all = entries.map(({ words }) => words);
  const resources = [
    ...new Set(
      all.flatMap((words) =>
        words.exceptResources ? [`all but ${words.resources.join(', ')}`] : words.resources,
      ),
    ),
  ];
  return {
    effect,
    service,
    access: accessOf(entries.map(({ group }) => group)),
    resource: resourceOf(resources),
    condition: conditionOf(all),
    statements: [...new Set(all.map(({ index }) => index))],
  };
}

/** What applies to only some of the statements begins with “In part”. */
function conditionOf(all: readonly StatementWords[]): string {
  const texts = [...new Set(all.flatMap((words) => words.conditions.map(({ text }) => text)))];
  if (texts.length === 0) return 'None';
  const conditionText = texts.length === 1 ? (texts[0] ?? '') : `${texts.length} conditions`;
  return all.some(({ conditions }) => conditions.length === 0) ? `In part: ${conditionText}` : conditionText;
}

function resourceOf(resources: readonly string[]): string {
  if (resources.length === 0) return 'The resource it’s attached to';
  if (resources.includes('*'))
    return resources.length === 1
      ? 'All resources'
      : `Some on all resources; others on ${counted(resources.length - 1)}`;
  return resources.length === 1 ? (resources[0] ?? '') : counted(resources.length);
}

const counted = (number: number): string => (number === 1 ? '1 pattern' : `${number} patterns`);

/** The row of actions without an access level. */
const WITHOUT_LEVEL: Readonly<Record<string, string>> = {
  everything: 'Full access',
  notListed: 'Not in the AWS data',
  unknown: 'not available',
};

/** A level is full when every action of it is named. */
function accessOf(groups: readonly ActionGroup[]): string {
  const levels = new Map<string, { actions: Set<string>; total: number | undefined }>();
  for (const { accessLevel, actions, ofTotal } of groups) {
    const level = levels.get(accessLevel) ?? { actions: new Set(), total: ofTotal };
    for (const action of actions) level.actions.add(action);
    levels.set(accessLevel, level);
  }
  const named = [...levels].toSorted(([one], [other]) => levelRank(one) - levelRank(other));
  const full = named
    .filter(([, { actions, total }]) => total !== undefined && actions.size >= total)
    .map(([level]) => level);
  const limited = named
    .filter(([level]) => !full.includes(level) && !(level in WITHOUT_LEVEL))
    .map(([level]) => level);
  const parts = [
    full.length > 0 && `Full: ${full.join(', ')}`,
    limited.length > 0 && `Limited: ${limited.join(', ')}`,
    ...Object.entries(WITHOUT_LEVEL).map(([level, words]) => levels.has(level) && words),
  ];
  return parts.filter(Boolean).join('; ');
}
