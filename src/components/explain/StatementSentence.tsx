import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { StatementWords } from '../../policies/access/explain.ts';
import type { StatementProvenance } from '../../policies/model/composedDocument.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { choicesBehind, goToChoice, goToStatement } from '../../state/derived/choicesBehind.ts';
import { show } from '../../state/store.ts';
import { below, fontMono } from '../common/theme.ts';
import { EffectTag } from '../common/EffectTag.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { StatementActions, StatementResources } from './StatementParts.tsx';
import { subjectOf } from './subject.ts';
import { Stack } from '../common/Stack.tsx';
import { List } from '../common/List.tsx';

const Item = styled('li')({
  padding: '10px 0 10px 12px',
  borderTop: '1px solid var(--hairline)',
  borderLeft: '3px solid var(--unmarked)',
  fontSize: 13,
  '&[data-lit="true"]': { borderLeftColor: 'var(--accent)', background: 'var(--traced-line)' },
  '& code': { font: `12px/20px ${fontMono}` },
});
const Parts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '148px minmax(0, 1fr)',
  gap: '2px 12px',
  margin: '4px 0 0',
  '& > dt': { color: 'var(--ink-2)' },
  '& > dd': { margin: 0, maxWidth: '96ch', overflowWrap: 'anywhere' },
  [below.tablet]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
});
const Small = styled(Button)({
  minHeight: 24,
  '--button-room': '4px',
  padding: '0 var(--button-room)',
  margin: '0 -4px',
  textAlign: 'left',
  overflowWrap: 'anywhere',
  '@media (pointer: coarse)': { minHeight: 44 },
});

interface StatementSentenceProps {
  readonly words: StatementWords;
  readonly document: PrintedDocument;
  /** Under the caret, or asked for by the choice that has focus. */
  readonly lit: boolean;
}

/** A statement as a sentence: who may or must not do what, on what, only if; with the choices behind it. */
export function StatementSentence({ words, document, lit }: StatementSentenceProps) {
  const { index, effect } = words;
  const { who, verb } = subjectOf(words, document.kind);
  const trace = () => {
    const range = document.ranges.get(['Statement', index]);
    if (range) show({ caret: { documentId: document.id, offset: range.offset + 1 } });
  };
  return (
    <Item data-lit={lit} onFocus={trace} onClick={trace}>
      <Stack row gap={2} rowGap={0.5}>
        <EffectTag effect={effect} />
        <span>
          <ForeignText text={who} /> {verb}
        </span>
        <Small onClick={() => goToStatement(document, index)}>
          <ForeignText text={document.policy.Statement[index]?.Sid ?? `Statement ${index + 1}`} />
        </Small>
      </Stack>
      <Parts>
        <StatementActions words={words} />
        <StatementResources words={words} />
        <Conditions words={words} />
        <RequiredBy statement={document.provenance[index]} />
      </Parts>
    </Item>
  );
}

function Conditions({ words: { effect, conditions } }: { readonly words: StatementWords }) {
  if (conditions.length === 0) return null;
  return (
    <Part name={effect === 'Deny' ? 'if' : 'only if'}>
      <List>
        {conditions.map(({ text }, place) => (
          <li key={text}>
            {place > 0 && 'and '}
            <ForeignText text={text} />
          </li>
        ))}
      </List>
    </Part>
  );
}

/** The choices of the wizard that the statement comes from. */
function RequiredBy({ statement }: { readonly statement: StatementProvenance | undefined }) {
  const choices = choicesBehind(statement?.sources ?? []);
  if (choices.length === 0) return null;
  return (
    <Part name="required by">
      <List>
        {choices.map((choice) => (
          <li key={choice.label}>
            <Small onClick={() => goToChoice(choice)}>{choice.label}</Small>
          </li>
        ))}
      </List>
    </Part>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
