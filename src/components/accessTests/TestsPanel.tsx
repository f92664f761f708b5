import Button from '@mui/material/Button';
import { useDeferredValue, useId, useRef } from 'react';
import { useTests } from '../../state/accessTests/testsStore.ts';
import { startTests } from '../../state/accessTests/startTests.ts';
import { commands } from '../../state/commands.ts';
import { show } from '../../state/store.ts';
import { GuaranteeForm } from './GuaranteeForm.tsx';
import { GuaranteesSection } from './GuaranteesSection.tsx';
import { NotModelled } from './NotModelled.tsx';
import { TestForm } from './TestForm.tsx';
import { RefusalForm } from './RefusalForm.tsx';
import { TestResults } from './TestResults.tsx';
import { type TestTool, useUnfinished } from '../../state/typing/unfinished.ts';
import { MoreMenu } from '../common/MoreMenu.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';
import { useIsNarrow } from '../common/useIsNarrow.ts';

const toolButtons: readonly (readonly [TestTool, string])[] = [
  ['add', 'Add test…'],
  ['guarantee', 'Add guarantee…'],
];

/** Tests and scenarios, run after every change. */
export function TestsPanel() {
  const tests = useTests();
  const { state } = tests;
  // A long list is drawn when there is time: typing goes first. What could not run has none, at once.
  const later = useDeferredValue(tests);
  const { results, tasks } = state === 'failed' ? tests : later;
  const id = useId();
  const tool = useUnfinished((unfinished) => unfinished.tool);
  return (
    <>
      {state === 'failed' && (
        <Note mt={2} mb={2} role="alert">
          Couldn’t run the tests. No results are available. <Button onClick={startTests}>Try again</Button>
        </Note>
      )}
      <Tools id={id} />
      {tool && <OpenTool tool={tool} id={`${id}${tool}`} />}
      <GuaranteesSection />
      {results.length === 0 && state === 'current' && (
        <Note mt={2} mb={2}>
          Select a persona in step 1 to see its tests.
        </Note>
      )}
      <div aria-busy={results !== tests.results}>
        <TestResults results={results} tasks={tasks} />
      </div>
      <NotModelled />
    </>
  );
}

/** Below this, and below the width of a desktop, the rarer tools are in a menu. In pixels of their row. */
const ROOM_FOR_ALL = 620;

function Tools({ id }: { readonly id: string }) {
  const row = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(row, ROOM_FOR_ALL);
  const tool = useUnfinished((unfinished) => unfinished.tool);
  const toolButton = (one: TestTool, label: string) => (
    <Button
      key={one}
      variant="outlined"
      aria-expanded={tool === one}
      aria-controls={`${id}${one}`}
      onClick={() => useUnfinished.setState({ tool: tool === one ? null : one })}
    >
      {label}
    </Button>
  );
  const rarer = (
    <>
      {toolButton('refusal', 'Troubleshoot Access denied…')}
      <Button onClick={() => show({ view: 'access', half: 'access' })}>Show access to all actions…</Button>
      <Button onClick={() => commands.activity.run()}>Replay CloudTrail activity…</Button>
    </>
  );
  return (
    <Stack ref={row} row flush gap={isNarrow ? 2 : 3} rowGap={1} mt={2} mb={2}>
      {toolButtons.map(([one, label]) => toolButton(one, label))}
      {isNarrow ? <MoreMenu label="test tools">{rarer}</MoreMenu> : rarer}
    </Stack>
  );
}

function OpenTool({ tool, id }: { readonly tool: TestTool; readonly id: string }) {
  const done = () => useUnfinished.setState({ tool: null });
  if (tool === 'add') return <TestForm id={id} onDone={done} />;
  return tool === 'guarantee' ? (
    <GuaranteeForm id={id} onDone={done} />
  ) : (
    <RefusalForm id={id} onDone={done} />
  );
}
