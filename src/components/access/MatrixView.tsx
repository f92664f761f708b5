import Button from '@mui/material/Button';
import { type ComponentProps, useDeferredValue, useMemo } from 'react';
import { levelName } from '../../policies/catalog/accessLevels.ts';
import type { Matrix } from '../../policies/access/matrixCall.ts';
import { type MatrixContext, matrixContexts } from '../../policies/access/matrixContexts.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { rolesOf } from '../../policies/draft/roles.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { postedDraft } from '../../state/evidence/postedDraft.ts';
import { show, useRuleset, useStore } from '../../state/store.ts';
import type { MatrixQuestion } from '../../state/screen.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { contextFromText } from '../common/contextText.ts';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { VerdictMark, verdicts } from '../common/VerdictMark.tsx';
import { MatrixFields } from './MatrixFields.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';

/** What each role may do of all SageMaker actions, after every change anew. */
export function MatrixView() {
  const asked = useStore((state) => state.screen.matrix);
  const context = matrixContexts.find(({ id }) => id === asked.context) ?? matrixContexts[0];
  return context && <MatrixOf asked={asked} context={context} />;
}

const InsteadOfMatrix = (props: ComponentProps<typeof Note>) => <Note px={4} py={1} {...props} />;

interface MatrixOfProps {
  readonly asked: MatrixQuestion;
  readonly context: MatrixContext;
}

function MatrixOf({ asked, context }: MatrixOfProps) {
  const ruleset = useRuleset();
  const draft = useDeferredValue(useStore((state) => state.draft));
  const given = useMemo(() => contextFromText(asked.given), [asked.given]);
  const evidence = useEvidence(useMatrixQuestion(draft, context, given), null);
  const answer = shownAnswer(evidence)?.answer;
  if (evidence.state === 'failed') {
    return (
      <InsteadOfMatrix role="alert">
        {failureInWords(evidence.failure)} <Button onClick={evidence.retry}>Try again</Button>
      </InsteadOfMatrix>
    );
  }
  if (answer?.kind !== 'matrix') return <InsteadOfMatrix aria-busy>Computing access…</InsteadOfMatrix>;
  const { matrix } = answer;
  if (matrix.personas.length === 0)
    return (
      <InsteadOfMatrix>
        Access is shown for roles. Select a persona that has a role in step 1.
      </InsteadOfMatrix>
    );
  const shown = shownRows(matrix, asked);
  const isOld = evidence.state === 'computing';
  return (
    <Stack tall aria-busy={isOld}>
      <MatrixFields
        question={asked}
        levels={levelsOf(matrix)}
        problem={given.ok ? undefined : given}
        onAsk={(change) => show({ matrix: { ...asked, ...change } })}
        status={`${shown.length} of ${matrix.rows.length} actions`}
      />
      <Note px={4} py={1}>
        {context.help} {problemsOf(draft).length > 0 && 'Missing values are replaced with examples. '}
        {rolesOf(draft, ruleset).some(({ personas }) => personas.length > 1) &&
          'One role has the permissions of all these personas, so their results are identical. '}
        {isOld && <BeingComputed>Computing… Showing the previous results.</BeingComputed>}
      </Note>
      <Marks />
      <MatrixTable matrix={matrix} rows={shown} />
    </Stack>
  );
}

function useMatrixQuestion(draft: Draft, context: MatrixContext, given: ReturnType<typeof contextFromText>) {
  const ruleset = useRuleset();
  return useMemo(() => {
    const entered = given.ok ? given.context : {};
    return {
      place: 'matrix',
      kind: 'matrix',
      drafted: postedDraft(draft),
      context: { ...context, context: { ...context.context, ...entered } },
      preset: ruleset.preset,
    } as const;
  }, [draft, ruleset, context, given]);
}

const Marks = () => (
  <Stack as="ul" row gap={4} rowGap={0} small px={4} pb={1} aria-label="Legend">
    {(['allowed', 'explicitDeny', 'implicitDeny', 'unknown', 'mixed'] as const).map((verdict) => (
      <Stack as="li" inline gap={1} key={verdict}>
        <VerdictMark verdict={verdict} />
        <Note as="span">{verdicts[verdict].word}</Note>
      </Stack>
    ))}
  </Stack>
);

const failureInWords = (failure: WorkerFailure): string =>
  failure === 'noData'
    ? 'Couldn’t load the actions.'
    : `Couldn’t compute the access of each role: ${failureWords[failure]}.`;

const levelsOf = ({ rows }: Matrix): readonly string[] => [
  ...new Set(rows.map(({ action }) => levelName(action.accessLevel))),
];

function shownRows({ rows }: Matrix, { level, filter }: MatrixQuestion): Matrix['rows'] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ action: { name, accessLevel } }) =>
      (level === '' || levelName(accessLevel) === level) &&
      words.every((word) => name.toLowerCase().includes(word)),
  );
}
