import { messageOfDecoded } from '../accessTests/refusals/decodedMessage.ts';
import { readRefusal, refusalTexts } from '../accessTests/refusals/readRefusals.ts';
import type { Sighting } from './recognition.ts';

/** Words that AWS's messages of refused calls have, and hardly any other text. In lower case. */
const PHRASES = [
  'is not authorized to perform',
  'encoded authorization failure message',
  'policy allows the ',
  'you don’t have permission to',
  "you don't have permission to",
  'you don’t have permissions to',
  "you don't have permissions to",
  'does not have permission',
  "has permission for '",
  'could not assume role',
  'unable to assume role',
  'unable to assume the role',
  'accessdenied',
  'access denied',
  'unauthorizedoperation',
  '(403) when calling the ',
  'api error forbidden',
  'the ciphertext refers to a customer master key',
  'not authorized to perform this operation',
  'pull access denied',
  'no basic auth credentials',
  'cannot pull algorithm container',
  'access to the model with the specified model id',
];

/** A message is looked for in so much text around its words. */
const [BEFORE, AFTER] = [1500, 4000];

/** So much of a log's messages is passed on: those of a day. */
const MAX_MESSAGES = 500_000;

/** Signs of access denied messages anywhere in a text. Of a long log the messages are what counts. */
export function refusalIn(text: string): Sighting | undefined {
  const lower = text.toLowerCase();
  const places = PHRASES.map((phrase) => lower.indexOf(phrase)).filter((at) => at !== -1);
  const first = places[0] ?? LACKS.exec(text.slice(0, 20_000))?.index;
  if (first === undefined) return undefined;
  const isShort = text.length <= BEFORE + AFTER;
  const message = isShort ? text : text.slice(Math.max(0, first - BEFORE), first + AFTER);
  const reading = readRefusal(message);
  if (reading.ok)
    return { kind: 'accessDenied', confidence: 'sure', text: isShort ? text : messagesOf(text) || message };
  if (reading.why === 'encoded') return { kind: 'encodedMessage', confidence: 'sure' };
  // What the message does not say is asked for.
  const isAsked = ['noAction', 'lakeFormation', 'modelAccess'].includes(reading.why);
  return { kind: 'accessDenied', confidence: 'likely', ...(isAsked ? {} : { destination: 'none' as const }) };
}

const messagesOf = (text: string): string => refusalTexts(text).join('\n').slice(0, MAX_MESSAGES);

/** "The role '…' does not have BatchGetImage permission for the image", and its like; a registry that refuses an image, and Hadoop with a path. */
const LACKS =
  /\bdoes not have \S{3,100} permission\b|\bon s3[an]?:\/\/[^\n]{0,1200}\b(?:403|Forbidden)\b|\.dkr\.ecr[.-][^\n]{0,600}\b40[13]\b/i;

/** What `aws sts decode-authorization-message` prints: the same call in the words of a message. */
export function decodedIn(fields: ReadonlyMap<string, unknown>): Sighting | undefined {
  const found = messageOfDecoded(Object.fromEntries(fields));
  if (found === undefined) return undefined;
  return found === 'unread'
    ? { kind: 'decodedMessage', confidence: 'sure', destination: 'none' }
    : { kind: 'decodedMessage', confidence: 'sure', text: found.text };
}

/** The own fields of an object by name; none of anything else. */
export const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map<string, unknown>(Object.entries(value))
    : new Map();

/** A string as it is; nothing of anything else. */
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
