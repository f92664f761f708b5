import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { freePinId, pinLimits } from '../../policies/share/pinNames.ts';
import { isSameDraft } from '../../policies/model/sameDraft.ts';
import {
  dismiss,
  edit,
  type LinkNotice,
  notify,
  type Pin,
  rulesetInForce,
  show,
  useStore,
} from '../store.ts';
import { settleTyped } from '../typing/settleTyped.ts';

/** Takes a draft from elsewhere in, and never loses the own one: it is a pinned point from then on, and one undo away. */

export type ReplacedDraft =
  /** `kept`: the point that the own draft is now; nothing where there was nothing of one's own. */
  | { readonly state: 'opened'; readonly kept: Pin | undefined }
  /** The own draft is the same; nothing changed. */
  | { readonly state: 'same' }
  /** As many points are pinned as are kept, so that the own draft could not be; nothing changed. */
  | { readonly state: 'full' }
  /** Text that is being typed is no policy yet, and would be lost; nothing changed. */
  | { readonly state: 'typing' };

/** `from` says what it came from, for the name of the point: "the link". */
export function replaceWithShared(draft: Draft, label: string, from: string): ReplacedDraft {
  const { enforce } = useStore.getState();
  if (isSameDraft(useStore.getState().draft, enforce(draft))) return { state: 'same' };
  if (!settleTyped()) return { state: 'typing' };
  const { draft: own, pins } = useStore.getState();
  const isNothing = isSameDraft(own, enforce(createDraft({}, rulesetInForce())));
  const known = pins.find((pin) => isSameDraft(pin.draft, own));
  if (!isNothing && !known && pins.length >= pinLimits.pins) return { state: 'full' };
  const kept = isNothing ? undefined : (known ?? ownPoint(own, from));
  if (kept && !known) useStore.setState({ pins: [...pins, kept] });
  edit(() => draft, label);
  dismiss('restored');
  show({ documentId: null, caret: null, ...(kept ? { baseline: { kind: 'pin', id: kept.id } } : {}) });
  return { state: 'opened', kept };
}

function ownPoint(draft: Draft, from: string): Pin {
  const time = new Date().toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
  return {
    id: freePinId(useStore.getState().pins),
    name: `Before the ${from}, ${time}`,
    draft,
  };
}

/** What can be done when another draft stands in place of the own one. */
export function movesAfter(kept: Pin | undefined): LinkNotice['moves'] {
  if (!kept) return [];
  return [
    { label: 'Review changes', run: () => show({ view: 'changes', half: 'changes' }) },
    { label: 'Back to your draft', run: () => goBackTo(kept) },
  ];
}

function goBackTo({ draft }: Pin): void {
  if (replaceDraft(draft, 'Back to your draft')) dismiss('link');
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
  full: `Your own draft couldn’t be saved as a snapshot, because you have the maximum of ${pinLimits.pins}. Delete a snapshot, and then try again.`,
  typing:
    'The text you’re typing isn’t a valid policy yet and would be lost. Correct or revert it, and then try again.',
};
