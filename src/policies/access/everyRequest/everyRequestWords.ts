import type { Undecided } from '../../exact/answer.ts';
import { levelName } from '../../catalog/accessLevels.ts';
import {
  type AccessComparison,
  type AccessDifference,
  isProvenNone,
  isProvenSame,
  type OpenReason,
  type RequestKind,
} from './accessDifference.ts';

/** What a comparison of every request says, in sentences: the same on the page and in the report. */

/** `proven`: for every request. `found`: there is a request that shows it. `open`: not decided. */
export type HeadlineTone = 'proven' | 'found' | 'open';

export interface Headline {
  readonly direction: 'both' | 'new' | 'removed';
  readonly tone: HeadlineTone;
  readonly text: string;
  /** Names of the missing values that decide. */
  readonly missing: readonly string[];
  /** What else counts: kinds that are not decided, the other reading of ARNs. */
  readonly notes: readonly string[];
}

export const PROVEN = 'Proven for every request.';

const marks: Readonly<Record<HeadlineTone, string>> = { proven: '✓', found: '▲', open: '?' };

/** Each sentence has a mark of its own, so that no color is needed. */
export const headlineMark = ({ direction, tone }: Pick<Headline, 'direction' | 'tone'>): string =>
  direction === 'removed' && tone === 'found' ? '▼' : marks[tone];

/** What a reader knows a missing value by: the name of its field. */
export type LabelOf = (placeholder: string) => string;

const asWritten: LabelOf = (placeholder) => `<${placeholder}>`;

/** One sentence where both sides allow the same, else one for each direction. */
export function headlinesOf(comparison: AccessComparison, labelOf = asWritten): readonly Headline[] {
  if (isProvenSame(comparison))
    return [
      {
        direction: 'both',
        tone: 'proven',
        text: `Same access. ${PROVEN}`,
        missing: [],
        notes: [],
      },
    ];
  return [
    headlineOf('new', comparison.newAccess, labelOf),
    headlineOf('removed', comparison.removedAccess, labelOf),
  ];
}

const subjects = { new: 'new access', removed: 'removed access' } as const;

function headlineOf(direction: 'new' | 'removed', difference: AccessDifference, labelOf: LabelOf): Headline {
  const subject = subjects[direction];
  const named = `${subject[0]?.toUpperCase()}${subject.slice(1)}`;
  const notes = readingNotes(difference);
  if (isProvenNone(difference))
    return { direction, tone: 'proven', text: `No ${subject}. ${PROVEN}`, missing: [], notes };
  if (difference.state === 'none')
    return {
      direction,
      tone: 'open',
      text: `No ${subject} ${difference.denials ? 'by these policies alone' : 'with one interpretation of their ARNs'}.`,
      missing: [],
      notes: [...(difference.denials ? [denialWords[direction]] : []), ...notes],
    };
  if (difference.state === 'undecided') {
    const { because } = difference;
    return {
      direction,
      tone: 'open',
      text: `${named}: undecided. ${undecidedWords(because, labelOf)}`,
      missing: missingIn(because),
      notes,
    };
  }
  const { kinds, others } = difference;
  const many = `${kinds.length} ${kinds.length === 1 ? 'kind' : 'kinds'} of request`;
  const text = `${named}: ${others === 'none' ? '' : 'at least '}${many}.`;
  if (typeof others === 'string') return { direction, tone: 'found', text, missing: [], notes };
  const open = `For other requests it is undecided. ${undecidedWords(others, labelOf)}`;
  return { direction, tone: 'found', text, missing: missingIn(others), notes: [open, ...notes] };
}

/** What a difference that only Deny statements make means: nothing here, and something beside other policies. */
export const denialWords = {
  new: 'Their Deny statements deny less, which matters if another policy allows these requests.',
  removed: 'Their Deny statements deny more, which matters if another policy allows these requests.',
} as const;

const missingIn = (because: Undecided): readonly string[] =>
  because.reason === 'missingValue' ? because.names : [];

/** Why something is not decided, as a sentence. */
export function undecidedWords(because: Undecided, labelOf = asWritten): string {
  switch (because.reason) {
    case 'steps':
      return 'The policies are too complex to compare every request.';
    case 'policyVariable':
      return `It depends on the values of policy variables: ${because.keys.join(', ')}.`;
    case 'missingValue':
      return `It depends on missing values: ${[...new Set(because.names.map(labelOf))].join(', ')}.`;
    case 'operator':
      return `A condition can’t be compared: ${because.operators.join(', ')}.`;
    case 'dataNotLoaded':
      return `The data of these services isn’t available: ${because.services.join(', ')}.`;
    case 'malformed':
      return 'IAM rejects one of the policies.';
    case 'notReplayed':
      return 'A request was found, but evaluating it gave another result. This is an error in this page.';
    default:
      return because satisfies never;
  }
}

/** The same of a role. */
export function openWords(because: OpenReason, labelOf?: LabelOf): string {
  switch (because.reason) {
    case 'reading':
      return 'AWS documents two interpretations of a resource pattern. Write all six fields.';
    case 'resourceControl':
      return 'It depends on the account of the resource: resource control policies apply only in accounts that they’re attached to.';
    default:
      return undecidedWords(because, labelOf);
  }
}

const OTHER_READING =
  'Some resource patterns have fewer than six fields, and AWS documents two interpretations of them. With the other interpretation';

function readingNotes({ otherReading }: AccessDifference): readonly string[] {
  if (otherReading === undefined) return [];
  return [
    `${OTHER_READING}, ${otherReading === 'some' ? 'there is a difference' : 'there is none'}. Write all six fields.`,
  ];
}

/** `Write access to s3`. */
export const kindWords = ({ service, accessLevel }: Pick<RequestKind, 'service' | 'accessLevel'>): string =>
  accessLevel === 'unknown'
    ? `${service}: actions that AWS doesn’t list`
    : `${service}: ${levelName(accessLevel).toLowerCase()}`;

/** The parts of a request in plain words: `s3:GetObject on arn:…`, then what its context has. */
export function requestWords({ witness: { principal, action, resource, context } }: RequestKind): {
  readonly call: string;
  readonly by: string | undefined;
  readonly context: readonly string[];
} {
  return {
    call: `${action} on ${resource}`,
    by: principal,
    context: Object.entries(context).map(([key, values]) => `${key} = ${values.join(', ')}`),
  };
}
