import { useMemo } from 'react';
import { rolesSummary } from '../../policies/access/everyRequest/comparisonSummary.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { PresetPreview } from '../../policies/presets/previewPreset.ts';
import { SumOfPolicies } from '../common/everyRequest/PolicyHeadline.tsx';
import { Heading } from '../common/Heading.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { Warning } from '../common/Warning.tsx';
import { PreviewedPolicy } from './PreviewedPolicy.tsx';

interface PreviewedAccessProps {
  readonly preview: PresetPreview;
  /** Under the preset. */
  readonly ruleset: Ruleset;
}

/** What a preset would change in access, computed for every request of each policy, and for roles with all of their policies. */
export function PreviewedAccess({ preview, ruleset }: PreviewedAccessProps) {
  const { pairs, changes, environmentsChange } = preview;
  const question = useMemo(() => ({ place: 'preset preview', kind: 'review', pairs }) as const, [pairs]);
  const evidence = useEvidence(question, pairs);
  const shown = shownAnswer(evidence);
  const answer = shown?.about === pairs && shown.answer.kind === 'review' ? shown.answer : undefined;
  const comparisons = pairs.map((_, place) => answer?.everyRequest[place]);
  const ofRoles = useMemo(() => rolesSummary(answer?.roles ?? []), [answer]);
  return (
    <section aria-label="Access in this set">
      <Heading look="dialog" mt={4} mb={1}>
        Access in this set
      </Heading>
      {pairs.length === 0 && <p>This set has no policy to compare, with or without the preset.</p>}
      {evidence.state === 'failed' ? (
        <Warning>
          Access isn’t compared: {failureWords[evidence.failure]}.{' '}
          <InlineButton onClick={evidence.retry}>Try again</InlineButton>
        </Warning>
      ) : (
        <>
          <SumOfPolicies comparisons={comparisons} more={ofRoles} />
          <List look="rows" small mt={2} py={1}>
            {pairs.map((pair, place) => (
              <PreviewedPolicy key={pair.id} pair={pair} comparison={comparisons[place]} ruleset={ruleset} />
            ))}
          </List>
        </>
      )}
      {changes.some(({ kind }) => kind === 'filled') && (
        <Note mt={1}>
          Fields that are empty now and get a locked value have that value on both sides of the comparison.
        </Note>
      )}
      {environmentsChange && (
        <Note mt={1}>Values of environments also change. Access isn’t compared with them.</Note>
      )}
    </section>
  );
}
