import { readArn } from '../language/arn.ts';
import type { UsedCall } from '../simulate/usedCall.ts';
import type { UsedValue } from './valuesOfUse.ts';

/** Calls of which each represents others, and the values that those give. */
export interface Representatives {
  readonly calls: readonly UsedCall[];
  readonly values: readonly UsedValue[];
}

/**
 * One call for all that differ only in a name or a key below the same value: thousands of objects in one folder, or jobs with one
 * prefix. A selection is looked for with these; what it says of calls is computed of every call.
 */
export function representatives(calls: readonly UsedCall[], values: readonly UsedValue[]): Representatives {
  const valuesOfCall = calls.map((): string[] => []);
  values.forEach(({ variable, calls: places }, index) => {
    if (PLACE.has(variable)) return;
    for (const place of places) valuesOfCall[place]?.push(`${index}`);
  });
  const byKey = new Map<string, number>();
  const standIns: number[] = [];
  const chosen: (UsedCall & { count: number })[] = [];
  calls.forEach((call, place) => {
    const key = keyOf(call, valuesOfCall[place] ?? []);
    const standIn = byKey.get(key) ?? chosen.length;
    const first = chosen[standIn];
    if (first) first.count += call.count;
    else chosen.push({ ...call });
    byKey.set(key, standIn);
    standIns.push(standIn);
  });
  return {
    calls: chosen,
    values: values.map((value) => ({
      ...value,
      calls: [...new Set(value.calls.flatMap((place) => standIns[place] ?? []))],
    })),
  };
}

const PLACE: ReadonlySet<string> = new Set(['partition', 'region', 'accountId']);

function keyOf({ action, operation, context, resource }: UsedCall, values: readonly string[]): string {
  const { 's3:prefix': prefix, ...rest } = context;
  const folder = typeof prefix === 'string' ? prefix.replace(/[^/]*$/, '') : prefix;
  return JSON.stringify([action, operation, rest, folder, shapeOf(resource, values.length > 0), values]);
}

/** What of a resource makes a difference beside the values that it gives. */
function shapeOf(resource: string | undefined, hasValues: boolean): string | undefined {
  const arn = readArn(resource ?? '');
  if (!arn || !hasValues) return resource?.replace(/:log-stream:.*$/, ':log-stream:');
  const { service, region, account, resource: rest } = arn;
  const type =
    service === 's3' ? `${rest.split('/', 1)[0]}${rest.includes('/') ? '/' : ''}` : rest.split(/[/:]/, 1)[0];
  return [service, region, account, type].join(':');
}
