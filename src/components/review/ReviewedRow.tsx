import { memo } from 'react';
import { changeWords, scopeLabels, WITHOUT_ALLOW } from '../../policies/access/changeWords.ts';
import type { ReviewedChange } from '../../policies/access/review/reviewPolicies.ts';
import type { ChangeKind, PermissionChange } from '../../policies/exact/change.ts';
import type { Pair } from '../../state/derived/reportInput.ts';
import { below } from '../common/theme.ts';
import { ChangeScopes } from '../common/ChangeScopes.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { ChangeOrigins } from './ChangeOrigins.tsx';
import { ExampleRequest } from './ExampleRequest.tsx';
import { CodeLine } from '../common/Code.tsx';
import { Note } from '../common/Note.tsx';
import { Grid } from '../common/Grid.tsx';

const MAX_NAMES = 6;

const colors: Readonly<Record<ChangeKind, string>> = {
  widens: 'var(--widens)',
  narrows: 'var(--narrows)',
  conditions: 'var(--ink-2)',
  notCompared: 'var(--ink-2)',
};

interface ReviewedRowProps {
  readonly change: PermissionChange;
  readonly details: ReviewedChange | undefined;
  readonly pair: Pair | undefined;
}

/** One difference: which actions, on what, on which condition, from which choice; and a request that is allowed now. */
export const ReviewedRow = memo(function ReviewedRow({ change, details, pair }: ReviewedRowProps) {
  const { kind, actions, from, to, withoutAllow } = change;
  const { mark, word } = changeWords[kind];
  const labels = scopeLabels(change);
  return (
    <Grid
      columns="136px minmax(0, 1fr)"
      gap={3}
      py={1.5}
      line="above"
      small
      fold={below.tablet}
      estimate={84}
    >
      <b style={{ color: colors[kind] }}>
        <span aria-hidden="true">{mark} </span>
        {word}
      </b>
      <div>
        <CodeLine>
          <ForeignText text={actions.slice(0, MAX_NAMES).join(', ')} />
        </CodeLine>
        {actions.length > MAX_NAMES && (
          <Disclosure label={`and ${actions.length - MAX_NAMES} more`}>
            <CodeLine>
              <ForeignText text={actions.slice(MAX_NAMES).join(', ')} />
            </CodeLine>
          </Disclosure>
        )}
        {withoutAllow && <Note tone="plain">{WITHOUT_ALLOW}</Note>}
        <ChangeScopes label={labels.from} scopes={from} />
        <ChangeScopes label={labels.to} scopes={to} />
        {details && pair && <ChangeOrigins origins={details.origins} pair={pair} actions={actions} />}
        {details && kind !== 'narrows' && <ExampleRequest details={details} />}
      </div>
    </Grid>
  );
});
