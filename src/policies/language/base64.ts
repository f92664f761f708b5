import { base64nopad, base64urlnopad, hex } from '@scure/base';

/**
 * The bytes of base64 text, each as two hexadecimal digits, so that equal bytes are equal text. Padding may be left out, and
 * bits of the last character that belong to no byte don't count: `QQ==` and `QR==` are the same byte. Nothing when it is not base64.
 */
export function readBase64(text: string): string | undefined {
  const body = text.replace(/={1,2}$/, '');
  if (body !== text && text.length % 4 !== 0) return undefined;
  const bytes = decoded(base64nopad, body);
  return bytes && hex.encode(bytes);
}

/** Bytes as characters that an address may hold, without padding. Source: https://www.rfc-editor.org/rfc/rfc4648#section-5 */
export const toBase64url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes);

/** The bytes back; nothing for a text that no bytes give. */
export const fromBase64url = (text: string): Uint8Array | undefined => decoded(base64urlnopad, text);

/** The codecs refuse bits that belong to no byte. Text that is filled up with zeros (`A`) has none, but a byte or two too many. */
function decoded(codec: typeof base64nopad, text: string): Uint8Array | undefined {
  const rest = text.length % 4;
  if (rest === 1) return undefined;
  try {
    const bytes = codec.decode(text + 'A'.repeat(rest === 0 ? 0 : 4 - rest));
    return bytes.subarray(0, Math.floor((text.length * 3) / 4));
  } catch {
    return undefined;
  }
}
