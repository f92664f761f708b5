import { describe, expect, it } from 'vitest';
import { answerKindOf } from './answerKindOf.ts';

const scope = new URL('https://example.com/tools/policy-builder/');
const built = new Set(['licenses.txt', 'assets/index-1a.js', 'catalog/s3.json', 'index.html', 'scheme.js']);
const keeps = (url: URL) => built.has(url.pathname.slice(scope.pathname.length));

const cases: readonly (readonly [address: string, mode: string, cache: string, way: string | undefined])[] = [
  ['', 'navigate', 'default', 'page'],
  ['?from=mail#new', 'navigate', 'default', 'page'],
  ['index.html', 'navigate', 'reload', 'page'],
  ['licenses.txt', 'navigate', 'default', 'kept'],
  ['catalog/s3.json', 'navigate', 'default', undefined],
  ['presets/acme.json', 'navigate', 'default', undefined],
  ['other-page/', 'navigate', 'default', undefined],
  ['/tools/', 'navigate', 'default', undefined],
  ['/', 'navigate', 'default', undefined],
  ['https://elsewhere.example/tools/policy-builder/', 'navigate', 'default', undefined],
  ['', 'cors', 'no-store', undefined],
  ['', 'cors', 'default', undefined],
  ['scheme.js', 'no-cors', 'default', 'kept'],
  ['assets/index-1a.js', 'cors', 'default', 'kept'],
  ['assets/index-1a.js', 'cors', 'no-store', undefined],
  ['assets/ExportDialog-0b.js', 'cors', 'default', 'asset'],
  ['catalog/s3.json', 'cors', 'default', 'kept'],
  ['catalog/bedrock.json', 'cors', 'default', 'catalog'],
  ['presets/acme.json', 'cors', 'default', 'preset'],
  ['presets/acme.json', 'cors', 'no-store', 'preset'],
  ['presets/index.json', 'same-origin', 'no-cache', 'preset'],
  ['/presets/acme.json', 'cors', 'default', undefined],
  ['https://elsewhere.example/tools/policy-builder/assets/index-1a.js', 'cors', 'default', undefined],
  ['sw.js', 'same-origin', 'default', undefined],
];

describe('how a request is answered', () => {
  it.each(cases)('%s (%s, %s) is %s', (address, mode, cache, way) => {
    expect(answerKindOf({ url: new URL(address, scope), mode, cache }, scope, keeps)).toBe(way);
  });
});
