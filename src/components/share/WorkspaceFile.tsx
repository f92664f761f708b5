import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ChangeEvent, useRef, useState } from 'react';
import { count } from '../../state/derived/progress.ts';
import { openWorkspaceFile, saveWorkspace } from '../../state/share/workspaceFile.ts';
import { useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';

const Line = styled('p')({ margin: '0 0 8px', fontSize: 13, maxWidth: '68ch' });
const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
const Refusal = styled('p')({ margin: '8px 0 0', color: 'var(--error)', fontSize: 13, maxWidth: '68ch' });

interface WorkspaceFileProps {
  readonly placeholders: boolean;
  onOpened(): void;
}

/** The draft with its pinned points goes into a file, and comes back from one. */
export function WorkspaceFile({ placeholders, onOpened }: WorkspaceFileProps) {
  const pins = useStore((state) => state.pins.length);
  const picker = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState('');
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file can be chosen again.
    target.value = '';
    if (!file) return;
    const problem = await openWorkspaceFile(file);
    if (problem === undefined) onOpened();
    else setRefusal(problem);
  };
  return (
    <>
      <Line>
        {contentOf(pins, placeholders)} Opening a file keeps the draft that is here among the pinned points.
      </Line>
      <Row>
        <Button
          variant="outlined"
          startIcon={<Icon name="download" />}
          onClick={() => void saveWorkspace(placeholders)}
        >
          Save as file
        </Button>
        <Button variant="outlined" onClick={() => picker.current?.click()}>
          Open a file…
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="Saved draft"
          accept=".json,application/json"
          onChange={(event) => void open(event)}
        />
      </Row>
      <div role="alert">{refusal !== '' && <Refusal>{refusal}</Refusal>}</div>
    </>
  );
}

function contentOf(pins: number, placeholders: boolean): string {
  if (pins === 0) return 'The draft, of any size.';
  const points = count(pins, 'pinned point', 'pinned points');
  if (!placeholders) return `The draft with its ${points}, of any size.`;
  return `The draft with its ${points}, of any size; identifiers are replaced in them, too, and they are called point 1, point 2 and so on.`;
}
