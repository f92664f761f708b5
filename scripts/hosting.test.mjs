import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');

/** Directives that a page cannot set for itself: https://www.w3.org/TR/CSP3/#meta-element */
const headerOnly = ['frame-ancestors', 'report-uri', 'sandbox'];

function directivesOf(policy) {
  const directives = policy.split(';').map((part) => part.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name, ...sources]) => [name, new Set(sources)]));
}

const page = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read('index.html'))?.[1] ?? '';

const nginx = Object.fromEntries(
  [...read('hosting/nginx.conf').matchAll(/^\s*add_header (\S+) "([^"]*)" always;/gm)].map(
    ([, name, value]) => [name.toLowerCase(), value],
  ),
);

function cloudFrontHeaders() {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = JSON.parse(
    read('hosting/cloudfront-headers.json'),
  );
  return {
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': security.ContentTypeOptions ? 'nosniff' : undefined,
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}

describe('the headers of the recipes', () => {
  it.each([
    ['hosting/nginx.conf', nginx['content-security-policy'] ?? ''],
    ['hosting/cloudfront-headers.json', cloudFrontHeaders()['content-security-policy']],
  ])('%s has the policy of index.html, and what only a header can say', (_file, policy) => {
    const { 'frame-ancestors': ancestors, ...rest } = directivesOf(policy);
    expect(ancestors).toEqual(new Set(["'none'"]));
    expect(rest).toEqual(directivesOf(page));
  });

  it('the page’s own policy has nothing that only a header can say', () => {
    const names = Object.keys(directivesOf(page));
    expect(names).toContain('script-src');
    expect(names.filter((name) => headerOnly.includes(name))).toEqual([]);
  });

  it('CloudFront sends the same headers as nginx', () => {
    expect(Object.keys(nginx).length).toBeGreaterThan(5);
    expect(cloudFrontHeaders()).toEqual(nginx);
  });

  it('CloudFront’s count of headers is right, and each may be in the file once', () => {
    const { Quantity, Items } = JSON.parse(read('hosting/cloudfront-headers.json')).CustomHeadersConfig;
    expect(Items).toHaveLength(Quantity);
    expect(new Set(Items.map(({ Header }) => Header)).size).toBe(Quantity);
  });
});

describe('the CloudFront function', () => {
  /** CloudFront runs the file as a script and calls `handler`. */
  const handler = runInNewContext(`${read('hosting/cloudfront-index.js')}\nhandler;`);

  it.each([
    ['/', '/index.html'],
    ['/tools/policy-builder/', '/tools/policy-builder/index.html'],
    ['/tools/policy-builder/sw.js', '/tools/policy-builder/sw.js'],
    ['/tools/policy-builder', '/tools/policy-builder'],
  ])('leads %s to %s', (uri, to) => {
    expect(handler({ request: { uri, method: 'GET' } })).toEqual({ uri: to, method: 'GET' });
  });
});
