import { visibleString } from '../language/characters/visibleText.ts';
import type { DocumentKind } from '../language/policy.ts';
import type { Finding, FindingType } from './check.ts';
import type { PolicyType } from '../language/policyType.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { didYouMean } from './didYouMean.ts';
import { whyHarmless } from './harmless.ts';
import { findRule } from './index.ts';
import { messageOf } from './message.ts';

/** A finding with everything that is shown about it. */
export interface DescribedFinding extends Finding {
  /** Characters of the policy that could not be seen in it are written as `⟨U+200B⟩`. */
  readonly message: string;
  readonly advice: string;
  /** AWS's page on the code, or where a rule of ours comes from. */
  readonly link: string;
  /** Why it needs no change in this document; nothing where it does, or where we cannot say. */
  readonly harmless?: string;
}

/** What a document of the page is checked as. A permissions boundary has the grammar of an identity policy. */
export const policyTypeOf: Readonly<Record<DocumentKind, PolicyType>> = {
  identity: 'identity',
  'permissions-boundary': 'identity',
  'service-control': 'scp',
  'resource-control': 'rcp',
  trust: 'trust',
  'vpc-endpoint': 'vpc-endpoint',
  resource: 'resource',
};

const REFERENCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';

/** Access Analyzer's words for the four classes in the anchors of its reference page. */
const anchors: Readonly<Record<FindingType, string>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'security-warning',
  WARNING: 'general-warning',
  SUGGESTION: 'suggestion',
};

export function linkOf(code: string, type: FindingType): string {
  const source = findRule(code)?.source;
  if (source !== undefined) return source;
  const name = code.toLowerCase().replaceAll('_', '-');
  return `${REFERENCE}#access-analyzer-reference-policy-checks-${anchors[type]}-${name}`;
}

/** The finding in words. `kind`: the document of the page that it is about, when it is one; `catalog`: names that may be meant. */
export function describeFinding(finding: Finding, kind?: DocumentKind, catalog?: Catalog): DescribedFinding {
  const harmless = kind && whyHarmless(finding, kind);
  return {
    ...finding,
    message: visibleString(`${messageOf(finding)}${catalog ? didYouMean(finding, catalog) : ''}`, 'prose'),
    advice: findRule(finding.code)?.advice ?? '',
    link: linkOf(finding.code, finding.type),
    ...(harmless === undefined ? {} : { harmless }),
  };
}
