import { styled } from '@mui/material/styles';

const List = styled('ul')({ margin: '0 0 12px', paddingLeft: 20, color: 'var(--ink-2)' });

/** What the code leaves to its reader; the same sentences stand at the start of its files. */
export function ExportNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <List aria-label="What to know of these files">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </List>
  );
}
