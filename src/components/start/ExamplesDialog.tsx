import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Example } from '../../policies/library/examples/example.ts';
import { examples } from '../../policies/library/examples/index.ts';
import { commands } from '../../state/commands.ts';
import { openExample } from '../../state/start/openExample.ts';
import { below } from '../common/theme.ts';
import { Dialog } from '../common/Dialog.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { ExampleOutline } from './ExampleOutline.tsx';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '4px 24px',
  alignItems: 'start',
  [below.smallPhone]: { gridTemplateColumns: 'minmax(0, 1fr)', '& > button': { justifySelf: 'start' } },
});

/** Whole sets to read and to start from. Each opens as a copy. */
export function ExamplesDialog() {
  return (
    <Dialog title="Open an example" size="md">
      <Note mb={2}>An example opens as your own copy. Your own set is saved as a snapshot.</Note>
      <List look="rows" py={3}>
        <li>
          <Row>
            <div>
              <Heading>{commands.managed.label}</Heading>
              <Note>
                See what AmazonSageMakerFullAccess or another managed policy allows, select what your team
                does, and compare what is lost.
              </Note>
            </div>
            <Button variant="outlined" aria-label={commands.managed.label} onClick={commands.managed.run}>
              Open
            </Button>
          </Row>
        </li>
        {examples.map((example) => (
          <li key={example.id}>
            <ExampleRow example={example} />
          </li>
        ))}
      </List>
    </Dialog>
  );
}

function ExampleRow({ example }: { readonly example: Example }) {
  return (
    <Row>
      <div>
        <Heading>{example.title}</Heading>
        <Note mb={1}>{example.summary}</Note>
        <ExampleOutline example={example} />
      </div>
      <Button
        variant="outlined"
        aria-label={`Open example: ${example.title}`}
        onClick={() => openExample(example)}
      >
        Open
      </Button>
    </Row>
  );
}
