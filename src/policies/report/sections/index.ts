import { access } from './access.ts';
import { byHand } from './byHand.ts';
import { changes } from './changes.ts';
import { documents } from './documents.ts';
import { findings } from './findings.ts';
import { guarantees } from './guarantees.ts';
import { notModelled } from './notModelledSection.ts';
import type { ReportPart } from './part.ts';
import { proofs } from './proofs.ts';
import { review } from './reviewSection.ts';
import { sizes } from './sizes.ts';
import { values } from './valuesSection.ts';
import { what } from './what.ts';
import { who } from './who.ts';

/** The sections in their order: who and what, then what that means, then the evidence, and the full text last. */
export const reportParts: readonly ReportPart[] = [
  who,
  what,
  values,
  byHand,
  access,
  changes,
  review,
  findings,
  proofs,
  guarantees,
  sizes,
  notModelled,
  documents,
];
