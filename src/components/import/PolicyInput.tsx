import { below, windowBelow } from '../common/theme.ts';
import { useColorScheme } from '@mui/material/styles';
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { CheckedPolicy } from '../../state/checks/checkedPolicy.ts';
import { fixesAt } from '../../state/checks/fixes.ts';
import { completionHelp, hoverHelp } from '../../state/checks/help.ts';
import type { TextRange } from '../../policies/language/policy.ts';
import { AnyText } from '../common/AnyText.tsx';
import { useCharacterMarks } from '../common/characters.ts';
import { editorFindings } from '../common/editorFindings.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Box } from '../common/Box.tsx';

const TextEditor = lazy(() =>
  import('../monaco/TextEditor.tsx').then((module) => ({ default: module.TextEditor })),
);

/** Longer texts are left to a plain field: an editor reads all of it at each key. */
const LONGEST = 1_200_000;

const checkedAs = ({ type, resourceType }: Omit<CheckedPolicy, 'text'>) => ({
  type,
  ...(resourceType === '' ? {} : { resourceType }),
});
const isPhone = () => windowBelow(below.tablet).matches;

interface PolicyInputProps {
  readonly label: string;
  readonly policy: CheckedPolicy;
  readonly findings: readonly DescribedFinding[];
  readonly sought: TextRange | null;
  /** A text that takes the place of the written one. */
  readonly replacement: { readonly text: string } | null;
  onText(text: string): void;
}

/** The editor, or a plain field on phones and where the editor does not load. */
export function PolicyInput({ label, policy, findings, sought, replacement, onText }: PolicyInputProps) {
  const { colorScheme } = useColorScheme();
  const help = useHelp(policy, findings);
  const characters = useCharacterMarks(policy.text);
  const marks = useMemo(() => editorFindings(findings), [findings]);
  const place = useMemo(() => (sought ? { ...sought, focus: true } : null), [sought]);
  const selection = useRef<SelectedText>([0, 0]);
  const plain = (
    <PlainInput label={label} text={policy.text} sought={sought} selection={selection} onText={onText} />
  );
  if (isPhone() || policy.text.length > LONGEST)
    return (
      <Box covered on="surface">
        {plain}
      </Box>
    );
  return (
    <Box covered on="surface">
      <LazyBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <TextEditor
            startText={policy.text}
            startSelection={() => selection.current}
            replacement={replacement}
            label={label}
            findings={marks}
            characters={characters}
            sought={place}
            help={help}
            scheme={colorScheme === 'dark' ? 'dark' : 'light'}
            onText={onText}
          />
        </Suspense>
      </LazyBoundary>
    </Box>
  );
}

/** The same object for as long as the editor lives; its fixes are those of the latest findings. */
function useHelp({ type, resourceType }: CheckedPolicy, findings: readonly DescribedFinding[]) {
  const latest = useRef({ findings, type, resourceType });
  useEffect(() => {
    latest.current = { findings, type, resourceType };
  }, [findings, type, resourceType]);
  return useMemo(
    () => ({
      hover: hoverHelp,
      complete: completionHelp,
      fixes: (text: string, range: TextRange) =>
        fixesAt(text, range, latest.current.findings, checkedAs(latest.current)),
    }),
    [],
  );
}

/** Where the selection begins and ends, as offsets. */
type SelectedText = readonly [start: number, end: number];

interface PlainInputProps extends Pick<PolicyInputProps, 'label' | 'sought' | 'onText'> {
  readonly text: string;
  /** Kept for the editor that takes the field's place while someone writes. */
  readonly selection: { current: SelectedText };
}

function PlainInput({ label, text, sought, selection, onText }: PlainInputProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const field = area.current;
    if (!field || !sought) return;
    // The focus last: browsers scroll a text field to its selection only then.
    field.blur();
    field.setSelectionRange(sought.offset, sought.offset + sought.length);
    field.focus();
  }, [sought]);
  useLayoutEffect(() => {
    const field = area.current;
    return () => {
      if (field) selection.current = [field.selectionStart, field.selectionEnd];
    };
  }, [selection]);
  return <AnyText aria-label={label} ref={area} value={text} onText={onText} />;
}
