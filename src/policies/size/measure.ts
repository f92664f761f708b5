import type { PolicyDocument } from '../language/policy.ts';
import { printPolicy } from '../language/print.ts';
import { type Quota, quotaOf, type SizeKind } from './quotas.ts';

export interface Size {
  readonly quota: Quota;
  /** Characters as the quota counts them; where white space counts, of the document as it is printed. */
  readonly characters: number;
  /** Characters without white space between the elements. */
  readonly least: number;
  /** `characters` as a part of the limit: 1 is full. */
  readonly ratio: number;
  /** `near` from 80 % on. */
  readonly state: 'fits' | 'near' | 'over';
}

/** Part of a limit from which on a size is worth a warning. */
export const NEARLY_FULL = 0.8;

/**
 * The size of a policy against the quota of what it is saved as; `identity` is a managed policy. IAM leaves every white space character out of its
 * count; VPC endpoints and Organizations count them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export function measure(policy: PolicyDocument, kind: SizeKind | 'identity'): Size {
  const quota = quotaOf(kind === 'identity' ? 'managed' : kind);
  const compact = JSON.stringify(policy);
  const counted = quota.whiteSpace === 'counted' ? printPolicy(policy).text.length : withoutSpace(compact);
  const least = quota.whiteSpace === 'counted' ? compact.length : counted;
  return sizeAgainst(quota, counted, least);
}

/** A number of characters against a quota. */
export function sizeAgainst(quota: Quota, characters: number, least = characters): Size {
  const ratio = characters / quota.limit;
  return {
    quota,
    characters,
    least,
    ratio,
    state: ratio > 1 ? 'over' : ratio >= NEARLY_FULL ? 'near' : 'fits',
  };
}

export const withoutSpace = (text: string): number => text.replace(/\s/g, '').length;
