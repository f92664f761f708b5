import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import {
  readEvents,
  sourcesOfFiles,
  useActivity,
  clearEvents,
} from '../../../state/activity/activityStore.ts';
import { TextArea } from '../../common/Input.tsx';
import { LabelAbove } from '../../common/Field.tsx';
import { Note } from '../../common/Note.tsx';
import { OpenFiles } from '../../common/OpenFiles.tsx';
import { Stack } from '../../common/Stack.tsx';
import { failedWords } from './activityWords.ts';

const readFiles = (files: readonly File[]) => readEvents(sourcesOfFiles(files));

/** A log of a day; more comes as a file. */
const MAX_PASTED = 5_000_000;

/** Takes events in: files, a folder, or a text. */
export function ActivityInput() {
  const id = useId();
  const [text, setText] = useState('');
  const isReading = useActivity(({ sources, summary }) => sources.length > 0 && summary === null);
  if (isReading) return <Reading />;
  const read = () => readEvents([{ name: 'Pasted text', content: text }]);
  return (
    <>
      <Note mb={2} id={`${id}-help`}>
        Log files from S3 (also .json.gz), the event history, the output of “aws cloudtrail lookup-events”,
        CSV results of Athena or CloudTrail Lake, or a list of calls such as “s3:GetObject
        arn:aws:s3:::bucket/key”, one per line.
      </Note>
      <Stack row gap={2} mb={2}>
        <OpenFiles label="Open log files" many onFiles={readFiles} />
        <OpenFiles label="Open folder" many="folder" onFiles={readFiles} />
      </Stack>
      <LabelAbove htmlFor={id}>Or paste events or calls</LabelAbove>
      <TextArea
        tall={120}
        id={id}
        value={text}
        maxLength={MAX_PASTED}
        spellCheck={false}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => setText(target.value)}
      />
      <Stack row mt={2} mb={2}>
        <Button variant="outlined" disabled={text.trim() === ''} onClick={read}>
          Read events
        </Button>
      </Stack>
    </>
  );
}

/** How far the reading is, with a way to give up. */
function Reading() {
  const { sources, progress, failed } = useActivity();
  const [first] = sources;
  const name = sources.length === 1 ? (first?.name ?? '') : `${sources.length.toLocaleString('en')} files`;
  const step =
    progress < 1 ? `Reading ${name}: ${Math.floor(progress * 100)}%` : `Finding the actions in ${name}`;
  return (
    <Note mb={2} role="group" aria-label="Events being read">
      {failed ? failedWords[failed] : `${step}…`} {!failed && <progress value={progress} aria-label={name} />}{' '}
      <Button onClick={clearEvents}>Cancel</Button>{' '}
      {failed && <Button onClick={() => readEvents(sources)}>Try again</Button>}
    </Note>
  );
}
