const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));

/**
 * The bytes of base64 text, each as two hexadecimal digits, so that equal bytes are equal text. Padding may be left out.
 * Nothing when it is not base64. The engine has no DOM, hence no `atob`.
 */
export function readBase64(text: string): string | undefined {
  const body = text.replace(/={1,2}$/, '');
  if (body.length % 4 === 1 || (body !== text && text.length % 4 !== 0)) return undefined;
  let [bits, held, bytes] = [0, 0, ''];
  for (const character of body) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += ((bits >> held) & 255).toString(16).padStart(2, '0');
    bits &= (1 << held) - 1;
  }
  return bytes;
}
