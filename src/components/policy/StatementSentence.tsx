import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ActionGroup, StatementWords } from '../../policies/access/explain.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { choicesBehind, goToChoice, goToStatement } from '../../state/sources.ts';
import { show } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ActionDescriptions } from './ActionDescriptions.tsx';

const Item = styled('li')({
  padding: '8px 0 8px 12px',
  borderTop: '1px solid var(--hairline)',
  borderLeft: '3px solid transparent',
  fontSize: 13,
  '&[data-lit="true"]': { borderLeftColor: 'var(--accent)', background: 'var(--traced-line)' },
  '& p': { margin: '2px 0', maxWidth: '90ch', overflowWrap: 'anywhere' },
  '& code': { font: `12px/20px ${fontMono}` },
});
const Effect = styled('b')({
  '&[data-effect="Allow"]': { color: 'var(--allow)' },
  '&[data-effect="Deny"]': { color: 'var(--ink)' },
});
const Small = styled(Button)({
  minHeight: 24,
  padding: '0 4px',
  '@media (pointer: coarse)': { minHeight: 44 },
});
const Choices = styled('p')({ color: 'var(--ink-2)' });

interface StatementSentenceProps {
  readonly words: StatementWords;
  readonly document: PrintedDocument;
  /** Under the caret, or asked for by the choice that has focus. */
  readonly lit: boolean;
}

/** A statement as a sentence: who may or must not do what, on what, only if; with the choices behind it. */
export function StatementSentence({ words, document, lit }: StatementSentenceProps) {
  const { index, effect, who, conditions } = words;
  const number = words.groups.reduce((sum, { actions }) => sum + actions.length, 0);
  const choices = choicesBehind(document.provenance[index]?.sources ?? []);
  const trace = () => {
    const range = document.ranges.get(['Statement', index]);
    if (range) show({ caret: { documentId: document.id, offset: range.offset + 1 } });
  };
  return (
    <Item data-lit={lit} onFocus={trace} onMouseDown={trace}>
      <p>
        <Effect data-effect={effect}>{effect}</Effect>
        {who.length > 0 && ` ${words.exceptWho ? 'everyone but ' : ''}${who.join(', ')}`}
        {words.exceptActions && ' everything but'}
        <Small onClick={() => goToStatement(document, index)}>
          {document.policy.Statement[index]?.Sid ?? `Statement ${index + 1}`}
        </Small>
      </p>
      {words.groups.map((group) => (
        <Group key={`${group.service} ${group.accessLevel}`} group={group} />
      ))}
      <Disclosure late label={number === 1 ? 'What it does' : `What these ${number} actions do`}>
        {words.groups.map(({ service, accessLevel, actions }) => (
          <ActionDescriptions key={`${service} ${accessLevel}`} service={service} actions={actions} />
        ))}
      </Disclosure>
      <Resources words={words} />
      {conditions.length > 0 && (
        <p>
          only if{' '}
          {conditions.map(({ text }, place) => (
            <span key={text}>
              {place > 0 && ', and '}
              {text}
            </span>
          ))}
        </p>
      )}
      {choices.length > 0 && (
        <Choices>
          because of
          {choices.map((choice) => (
            <Small key={choice.label} onClick={() => goToChoice(choice)}>
              {choice.label}
            </Small>
          ))}
        </Choices>
      )}
    </Item>
  );
}

const MAX_NAMES = 5;

function Group({ group }: { readonly group: ActionGroup }) {
  const { service, accessLevel, written, actions, ofTotal } = group;
  const all = ofTotal !== undefined && actions.length >= ofTotal;
  const level = accessLevel === 'unknown' ? 'access level not looked up' : accessLevel;
  return (
    <p>
      {service}, {level}: {all && `all ${actions.length}, `}
      <code>{written.slice(0, MAX_NAMES).join(', ')}</code>
      {written.length > MAX_NAMES && ` and ${written.length - MAX_NAMES} more`}
    </p>
  );
}

const MAX_RESOURCES = 4;

function Resources({ words: { resources, exceptResources } }: { readonly words: StatementWords }) {
  if (resources.length === 0) return null;
  if (resources.length === 1 && resources[0] === '*' && !exceptResources) return <p>on every resource</p>;
  const rest = resources.slice(MAX_RESOURCES);
  return (
    <>
      <p>
        on {exceptResources && 'everything but '}
        <code>{resources.slice(0, MAX_RESOURCES).join(', ')}</code>
      </p>
      {rest.length > 0 && (
        <Disclosure label={`and ${rest.length} more`}>
          <p>
            <code>{rest.join(', ')}</code>
          </p>
        </Disclosure>
      )}
    </>
  );
}
