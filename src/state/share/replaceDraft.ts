import { countWithNoun } from '../../policies/language/counts.ts';
import { MOST_REVIEW_MARKS } from '../../policies/model/reviewMark.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { withClaims, withMarksOf, withoutMarks } from '../../policies/access/review/reviewMarks.ts';
import { freeSnapshotId, snapshotLimits, uniqueSnapshotName } from '../../policies/share/snapshotNames.ts';
import { isSameDraft } from '../../policies/model/sameDraft.ts';
import {
  dismiss,
  edit,
  type LinkNotice,
  notify,
  rulesetInForce,
  show,
  useStore,
  withoutOwn,
} from '../store.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import { settleTyped } from '../typing/settleTyped.ts';

/** Takes a draft from elsewhere in, and never loses the own one: it is a snapshot from then on, and one undo away. */

export type ReplacedDraft =
  /** `snapshot`: the snapshot that keeps the reader's draft; nothing where the reader had none. `replaced`: that draft. */
  | { readonly state: 'opened'; readonly snapshot: Snapshot | undefined; readonly replaced: Draft }
  /**
   * The own draft is the same; nothing changed but `marks`: groups that the sender reviewed, which weren't known here. `leftOut`
   * more have no room.
   */
  | { readonly state: 'same'; readonly marks: number; readonly leftOut: number }
  /** As many points are pinned as are kept, so that the own draft could not be; nothing changed. */
  | { readonly state: 'full' }
  /** Text that is being typed is no policy yet, and would be lost; nothing changed. */
  | { readonly state: 'typing' };

/**
 * `from` says what it came from, for the name of the point: "the link". What is marked as reviewed in it are claims of the person who sent it.
 */
export function replaceWithShared(draft: Draft, label: string, from: string): ReplacedDraft {
  const { draft: present, enforce } = useStore.getState();
  if (isSameSet(present, enforce(draft))) return { state: 'same', ...addMarks(present, draft) };
  if (!settleTyped()) return { state: 'typing' };
  const { draft: own, snapshots } = useStore.getState();
  const isNothing = isSameSet(own, enforce(createDraft({}, rulesetInForce())));
  const existing = snapshots.find((one) => isSameDraft(one.draft, own));
  if (!isNothing && !existing && snapshots.length >= snapshotLimits.snapshots) return { state: 'full' };
  const snapshot = isNothing ? undefined : markedAsMine(existing ?? snapshotOf(own, from), snapshots);
  edit(() => withClaims(draft), label);
  if (snapshot && existing)
    useStore.setState({ snapshots: snapshots.map((one) => (one.id === snapshot.id ? snapshot : one)) });
  else if (snapshot) useStore.setState({ snapshots: [...snapshots, snapshot] });
  dismiss('restored');
  show({ documentId: null, caret: null, view: 'review', half: 'review', baseline: { kind: 'published' } });
  return { state: 'opened', snapshot, replaced: own };
}

/** What a reviewer marked in the set that is here comes back with it. */
function addMarks(own: Draft, sent: Draft): { readonly marks: number; readonly leftOut: number } {
  const { draft, added, leftOut } = withMarksOf(own, sent);
  if (added > 0) edit(() => draft, 'Opened a review');
  return { marks: added, leftOut };
}

/** Whether two drafts make the same policies, whatever is marked as reviewed. */
const isSameSet = (one: Draft, other: Draft): boolean => isSameDraft(withoutMarks(one), withoutMarks(other));

/** A second draft from elsewhere does not take the place of the own one: that is the first that was kept. */
const markedAsMine = (one: Snapshot, snapshots: readonly Snapshot[]): Snapshot =>
  snapshots.some(({ origin }) => origin === 'own') ? one : { ...one, origin: 'own' };

function snapshotOf(draft: Draft, from: string): Snapshot {
  const time = new Date().toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  return {
    id: freeSnapshotId(useStore.getState().snapshots),
    name: uniqueSnapshotName(`Before the ${from}, ${time}`, useStore.getState().snapshots),
    draft,
  };
}

/** The note about a sender's marks beside the reader's, of which only as many are added as there is room for. */
export const marksLeftOut = (leftOut: number): string =>
  leftOut > 0
    ? ` ${countWithNoun(leftOut, 'mark was', 'marks were')} not added: a set stores at most ${MOST_REVIEW_MARKS} marks. Clear some, and open it again.`
    : '';

/** What can be done when another draft is in place of the own one, and until when. */
export function movesAfter(taken: ReplacedDraft): Pick<LinkNotice, 'moves' | 'replaced'> {
  if (taken.state !== 'opened') return { moves: [] };
  const { snapshot, replaced } = taken;
  return { moves: snapshot ? [{ label: 'Back to mine', run: goBack }] : [], replaced };
}

/** The own set that one from elsewhere took the place of. */
const mySnapshotIn = (snapshots: readonly Snapshot[]): Snapshot | undefined =>
  snapshots.find(({ origin }) => origin === 'own');

/** The own set while another one is on screen; nothing once it is back, be it as another object or with marks. */
export function mySetBeside(shown: Draft, snapshots: readonly Snapshot[]): Snapshot | undefined {
  const mine = mySnapshotIn(snapshots);
  return mine && !isSameSet(mine.draft, shown) ? mine : undefined;
}

/** Back to the own set, which stays a snapshot; the other one is one undo away. */
export function goBack(): void {
  const mine = mySnapshotIn(useStore.getState().snapshots);
  if (!mine || !replaceDraft(mine.draft, 'Back to your own set')) return;
  settleOnThis();
  show({ view: 'policy', half: 'policy', documentId: null });
}

/** The set on screen is the reader's own from now on. */
export function settleOnThis(): void {
  useStore.setState(({ snapshots }) => ({ snapshots: withoutOwn(snapshots) }));
  dismiss('link');
}

/** Puts an earlier draft in the place of the present one, as one step of the history; or says why not. */
export function replaceDraft(draft: Draft, label: string): boolean {
  const isSettled = settleTyped();
  if (isSettled) edit(() => draft, label);
  else refuse(whyNot.typing);
  return isSettled;
}

/** Nothing was opened, and why; the draft is as it was. */
export const refuse = (text: string, moves: LinkNotice['moves'] = []): void =>
  notify({ id: 'link', text: `${text} Your draft didn’t change.`, moves });

/** More than this of what a file or a link says is not repeated. */
const DETAIL_LENGTH = 120;

export const shortDetail = (detail: string): string => detail.slice(0, DETAIL_LENGTH);

/** Why nothing was opened, when that lies with the own draft. */
export const whyNot: Readonly<Record<'full' | 'typing', string>> = {
  full: `Your own set couldn’t be saved as a snapshot, because you have the maximum of ${snapshotLimits.snapshots}. Delete a snapshot, and then try again.`,
  typing:
    'The text you’re typing isn’t a valid policy yet and would be lost. Correct or revert it, and then try again.',
};
