import { dnsSuffix } from '../language/partitions.ts';
import type { TimedEvent } from './eventOfRecord.ts';

/** `s3:GetObject`, `s3 GetObject`, or `s3.GetObject`, and what it is on. */
const LINE = new RegExp(
  String.raw`^["'\s*-]*([a-z][a-z0-9-]{1,62})(?:\.${dnsSuffix})?(?::|\s+|\.|,\s*|\t)([A-Z][A-Za-z0-9]{2,80})["']?(?:[\s,;]+["']?(arn:[\w-]+:[^\s"',;]+|\*)["']?)?(?:[\s,;]+(\d{1,9}))?[\s"',;]*$`,
);

/** One call of a plain list; nothing where a line is none. */
export function callOfLine(line: string): TimedEvent | undefined {
  const [, source, name, resource, count] = LINE.exec(line) ?? [];
  if (source === undefined || name === undefined) return undefined;
  const event = {
    source,
    name,
    region: '',
    account: '',
    caller: '',
    by: '',
    isOfService: false,
    denied: null,
    isData: false,
    resources: resource === undefined ? [] : [resource],
    names: {},
    context: {},
    passes: [],
  };
  return { event, time: '', count: count === undefined ? 1 : Math.max(1, Number(count)), isBare: false };
}

export const isRemark = (line: string): boolean => /^\s*(?:#|\/\/|$)/.test(line);
