import Button from '@mui/material/Button';
import { useMemo } from 'react';
import type { Destination, Recognized } from '../../policies/recognize/recognition.ts';
import { recognize } from '../../policies/recognize/recognize.ts';
import { openRecognized, unreadText } from '../../state/recognize/route.ts';
import { List } from './List.tsx';

const verbs: Readonly<Record<Exclude<Destination, 'none'>, string>> = {
  import: 'Import it',
  validate: 'Validate it',
  accessDenied: 'Troubleshoot it',
  activity: 'Find activities',
  link: 'Open link',
  workspace: 'Open it',
  draft: 'Open it',
  preset: 'Preview preset',
  resources: 'Fill in fields',
};

interface RecognizedAsProps {
  readonly text: string;
  /** What leads to where the text is now, first as what it is read there: left out, unless only a part of the text counts there. */
  readonly here?: readonly Destination[];
  /** Only what is more than a guess. */
  readonly onlyLikely?: boolean;
  onOpen?(recognized: Recognized): void;
}

const nowhere: readonly Destination[] = [];

/** What a text looks like, what can be done with it, and a button for each part of the page that reads it. */
export function RecognizedAs({
  text,
  here = nowhere,
  onlyLikely = false,
  onOpen = openRecognized,
}: RecognizedAsProps) {
  const kinds = useMemo(() => recognize(text).kinds, [text]);
  const shown = kinds.filter(
    (one) =>
      one.kind !== 'empty' &&
      (!here.includes(one.destination) || one.text.trim() !== text.trim()) &&
      (!onlyLikely || (one.confidence !== 'possible' && one.destination !== 'none')),
  );
  const isRight = here[0] === 'validate' && kinds.some(({ destination }) => destination === 'validate');
  if (isRight || shown.length === 0) return null;
  return (
    <List mt={2} mb={2} aria-label="What this looks like">
      {shown.map((one) => (
        <li key={`${one.kind} ${one.destination}`}>
          {one.destination === 'none' ? unreadText(one) : `This looks like ${one.title}. `}
          {one.destination !== 'none' && (
            <Button variant="outlined" onClick={() => onOpen(one)}>
              {verbs[one.destination]}
            </Button>
          )}
        </li>
      ))}
    </List>
  );
}
