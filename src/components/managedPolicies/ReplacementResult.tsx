import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { guaranteesInWords } from '../../policies/guarantees/guaranteeSummary.ts';
import { testsInWords } from '../../policies/accessTests/testSummary.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import type { ActionState, ManagedComparison } from '../../policies/managedPolicies/compareWithManaged.ts';
import type { ReplacementAnswer } from '../../state/evidence/managedProtocol.ts';
import { useReplacing } from '../../state/managedPolicies/replacing.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { Heading } from '../common/Heading.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { below } from '../common/theme.ts';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { ActionsInState, NewActions } from './ActionsInState.tsx';
import { newWords, stateWords } from './managedWords.ts';

interface ReplacementResultProps {
  readonly policy: PolicyDocument;
  /** Patterns of the managed policy that also match actions that AWS adds later. */
  readonly open: readonly string[];
}

const states: readonly ActionState[] = ['lost', 'narrowed', 'undecided', 'kept'];

/** What becomes of each action of the managed policy, and the tests and guarantees of the roles that replace it. */
export function ReplacementResult({ policy, open }: ReplacementResultProps) {
  const { preset } = useRuleset();
  const needed = useReplacing((state) => state.needed);
  const values = useStore(({ draft }) => draft.variables);
  const question = useMemo(
    () => ({ kind: 'replacement', place: 'replacement', policy, needed, values, preset }) as const,
    [policy, needed, values, preset],
  );
  const evidence = useEvidence(question, policy);
  const shown = shownAnswer(evidence);
  const known = shown?.about === policy && shown.answer.kind === 'replacement' ? shown.answer : undefined;
  const isCurrent = evidence.state === 'answered' && known?.comparison !== undefined;
  return (
    <>
      <section aria-label="What is lost">
        <Heading mt={4} mb={1}>
          What is lost
        </Heading>
        {evidence.state === 'failed' && (
          <Note tone="warning">
            Not compared: {failureWords[evidence.failure]}.{' '}
            <InlineButton onClick={evidence.retry}>Try again</InlineButton>
          </Note>
        )}
        {evidence.state !== 'failed' && !isCurrent && (
          <BeingComputed role="status">
            Comparing every request{known && !known.comparison ? `: ${known.compared} actions so far` : ''}…
          </BeingComputed>
        )}
        {known && <Known answer={known} open={open} />}
      </section>
      {known?.comparison && <Sum comparison={known.comparison} />}
    </>
  );
}

/** In sight where there is room, so that the effect of a tick is. */
const InSight = styled('p')({
  position: 'sticky',
  // Over the distance that the dialog keeps below its content.
  bottom: -20,
  margin: '8px calc(-1 * var(--dialog-side)) -20px',
  padding: '8px var(--dialog-side)',
  borderTop: '1px solid var(--hairline)',
  background: 'var(--surface)',
  fontSize: 13,
  // There it would hide most of what it is about.
  [below.smallPhone]: { position: 'static' },
});

function Sum({ comparison: { actions, added } }: { readonly comparison: ManagedComparison }) {
  const parts = states.map((state) => ({
    words: stateWords[state],
    many: actions.filter((one) => one.state === state).length,
  }));
  const all = [...parts, { words: newWords, many: added.length }].filter(({ many }) => many > 0);
  return (
    <InSight role="status">
      Actions:{' '}
      {all.map(({ words: { title, mark, color }, many }, place) => (
        <span key={title}>
          {place > 0 && ' · '}
          <b style={{ color }}>
            <span aria-hidden="true">{mark} </span>
            {many} {title.toLowerCase()}
          </b>
        </span>
      ))}
    </InSight>
  );
}

function Known({ answer, open }: { readonly answer: ReplacementAnswer; readonly open: readonly string[] }) {
  const { comparison, tests, guarantees } = answer;
  return (
    <>
      {comparison && (
        <div>
          {states.map((state) => (
            <ActionsInState
              key={state}
              state={state}
              actions={comparison.actions.filter((one) => one.state === state)}
            />
          ))}
          <NewActions added={comparison.added} undecided={comparison.addedUndecided} />
        </div>
      )}
      <Note mt={2} tone="plain">
        Tests of these roles: {testsInWords(tests)}. Guarantees: {guaranteesInWords(guarantees)}.
      </Note>
      <Note mt={1}>
        Compared for published actions on the resource types that they support, with examples for missing
        values and without guardrails. Enter your values in step 3 to see the final result.
        {open.length > 0 &&
          ` Actions that AWS adds later to patterns such as ${open[0] ?? ''} aren’t included in the roles.`}
      </Note>
    </>
  );
}
