import { policyTypeOf } from '../../policies/checks/described.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import type { PolicyType } from '../../policies/language/policyType.ts';
import { importableKinds } from '../../policies/model/documentEdits.ts';
import { kindTitles } from '../../policies/model/labels.ts';
import type { RecognizedKind } from '../../policies/recognize/recognition.ts';

/** What a policy is imported as: a document of the set, or the policy of a resource, which can be checked but is no part of a set. */
export type ReviewKind = DocumentKind | 'resource';

export const reviewKinds: readonly ReviewKind[] = [...importableKinds, 'resource'];

export const reviewTitles: Readonly<Record<ReviewKind, string>> = {
  ...kindTitles,
  resource: 'Resource-based policy',
};

/** Whether a set can have a policy of this kind. */
export const isDocumentKind = (kind: ReviewKind): kind is DocumentKind => kind !== 'resource';

/** What the checks take it for. */
export const checkedTypeOf = (kind: ReviewKind): PolicyType =>
  isDocumentKind(kind) ? policyTypeOf[kind] : kind;

const byRecognition: Partial<Readonly<Record<RecognizedKind, ReviewKind>>> = {
  resourcePolicy: 'resource',
  resourceControlPolicy: 'resource-control',
  serviceControlPolicy: 'service-control',
  trustPolicy: 'trust',
  endpointPolicy: 'vpc-endpoint',
};

/** The kind that a recognized text says it is; nothing where it does not say. */
export const kindOfRecognized = (kind: RecognizedKind | undefined): ReviewKind | undefined =>
  kind && byRecognition[kind];
