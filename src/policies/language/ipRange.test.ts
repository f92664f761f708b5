import { expect, it } from 'vitest';
import { hasHostBits, isPrivateRange, readRange } from './ipRange.ts';

it.each([
  ['10.0.0.0/8', 'private'],
  ['010.0.0.1', 'private'],
  ['10.0.0.0/7', 'public'],
  ['172.31.255.255', 'private'],
  ['172.32.0.0/12', 'public'],
  ['203.0.113.7/24', 'public, host bits'],
  ['fc00::/7', 'private'],
  ['fe80::1', 'private'],
  ['fe80::/7', 'public, host bits'],
  ['::ffff:10.0.0.1', 'public'],
  ['10.0.0', undefined],
  ['10.0.0.256', undefined],
  ['0x7f.0.0.1', undefined],
  ['2130706433', undefined],
  ['1::2::3', undefined],
  ['fe80::1%eth0', undefined],
  ['::/129', undefined],
  ['10.0.0.0/', undefined],
  ['', undefined],
])('reads %j as %s', (text, said) => {
  const range = readRange(text);
  const words = range && [
    isPrivateRange(range) ? 'private' : 'public',
    ...(hasHostBits(range) ? ['host bits'] : []),
  ];
  expect(words?.join(', ')).toBe(said);
});
