import Button from '@mui/material/Button';
import type { DragEvent } from 'react';
import type { ActivitySummary } from '../../../state/activity/activityProtocol.ts';
import {
  clearEvents,
  readEvents,
  sourcesOfFiles,
  useActivity,
} from '../../../state/activity/activityStore.ts';
import { Dialog } from '../../common/Dialog.tsx';
import { Note } from '../../common/Note.tsx';
import { Stack } from '../../common/Stack.tsx';
import { ActivityCounts } from './ActivityCounts.tsx';
import { ActivityInput } from './ActivityInput.tsx';
import { ActivityReplay } from './ActivityReplay.tsx';
import { ActivitySelections } from './ActivitySelections.tsx';
import { eventsLine } from './activityWords.ts';

/** From events of CloudTrail, or a list of calls, to the activities that allow them, and what the draft’s policies say of them. */
export function ActivityDialog() {
  const summary = useActivity((activity) => activity.summary);
  return (
    <Dialog
      title="Build from CloudTrail activity"
      size="md"
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={dropped}
    >
      <Note mb={2}>
        Find the activities that allow the calls a role has made, and replay them against your policies.
        Events are read in this browser. They aren’t stored, shared, or sent anywhere.
      </Note>
      {summary ? <Read summary={summary} /> : <ActivityInput />}
    </Dialog>
  );
}

function dropped(event: DragEvent): void {
  const files = [...event.dataTransfer.files];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  readEvents(sourcesOfFiles(files));
}

function Read({ summary }: { readonly summary: ActivitySummary }) {
  const activity = useActivity();
  const role = summary.roles.find(({ caller }) => caller === activity.caller);
  return (
    <>
      <Stack row flush gap={2} mb={2} justify="space-between">
        <span role="status">{eventsLine(summary)}</span>
        <Button onClick={clearEvents}>Remove events</Button>
      </Stack>
      {role ? (
        <>
          <ActivityCounts summary={summary} role={role} />
          <ActivitySelections activity={activity} />
          <ActivityReplay activity={activity} summary={summary} />
        </>
      ) : (
        <Note tone="warning">{noCalls(summary)}</Note>
      )}
    </>
  );
}

const noCalls = ({ ofServices, unread, unreadFiles }: ActivitySummary): string => {
  if (ofServices > 0) return 'AWS services caused all of these events themselves. Open events of a role.';
  return unread + unreadFiles.length > 0
    ? 'No CloudTrail event or call was found. Open log files of CloudTrail, or paste a list of calls.'
    : 'These files contain no events. Open other files.';
};
