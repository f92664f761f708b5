import Button from '@mui/material/Button';
import { setWantedOf } from '../../state/import/intake.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { Input } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

/** With fewer policies no one needs to look for one. */
export const FEW = 10;

interface PolicyFilterProps {
  readonly words: string;
  readonly matching: readonly ReviewItem[];
  readonly all: number;
  onWords(words: string): void;
}

/** Finds policies of many by their names and where they come from, and selects all that are found. */
export function PolicyFilter({ words, matching, all, onWords }: PolicyFilterProps) {
  const keys = matching.map(({ key }) => key);
  return (
    <Stack gap={1} mb={2}>
      <Input
        wide
        type="search"
        aria-label="Find a policy"
        placeholder="Find a policy"
        value={words}
        onChange={({ target }) => onWords(target.value)}
      />
      <Stack row gap={2}>
        <Note as="span" role="status">
          {matching.filter(({ isWanted }) => isWanted).length} selected of {matching.length}
          {matching.length < all && ` found, of ${all}`}
        </Note>
        <Button onClick={() => setWantedOf(keys, true)}>Select all</Button>
        <Button onClick={() => setWantedOf(keys, false)}>Clear all</Button>
      </Stack>
    </Stack>
  );
}

/** Whether a policy has all the words in its name, or in the words on where it comes from. */
export function hasWords({ title, found }: ReviewItem, words: string): boolean {
  const text = `${title} ${found?.source ?? ''}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
