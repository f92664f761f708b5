import { below, windowBelow } from '../../theme.ts';
import { styled, useColorScheme } from '@mui/material/styles';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { CheckedPolicy } from '../../state/checks/checkedText.ts';
import { completionHelp, fixesAt, hoverHelp } from '../../state/checks/help.ts';
import { fontMono } from '../../theme.ts';
import { useCharacterMarks } from '../common/characters.ts';
import { editorFindings } from '../common/editorFindings.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';

const TextEditor = lazy(() =>
  import('../monaco/TextEditor.tsx').then((module) => ({ default: module.TextEditor })),
);

const Box = styled('div')({ position: 'relative', minHeight: 0, background: 'var(--surface)' });
const Plain = styled('textarea')({
  width: '100%',
  height: '100%',
  padding: '8px 16px',
  border: 'none',
  outlineOffset: -2,
  resize: 'none',
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: `13px/20px ${fontMono}`,
});

const LABEL = 'Policy to validate';
const checkedAs = ({ type, resourceType }: Omit<CheckedPolicy, 'text'>) => ({
  type,
  ...(resourceType === '' ? {} : { resourceType }),
});
const isPhone = () => windowBelow(below.tablet).matches;

interface CheckedPolicyInputProps {
  readonly policy: CheckedPolicy;
  readonly findings: readonly DescribedFinding[];
  readonly sought: DescribedFinding | null;
  /** A text that takes the place of the written one. */
  readonly replacement: { readonly text: string } | null;
  onText(text: string): void;
}

/** The editor, or a plain field on phones and where the editor does not load. */
export function CheckedPolicyInput({
  policy,
  findings,
  sought,
  replacement,
  onText,
}: CheckedPolicyInputProps) {
  const { colorScheme } = useColorScheme();
  const { type, resourceType } = policy;
  const latest = useRef({ findings, type, resourceType });
  useEffect(() => {
    latest.current = { findings, type, resourceType };
  }, [findings, type, resourceType]);
  const help = useMemo(
    () => ({
      hover: hoverHelp,
      complete: completionHelp,
      fixes: (text: string, range: { readonly offset: number; readonly length: number }) =>
        fixesAt(text, range, latest.current.findings, checkedAs(latest.current)),
    }),
    [],
  );
  const characters = useCharacterMarks(policy.text);
  const marks = useMemo(() => editorFindings(findings), [findings]);
  const place = useMemo(() => (sought ? { ...sought.range, focus: true } : null), [sought]);
  const plain = <PlainInput text={policy.text} onText={onText} />;
  if (isPhone()) return <Box>{plain}</Box>;
  return (
    <Box>
      <LazyBoundary fallback={plain}>
        <Suspense fallback={plain}>
          <TextEditor
            startText={policy.text}
            replacement={replacement}
            label={LABEL}
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

const PlainInput = ({ text, onText }: { readonly text: string; onText(text: string): void }) => (
  <Plain
    aria-label={LABEL}
    value={text}
    spellCheck={false}
    autoCapitalize="off"
    onChange={(event) => onText(event.target.value)}
  />
);
