import { scopeInWords } from '../../policies/access/changeWords.ts';
import type {
  ReviewGroup,
  ReviewLevel,
  ReviewList,
  ReviewRow,
} from '../../policies/access/review/reviewList.ts';

/** The differences that have every word of a filter in their role, policy, action, resource or condition. */
export function filteredReview(
  { levels }: Pick<ReviewList, 'levels'>,
  filter: string,
): { readonly levels: readonly ReviewLevel[]; readonly rows: number } {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const found = levels.flatMap((level) => {
    const groups = level.groups.flatMap((group) => {
      const rows = words.length === 0 ? group.rows : group.rows.filter((row) => has(row, group, words));
      return rows.length === 0 ? [] : [{ ...group, rows }];
    });
    return groups.length === 0 ? [] : [{ ...level, groups }];
  });
  const rows = found.flatMap(({ groups }) => groups.map((group) => group.rows.length));
  return { levels: found, rows: rows.reduce((sum, many) => sum + many, 0) };
}

function has({ change }: ReviewRow, { policy }: ReviewGroup, words: readonly string[]): boolean {
  const scopes = [...change.from, ...change.to].map(scopeInWords);
  const texts = scopes.flatMap(({ who, on, onlyIf }) => [who, on, onlyIf]);
  const text = [policy.role, policy.title, ...change.actions, ...texts].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}
