import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type Ref, useId, useMemo } from 'react';
import { type RefusedCall, readRefusal } from '../../policies/accessTests/accessDenied.ts';
import { layerNames } from '../common/explain/words.ts';
import { RefusalAnswer } from './RefusalAnswer.tsx';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { TextArea } from '../common/Input.tsx';

const Box = styled('div')({
  maxWidth: 720,
  margin: '8px 0',
  fontSize: 13,
  '& p': { margin: '4px 0', overflowWrap: 'anywhere' },
  '& label': { display: 'block', marginBottom: 4 },
});

const whys = {
  empty: '',
  encoded:
    'This message is encoded. Decode it with “aws sts decode-authorization-message”, and then paste the principal, action, and resource as “User: … is not authorized to perform: … on resource: …”.',
  notRecognised:
    'The message doesn’t contain a principal and an action. Paste the text that includes “User: … is not authorized to perform: …”.',
} as const;

interface RefusalFormProps {
  readonly id: string;
  /** In a dialog, which has a button that closes it. */
  readonly inDialog?: boolean;
  /** The field of the message. */
  readonly area?: Ref<HTMLTextAreaElement>;
  onDone(): void;
}

/** Takes the message of a refused call apart, and says what these policies make of it. */
export function RefusalForm({ id: boxId, inDialog = false, area, onDone }: RefusalFormProps) {
  const id = useId();
  const { message } = useUnfinished(({ refusal }) => refusal);
  const reading = useMemo(() => readRefusal(message), [message]);
  return (
    <Box id={boxId}>
      <label htmlFor={id}>Paste the error message</label>
      <TextArea
        {...(area && { ref: area })}
        tall={96}
        id={id}
        value={message}
        maxLength={20_000}
        spellCheck={false}
        onChange={(event) => useUnfinished.setState({ refusal: { message: event.target.value } })}
      />
      {reading.ok ? (
        <>
          <p>{inWords(reading.call)}</p>
          <RefusalAnswer key={message} call={reading.call} onDone={onDone} />
        </>
      ) : (
        <p role="status">{whys[reading.why]}</p>
      )}
      {!inDialog && <Button onClick={onDone}>Close</Button>}
    </Box>
  );
}

function inWords({ principal, action, resource, layer, explicit }: RefusedCall): string {
  const by = layer ? `: ${explicit ? 'explicit deny' : 'no Allow'} in the ${layerNames[layer]}.` : '.';
  return `AWS denied ${action} on ${resource} to ${principal}${by}`;
}
