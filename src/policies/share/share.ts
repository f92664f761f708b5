import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { isSameDraft } from '../model/sameDraft.ts';
import { storedDraft } from '../model/storedDraft.ts';
import { type Decoding, type Encoding, failedDecoding, type Shared, shareLimits } from './shared.ts';
import { shareVersions } from './versions/index.ts';

/**
 * A draft as the part after `#` in an address: `s1.…`, letters, digits and `-_.` only. It is read back at once, and refused
 * when another draft comes out: one with more than an address may hold, or with a value that no stored draft may have.
 */
export function encodeShared(shared: Shared, ruleset: Ruleset): Encoding {
  const latest = shareVersions.at(-1) ?? shareVersions[0];
  const draft = storedDraft(withLists(shared.draft));
  const { baseline } = shared;
  const before = baseline && { ...baseline, draft: storedDraft(withLists(baseline.draft)) };
  const fragment = `s${latest.version}.${latest.encode({ ...shared, draft, ...(before && { baseline: before }) })}`;
  const decoding = decodeShared(fragment, ruleset);
  if (!decoding.ok) {
    const reason = decoding.reason === 'tooLarge' ? 'tooLarge' : 'invalid';
    return { ok: false, reason, detail: decoding.detail };
  }
  if (!isSameDraft(decoding.draft, draft))
    return { ok: false, reason: 'invalid', detail: 'it contains a different draft' };
  return { ok: true, fragment };
}

/** A selected persona without a list of activities has none. Reading would give it the default ones. */
function withLists(draft: Draft): Draft {
  const none = draft.personas.filter((persona) => !Object.hasOwn(draft.activities, persona));
  if (none.length === 0) return draft;
  const empty = none.map((persona) => [persona, []] as const);
  return { ...draft, activities: { ...draft.activities, ...Object.fromEntries(empty) } };
}

/** The draft of a link, or why there is none. Takes any text, with its `#` or without; never throws. */
export function decodeShared(text: string, ruleset: Ruleset): Decoding {
  const fragment = text.startsWith('#') ? text.slice(1) : text;
  if (fragment.length > shareLimits.fragment)
    return failedDecoding('tooLarge', `${fragment.length} of at most ${shareLimits.fragment} characters`);
  if (/^s\d{0,4}$/.test(fragment)) return failedDecoding('truncated', 'its version is incomplete');
  const [head, number] = /^s(\d{1,4})\./.exec(fragment) ?? [];
  if (head === undefined) return failedDecoding('foreign', 'not a link of this page');
  const version = Number(number);
  const found = shareVersions.find((candidate) => candidate.version === version);
  if (found) return found.decode(fragment.slice(head.length), ruleset);
  return failedDecoding(version > shareVersions.length ? 'newer' : 'foreign', `link version ${version}`);
}
