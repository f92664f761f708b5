import type { PolicyDocument } from '../language/policy.ts';
import { minifyPolicy } from '../language/print.ts';

/**
 * Whether a document holds half of a pair of UTF-16, which is no character. JSON writes it by its number; most languages have no
 * way to. A text that merely looks like that number counts as well: its document is written as the text of its JSON, which is
 * never wrong.
 */
export const hasLoneSurrogate = (document: PolicyDocument): boolean =>
  /\\ud[89a-f][0-9a-f]{2}/i.test(minifyPolicy(document));
