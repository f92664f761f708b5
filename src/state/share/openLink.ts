import { countWithNoun } from '../../policies/language/counts.ts';
import { baselineKeyOf, withClaims } from '../../policies/access/review/reviewMarks.ts';
import { isSameDraft } from '../../policies/model/sameDraft.ts';
import { decodeShared } from '../../policies/share/share.ts';
import type { Decoding, LinkProblem, Shared } from '../../policies/share/shared.ts';
import { addSnapshots } from '../../policies/share/workspace.ts';
import { catalog } from '../catalog/loadedCatalog.ts';
import { useOpenedAnswers } from '../guarantees/openedAnswers.ts';
import { type LinkNotice, notify, rulesetInForce, show, useStore } from '../store.ts';
import { PAGE_VERSION } from '../version.ts';
import { clearAddress, nameInAddress } from './address.ts';
import { openedLabels } from './openedLabels.ts';
import { useOpenedLink } from './openedLink.ts';
import {
  marksLeftOut,
  movesAfter,
  refuse,
  type ReplacedDraft,
  shortDetail,
  replaceWithShared,
  whyNot,
} from './replaceDraft.ts';

/** Opens a shared draft from an address's fragment, or says why not. The own draft is kept either way. */
export function openLink(hash: string): void {
  const decoding = decodeShared(hash, rulesetInForce());
  if (!decoding.ok) {
    refuse(refusalOf(decoding), decoding.reason === 'newer' ? [reload] : []);
    return;
  }
  const taken = replaceWithShared(decoding.draft, openedLabels.link, 'link');
  if (taken.state === 'full' || taken.state === 'typing') {
    refuse(whyNot[taken.state]);
    return;
  }
  if (taken.state === 'opened') keepBaseline(decoding.baseline);
  const { draft } = useStore.getState();
  const { dataDate, pageVersion, policies } = decoding;
  useOpenedLink.setState({
    opened: { draft, dataDate, pageVersion, ...(policies === undefined ? {} : { policies }) },
  });
  useOpenedAnswers.setState({ opened: decoding.answers ? { draft, answers: decoding.answers } : null });
  // The rules of an organization may have changed it: then the address would name another draft.
  if (isSameDraft(useStore.getState().draft, withClaims(decoding.draft))) nameInAddress(hash.slice(1));
  else clearAddress();
  if (taken.state === 'opened') announce(decoding, taken);
  if (taken.state === 'same' && taken.marks + taken.leftOut > 0) tellMarks(decoding, taken);
}

/** A reviewer sent the set back that is here: it opens in the review, against what was reviewed. */
function tellMarks(
  { draft: { reviewed = [] }, baseline }: Shared,
  { marks, leftOut }: { readonly marks: number; readonly leftOut: number },
): void {
  const reviewedAgainst = new Set(reviewed.map(({ against }) => against));
  const mine = useStore.getState().snapshots.find(({ draft }) => reviewedAgainst.has(baselineKeyOf(draft)));
  show({ baseline: mine ? { kind: 'snapshot', id: mine.id } : { kind: 'published' } });
  if (!mine) keepBaseline(baseline);
  show({ view: 'review', half: 'review' });
  const groups = countWithNoun(marks + leftOut, 'group', 'groups');
  notify({
    id: 'link',
    text: `This link contains the set that you have. Its sender marked ${groups} as reviewed.${marksLeftOut(leftOut)}`,
    moves: [],
  });
}

/** What the sender compares with is a snapshot here; without room for one it is left out. */
function keepBaseline(baseline: Shared['baseline']): void {
  if (!baseline) return;
  const { snapshots } = useStore.getState();
  const existing = snapshots.find((one) => one.origin === 'sender' && isSameDraft(one.draft, baseline.draft));
  const added = addSnapshots(snapshots, [{ ...baseline, id: '', origin: 'sender' }]).snapshots.at(-1);
  const snapshot = existing ?? (added && !snapshots.includes(added) ? added : undefined);
  if (!snapshot) return;
  if (!existing) useStore.setState({ snapshots: [...snapshots, snapshot] });
  show({ baseline: { kind: 'snapshot', id: snapshot.id } });
}

const reload: LinkNotice['moves'][number] = { label: 'Reload page', run: () => location.reload() };

/** First what is known at once, then, when it has loaded, whether this page's data is another. */
function announce(shared: Shared, taken: Extract<ReplacedDraft, { readonly state: 'opened' }>): void {
  const say = (more: string): LinkNotice => ({
    id: 'link',
    text: [madeWith(shared), more, taken.snapshot ? 'Your own set is saved as a snapshot.' : '']
      .filter(Boolean)
      .join(' '),
    ...movesAfter(taken),
  });
  const first = say('');
  notify(first);
  catalog().then(
    ({ dataDate }) => tellMore(first, say(differenceOf(shared, dataDate))),
    () =>
      tellMore(
        first,
        say('Couldn’t load the IAM data of this page, so it wasn’t compared with the data of the link.'),
      ),
  );
}

/** Unless the reader has closed the bar, or another link came. */
function tellMore(first: LinkNotice, more: LinkNotice): void {
  if (more.text !== first.text && useStore.getState().notices.includes(first)) notify(more);
}

function madeWith({ dataDate, pageVersion }: Shared): string {
  const data = dataDate === '' ? 'unknown IAM data' : `IAM data ${dataDate}`;
  if (pageVersion === PAGE_VERSION) return `You’re viewing a shared draft, created with ${data}.`;
  const version = pageVersion === '' ? 'an unknown version' : `version ${pageVersion}`;
  return `You’re viewing a shared draft, created with ${data} and ${version} of this page. This is version ${PAGE_VERSION}, so the same selections might create different policies.`;
}

/** The choices are the same; what the data decides may not be. */
function differenceOf({ dataDate }: Shared, dataDateHere: string): string {
  if (dataDate === dataDateHere) return '';
  return `This page has IAM data ${dataDateHere}: findings, and the actions that wildcards match, might differ.`;
}

type Refused = Extract<Decoding, { readonly ok: false }>;

const refusals: Readonly<Record<LinkProblem, (refused: Refused) => string>> = {
  truncated: () =>
    `This link is incomplete (ends after ${location.href.length.toLocaleString('en')} characters – some chat tools truncate links). Ask for the file instead.`,
  corrupt: () => 'This link is damaged. Copy it again, or ask for the file instead.',
  foreign: () => 'The part after # isn’t a valid share link.',
  newer: () => 'This link was created by a newer version of this page. Reload the page to update it.',
  tooLarge: () => 'This link is too long for the page. Ask for the file instead.',
  invalid: ({ detail }) => `This link doesn’t contain a valid draft (${shortDetail(detail)}).`,
};

const refusalOf = (refused: Refused): string => refusals[refused.reason](refused);
