import { expect, it } from 'vitest';
import { fromBase64url, readBase64, toBase64url } from './base64.ts';

it.each([
  ['QUI=', '4142'],
  ['QUI', '4142'],
  ['QUJ=', '4142'],
  ['', ''],
  ['Q', undefined],
  ['QUI==', undefined],
  ['QU I', undefined],
  ['-_-_', undefined],
])('reads %j', (text, bytes) => {
  expect(readBase64(text)).toBe(bytes);
});

it.each([[[]], [[0]], [[251, 255]], [[1, 2, 3]], [[250, 251, 252, 253]]])(
  'writes %j and reads it back',
  (bytes) => {
    const text = toBase64url(Uint8Array.from(bytes));
    expect(text).toMatch(/^[\w-]*$/);
    expect([...(fromBase64url(text) ?? [])]).toEqual(bytes);
  },
);

it('reads the same bytes whatever the bits are that belong to none', () => {
  expect(fromBase64url('QR')).toEqual(fromBase64url('QQ'));
  expect(fromBase64url('Q')).toBeUndefined();
  expect(fromBase64url('+/')).toBeUndefined();
});
