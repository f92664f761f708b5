import Button from '@mui/material/Button';
import { styled, useColorScheme } from '@mui/material/styles';
import type { PolicyType } from '../../policies/language/policyType.ts';
import { useCharacterMarks } from '../common/characters.ts';
import { EditorSlot } from '../common/EditorSlot.tsx';
import { PlainChanges } from '../common/PlainChanges.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { useIsPrinted } from '../common/useIsPrinted.ts';
import { AccessOfTexts } from './AccessOfTexts.tsx';
import { Box } from '../common/Box.tsx';

const Whole = styled('div')({ display: 'grid', gridTemplateRows: 'auto auto minmax(0, 1fr)', minHeight: 0 });
const loadEditor = () => import('../monaco/ChangesEditor.tsx').then((module) => module.ChangesEditor);

interface DifferencesProps {
  readonly before: string;
  readonly after: string;
  readonly type: PolicyType;
  onRestore(): void;
}

/** A policy as it came and as it is now, with what that does to access. */
export function Differences({ before, after, type, onRestore }: DifferencesProps) {
  return (
    <Whole>
      <Toolbar>
        <span>{before === after ? 'No changes yet.' : 'Compared with the original:'}</span>
        {before !== after && <Button onClick={onRestore}>Restore the original text</Button>}
      </Toolbar>
      <AccessOfTexts before={before} after={after} type={type} />
      <TextDifferences before={before} after={after} />
    </Whole>
  );
}

function TextDifferences({ before, after }: Pick<DifferencesProps, 'before' | 'after'>) {
  const { colorScheme } = useColorScheme();
  const originalCharacters = useCharacterMarks(before);
  const modifiedCharacters = useCharacterMarks(after);
  // The editor draws only the lines that are in sight.
  if (useIsPrinted()) return <PlainChanges before={before} after={after} />;
  return (
    <Box covered>
      <EditorSlot load={loadEditor} fallback={<PlainChanges before={before} after={after} />}>
        {(ChangesEditor) => (
          <ChangesEditor
            key={colorScheme}
            original={before}
            modified={after}
            originalCharacters={originalCharacters}
            modifiedCharacters={modifiedCharacters}
            originalLabel="Before"
            modifiedLabel="After"
            sideBySide
            scheme={colorScheme === 'dark' ? 'dark' : 'light'}
            label="Before and after"
          />
        )}
      </EditorSlot>
    </Box>
  );
}
