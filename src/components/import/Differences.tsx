import Button from '@mui/material/Button';
import { styled, useColorScheme } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { AccessEffect } from '../../policies/exact/accessEffect.ts';
import { fixEffectWords } from '../../policies/fixes/fixEffectWords.ts';
import type { PolicyType } from '../../policies/language/policyType.ts';
import { askImport } from '../../state/import/client.ts';
import { useCharacterMarks } from '../common/characters.ts';
import { EditorSlot } from '../common/EditorSlot.tsx';
import { PlainChanges } from '../common/PlainChanges.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const Whole = styled('div')({ display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)', minHeight: 0 });
const Body = styled('div')({ position: 'relative', minHeight: 0 });

const loadEditor = () => import('../monaco/ChangesEditor.tsx').then((module) => module.ChangesEditor);

interface DifferencesProps {
  readonly before: string;
  readonly after: string;
  readonly type: PolicyType;
  onRestore(): void;
}

/** A policy as it came and as it is now, with what that does to access. */
export function Differences({ before, after, type, onRestore }: DifferencesProps) {
  const { colorScheme } = useColorScheme();
  const originalCharacters = useCharacterMarks(before);
  const modifiedCharacters = useCharacterMarks(after);
  const line = useEffectLine(before, after, type);
  return (
    <Whole>
      <Toolbar>
        <span role="status">{line}</span>
        {before !== after && <Button onClick={onRestore}>Restore the original text</Button>}
      </Toolbar>
      <Body>
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
      </Body>
    </Whole>
  );
}

const NOT_COMPARED = 'Access not compared: ';

/** What the change does to access, computed; or why that is not known. */
function useEffectLine(before: string, after: string, type: PolicyType): string {
  const [told, setTold] = useState({ of: '', line: '' });
  const of = `${type} ${before} ${after}`;
  useEffect(() => {
    if (before === after) return undefined;
    const tell = (line: string) => setTold({ of: `${type} ${before} ${after}`, line });
    return askImport(
      { ask: 'effect', before, after, type },
      (answer) => answer.ask === 'effect' && tell(effectLine(answer.effect)),
      () => tell(`${NOT_COMPARED}couldn’t start the comparison.`),
    );
  }, [before, after, type]);
  if (before === after) return 'No changes yet.';
  return told.of === of ? told.line : 'Comparing access…';
}

const effectLine = (effect: AccessEffect | undefined): string =>
  effect === undefined
    ? `${NOT_COMPARED}one of the texts isn’t a valid policy.`
    : `Compared with the original: ${fixEffectWords[effect].replace(/\. Review.*/, '')}.`;
