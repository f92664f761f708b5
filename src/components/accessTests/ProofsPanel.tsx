import Button from '@mui/material/Button';
import { useId } from 'react';
import { ownerInWords } from '../../policies/accessTests/wording.ts';
import { useProofs } from '../../state/accessTests/proofs.ts';
import { startProofs } from '../../state/accessTests/start.ts';
import { show, useRuleset } from '../../state/store.ts';
import { NotModelled } from './NotModelled.tsx';
import { ProofForm } from './ProofForm.tsx';
import { ProofGroup } from './ProofGroup.tsx';
import { RefusalForm } from './RefusalForm.tsx';
import { TaskList } from './TaskList.tsx';
import { type ProofTool, useUnfinished } from '../common/unfinished.ts';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';

/** Tests and scenarios, run after every change. */
export function ProofsPanel() {
  const ruleset = useRuleset();
  const { state, results, tasks } = useProofs();
  const id = useId();
  const tool = useUnfinished((unfinished) => unfinished.tool);
  const toggle = (wanted: ProofTool) => useUnfinished.setState({ tool: tool === wanted ? null : wanted });
  const owners = [...new Map(results.map(({ owner }) => [ownerInWords(owner, ruleset), owner]))].toSorted(
    ([, one], [, other]) => Number(other.kind === 'user') - Number(one.kind === 'user'),
  );
  const done = () => useUnfinished.setState({ tool: null });
  return (
    <>
      {state === 'failed' && (
        <Note mt={2} mb={2} role="alert">
          The tests couldn’t run, so nothing is tested. <Button onClick={startProofs}>Try again</Button>
        </Note>
      )}
      <Stack row gap={2} mt={2} mb={2}>
        <Button
          variant="outlined"
          aria-expanded={tool === 'add'}
          aria-controls={`${id}add`}
          onClick={() => toggle('add')}
        >
          Add test…
        </Button>
        <Button
          variant="outlined"
          aria-expanded={tool === 'refusal'}
          aria-controls={`${id}refusal`}
          onClick={() => toggle('refusal')}
        >
          From an “access denied” message…
        </Button>
        <Button onClick={() => show({ view: 'access', half: 'access' })}>Every SageMaker action…</Button>
      </Stack>
      {tool === 'add' && <ProofForm id={`${id}add`} onDone={done} />}
      {tool === 'refusal' && <RefusalForm id={`${id}refusal`} onDone={done} />}
      {results.length === 0 && state === 'current' && (
        <Note mt={2} mb={2}>
          Select a persona in step 1 to see its tests.
        </Note>
      )}
      {owners.map(([title, { kind }]) => (
        <ProofGroup
          key={title}
          title={title}
          open={kind === 'user' || owners.length === 1}
          results={results.filter(({ owner }) => ownerInWords(owner, ruleset) === title)}
        />
      ))}
      <TaskList tasks={tasks} />
      <NotModelled />
    </>
  );
}
