import { imageRepository, registryAction } from './imageRepository.ts';
import type { PlacedMessage } from './messageForms.ts';

/** How far from an action the other words of its message are. */
const REACH = 300;

const ACTION = /(?<![\w:/.@-])([a-z][a-z0-9-]{1,40}):([A-Z][A-Za-z0-9]{2,80})\b/g;
/** What logs and exceptions have in front of a text: no service has such a prefix. */
const LABEL = /^(?:message|msg|error|reason|cause|detail|details|exception|status|code|note|warning)$/;
const NO_ACTION = /(?:Exception|Error|Fault)$|^(?:AccessDenied|Unauthorized|Forbidden)/;
const REFUSED =
  /\b(?:den(?:y|ied|ies)|(?:not|n.t) (?:allowed|authori[sz]ed|permitted)|unauthori[sz]ed|forbidden|403|permissions?|no access)\b/i;
const CALLER = /\barn:aws[\w-]*:(?:sts::\d{12}:assumed-role|iam::\d{12}:(?:role|user))\/[\w+=,.@/-]*[\w+=@-]/;
const RESOURCE =
  /\barn:aws[\w-]*:(?!sts:)[a-z0-9-]+:[a-z0-9-]*:(?:\d{12}|aws)?:[^\s"',;<>)\]]*[\w*/]|\bs3:\/\/[^\s"',;<>)\]]*[\w*/]/g;
const IMAGE = /\bpull(?:ing)? (?:the )?(?:container )?image:? ['"]?(\S{1,600})/gi;
const ADDRESS_NEAR = /(?:https:\/\/|\b)(\d{12}\.dkr\.ecr[^\s"',;]{1,600})/;
const ADDRESS = new RegExp(ADDRESS_NEAR, 'g');
/** What pulls an image, in whose messages the address of the image is anywhere: a pull request is none. */
const PULLS = /\bpull(?! requests?\b)|CannotPull|\/manifests\/|\bresolve reference\b/i;
/** With the methods by which a registry is given an image, or loses one. Source: https://docs.docker.com/reference/api/registry/latest/ */
const PUSHES = /\b(?:[Pp]ush|PUSH|PUT\b|POST\b|PATCH\b|DELETE\b)/;
/** How far in front of an address its method is. */
const METHOD = 40;
/**
 * Nothing signed in to the registry, which 401 says, while 403 is for who did: for that, a token is asked for first, of no repository.
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html, https://distribution.github.io/distribution/spec/auth/token/
 */
const NO_TOKEN =
  /\bno basic auth credentials\b|\b401 unauthorized\b|\bauthentication required\b|\banonymous token\b/i;
/** What SageMaker says of a container of a job, often without its image. */
const ALGORITHM = /\bcannot pull algorithm container\b/gi;
/** A policy names actions, and refuses nothing. */
const POLICY = /["']?\b(?:Statement|Effect|NotAction)\b["']?\s*[:=]/;

/**
 * Messages that no service words so: each action that a text names near words of a refusal or the ARN of a caller, with the ARNs beside
 * it. None in a text that has policies. Text with single spaces.
 */
export function looseMessages(flat: string): readonly PlacedMessage[] {
  if (POLICY.test(flat)) return [];
  const named = [...flat.matchAll(ACTION)].filter(
    ([, prefix = '', name = '']) => !LABEL.test(prefix) && !NO_ACTION.test(name),
  );
  const actions = named.flatMap((match) => messageAt(flat, match.index, match[0]));
  const images = [...flat.matchAll(IMAGE)].flatMap((match) => imageAt(flat, match.index, match[1] ?? ''));
  const addresses = [...flat.matchAll(ADDRESS)].flatMap((match) =>
    imageAt(flat, match.index, match[1] ?? '').filter(
      ({ read: { action, because = '' } }) => action !== PULL || isPull(because),
    ),
  );
  const algorithms = [...flat.matchAll(ALGORITHM)].map(({ 0: words, index }) =>
    algorithmAt(flat, index, index + words.length),
  );
  const messages = [...actions, ...images, ...addresses, ...algorithms];
  return withoutRepeats(messages.toSorted((one, other) => one.at - other.at));
}

/** What reads an image, where nothing says more. */
const PULL = 'ecr:BatchGetImage';

const isPull = (sentence: string): boolean => PULLS.test(sentence) && !PUSHES.test(sentence);

function messageAt(flat: string, at: number, action: string): readonly PlacedMessage[] {
  const [from, to] = sentenceAround(flat, at, at + action.length);
  const sentence = flat.slice(from, to);
  const principal = CALLER.exec(sentence)?.[0];
  if (principal === undefined && !REFUSED.test(sentence)) return [];
  const resource = [...sentence.matchAll(RESOURCE)]
    .map(([text]) => text)
    .find((text) => text !== principal && isOfService(text, action));
  const on = resource && ofBucket(action, resource);
  return [{ at: from, end: to, read: { principal, action, resource: on, because: sentence } }];
}

/** An ARN beside several actions is of one service. */
function isOfService(resource: string, action: string): boolean {
  const [service] = action.split(':');
  if (resource.startsWith('s3://')) return service === 's3';
  const [, , of] = resource.split(':');
  return of === service || (service === 'sts' && of === 'iam');
}

/** The bucket alone for what is asked of buckets, though messages name what was to be listed. */
export const ofBucket = (action: string, address: string): string =>
  /^s3:List(?:Bucket|Multipart)/i.test(action) ? address.replace(/^(s3:\/\/[^/]+).*/, '$1') : address;

function imageAt(flat: string, at: number, image: string): readonly PlacedMessage[] {
  const resource = imageRepository(image.replace(OF_REGISTRY, '/$1'));
  const [from, to] = sentenceAround(flat, at, at + image.length);
  const sentence = flat.slice(from, to);
  const hasNoToken = NO_TOKEN.test(sentence);
  if (resource === undefined || !(hasNoToken || REFUSED.test(sentence))) return [];
  const principal = CALLER.exec(sentence)?.[0];
  const action = registryActionIn(sentence) ?? PULL;
  const read = hasNoToken ? { action: 'ecr:GetAuthorizationToken', resource: '*' } : { action, resource };
  return [{ at: from, end: to, read: { principal, ...read, because: sentence } }];
}

/** Of the first address in a sentence that a call of the registry’s API has. */
function registryActionIn(sentence: string): string | undefined {
  const all = Array.from(sentence.matchAll(ADDRESS), ({ 0: address, index }) =>
    registryAction(sentence.slice(Math.max(0, index - METHOD), index), address, isPull(sentence)),
  );
  return all.find((action) => action !== undefined);
}

/** The image can be in the next sentence. */
function algorithmAt(flat: string, at: number, to: number): PlacedMessage {
  const [from, end] = sentenceAround(flat, at, to);
  const [, image = ''] = ADDRESS_NEAR.exec(flat.slice(to, to + REACH)) ?? [];
  const because = flat.slice(from, end);
  return { at: from, end, read: { action: PULL, resource: imageRepository(image), because } };
}

/** Where a registry has an image. Source: https://docs.docker.com/reference/api/registry/latest/ */
const OF_REGISTRY = /\/v2\/(\S{1,300}?)\/(?:manifests|blobs|tags)\/\S*/;

/** The sentence around a place; `arn:`, addresses and versions have their full stops and colons within. */
function sentenceAround(flat: string, at: number, end: number): readonly [from: number, to: number] {
  const before = flat.slice(Math.max(0, at - REACH), at);
  const behind = flat.slice(end, end + REACH);
  const start = Math.max(
    ...['. ', '; ', '! ', '} '].map((mark) => before.lastIndexOf(mark) + mark.length),
    0,
  );
  const stop = /[.;!](?: |$)|$/.exec(behind)?.index ?? behind.length;
  return [at - before.length + (/[.;!}] /.test(before) ? start : 0), end + stop];
}

/** A message may say its action twice. */
const withoutRepeats = (messages: readonly PlacedMessage[]): readonly PlacedMessage[] =>
  messages.filter(({ at, read: { action } }, index) =>
    messages
      .slice(0, index)
      .every((other) => other.end <= at || other.read.action.toLowerCase() !== action.toLowerCase()),
  );
