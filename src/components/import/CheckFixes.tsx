import Button from '@mui/material/Button';
import { diffLines } from 'diff';
import { useEffect, useState } from 'react';
import type { PolicyType } from '../../policies/language/policyType.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { Fix } from '../../policies/fixes/fix.ts';
import { fixEffectWords } from '../../policies/fixes/fixEffectWords.ts';
import { fixesOf } from '../../state/checks/fixes.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';
import { CodeBlock } from '../common/Code.tsx';

interface CheckFixesProps {
  readonly text: string;
  readonly finding: DescribedFinding;
  readonly type: PolicyType;
  /** Empty for none. */
  readonly resourceType: string;
  /** The finding may belong to an older text. */
  readonly disabled: boolean;
  onText(text: string): void;
}

/** The rewrites that take a finding away, each with its effect and its lines. */
export function CheckFixes({ text, finding, type, resourceType, disabled, onText }: CheckFixesProps) {
  const [fixes, setFixes] = useState<readonly Fix[]>([]);
  useEffect(() => {
    if (disabled) return undefined;
    let current = true;
    const as = { type, ...(resourceType === '' ? {} : { resourceType }) };
    void fixesOf(text, finding, as, () => current).then((found) => current && setFixes(found));
    return () => {
      current = false;
    };
  }, [text, finding, type, resourceType, disabled]);
  return (
    <>
      {fixes.map((fix) => (
        <div key={fix.title}>
          <Stack row gap={2} mt={1}>
            <Button variant="outlined" disabled={disabled} onClick={() => onText(fix.text)}>
              {fix.title}
            </Button>
            <Note as="span">{fixEffectWords[fix.effect]}</Note>
          </Stack>
          <Disclosure label="Show change">
            <CodeBlock mt={1} mb={1}>
              {diffLines(text, fix.text).map(({ value, added, removed }, index) => {
                if (added) return <ins key={index}>{marked('+', value)}</ins>;
                return removed ? <del key={index}>{marked('−', value)}</del> : null;
              })}
            </CodeBlock>
          </Disclosure>
        </div>
      ))}
    </>
  );
}

const marked = (sign: string, value: string): string =>
  value
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${sign} ${line}`)
    .join('\n');
