import { List } from '../common/List.tsx';

/** What the code leaves to its reader; the same sentences stand at the start of its files. */
export function ExportNotes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <List look="bullets" mb={3} aria-label="Notes about these files">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </List>
  );
}
