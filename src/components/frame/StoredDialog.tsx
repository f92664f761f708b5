import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { deleteCopy, type StoredItem } from '../../state/storage/everything.ts';
import { saveStoredFile } from '../../state/storage/storedFile.ts';
import { Note } from '../common/Note.tsx';
import { List } from '../common/List.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { type Deletion, useStored } from './useStored.ts';

const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '0 12px',
  padding: '6px 0',
  borderTop: '1px solid var(--hairline)',
  '& > small': { gridColumn: 1, fontSize: 13, color: 'var(--ink-2)', overflowWrap: 'anywhere' },
  '& > div': { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: 8 },
});

/** Everything that this page has stored in the browser, and one button that deletes it. */
export function StoredDialog() {
  const { content, items, outcome, isShared, listAnew, deleteAll } = useStored();
  const [withShared, setWithShared] = useState(false);
  const isNothing = items?.length === 0;
  return (
    <Dialog
      title="Stored data"
      size="sm"
      textLabel="Stored items"
      contentRef={content}
      actions={
        <Button
          variant="contained"
          color="error"
          disabled={items === undefined || (isNothing && !(isShared && withShared))}
          onClick={() => deleteAll(isShared && withShared)}
        >
          Delete all
        </Button>
      }
    >
      <Note tone="plain" mt={3}>
        Used only by this page, and never sent anywhere. You can’t restore deleted items unless you saved them
        as a file or a link.
      </Note>
      <StoredItems items={items} isUntouched={outcome === 'open'} onDeleted={listAnew} />
      {isShared && (
        <FormControlLabel
          control={
            <Checkbox checked={withShared} onChange={(event) => setWithShared(event.target.checked)} />
          }
          label="Also delete data of an older version of this page. Another copy of the page on this host might use it."
        />
      )}
      <Note tone="plain" mt={3} role="status">
        {outcomes[outcome]}
      </Note>
    </Dialog>
  );
}

interface StoredItemsProps {
  readonly items: readonly StoredItem[] | undefined;
  /** Nothing has been deleted yet. */
  readonly isUntouched: boolean;
  onDeleted(): void;
}

function StoredItems({ items, isUntouched, onDeleted }: StoredItemsProps) {
  const nothing = items === undefined ? 'Loading…' : isUntouched && 'No stored data.';
  if (items === undefined || items.length === 0)
    return (
      nothing && (
        <Note tone="plain" mt={3}>
          {nothing}
        </Note>
      )
    );
  return (
    <List look="rows" mt={3} mb={3} aria-label="Stored items">
      {items.map((item) => (
        <StoredRow key={item.id} item={item} onDeleted={onDeleted} />
      ))}
    </List>
  );
}

const outcomes: Readonly<Record<Deletion, string>> = {
  open: '',
  deleted:
    'Data deleted. The draft in this tab is still open and is saved again with your next change. Other tabs keep their drafts until you close them. The page is stored for offline use again the next time you open it.',
  failed: 'Couldn’t delete all data. The items in the list are still stored. Try again.',
};

function StoredRow({ item, onDeleted }: { readonly item: StoredItem; onDeleted(): void }) {
  const { title, detail, bytes, copy } = item;
  return (
    <Item>
      <span>{title}</span>
      <span>{bytes > 0 && inWords(bytes)}</span>
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
