import { type AccessComparison, type AccessDifference, isProvenNone } from './accessDifference.ts';
import type { RoleComparison, RoleDifference } from './compareRoles.ts';
import { type Headline, headlinesOf, type HeadlineTone, PROVEN } from './everyRequestWords.ts';

/** One sentence on all policies of a set, each compared with what it was. */
export interface SummaryLine {
  readonly direction: Headline['direction'];
  readonly tone: HeadlineTone;
  readonly text: string;
}

/**
 * What the comparisons of all policies say together. Where no policy allows more than before, all of them together allow no more.
 * Nothing is said of those that are not compared: they are counted.
 */
export function comparisonSummary(
  comparisons: readonly (AccessComparison | undefined)[],
): readonly SummaryLine[] {
  const compared = comparisons.filter((one) => one !== undefined);
  const missing = comparisons.length - compared.length;
  if (compared.length === 0) return [];
  const lines = [
    sumLine(
      'new',
      compared.map(({ newAccess }) => newAccess),
      missing,
    ),
    sumLine(
      'removed',
      compared.map(({ removedAccess }) => removedAccess),
      missing,
    ),
  ];
  const all = policies(compared.length);
  const isSame = missing === 0 && lines.every(({ tone }) => tone === 'proven');
  const same: SummaryLine = { direction: 'both', tone: 'proven', text: `Same access in ${all}. ${PROVEN}` };
  return [...(isSame ? [same] : lines), ...otherReading(compared)];
}

/** Where another reading of ARNs decides otherwise, what is proven is so in one of them. */
function otherReading(comparisons: readonly AccessComparison[]): readonly SummaryLine[] {
  const found = comparisons.filter((one) => hasOtherReading(one)).length;
  if (found === 0) return [];
  const text = `In ${policies(found)} the answer depends on how AWS interprets resource patterns with fewer than six fields.`;
  return [{ direction: 'both', tone: 'open', text }];
}

const hasOtherReading = ({ newAccess, removedAccess }: AccessComparison): boolean =>
  newAccess.otherReading !== undefined || removedAccess.otherReading !== undefined;

const policies = (number: number): string => `${number} ${number === 1 ? 'policy' : 'policies'}`;

const subjects = { new: 'new access', removed: 'removed access' } as const;

const nothingAlone = {
  new: 'No policy by itself gives new access.',
  removed: 'No policy by itself removes access.',
} as const;

function sumLine(
  direction: keyof typeof subjects,
  differences: readonly AccessDifference[],
  missing: number,
): SummaryLine {
  const subject = subjects[direction];
  const named = `${subject[0]?.toUpperCase()}${subject.slice(1)}`;
  const found = differences.filter((one) => one.state === 'some');
  const denials = differences.filter((one) => one.state === 'none' && one.denials).length;
  const decided = denials + found.length + differences.filter(isProvenNone).length;
  const open = differences.length - decided;
  const rest = [
    open > 0 ? `Undecided in ${policies(open)}.` : '',
    denials > 0
      ? `Deny statements deny ${direction === 'new' ? 'less' : 'more'} in ${policies(denials)}, which matters if another policy allows these requests.`
      : '',
    missing > 0 ? `Not compared: ${policies(missing)}.` : '',
  ].filter((part) => part !== '');
  const all = policies(differences.length + missing);
  if (found.length > 0) {
    const kinds = found.reduce((sum, one) => sum + one.kinds.length, 0);
    const least = found.some(({ others }) => others !== 'none') ? 'at least ' : '';
    const many = `${least}${kinds} ${kinds === 1 ? 'kind' : 'kinds'} of request in ${found.length} of ${all}`;
    return { direction, tone: 'found', text: [`${named}: ${many}.`, ...rest].join(' ') };
  }
  if (rest.length > 0) {
    const isDecided = open === 0 && missing === 0;
    const none = isDecided ? nothingAlone[direction] : `No ${subject} found in the other policies.`;
    return { direction, tone: 'open', text: [none, ...rest].join(' ') };
  }
  return { direction, tone: 'proven', text: `No ${subject} in ${all}. ${PROVEN}` };
}

/** `▲ 5 new, ▼ 8 removed`, for a line of a list. */
export function shortComparisonSummary(
  comparison: AccessComparison,
): SummaryLine & { readonly hasNotes: boolean; readonly parts: readonly SummaryLine[] } {
  const [first, ...others] = headlinesOf(comparison);
  if (first && others.length === 0) return { ...first, hasNotes: first.notes.length > 0, parts: [first] };
  const { newAccess, removedAccess } = comparison;
  const parts = [shortLine('▲', 'new', newAccess), shortLine('▼', 'removed', removedAccess)].filter(
    ({ text }) => text !== '',
  );
  return {
    hasNotes: hasOtherReading(comparison),
    direction: 'both',
    tone: parts.some(({ tone }) => tone === 'found') ? 'found' : 'open',
    text: parts.map(({ text }) => text).join(', '),
    parts,
  };
}

const shortLine = (
  mark: string,
  direction: 'new' | 'removed',
  difference: AccessDifference,
): SummaryLine => ({
  direction,
  tone: difference.state === 'some' ? 'found' : 'open',
  text: shortOf(mark, direction, difference),
});

function shortOf(mark: string, word: string, difference: AccessDifference): string {
  if (isProvenNone(difference)) return '';
  if (difference.state === 'none')
    return difference.denials
      ? `? denies ${word === 'new' ? 'less' : 'more'}`
      : `? ${word} access: two interpretations`;
  if (difference.state === 'undecided') return `? ${word} access undecided`;
  return `${mark} ${difference.others === 'none' ? '' : 'at least '}${difference.kinds.length} ${word}`;
}

/** What roles can do with all of their policies together; nothing where no role has more than identity policies. */
export function rolesSummary(comparisons: readonly (RoleComparison | undefined)[]): readonly SummaryLine[] {
  const compared = comparisons.filter((one) => one !== undefined);
  if (compared.length === 0) return [];
  return [
    roleLine(
      'new',
      compared.map(({ newAccess }) => newAccess),
    ),
    roleLine(
      'removed',
      compared.map(({ removedAccess }) => removedAccess),
    ),
  ];
}

const TOGETHER = 'With permissions boundaries, service control policies, and resource control policies';

function roleLine(direction: keyof typeof subjects, differences: readonly RoleDifference[]): SummaryLine {
  const subject = subjects[direction];
  const number = (state: RoleDifference['state']) => differences.filter((one) => one.state === state).length;
  const roles = (count: number) => `${count} ${count === 1 ? 'role' : 'roles'}`;
  const open = number('undecided') > 0 ? ` Undecided for ${roles(number('undecided'))}.` : '';
  if (number('some') > 0)
    return {
      direction,
      tone: 'found',
      text: `${TOGETHER}: ${subject} for ${number('some')} of ${roles(differences.length)}.${open}`,
    };
  if (open !== '')
    return { direction, tone: 'open', text: `${TOGETHER}: no ${subject} found for the other roles.${open}` };
  return {
    direction,
    tone: 'proven',
    text: `${TOGETHER}: no ${subject} for ${roles(differences.length)}. ${PROVEN}`,
  };
}
