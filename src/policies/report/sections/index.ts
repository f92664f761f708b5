import { accessSection } from './access.ts';
import { editsSection } from './byHand.ts';
import { changesSection } from './changes.ts';
import { documentsSection } from './documents.ts';
import { findingsSection } from './findings.ts';
import { guaranteesSection } from './guarantees.ts';
import { notModelledSection } from './notModelledSection.ts';
import type { ReportPart } from './part.ts';
import { testsSection } from './testsSection.ts';
import { reviewSection } from './reviewSection.ts';
import { sizesSection } from './sizes.ts';
import { valuesSection } from './valuesSection.ts';
import { permissionsSection } from './what.ts';
import { personasSection } from './who.ts';

/** The sections in their order: who and what, then what that means, then the evidence, and the full text last. */
export const reportParts: readonly ReportPart[] = [
  personasSection,
  permissionsSection,
  valuesSection,
  editsSection,
  accessSection,
  changesSection,
  reviewSection,
  findingsSection,
  testsSection,
  guaranteesSection,
  sizesSection,
  notModelledSection,
  documentsSection,
];
