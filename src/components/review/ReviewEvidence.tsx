import { ReviewFindings } from './ReviewFindings.tsx';
import { ReviewGuarantees } from './ReviewGuarantees.tsx';
import { ReviewTests } from './ReviewTests.tsx';

/** What is known of the set besides its differences, each a way to its place. */
export function ReviewEvidence() {
  return (
    <>
      <ReviewFindings />
      <ReviewTests />
      <ReviewGuarantees />
    </>
  );
}
