import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument } from '../document.ts';
import { type ActionGroup, explainPolicy, levelRank, type StatementWords } from './explain.ts';

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
 * One row per effect and service: which access levels in full or in part, on what, under which conditions.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary.html
 */
export function summarizePolicy(policy: PolicyDocument, catalog: Catalog | undefined): readonly SummaryRow[] {
  const groups = new Map<string, { words: StatementWords; group: ActionGroup }[]>();
  for (const words of explainPolicy(policy, catalog)) {
    for (const group of words.exceptActions ? [allBut(words)] : words.groups) {
      const key = `${words.effect} ${group.service}`;
      groups.set(key, [...(groups.get(key) ?? []), { words, group }]);
    }
  }
  return [...groups.values()].flatMap((entries) =>
    entries[0] ? [rowOf(entries[0].words.effect, entries[0].group.service, entries)] : [],
  );
}

/** What `NotAction` says of services is everything but some of it. */
const allBut = (words: StatementWords): ActionGroup => ({
  service: `all but ${[...new Set(words.groups.flatMap(({ written }) => written))].join(', ')}`,
  accessLevel: 'unknown',
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
  const conditions = [...new Set(all.flatMap((words) => words.conditions.map(({ text }) => text)))];
  return {
    effect,
    service,
    access: accessOf(entries.map(({ group }) => group)),
    resource: resourceOf(resources),
    condition:
      conditions.length === 0
        ? 'None'
        : conditions.length === 1
          ? (conditions[0] ?? '')
          : `${conditions.length} conditions`,
    statements: [...new Set(all.map(({ index }) => index))],
  };
}

function resourceOf(resources: readonly string[]): string {
  if (resources.length === 0) return 'The resource it is attached to';
  if (resources.includes('*'))
    return resources.length === 1 ? 'All resources' : `All resources, and ${resources.length - 1} patterns`;
  return resources.length === 1 ? (resources[0] ?? '') : `${resources.length} patterns`;
}

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
    .filter(([level]) => !full.includes(level) && level !== 'unknown')
    .map(([level]) => level);
  const parts = [
    full.length > 0 && `Full: ${full.join(', ')}`,
    limited.length > 0 && `Limited: ${limited.join(', ')}`,
    levels.has('unknown') && 'not looked up',
  ];
  return parts.filter(Boolean).join('; ');
}
