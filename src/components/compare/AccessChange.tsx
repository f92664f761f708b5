import { memo } from 'react';
import type { PermissionChange } from '../../policies/exact/change.ts';
import { notComparedWords, scopeLabels, WITHOUT_ALLOW } from '../../policies/access/changeWords.ts';
import { below } from '../common/theme.ts';
import { ChangeScopes } from '../common/ChangeScopes.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import { CodeLine } from '../common/Code.tsx';
import { Grid } from '../common/Grid.tsx';
import { Box } from '../common/Box.tsx';

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
    <Grid columns="88px minmax(0, 1fr)" gap={2} py={1} line="above" fold={below.tablet} estimate={52}>
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
        {reason && (
          <Box as="p" style={{ overflowWrap: 'anywhere' }}>
            {notComparedWords[reason]}
          </Box>
        )}
        {withoutAllow && (
          <Box as="p" style={{ overflowWrap: 'anywhere' }}>
            {WITHOUT_ALLOW}
          </Box>
        )}
        <ChangeScopes label={labels.from} scopes={from} />
        <ChangeScopes label={labels.to} scopes={to} />
      </div>
    </Grid>
  );
}, isSame);
