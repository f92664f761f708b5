import { useMemo } from 'react';
import type { AccessComparison, PolicyPair } from '../../../policies/access/everyRequest/accessDifference.ts';
import { awsCommands } from '../../../policies/report/awsCommands.ts';
import { CopyButton } from '../CopyButton.tsx';
import { CodeBlock } from '../Code.tsx';
import { ForeignText } from '../ForeignText.tsx';
import { List } from '../List.tsx';
import { Note } from '../Note.tsx';
import { Stack } from '../Stack.tsx';
import { useLabelOfPlaceholder } from './labelOfPlaceholder.ts';

interface AskAwsProps {
  readonly comparison: AccessComparison;
  readonly pair: PolicyPair;
}

/** The commands with which AWS answers the same, to copy. */
export function AskAws({ comparison, pair }: AskAwsProps) {
  const labelOf = useLabelOfPlaceholder();
  const { commands, notes } = useMemo(
    () => awsCommands(pair, comparison, labelOf),
    [pair, comparison, labelOf],
  );
  return (
    <>
      <Note>
        Run them with the AWS CLI and your credentials. The page sends nothing. AWS charges for
        check-no-new-access and check-access-not-granted.
      </Note>
      {notes.map((note) => (
        <Note key={note}>
          <ForeignText text={note} use="prose" />
        </Note>
      ))}
      <List look="rows" small py={1}>
        {commands.map(({ title, command, expected }, place) => (
          <li key={place}>
            <Stack row gap={2} rowGap={0} justify="space-between">
              <span>
                <ForeignText text={title} use="prose" />
                {expected !== undefined && <Note as="span"> Expected: {expected}</Note>}
              </span>
              <CopyButton text={command} name={title} />
            </Stack>
            <CodeBlock
              tabIndex={0}
              aria-label={`Command: ${title}`}
              style={{ maxHeight: 96, overflow: 'auto' }}
            >
              <ForeignText text={command} />
            </CodeBlock>
          </li>
        ))}
      </List>
    </>
  );
}
