import type { ChangeKind, NotComparedReason, PermissionChange } from '../exact/change.ts';
import { ATTACHED_RESOURCE, type Scope } from '../exact/scope.ts';
import { conditionSentence } from './conditionSentences.ts';

/** The four kinds of change, what matters most first. Each has a mark of its own, so that no color is needed. */
export const changeWords: Readonly<
  Record<ChangeKind, { readonly mark: string; readonly word: string; readonly note?: string }>
> = {
  widens: { mark: '▲', word: 'new access' },
  narrows: { mark: '▼', word: 'removed access' },
  conditions: {
    mark: '≠',
    word: 'changed conditions',
    note: 'The same actions on the same resources with different conditions.',
  },
  notCompared: { mark: '?', word: 'not compared', note: 'Compare the text below for these.' },
};

export const changeKinds: readonly ChangeKind[] = ['widens', 'narrows', 'conditions', 'notCompared'];

export const notComparedWords: Readonly<Record<NotComparedReason, string>> = {
  futureActions:
    'The pattern also matches actions that AWS adds later. The actions that it matches today are compared above.',
  serviceNotKnown: 'The data of this service isn’t available.',
  acrossServices: 'The pattern matches several services. Services without a statement can’t be compared.',
  readTwoWays:
    'These resource patterns have fewer than six fields. AWS documents two interpretations of them, and the change depends on which one applies. Enter all six fields.',
  malformed: 'IAM rejects one of the statements.',
};

export const WITHOUT_ALLOW =
  'Nothing in this policy allows it, but the Deny still overrides the role’s other policies.';

/** The labels before the scopes of a change. */
export const scopeLabels = ({ effect }: PermissionChange): { readonly from: string; readonly to: string } =>
  effect === 'Deny' ? { from: 'No longer denied', to: 'Now denied' } : { from: 'Removed', to: 'Added' };

/** A scope in its parts. */
export interface ScopeWords {
  /** Nothing where no one is named. */
  readonly who: string | undefined;
  readonly on: string;
  /** Whether `on` is as a policy writes it, not a word of ours. */
  readonly isPattern: boolean;
  /** Nothing without conditions. */
  readonly onlyIf: string | undefined;
}

export function scopeInWords({ principal, resource, requirements }: Scope): ScopeWords {
  const on = typeof resource === 'string' ? resource : `all but ${resource.allBut.join(', ')}`;
  const only = requirements.map(({ operator, written, values }) =>
    conditionSentence(operator, written, values),
  );
  return {
    who: principal === '*' ? undefined : principal,
    on: on === '*' ? 'all resources' : on,
    isPattern: on !== ATTACHED_RESOURCE && on !== '*',
    onlyIf: only.length > 0 ? only.join(', and ') : undefined,
  };
}

/** How many different actions a kind of change is about; what has no action counts as one. */
export const numberOfChanges = (changes: readonly PermissionChange[], kind: ChangeKind): number =>
  new Set(
    changes
      .filter((change) => change.kind === kind)
      .flatMap(({ actions }) => (actions.length > 0 ? actions : ['?'])),
  ).size;
