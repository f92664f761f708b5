import { placeholderNames, replacePlaceholders } from '../../language/placeholder.ts';
import {
  ACTION,
  keyOfVariable,
  type KeyFacts,
  PRINCIPAL,
  RESOURCE,
  type Variable,
} from '../question/test.ts';
import type { Documents } from '../answer.ts';
import { type ExactRequest, isAllowedInReplay } from '../replay/replay.ts';
import type { Reading } from '../texts/textPattern.ts';
import type { CallerOfRequest, FoundRequest } from './newRequest.ts';
import type { ValueFinder } from './values.ts';

/** How names are written: condition keys and actions in lower case → as AWS or the policy writes them. */
export type Spelling = Pick<ReadonlyMap<string, string>, 'get'>;

interface WitnessReading {
  readonly finder: ValueFinder;
  readonly keys: ReadonlyMap<string, KeyFacts>;
  spelling(): Spelling;
  readonly asksWho: boolean;
}

const CALLER = 'arn:aws:iam::111122223333:role/example';

/** A whole request from what was found of it. */
export function witnessOf({ action, asked, caller }: FoundRequest, reading: WitnessReading): ExactRequest {
  const { finder, spelling, asksWho } = reading;
  const one = (variable: Variable): string | undefined => {
    const literals = asked.get(variable);
    return literals && finder.find(variable, literals)?.values?.[0];
  };
  const name = action ?? one(ACTION) ?? 'example:Example';
  const service = name.split(':')[0] ?? '';
  const resource = one(RESOURCE) ?? `arn:aws:${service}:us-east-1:111122223333:example`;
  return {
    ...(asksWho || caller ? { principal: caller?.principal ?? one(PRINCIPAL) ?? CALLER } : {}),
    action: spelling().get(name) ?? name,
    resource,
    ...(caller ? accountOf(caller, resource) : {}),
    context: contextOf(asked, reading),
  };
}

/**
 * A request with the keys and values alone without which it is not as asked. It is as asked with each of the others too: a request
 * that is so only because a key is absent may be none that anyone can make.
 */
export function withoutNeedless(
  request: ExactRequest,
  isAsAsked: (request: ExactRequest) => boolean,
): ExactRequest {
  let needed = request;
  const dropped = new Map<string, readonly string[]>();
  const isEnough = (context: ExactRequest['context']): boolean =>
    isAsAsked({ ...needed, context }) &&
    [...dropped].every(([key, values]) => isAsAsked({ ...needed, context: { ...context, [key]: values } }));
  const tryContext = (context: ExactRequest['context']): boolean => {
    const isShorter = isEnough(context);
    if (isShorter) needed = { ...needed, context };
    return isShorter;
  };
  const dropFrom = (key: string, values: readonly string[]): void => {
    const { [key]: _, ...others } = needed.context;
    if (tryContext(others)) dropped.set(key, values);
    else for (const value of values) dropValue(key, value);
  };
  const dropValue = (key: string, value: string): void => {
    const left = (needed.context[key] ?? []).filter((one) => one !== value);
    if (left.length > 0) tryContext({ ...needed.context, [key]: left });
  };
  // What was needed beside a key may not be without it.
  for (let before: ExactRequest | undefined; before !== needed; ) {
    before = needed;
    for (const [key, values] of Object.entries(before.context)) dropFrom(key, values);
  }
  return needed;
}

/** The resource's account, where its ARN does not say it. */
function accountOf(
  { account, isForeign }: CallerOfRequest,
  resource: string,
): Pick<ExactRequest, 'resourceAccount'> {
  const [, , , , written = ''] = resource.split(':');
  const says = written !== '' && written !== 'aws';
  if (account === undefined) return {};
  if (isForeign)
    return says && written !== account
      ? {}
      : { resourceAccount: account === FOREIGN ? OTHER_FOREIGN : FOREIGN };
  return written === account ? {} : { resourceAccount: account };
}

const FOREIGN = '999988887777';
const OTHER_FOREIGN = '444455556666';

function contextOf(asked: FoundRequest['asked'], { finder, keys, spelling }: WitnessReading) {
  const entries = [...asked].flatMap(([variable, literals]): readonly [string, readonly string[]][] => {
    const key = keyOfVariable(variable);
    const values = key === undefined ? undefined : finder.find(variable, literals)?.values;
    if (key === undefined || !values) return [];
    const isDate = keys.get(key)?.domain === 'date';
    return [[spelling().get(key) ?? key, isDate ? values.map(dateOf) : values]];
  });
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Seconds since 1970 as a date, where its form has enough digits. */
function dateOf(seconds: string): string {
  const time = Number(seconds) * 1000;
  const isShort = /^\d+(\.\d{1,3})?$/.test(seconds) && time < 253_402_300_800_000;
  return isShort ? new Date(Math.round(time)).toISOString().replace('.000Z', 'Z') : seconds;
}

/** What placeholders are replaced with when a request is replayed: what holds must hold for each. */
const STANDINS: readonly ((name: string) => string)[] = [
  (name) => `<${name}>`,
  (name) => `value-of-${name.toLowerCase()}`,
  () => '111122223333',
];

/** Whether a request is allowed by one side and not by the other, whatever placeholders stand for. */
export function isReplayed(
  one: Documents,
  other: Documents,
  witness: ExactRequest,
  reading: Reading,
): boolean {
  return holdsForPlaceholders(
    [one, other, witness] as const,
    ([after, before, request]) =>
      isAllowedInReplay(after, request, reading) === true &&
      isAllowedInReplay(before, request, reading) === false,
  );
}

/** Whether something holds with several texts in place of the placeholders. */
export const holdsForPlaceholders = <Value>(value: Value, holds: (replaced: Value) => boolean): boolean =>
  standinsFor(value).every((standin) => holds(standin(value)));

/** Puts texts in place of placeholders. */
export type Standin = <Value>(value: Value) => Value;

/** Several texts for the placeholders that something has; none are needed where it has none. */
export function standinsFor(value: unknown): readonly Standin[] {
  if (placeholderNames(JSON.stringify(value)).length === 0) return [(one) => one];
  return STANDINS.map(
    (standin): Standin =>
      (one) =>
        JSON.parse(replacePlaceholders(JSON.stringify(one), standin)),
  );
}
