import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import { styled } from '@mui/material/styles';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import {
  deleteCopy,
  deleteEverything,
  hasShared,
  listEverything,
  type StoredThing,
} from '../../state/storage/everything.ts';
import { saveStoredFile } from '../../state/storage/storedFile.ts';
import { show } from '../../state/store.ts';

const List = styled('ul')({ listStyle: 'none', margin: '12px 0', padding: 0 });
const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '0 12px',
  padding: '6px 0',
  borderTop: '1px solid var(--hairline)',
  '& > small': { gridColumn: 1, fontSize: 13, color: 'var(--ink-2)', overflowWrap: 'anywhere' },
  '& > div': { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: 8 },
});
const Size = styled('span')({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' });
const Line = styled('p')({ margin: '12px 0 0', maxWidth: '68ch' });

const close = () => show({ dialog: null });

/** Everything that this page has stored in the browser, and one button that deletes it. */
export function StoredDialog() {
  const titleId = useId();
  const { content, things, outcome, isShared, listAnew, deleteAll } = useStored();
  const [withShared, setWithShared] = useState(false);
  const isNothing = things?.length === 0;
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>Stored in this browser</DialogTitle>
      <DialogContent ref={content} tabIndex={0} role="group" aria-label="What is stored">
        <Line>
          Only this copy of the page uses these. Drafts are sent nowhere: what you delete here is gone unless
          you have it as a file or a link.
        </Line>
        {things === undefined && <Line>Counting…</Line>}
        {isNothing && outcome === 'open' && <Line>Nothing is stored.</Line>}
        {things && !isNothing && (
          <List aria-label="Stored items">
            {things.map((thing) => (
              <ThingRow key={thing.id} thing={thing} onDeleted={listAnew} />
            ))}
          </List>
        )}
        {isShared && (
          <FormControlLabel
            control={
              <Checkbox checked={withShared} onChange={(event) => setWithShared(event.target.checked)} />
            }
            label="Also delete what an older version of this page left. Another copy of the page on this host may use it."
          />
        )}
        <Line role="status">{outcomes[outcome]}</Line>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Close</Button>
        <Button
          variant="contained"
          color="error"
          disabled={things === undefined || (isNothing && !(isShared && withShared))}
          onClick={() => deleteAll(isShared && withShared)}
        >
          Delete everything
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useStored() {
  const [things, setThings] = useState<readonly StoredThing[]>();
  const [outcome, setOutcome] = useState<keyof typeof outcomes>('open');
  const [isShared, setIsShared] = useState(hasShared);
  const content = useRef<HTMLDivElement>(null);
  const list = useCallback(() => {
    listEverything().then(setThings, () => setThings([]));
  }, []);
  useEffect(list, [list]);
  /** The button that was pressed goes away. */
  const listAnew = () => {
    content.current?.focus();
    setIsShared(hasShared());
    list();
  };
  const deleteAll = (withShared: boolean) => {
    deleteEverything(withShared)
      .then(
        () => setOutcome('deleted'),
        () => setOutcome('failed'),
      )
      .finally(listAnew);
  };
  return { content, things, outcome, isShared, listAnew, deleteAll };
}

const outcomes = {
  open: '',
  deleted:
    'Deleted. The draft in this tab stays on screen, and is saved again with your next change. Other tabs keep what they show until you close them. The page itself is kept for offline use again the next time you open it.',
  failed: 'The browser did not delete everything. What is listed is still stored.',
} as const;

function ThingRow({ thing, onDeleted }: { readonly thing: StoredThing; onDeleted(): void }) {
  const { title, detail, bytes, copy } = thing;
  return (
    <Item>
      <span>{title}</span>
      <Size>{bytes > 0 && inWords(bytes)}</Size>
      {detail !== '' && <small>{detail}</small>}
      {copy && (
        <div>
          <Button aria-label={`Download ${title}`} onClick={() => saveStoredFile(copy.text, fileName(title))}>
            Download
          </Button>
          <Button
            aria-label={`Delete ${title}`}
            onClick={() => {
              deleteCopy(copy.key);
              onDeleted();
            }}
          >
            Delete
          </Button>
        </div>
      )}
    </Item>
  );
}

const fileName = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

function inWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} kB` : `${bytes} bytes`;
}
