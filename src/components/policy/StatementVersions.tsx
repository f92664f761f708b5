import { styled } from '@mui/material/styles';
import { diffArrays } from 'diff';
import { useMemo } from 'react';
import type { StatementEdit } from '../../policies/edits/statementEdits.ts';
import { fontMono } from '../../theme.ts';

const Columns = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
  gap: 8,
  margin: '4px 0',
});
const Figure = styled('figure')({ margin: 0, minWidth: 0 });
const Caption = styled('figcaption')({ fontSize: 12, color: 'var(--ink-2)' });
const Pre = styled('pre')({
  maxHeight: 280,
  margin: 0,
  padding: '4px 8px',
  overflow: 'auto',
  border: '1px solid var(--hairline)',
  background: 'var(--surface)',
  font: `12px/18px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& > span, & > ins': { display: 'block', textDecoration: 'none' },
  '& > ins': { background: 'var(--changed-line)' },
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
    { title: 'By hand', text: text },
  ];
  return (
    <Columns>
      {versions.map((version) => (
        <VersionText key={version.title} {...version} base={base ?? ''} />
      ))}
    </Columns>
  );
}

/** Lines that the first version does not have are marked by sign and colour. */
function VersionText({ title, text, base }: Version & { readonly base: string }) {
  const lines = useMemo(() => diffArrays(linesOf(base), linesOf(text ?? '')), [base, text]);
  return (
    <Figure>
      <Caption>{title}</Caption>
      <Pre tabIndex={0} role="group" aria-label={title}>
        {text === undefined
          ? 'none'
          : lines.flatMap(({ value, added, removed }, part) =>
              removed
                ? []
                : value.map((line, index) => {
                    const Line = added ? 'ins' : 'span';
                    return (
                      <Line key={`${part}-${index}`}>
                        {added ? '+ ' : '  '}
                        {line}
                      </Line>
                    );
                  }),
            )}
      </Pre>
    </Figure>
  );
}

const linesOf = (text: string): string[] => text.split('\n');
