import { type Acceptance, MAX_COVERAGE } from '../model/acceptance.ts';
import { isStillDenied } from './acceptanceDenials.ts';
import {
  isNarrowerFinding,
  isWithin,
  readSubject,
  type Subject,
  type SubjectFinding,
  subjectOf,
} from './acceptanceSubject.ts';
import { digest } from '../language/digest.ts';
import type { Path, PolicyDocument } from '../language/policy.ts';

/**
 * What a finding is about, as digits: its values, the text at its place, and everything that the statements it is about say and
 * that others deny of it, sorted. It stays the same when statements move, are renamed or are written in
 * another form.
 */
export const fingerprintOf = (finding: SubjectFinding, policy: PolicyDocument): string =>
  digest(textOf(subjectOf(finding, policy)));

/** What is suppressed with a finding, as text: whatever is in it stays suppressed. Nothing where it would be too long. */
export function suppressedCoverageOf(finding: SubjectFinding, policy: PolicyDocument): string | undefined {
  const text = textOf(subjectOf(finding, policy));
  return text.length <= MAX_COVERAGE ? text : undefined;
}

const textOf = (subject: Subject): string => JSON.stringify(subject);

/**
 * `grown`: the actions, resources, principals or conditions allow more than what was suppressed. `changed`: they are others.
 * `denied-less`: other statements of the document deny less of what it allows. `unverified`: an older version of the page did
 * not keep all of them.
 */
export type Reopening = 'grown' | 'changed' | 'denied-less' | 'unverified';

/** What is said of a finding that is open again. The reason that was given follows. */
export const reopeningWords: Readonly<Record<Reopening, string>> = {
  grown: 'Reopened because the statement now allows more.',
  changed: 'Reopened because the statement changed.',
  'denied-less': 'Reopened because other statements now deny less of the access that the statement allows.',
  unverified: 'Reopened because an older version of this page saved the justification without its statement.',
};

export interface Reopened {
  readonly acceptance: Acceptance;
  readonly because: Reopening;
}

export type Suppression =
  | { readonly state: 'open' }
  | { readonly state: 'suppressed'; readonly acceptance: Acceptance }
  | ({ readonly state: 'reopened' } & Reopened);

/**
 * Whether a finding of a document is suppressed. It stays so while each statement it is about says the same or, of an Allow,
 * less than what was suppressed, and while other statements deny no less of it; found by comparison, never by trust in what a
 * draft or link says of itself.
 */
export function suppressionOf(
  accepted: readonly Acceptance[],
  document: string,
  finding: SubjectFinding & { readonly code: string },
  policy: PolicyDocument,
): Suppression {
  const candidates = accepted.filter((entry) => entry.code === finding.code && entry.document === document);
  if (candidates.length === 0) return { state: 'open' };
  const now = subjectOf(finding, policy);
  // What was suppressed while no Deny limited it stays so with each Deny that comes.
  const { denies: _, ...unlimited } = now;
  const about = new Set([now, unlimited].map((subject) => digest(textOf(subject))));
  const same = candidates.find((entry) => about.has(entry.about));
  if (same) return { state: 'suppressed', acceptance: same };
  const legacy = legacyAboutOf(finding, policy);
  const found = candidates.map((entry) =>
    suppressionByAcceptance(entry, now, legacy, legacyDigestsAreComplete(finding, policy)),
  );
  return (
    found.find(({ state }) => state === 'suppressed') ??
    found.find(({ state }) => state === 'reopened') ?? { state: 'open' }
  );
}

function suppressionByAcceptance(
  acceptance: Acceptance,
  now: Subject,
  legacy: string,
  isWhole: boolean,
): Suppression {
  if (acceptance.about === legacy)
    return isWhole
      ? { state: 'suppressed', acceptance }
      : { state: 'reopened', acceptance, because: 'unverified' };
  const before =
    acceptance.covers !== undefined && digest(acceptance.covers) === acceptance.about
      ? readSubject(acceptance.covers)
      : undefined;
  if (!before) return { state: 'open' };
  const isNarrower = isNarrowerFinding(now, before);
  if (isNarrower && isWithin(now, before))
    return isStillDenied(now, before)
      ? { state: 'suppressed', acceptance }
      : { state: 'reopened', acceptance, because: 'denied-less' };
  if (!isNarrower && !isNarrowerFinding(before, now)) return { state: 'open' };
  return { state: 'reopened', acceptance, because: isWithin(before, now) ? 'grown' : 'changed' };
}

/** The acceptance that covers a finding of a document, if there is one. */
export function acceptanceOf(
  accepted: readonly Acceptance[],
  document: string,
  finding: SubjectFinding & { readonly code: string },
  policy: PolicyDocument,
): Acceptance | undefined {
  const found = suppressionOf(accepted, document, finding, policy);
  return found.state === 'suppressed' ? found.acceptance : undefined;
}

/** What an acceptance without coverage stored of a statement: all but the actions that the finding does not name. */
const SCOPE = ['Effect', 'Principal', 'NotPrincipal', 'Resource', 'NotResource', 'Condition'] as const;

function valueAt(value: unknown, path: Path): unknown {
  const [name, ...rest] = path;
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  return valueAt(new Map<string, unknown>(Object.entries(value)).get(String(name)), rest);
}

/** The digits by which drafts knew a finding before `covers` came: those drafts still have them. */
export function legacyAboutOf({ path, values }: SubjectFinding, policy: PolicyDocument): string {
  const [, index] = path;
  const statement = typeof index === 'number' ? policy.Statement[index] : undefined;
  const isWhole = path.length <= 2;
  const scope = statement ? SCOPE.map((name) => statement[name] ?? null) : [];
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return digest(JSON.stringify([sorted, scope, isWhole ? (statement ?? policy) : valueAt(policy, path)]));
}

/**
 * Whether those digits cover all that the statement says, so that equal ones mean nothing grew: the finding is about all of it,
 * or about the only action that an Allow has now.
 */
function legacyDigestsAreComplete({ path, also = [] }: SubjectFinding, policy: PolicyDocument): boolean {
  const [, index, element, entry] = path;
  if (also.some((place) => place.path[1] !== index)) return false;
  if (path.length <= 2) return true;
  const statement = typeof index === 'number' ? policy.Statement[index] : undefined;
  if (!statement || (element !== 'Action' && element !== 'NotAction')) return false;
  if (entry === undefined) return true;
  return element === 'Action' && statement.Effect === 'Allow' && [statement.Action].flat().length === 1;
}
