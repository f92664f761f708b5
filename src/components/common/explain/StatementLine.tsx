import { styled } from '@mui/material/styles';
import { Fragment, type ReactNode } from 'react';
import { statementName } from '../../../policies/access/everyRequest/statementName.ts';
import { resolveRef, type AppliedPolicies } from '../../../policies/compose/appliedPolicies.ts';
import type { PlacedRef } from '../../../policies/simulate/decision.ts';
import {
  choicesBehind,
  goToChoice,
  goToStatement,
  sourcesOfAction,
} from '../../../state/derived/choicesBehind.ts';
import { ForeignText } from '../ForeignText.tsx';
import { layerNames } from './words.ts';
import { Note } from '../Note.tsx';
import { InlineButton } from '../InlineButton.tsx';

const Line = styled('div')({ padding: '4px 0', '& p': { margin: 0, overflowWrap: 'anywhere' } });

interface StatementLineProps {
  readonly placed: PlacedRef;
  readonly policies: AppliedPolicies;
  /** What is asked: only the choices that want it are named. */
  readonly action: string;
  readonly children?: ReactNode;
}

/** A statement that decided, with the way to it and to the choices behind it. */
export function StatementLine({ placed, policies, action, children }: StatementLineProps) {
  const found = resolveRef(policies, placed.layer, placed.statement);
  if (!found) {
    return (
      <Line>
        {policies.documents[placed.layer] ? (
          <p>Default: this set has no {layerNames[placed.layer]}.</p>
        ) : (
          <p>
            <ForeignText text={statementName(policies.set, placed)} /> of the {layerNames[placed.layer]}
          </p>
        )}
        {children}
      </Line>
    );
  }
  const { document, statement } = found;
  const source = document.policy.Statement[statement];
  const choices = choicesBehind(sourcesOfAction(document, statement, action));
  return (
    <Line>
      <p>
        <InlineButton onClick={() => goToStatement(document, statement)}>
          <ForeignText text={source?.Sid ?? `Statement ${statement + 1}`} />
        </InlineButton>{' '}
        of <ForeignText text={document.title} use="prose" />
        {choices.length > 0 && <Note as="span"> – required by</Note>}
        {choices.map((choice) => (
          <Fragment key={choice.label}>
            {' '}
            <InlineButton onClick={() => goToChoice(choice)}>{choice.label}</InlineButton>
          </Fragment>
        ))}
      </p>
      {children}
    </Line>
  );
}
