import { compose } from './compose.ts';
import type { ComposedDocument } from './composed.ts';
import type { Draft } from './draft.ts';
import { quotaOf } from './size/quotas.ts';
import { shortenDocument } from './size/shorten.ts';
import { type Attachments, split } from './size/split.ts';
import { type ActionsMatching, patternActions, type Widening } from './size/wildcards.ts';

/** The documents of a draft as they are to be saved. */
export interface Delivered {
  readonly documents: readonly ComposedDocument[];
  readonly attachments: readonly Attachments[];
  /** What patterns for actions allow beyond the actions that were chosen. */
  readonly widenings: readonly Widening[];
  /** Patterns were asked for, but the data about some service is not there, so its actions stay named. */
  readonly patternsPending: boolean;
  /** Ids of documents that are over their limit and cannot be split. */
  readonly tooLarge: readonly string[];
  /** Ids of documents in more parts than may be attached, whose denials do not fit beside what they guard. */
  readonly unguarded: readonly string[];
}

/** Composes a draft, shortens its documents if that was chosen, and splits those that are over their limit. */
export function deliver(draft: Draft, matching: ActionsMatching = () => undefined): Delivered {
  const { shorten, split: splits, attach } = draft.sizing;
  let pending = false;
  const watched: ActionsMatching = (pattern) => {
    const actions = matching(pattern);
    pending ||= actions === undefined;
    return actions;
  };
  const composed = compose(draft);
  const patterned =
    shorten === 'wildcards'
      ? composed.map((document) =>
          document.kind === 'identity' ? patternActions(document, watched) : { document, widenings: [] },
        )
      : composed.map((document) => ({ document, widenings: [] }));
  const shortened = patterned.map(({ document }) =>
    shorten === 'none' ? document : shortenDocument(document),
  );
  const parts = splits ? shortened.map((document) => splitDocument(document, attach)) : [];
  return {
    documents: splits ? parts.flatMap(({ documents }) => documents) : shortened,
    attachments: parts.flatMap(({ attachments }) => attachments),
    widenings: patterned.flatMap(({ widenings }) => widenings),
    patternsPending: pending,
    tooLarge: parts.flatMap(({ tooLarge }) => tooLarge),
    unguarded: parts.flatMap(({ unguarded }) => unguarded),
  };
}

/** Only managed policies and service control policies can be several: of all else there is one. */
function splitDocument(
  document: ComposedDocument,
  attach: Draft['sizing']['attach'],
): ReturnType<typeof split> {
  const kind =
    document.kind === 'identity' && attach === 'managed'
      ? 'managed'
      : document.kind === 'service-control'
        ? 'service-control'
        : undefined;
  if (kind === undefined) return { documents: [document], attachments: [], tooLarge: [], unguarded: [] };
  return split([document], quotaOf(kind));
}
