import { resolveRef, type AppliedPolicies } from '../../../policies/compose/appliedPolicies.ts';
import type { Decision, OtherReading } from '../../../policies/simulate/decision.ts';
import { readingWords } from '../../../policies/simulate/verdictWords.ts';
import { goToFindings } from '../../../state/derived/choicesBehind.ts';
import { VerdictMark, verdicts } from '../VerdictMark.tsx';
import { StatementLine } from './StatementLine.tsx';
import { List } from '../List.tsx';
import { Stack } from '../Stack.tsx';
import { InlineButton } from '../InlineButton.tsx';

interface TwoReadingsProps {
  readonly decision: Decision;
  readonly other: OtherReading;
  readonly policies: AppliedPolicies;
  readonly action: string;
}

/** The result in both readings of a pattern with fewer than six fields, and the way to the statement and its finding. */
export function TwoReadings({ decision, other, policies, action }: TwoReadingsProps) {
  return (
    <>
      <List>
        {(
          [
            ['fields', decision.verdict],
            ['plain', other.verdict],
          ] as const
        ).map(([reading, verdict]) => (
          <Stack as="li" row nowrap gap={1.5} key={reading}>
            <VerdictMark verdict={verdict} />
            {readingWords[reading]}: {verdicts[verdict].word.toLowerCase()}
          </Stack>
        ))}
      </List>
      {other.patterns.map((placed) => (
        <StatementLine
          key={`${placed.layer} ${placed.statement} ${placed.pattern}`}
          placed={placed}
          policies={policies}
          action={action}
        >
          <p>
            <code>{placed.pattern}</code> has fewer than six fields. Enter all six to get a definite result.{' '}
            <ShowFinding policies={policies} placed={placed} />
          </p>
        </StatementLine>
      ))}
    </>
  );
}

function ShowFinding({
  policies,
  placed: { layer, statement },
}: Pick<TwoReadingsProps, 'policies'> & { readonly placed: OtherReading['patterns'][number] }) {
  const found = resolveRef(policies, layer, statement);
  return (
    found && (
      <InlineButton onClick={() => goToFindings(found.document, found.statement)}>Show finding</InlineButton>
    )
  );
}
