import { styled } from '@mui/material/styles';
import { diffArrays } from 'diff';
import { useMemo } from 'react';
import type { StatementEdit } from '../../policies/handEdits/statementEdits.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Box } from '../common/Box.tsx';
import { Note } from '../common/Note.tsx';
import { CodeBlock } from '../common/Code.tsx';

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
  gap: 8,
  margin: '4px 0',
});

interface Version {
  readonly title: string;
  readonly text: string | undefined;
}

/** What was generated when a statement was edited, what is generated now, and what a person wrote; equal ones once. */
export function StatementVersions({ edit }: { readonly edit: StatementEdit }) {
  const { base, now, text, conflict } = edit;
  const versions: readonly Version[] = [
    { title: conflict ? 'Generated when it was edited' : 'Generated', text: base },
    ...(conflict ? [{ title: 'Generated now', text: now }] : []),
    { title: 'Your version', text: text },
  ];
  return (
    <Columns>
      {versions.map((version) => (
        <VersionText key={version.title} {...version} base={base ?? ''} />
      ))}
    </Columns>
  );
}

/** Lines that the first version does not have, or had, are marked by sign and color; long runs that it has are folded. */
function VersionText({ title, text, base }: Version & { readonly base: string }) {
  const lines = useMemo(() => markedLines(base, text ?? ''), [base, text]);
  return (
    <Box as="figure">
      <Note as="figcaption">{title}</Note>
      <CodeBlock framed px={2} py={1} tabIndex={0} role="group" aria-label={title}>
        {text === undefined
          ? 'none'
          : lines.map(({ Line, line }, index) => (
              <Line key={index}>
                <ForeignText text={line} use="json" />
              </Line>
            ))}
      </CodeBlock>
    </Box>
  );
}

interface MarkedLine {
  readonly Line: 'ins' | 'del' | 'span';
  readonly line: string;
}

function markedLines(base: string, text: string): readonly MarkedLine[] {
  return diffArrays(linesOf(base), linesOf(text)).flatMap(({ value, added, removed }): MarkedLine[] => {
    if (removed) return value.map((line) => ({ Line: 'del', line: `− ${line}` }));
    if (added) return value.map((line) => ({ Line: 'ins', line: `+ ${line}` }));
    return folded(value).map((line) => ({ Line: 'span', line: `  ${line}` }));
  });
}

const CONTEXT = 2;

function folded(lines: readonly string[]): readonly string[] {
  const hidden = lines.length - 2 * CONTEXT;
  if (hidden < 3) return lines;
  return [...lines.slice(0, CONTEXT), `⋯ ${hidden} lines`, ...lines.slice(-CONTEXT)];
}

/** Without the indent that the document gives to all lines of a statement but the first. */
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replace(/^ {4}/, ''));
