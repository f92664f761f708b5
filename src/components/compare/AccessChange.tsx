import { styled } from '@mui/material/styles';
import { LineWithCode } from '../common/LineWithCode.tsx';
import { memo } from 'react';
import type { PermissionChange } from '../../policies/exact/change.ts';
import { notComparedWords, scopeLabels, WITHOUT_ALLOW } from '../../policies/access/changeWords.ts';
import { below } from '../common/theme.ts';
import { ChangeScopes } from '../common/ChangeScopes.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import { CodeLine } from '../common/Code.tsx';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '88px minmax(0, 1fr)',
  gap: '0 8px',
  padding: '4px 0',
  borderTop: '1px solid var(--hairline)',
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 52px',
  [below.tablet]: { gridTemplateColumns: 'minmax(0, 1fr)' },
});
const MAX_NAMES = 6;

interface AccessChangeProps {
  readonly change: PermissionChange;
}

/** Answers of a worker are new objects each time; mostly they say the same. */
const isSame = (one: AccessChangeProps, other: AccessChangeProps): boolean =>
  JSON.stringify(one.change) === JSON.stringify(other.change);

/** One entry: the actions, and what the statements said before and say now. */
export const AccessChange = memo(function AccessChange({ change }: AccessChangeProps) {
  const { accessLevel, actions, from, to, reason, withoutAllow } = change;
  const labels = scopeLabels(change);
  const shown = actions.slice(0, MAX_NAMES);
  return (
    <Row>
      <Note as="span">{accessLevel === 'unknown' ? '' : accessLevel}</Note>
      <div>
        <CodeLine>
          <ForeignText text={shown.join(', ')} />
        </CodeLine>
        {actions.length > shown.length && (
          <Disclosure label={`and ${actions.length - shown.length} more`}>
            <CodeLine>
              <ForeignText text={actions.slice(MAX_NAMES).join(', ')} />
            </CodeLine>
          </Disclosure>
        )}
        {reason && <LineWithCode>{notComparedWords[reason]}</LineWithCode>}
        {withoutAllow && <LineWithCode>{WITHOUT_ALLOW}</LineWithCode>}
        <ChangeScopes label={labels.from} scopes={from} />
        <ChangeScopes label={labels.to} scopes={to} />
      </div>
    </Row>
  );
}, isSame);
