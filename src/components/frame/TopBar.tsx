import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { lazy, Suspense, useDeferredValue } from 'react';
import { commands } from '../../state/commands.ts';
import { useNextMove } from '../../state/derived/useProgress.ts';
import { presetInUse } from '../../state/preset/presetInUse.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { CommandButton } from './CommandButton.tsx';
import { SchemeButton } from './SchemeButton.tsx';
import { SetName } from './SetName.tsx';
import { visuallyHidden } from '../common/space.ts';
import { below } from '../common/theme.ts';
import { Box } from '../common/Box.tsx';

const Bar = styled('header')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 48,
  padding: '0 12px 0 16px',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--surface)',
  '& > [data-brand]': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 8,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    '& > i': { flex: 'none', width: 3, height: 18, background: 'var(--accent)' },
  },
  // No box of their own, unless they have a line of their own.
  '& > div': { display: 'contents' },
  '& .MuiIconButton-root': { width: 32, height: 32 },
  '& .MuiIconButton-root[aria-disabled=true]': {
    color: 'var(--ink-3)',
    cursor: 'default',
    background: 'none',
  },
  '@media (pointer: coarse)': { '& .MuiIconButton-root': { width: 44, height: 44 } },
  // A preset's badge takes the room that the name needs.
  [below.barWithNames]: { '&[data-preset] > span:first-of-type > span': { display: 'none' } },
  // In two lines: the page and its tools, then the set and what is done with it.
  [below.tablet]: {
    flexWrap: 'wrap',
    gap: '0 4px',
    padding: '2px 8px 2px 16px',
    '& > [data-brand] > span, &[data-preset] > span:first-of-type > span': { display: 'inline' },
    '& > [data-brand]': { flex: 1, whiteSpace: 'normal' },
    '& > h1': { order: 1, flex: '1 1 calc(100% - 190px)', minWidth: 120 },
    '& > [data-preset-badge], & > div > [data-second]': { order: 2 },
  },
  // In low lines, the tools in one that scrolls: what they are for needs the height.
  [below.largeText]: {
    '& > [data-brand], & > h1': { flex: '1 1 100%', minWidth: 0, order: 0 },
    '& > [data-brand]': { fontSize: 12, lineHeight: '16px' },
    '& > h1 input': { height: 24 },
    '& > div': { display: 'flex', flex: '1 1 100%', alignItems: 'center', minWidth: 0, overflowX: 'auto' },
    '& > div > *': { flex: 'none' },
  },
});
/** With a preset in force, or one that is used and did not load. */
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
    '& > span:last-of-type:not(:first-of-type)': visuallyHidden,
  },
  '@media (pointer: coarse)': { minWidth: 44 },
});

/** Name of the draft, history, export, help and color scheme. */
export function TopBar() {
  const { preset } = useRuleset();
  const hasBadge = preset !== null || presetInUse !== undefined;
  return (
    <Bar data-preset={hasBadge ? '' : undefined}>
      <span data-brand="">
        <i aria-hidden="true" />
        <span>SageMaker Policy Builder</span>
      </span>
      <SetName prefix={preset?.naming?.prefix ?? ''} />
      {hasBadge && (
        <LazyBoundary fallback={null}>
          <Suspense fallback={null}>
            <PresetBadge />
          </Suspense>
        </LazyBoundary>
      )}
      <div>
        <CommandButton command={commands.undo} icon="undo" />
        <CommandButton command={commands.redo} icon="redo" />
        <Wide onClick={() => commands.import.run()}>Import</Wide>
        <Wide aria-label={commands.check.label} onClick={() => commands.check.run()}>
          Validate
        </Wide>
        <Share data-second="" onClick={() => commands.share.run()} startIcon={<Icon name="share" />}>
          <span>Share</span>
        </Share>
        <ExportButton />
        <span data-second="">
          <SchemeButton />
        </span>
        <CommandButton command={commands.palette} icon="commands" />
        <Box as="span" notBelow={below.tablet}>
          <CommandButton command={commands.shortcuts} icon="question" />
        </Box>
      </div>
    </Bar>
  );
}

/** It alone is drawn again where the next step is another, after the text of the policy. */
function ExportButton() {
  const isNext = useNextMove(useDeferredValue(useStore(({ draft }) => draft))) === 'export';
  return (
    <Button data-second="" variant={isNext ? 'contained' : 'outlined'} onClick={() => commands.export.run()}>
      Export
    </Button>
  );
}
