import type { Token } from './token.ts';
import type { Pattern } from './textPattern.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const unit = (units: string): Token => ({ kind: 'unit', units });

interface Base64 {
  readonly body: string;
  readonly padding: string;
  /** Digits that the last one may be: some of its bits belong to no byte. */
  readonly last: string;
}

function readBase64(value: string): Base64 | undefined {
  const [, body = '', written = ''] = /^([A-Za-z0-9+/]+)(={0,2})$/.exec(value) ?? [];
  const rest = body.length % 4;
  const padding = '='.repeat(rest === 0 ? 0 : 4 - rest);
  if (body === '' || rest === 1 || (written !== '' && written !== padding)) return undefined;
  const span = rest === 0 ? 1 : rest === 2 ? 16 : 4;
  const at = DIGITS.indexOf(body.slice(-1));
  return { body: body.slice(0, -1), padding, last: DIGITS.slice(at - (at % span), at - (at % span) + span) };
}

const unitsOf = (text: string): readonly Token[] => text.split('').map(unit);

/** The text that bytes have in base64; nothing where the value is none. */
export function base64Pattern(value: string): Pattern | undefined {
  const read = readBase64(value);
  return read && unitsOf(`${read.body}${read.last[0] ?? ''}${read.padding}`);
}

/** All texts that the simulator reads as the same bytes: padding may be left out, and bits that belong to no byte don't count. */
export function base64Patterns(value: string): readonly Pattern[] {
  const read = readBase64(value);
  if (!read) return [];
  const pattern = [...unitsOf(read.body), unit(read.last)];
  return read.padding === '' ? [pattern] : [[...pattern, ...unitsOf(read.padding)], pattern];
}
