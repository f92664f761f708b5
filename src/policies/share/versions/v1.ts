import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { digest } from '../../language/digest.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';
import { snapshotLimits } from '../snapshotNames.ts';
import { readAnswers, storedAnswers } from '../../guarantees/guaranteeAnswers.ts';
import { readDraft } from '../readDraft.ts';
import { fromBase64url, toBase64url } from '../../language/base64.ts';
import { inflateUpTo } from '../inflate.ts';
import { type Decoding, failedDecoding, type Shared, type ShareVersion, shareLimits } from '../shared.ts';

/**
 * `<length>.<checksum>.<payload>`: the length of the payload and the checksum come first, so that a truncated link differs from a
 * changed one. The payload is base64url of DEFLATE of JSON: `[dataDate, pageVersion, draft]`, and behind that the name and the draft of a
 * baseline where there is one, and the answers of guarantees: pages that know none read the draft alone.
 */

/** Never changed: what a draft of this version leaves out is this, whatever a new draft starts with by then. */
const left: Readonly<Record<string, unknown>> = {
  name: 'ml-platform',
  layout: 'merged',
  personas: [],
  activities: {},
  variables: {},
  limits: { chosen: [], delivery: 'deny', exemption: false, ceiling: 'services' },
  trust: {},
  sizing: { attach: 'managed', split: true, shorten: 'none' },
  accepted: [],
  proofs: [],
  edits: {},
};

const HEAD = /^([0-9a-z]{1,5})\.([0-9a-f]{16})\./;

/** What a head looks like when it was cut off as well. */
const CUT_HEAD = /^(?:[0-9a-z]{0,5}|[0-9a-z]{1,5}\.[0-9a-f]{0,16})$/;

function encode({ draft, dataDate, pageVersion, baseline, answers, policies }: Shared): string {
  const isMore = answers !== undefined || policies !== undefined;
  const before = baseline ? [baseline.name, compact(baseline.draft)] : isMore ? [null, null] : [];
  const answersPart = answers ? [storedAnswers(answers)] : policies === undefined ? [] : [null];
  const more = [...before, ...answersPart, ...(policies === undefined ? [] : [policies])];
  const text = JSON.stringify([dataDate, pageVersion, compact(draft), ...more]);
  const payload = toBase64url(deflateSync(strToU8(text), { level: 9, mem: 8 }));
  return `${payload.length.toString(36)}.${checksum(payload)}.${payload}`;
}

/** Text after the payload isn’t part of the link, such as the period of a sentence. */
function decode(body: string, ruleset: Ruleset): Decoding {
  const head = HEAD.exec(body);
  const [whole = '', length = '', sum = ''] = head ?? [];
  if (!head && CUT_HEAD.test(body)) return failedDecoding('truncated', 'its beginning is incomplete');
  if (!head) return failedDecoding('corrupt', 'its beginning was changed');
  const expected = Number.parseInt(length, 36);
  const payload = body.slice(whole.length, whole.length + expected);
  if (payload.length < expected) {
    return failedDecoding('truncated', `${payload.length} of ${expected} characters of its content`);
  }
  return checksum(payload) === sum
    ? decodePayload(payload, ruleset)
    : failedDecoding('corrupt', 'a character was changed');
}

/** Takes the length in as well, so that no change of the head goes unseen. */
const checksum = (payload: string): string => digest(`1.${payload.length}.${payload}`);

function decodePayload(payload: string, ruleset: Ruleset): Decoding {
  const packed = fromBase64url(payload);
  if (!packed) return failedDecoding('corrupt', 'it contains an invalid character');
  const inflated = inflateUpTo(packed, shareLimits.text);
  if (!inflated.ok)
    return failedDecoding(inflated.reason, `more than ${shareLimits.text} bytes, or not packed`);
  const value = parse(strFromU8(inflated.bytes));
  if (!Array.isArray(value)) return failedDecoding('invalid', 'not a list');
  const [dataDate, pageVersion, draft, name, before, stored, policies]: readonly unknown[] = value;
  if (!isShort(dataDate) || !isShort(pageVersion))
    return failedDecoding('invalid', 'its IAM data or page version is missing');
  const reading = readDraft(complete(draft), ruleset);
  if (!reading.ok) return failedDecoding(reading.reason, reading.detail);
  const answers = readAnswers(stored);
  return {
    ok: true,
    draft: reading.draft,
    dataDate,
    pageVersion,
    ...baselineOf(name, before, ruleset),
    ...(answers ? { answers } : {}),
    ...(typeof policies === 'string' && /^[0-9a-f]{16}$/.test(policies) ? { policies } : {}),
  };
}

/** A baseline that cannot be read is none: the draft is what was sent. */
function baselineOf(name: unknown, draft: unknown, ruleset: Ruleset): Pick<Shared, 'baseline'> {
  if (typeof name !== 'string') return {};
  const reading = readDraft(complete(draft), ruleset);
  return reading.ok ? { baseline: { name: name.slice(0, snapshotLimits.name), draft: reading.draft } } : {};
}

const isShort = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w.+-]{0,40}$/.test(value);

/** The draft without what is as in `left`. */
function compact(draft: Draft): Record<string, unknown> {
  const entries = Object.entries(draft).filter(
    ([key, value]) => !Object.hasOwn(left, key) || JSON.stringify(value) !== JSON.stringify(left[key]),
  );
  return Object.fromEntries(entries);
}

/** What was left out, back in its place. Reading the draft takes from it only what a draft has. */
function complete(draft: unknown): unknown {
  if (typeof draft !== 'object' || draft === null) return undefined;
  return Object.fromEntries([...Object.entries(left), ...Object.entries(draft)]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const v1: ShareVersion = { version: 1, encode, decode };
