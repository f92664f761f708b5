import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { lazy, Suspense } from 'react';
import { commands } from '../../state/commands.ts';
import { rename } from '../../policies/draft/rename.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { CommandButton } from './CommandButton.tsx';
import { SchemeButton } from './SchemeButton.tsx';
import { below } from '../../theme.ts';

const Bar = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 48,
  padding: '0 12px 0 16px',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--surface)',
  // A preset's badge takes the room that the name needs.
  [below.barWithNames]: { '&[data-preset] > span:first-of-type > span': { display: 'none' } },
  [below.smallPhone]: {
    '&[data-preset]': { flexWrap: 'wrap', justifyContent: 'flex-end', paddingBlock: 4 },
    '&[data-preset] > h1': { order: 1, flexBasis: '100%' },
    '&[data-preset] > span:first-of-type': { marginRight: 'auto' },
  },
});
const Brand = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 8,
  fontWeight: 600,
  whiteSpace: 'nowrap',
  '& > i': { width: 3, height: 18, background: 'var(--accent)' },
  [below.tablet]: { '& > span': { display: 'none' } },
});
const Heading = styled('h1')({
  display: 'flex',
  alignItems: 'center',
  margin: 0,
  minWidth: 0,
  flex: 1,
  font: 'inherit',
});
/** What every name begins with stands before the field, as if it were typed in it. */
const Prefix = styled('span')({
  flex: 'none',
  paddingLeft: 8,
  color: 'var(--ink-2)',
  '& + input': { paddingLeft: 0 },
});
const Name = styled('input')({
  minWidth: 0,
  width: '100%',
  maxWidth: 280,
  height: 32,
  padding: '0 8px',
  border: '1px solid transparent',
  borderRadius: 4,
  background: 'transparent',
  color: 'var(--ink)',
  font: 'inherit',
  textOverflow: 'ellipsis',
  '&:hover': { borderColor: 'var(--edge)' },
  '&:focus': { borderColor: 'var(--accent)', background: 'var(--surface)' },
});

/** With a preset in force only. */
const PresetBadge = lazy(() =>
  import('./PresetBadge.tsx').then((module) => ({ default: module.PresetBadge })),
);

/** Narrow pages have it below the policy, beside the findings. */
const Wide = styled(Button)({ [below.twoColumns]: { display: 'none' } });

/** Narrow pages have the sign alone. */
const Share = styled(Button)({
  flex: 'none',
  [below.twoColumns]: {
    minWidth: 32,
    '& > span:first-of-type': { margin: 0 },
    '& > span:last-of-type:not(:first-of-type)': {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
});

const NAME_LENGTH = 64;

/** Name of the draft, history, export, help and colour scheme. */
export function TopBar() {
  const name = useStore((state) => state.draft.name);
  const { preset } = useRuleset();
  const prefix = preset?.naming?.prefix ?? '';
  return (
    <Bar data-preset={preset ? '' : undefined}>
      <Brand>
        <i aria-hidden="true" />
        <span>SageMaker Policy Builder</span>
      </Brand>
      <Heading>
        <span className="visually-hidden">{name || 'Untitled policy set'}</span>
        {prefix !== '' && <Prefix>{prefix}</Prefix>}
        <Name
          aria-label="Policy set name (used for file and role names)"
          title="Policy set name (used for file and role names)"
          placeholder="Untitled policy set"
          value={name.slice(prefix.length)}
          maxLength={NAME_LENGTH - prefix.length}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => edit((draft) => rename(draft, prefix + event.target.value), 'Renamed', 'name')}
        />
      </Heading>
      {preset && (
        <Suspense fallback={null}>
          <PresetBadge />
        </Suspense>
      )}
      <CommandButton command={commands.undo} icon="undo" />
      <CommandButton command={commands.redo} icon="redo" />
      <Wide onClick={() => commands.import.run()}>Import</Wide>
      <Wide onClick={() => commands.check.run()}>Validate policy</Wide>
      <Share onClick={() => commands.share.run()} startIcon={<Icon name="share" />}>
        <span>Share</span>
      </Share>
      <Button variant="contained" onClick={() => commands.export.run()}>
        Export
      </Button>
      <SchemeButton />
      <CommandButton command={commands.palette} icon="commands" />
      <CommandButton command={commands.shortcuts} icon="question" />
    </Bar>
  );
}
