import { compose } from './compose.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { quotaOf } from '../size/quotas.ts';
import { shortenDocument } from '../size/shorten.ts';
import { type Attachments, type Split, split } from '../size/split.ts';
import { type ActionsMatching, patternActions, type Widening } from '../size/actionPatterns.ts';

/** The documents of a draft as they are to be saved. */
export interface FittedDocuments {
  readonly documents: readonly ComposedDocument[];
  readonly attachments: readonly Attachments[];
  /** What patterns for actions allow beyond the selected actions. */
  readonly widenings: readonly Widening[];
  /** Patterns were asked for, but the data about some service is not there, so its actions stay named. */
  readonly patternsPending: boolean;
  /** Ids of documents that are over their limit and cannot be split. */
  readonly tooLarge: readonly string[];
  /** Ids of documents in more parts than may be attached, whose denials do not fit beside what they guard. */
  readonly unguarded: readonly string[];
}

/** Composes a draft, shortens its documents if the draft asks for it, and splits those that are over their quota. */
export function deliver(
  draft: Draft,
  ruleset: Ruleset,
  matching: ActionsMatching = () => undefined,
): FittedDocuments {
  return fit(compose(draft, ruleset), draft.sizing, matching);
}

/** As `deliver`, of documents that were composed before. */
export function fit(
  composed: readonly ComposedDocument[],
  sizing: Draft['sizing'],
  matching: ActionsMatching,
): FittedDocuments {
  let pending = false;
  const watched: ActionsMatching = (pattern) => {
    const actions = matching(pattern);
    pending ||= actions === undefined;
    return actions;
  };
  const patterned =
    sizing.shorten === 'wildcards'
      ? composed.map((document) =>
          document.kind === 'identity' ? patternActions(document, watched) : { document, widenings: [] },
        )
      : composed.map((document) => ({ document, widenings: [] }));
  const parts = patterned.map(({ document }) => fitDocument(document, sizing));
  return {
    documents: parts.flatMap(({ documents }) => documents),
    attachments: parts.flatMap(({ attachments }) => attachments),
    widenings: patterned.flatMap(({ widenings }) => widenings),
    patternsPending: pending,
    tooLarge: parts.flatMap(({ tooLarge }) => tooLarge),
    unguarded: parts.flatMap(({ unguarded }) => unguarded),
  };
}

const splitsByDocument = new WeakMap<ComposedDocument, Map<string, Split>>();

/** A document shortened and split as the sizing says. One that a change left alone is the same object, and so are its parts. */
export function fitDocument(document: ComposedDocument, sizing: Draft['sizing']): Split {
  const { shorten, split: splits, attach } = sizing;
  const key = `${shorten} ${splits} ${attach}`;
  const splitsBySizing = splitsByDocument.get(document) ?? new Map<string, Split>();
  splitsByDocument.set(document, splitsBySizing);
  const hit = splitsBySizing.get(key);
  if (hit) return hit;
  const short = shorten === 'none' ? document : shortenDocument(document);
  const parts = splits ? splitDocument(short, attach) : whole(short);
  splitsBySizing.set(key, parts);
  return parts;
}

const whole = (document: ComposedDocument): Split => ({
  documents: [document],
  attachments: [],
  tooLarge: [],
  unguarded: [],
});

/** Only managed policies and organization policies can be split into several; of all other kinds there is one. */
function splitDocument(document: ComposedDocument, attach: Draft['sizing']['attach']): Split {
  const kind =
    document.kind === 'identity' && attach === 'managed'
      ? 'managed'
      : document.kind === 'service-control' || document.kind === 'resource-control'
        ? document.kind
        : undefined;
  if (kind === undefined) return whole(document);
  return split([document], quotaOf(kind));
}
