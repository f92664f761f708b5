import { useColorScheme } from '@mui/material/styles';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { useCharacterMarks } from '../common/characters.ts';
import { EditorSlot } from '../common/EditorSlot.tsx';
import { PlainChanges } from '../common/PlainChanges.tsx';
import { Box } from '../common/Box.tsx';
import { useIsPrinted } from '../common/useIsPrinted.ts';

const loadEditor = () => import('../monaco/ChangesEditor.tsx').then((module) => module.ChangesEditor);

interface TextChangesProps {
  readonly before: string;
  readonly document: PrintedDocument;
  /** Of what is compared with. */
  readonly beforeTitle: string;
  readonly baseline: string;
}

/** The two texts beside each other, in the editor or without. */
export function TextChanges({ before, document, beforeTitle, baseline }: TextChangesProps) {
  const sideBySide = useStore((state) => state.screen.sideBySide);
  const { colorScheme } = useColorScheme();
  const originalCharacters = useCharacterMarks(before);
  const modifiedCharacters = useCharacterMarks(document.text);
  // The editor draws only the lines that are in sight.
  if (useIsPrinted()) return <PlainChanges before={before} after={document.text} />;
  return (
    <Box covered rest style={{ minHeight: '7.5rem' }}>
      <EditorSlot load={loadEditor} fallback={<PlainChanges before={before} after={document.text} />}>
        {(ChangesEditor) => (
          <ChangesEditor
            // Lines that were taken away keep the colors that they were drawn with.
            key={colorScheme}
            original={before}
            modified={document.text}
            originalCharacters={originalCharacters}
            modifiedCharacters={modifiedCharacters}
            originalLabel={`Before: ${beforeTitle}, ${baseline}`}
            modifiedLabel={`Now: ${document.title}`}
            sideBySide={sideBySide}
            scheme={colorScheme === 'dark' ? 'dark' : 'light'}
            label={`${document.title} compared with: ${baseline}`}
          />
        )}
      </EditorSlot>
    </Box>
  );
}
