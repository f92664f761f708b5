import { type Fields, fieldsOf } from './eventFields.ts';

/**
 * `lookup-events` and CloudWatch Logs hold the event as a string, EventBridge beside other things, CloudTrail Lake field by field, also
 * as names and values as CloudWatch Logs Insights has them; search engines have it in a field of their own.
 */
export function unwrappedEvent(record: unknown, depth = 0): Fields {
  if (Array.isArray(record)) return unwrappedEvent(Object.assign({}, ...record.map(fieldOrFields)), depth);
  const fields = fieldsOf(record);
  if (depth >= MOST_WRAPPERS || isEvent(fields)) return fields;
  const inner = WRAPPERS.map((name) => objectIn(fields[name])).find((one) => one !== undefined);
  return inner === undefined ? fields : unwrappedEvent(inner, depth + 1);
}

/** Whether it says itself which call it is of: a field that is named like a wrapper is one of its own. */
const isEvent = (fields: Fields): boolean =>
  ['eventSource', 'eventsource'].some((name) => typeof fields[name] === 'string') &&
  ['eventName', 'eventname'].some((name) => typeof fields[name] === 'string');

function objectIn(value: unknown): object | undefined {
  const read = typeof value === 'string' ? parsed(value) : value;
  return typeof read === 'object' && read !== null ? read : undefined;
}

const WRAPPERS = [
  'CloudTrailEvent',
  'cloudtrailevent',
  '@message',
  'message',
  'detail',
  'eventJson',
  'eventjson',
  '_source',
  'event',
  'original',
  'result',
  '_raw',
];
const MOST_WRAPPERS = 4;

function fieldOrFields(entry: unknown): Fields {
  const fields = fieldsOf(entry);
  const { field, value } = fields;
  return typeof field === 'string' && Object.keys(fields).length === 2 ? { [field]: value } : fields;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
