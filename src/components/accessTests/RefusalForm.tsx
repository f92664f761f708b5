import { LabelAbove } from '../common/Field.tsx';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type Ref, useId, useMemo } from 'react';
import { readRefusals, whyUnread } from '../../policies/accessTests/refusals/readRefusals.ts';
import type { RefusedCalls } from '../../policies/accessTests/refusals/refusedCall.ts';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Stack } from '../common/Stack.tsx';
import { TextArea } from '../common/Input.tsx';
import { RefusalAnswer } from './RefusalAnswer.tsx';
import { AskedCall } from './AskedCall.tsx';
import { unreadWords } from './refusalWords.ts';

const Box = styled('div')({
  margin: '8px 0',
  fontSize: 13,
  '& p': { margin: '4px 0', overflowWrap: 'anywhere' },
  '& label': { display: 'block', marginBottom: 4 },
});

/** A log of a day; a longer one takes the field too long. */
const MAX_LENGTH = 1_000_000;

interface RefusalFormProps {
  readonly id: string;
  /** In a dialog, which has a button that closes it. */
  readonly inDialog?: boolean;
  /** The field of the message. */
  readonly area?: Ref<HTMLTextAreaElement>;
  onDone(): void;
}

/** Takes the messages of refused calls apart, and says what these policies make of each. */
export function RefusalForm({ id: boxId, inDialog = false, area, onDone }: RefusalFormProps) {
  const id = useId();
  const { message } = useUnfinished(({ refusal }) => refusal);
  const groups = useMemo(() => readRefusals(message), [message]);
  const why = groups.length === 0 ? whyUnread(message) : undefined;
  return (
    <Box id={boxId} style={inDialog ? {} : { maxWidth: 720 }}>
      <LabelAbove htmlFor={id}>Paste the error message</LabelAbove>
      <TextArea
        {...(area && { ref: area })}
        tall={96}
        id={id}
        value={message}
        maxLength={MAX_LENGTH}
        spellCheck={false}
        onChange={(event) => useUnfinished.setState({ refusal: { message: event.target.value } })}
      />
      {why && <p role="status">{unreadWords[why]}</p>}
      {why === 'noAction' && <AskedCall key={message} onDone={onDone} />}
      <CallGroups key={message} groups={groups} onDone={onDone} />
      {!inDialog && (
        <Stack row flush>
          <Button onClick={onDone}>Close</Button>
        </Stack>
      )}
    </Box>
  );
}

interface CallGroupsProps {
  readonly groups: readonly RefusedCalls[];
  onDone(): void;
}

/** Different calls of a log each by itself, the most frequent first and open. */
function CallGroups({ groups, onDone }: CallGroupsProps) {
  const [only] = groups;
  if (groups.length === 1 && only) return <RefusalAnswer refused={only} onDone={onDone} />;
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <>
      {groups.length > 1 && (
        <p role="status">
          {count} messages, {groups.length} different denied calls:
        </p>
      )}
      {groups.map((group, index) => (
        <div key={JSON.stringify([group.call, group.count])}>
          <Disclosure late startsOpen={index === 0} label={<ForeignText text={titleOf(group)} />}>
            <RefusalAnswer refused={group} onDone={onDone} />
          </Disclosure>
        </div>
      ))}
    </>
  );
}

function titleOf({ call: { action, principal }, resources, count }: RefusedCalls): string {
  const who =
    principal === undefined ? '' : `, ${principal.replace(/^.*:(?:assumed-role\/)?/, '').split('/')[0]}`;
  const many = resources.length > 1 ? `, ${resources.length} resources` : '';
  return `${action}${who}${many} (${count === 1 ? '1 message' : `${count} messages`})`;
}
