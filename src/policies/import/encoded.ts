import { base64nopad } from '@scure/base';
import { strFromU8 } from 'fflate';

/** Policies in Base64, as user data, secrets, and Kubernetes manifests hold them. */

/** `{"` and `{` with a line end or spaces behind, as Base64 begins; a policy has more characters than that. */
const BEGINNING = '(?:eyJ|ewo|ew0|eyA|ICB7)';
const ENCODED = new RegExp(`(?<![A-Za-z0-9+/_-])${BEGINNING}[A-Za-z0-9+/_-]{60,}={0,2}`, 'g');

/** The policy that a text is in Base64; nothing where it is none. */
export function policyInBase64(text: string): string | undefined {
  const body = text
    .replaceAll(/\s/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  try {
    const decoded = strFromU8(base64nopad.decode(body));
    return decoded.includes('"Statement"') ? decoded : undefined;
  } catch {
    return undefined;
  }
}

/** The stretches of a text that are policies in Base64. */
export const encodedPolicies = (text: string): readonly { readonly from: number; readonly to: number }[] =>
  Array.from(text.matchAll(ENCODED), ({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
    isPolicy: policyInBase64(found) !== undefined,
  })).filter(({ isPolicy }) => isPolicy);
