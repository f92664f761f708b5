import { accessLevels, levelRank } from '../../catalog/accessLevels.ts';
import { digest } from '../../language/digest.ts';
import type { ChangeKind, NotComparedReason, PermissionChange } from '../../exact/change.ts';
import { scopeKey } from '../../exact/scope.ts';
import { changeKinds } from '../changeWords.ts';

/** How one policy differs from what it was. Where there is no comparison, nothing is said of its access. */
export interface ComparedPolicy {
  readonly id: string;
  readonly title: string;
  /** The role that it belongs to, as a heading. */
  readonly role: string;
  readonly presence: 'inBoth' | 'new' | 'gone';
  readonly result:
    | { readonly state: 'compared'; readonly changes: readonly PermissionChange[] }
    | { readonly state: 'notCompared'; readonly because: string };
}

/** An access level, or `any` for what can be of any: patterns such as `s3:*`, and actions that no one knows the level of. */
export interface ReviewLevel {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly ReviewGroup[];
}

/** The differences of one policy at one access level: what is ticked as reviewed. */
export interface ReviewGroup {
  readonly id: string;
  readonly level: string;
  readonly policy: ComparedPolicy;
  readonly rows: readonly ReviewRow[];
  /** Changes whenever one of the rows does. */
  readonly fingerprint: string;
}

export interface ReviewRow {
  readonly change: PermissionChange;
  /** Its place among the changes of its policy. */
  readonly index: number;
}

/** What nothing is known of: some actions of a policy, or all of it. */
export interface NotCompared {
  readonly policy: ComparedPolicy;
  readonly actions: readonly string[];
  readonly reason: NotComparedReason | undefined;
  /** Why the whole policy was not compared. */
  readonly because: string | undefined;
}

export interface ReviewList {
  readonly levels: readonly ReviewLevel[];
  readonly notCompared: readonly NotCompared[];
  /** How many rows there are of each kind; of `notCompared` also whole policies. */
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly policies: number;
  /** Nothing differs, and everything was compared. */
  readonly isSame: boolean;
}

const ANY = { id: 'any', title: 'Any access level' };

const levels = [
  ANY,
  ...accessLevels.map((title) => ({ id: title.toLowerCase().replaceAll(' ', '-'), title })),
];

/** Differences by what they can do: what may be anything first, then by access level, most harmful first. */
export function reviewList(policies: readonly ComparedPolicy[]): ReviewList {
  const groups = policies.flatMap(groupsOf);
  const notCompared = policies.flatMap(notComparedOf);
  const rows = groups.flatMap((group) => group.rows);
  const counted = (kind: ChangeKind) => rows.filter(({ change }) => change.kind === kind).length;
  return {
    levels: levels.flatMap((level) => {
      const groupsOfLevel = groups.filter((group) => group.level === level.id);
      return groupsOfLevel.length > 0 ? [{ ...level, groups: groupsOfLevel }] : [];
    }),
    notCompared,
    counts: {
      widens: counted('widens'),
      narrows: counted('narrows'),
      conditions: counted('conditions'),
      notCompared: notCompared.length,
    },
    policies: policies.length,
    isSame: rows.length + notCompared.length === 0,
  };
}

function groupsOf(policy: ComparedPolicy): readonly ReviewGroup[] {
  if (policy.result.state !== 'compared') return [];
  const rows = policy.result.changes
    .map((change, index): ReviewRow => ({ change, index }))
    .filter(({ change }) => change.kind !== 'notCompared')
    .toSorted((one, other) => changeKinds.indexOf(one.change.kind) - changeKinds.indexOf(other.change.kind));
  return levels.flatMap(({ id: level }) => {
    const rowsOfLevel = rows.filter(({ change }) => levelOf(change) === level);
    if (rowsOfLevel.length === 0) return [];
    return [
      {
        id: `${level}/${policy.id}`,
        level,
        policy,
        rows: rowsOfLevel,
        fingerprint: fingerprintOf(rowsOfLevel),
      },
    ];
  });
}

const levelOf = ({ accessLevel }: PermissionChange): string =>
  levels[levelRank(accessLevel) + 1]?.id ?? ANY.id;

function notComparedOf(policy: ComparedPolicy): readonly NotCompared[] {
  const { result } = policy;
  if (result.state === 'notCompared')
    return [{ policy, actions: [], reason: undefined, because: result.because }];
  return result.changes.flatMap(({ kind, actions, reason }) =>
    kind === 'notCompared' ? [{ policy, actions, reason, because: undefined }] : [],
  );
}

/** The same differences have the same fingerprint, in whatever order they come. */
const fingerprintOf = (rows: readonly ReviewRow[]): string =>
  digest(JSON.stringify(rows.map(({ change }) => textOf(change)).toSorted()));

const textOf = ({ kind, effect, actions, from, to, withoutAllow }: PermissionChange): string =>
  JSON.stringify([
    kind,
    effect,
    withoutAllow === true,
    actions.toSorted(),
    from.map(scopeKey).toSorted(),
    to.map(scopeKey).toSorted(),
  ]);
