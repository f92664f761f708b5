import { Inflate } from 'fflate';

/** DEFLATE makes at most 1,032 bytes of one, so that a step of this many gives half a megabyte. */
const STEP = 512;

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'corrupt' | 'tooLarge' };

/**
 * Unpacks in small steps and stops at the limit: a few bytes that would become gigabytes never get the memory.
 * Source: https://www.rfc-editor.org/rfc/rfc1951
 */
export function inflateUpTo(packed: Uint8Array, limit: number): Inflated {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (size > limit) return { ok: false, reason: 'tooLarge' };
    }
  } catch {
    return { ok: false, reason: 'corrupt' };
  }
  return { ok: true, bytes: joined(parts, size) };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
