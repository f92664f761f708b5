import { expect, it } from 'vitest';
import { unwrappedEvent } from './unwrappedEvent.ts';

const event = { eventSource: 's3.amazonaws.com', eventName: 'GetObject', eventVersion: '1.08' };
const text = JSON.stringify(event);

it.each<[what: string, record: unknown]>([
  ['a history of events', { EventId: '1', EventName: 'GetObject', EventSource: 's3', CloudTrailEvent: text }],
  ['a log of CloudWatch', { '@timestamp': '2026', '@message': text }],
  [
    'names and values',
    [
      { field: '@ptr', value: 'x' },
      { field: '@message', value: text },
    ],
  ],
  ['an event of EventBridge', { source: 'aws.s3', 'detail-type': 'AWS API Call', detail: event }],
  ['a hit of a search', { _index: 'trail', _source: { event: { kind: 'event', original: text } } }],
  ['a wrapper beside a message in words', { message: 'one call', event }],
  ['a wrapper beside one that is no JSON', { '@message': '{', result: { _raw: text } }],
])('%s holds an event', (_, record) => {
  expect(unwrappedEvent(record)).toEqual(event);
});

it.each<[what: string, own: object]>([
  ['an event', { event: { kind: 'x' } }],
  ['a message', { message: '{"a":1}' }],
  ['a result', { result: { ok: true } }],
  ['details', { detail: {} }],
])('%s of its own is a field of the event', (_, own) => {
  expect(unwrappedEvent({ ...event, ...own })).toEqual({ ...event, ...own });
});

it('an event as CloudTrail Lake names its fields keeps them', () => {
  const row = { eventsource: 's3.amazonaws.com', eventname: 'GetObject', result: '{"a":1}' };
  expect(unwrappedEvent(row)).toEqual(row);
});
