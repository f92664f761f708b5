import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { UnseenChanges } from './scroll.ts';

const Chip = styled(Button)({
  position: 'absolute',
  right: 24,
  zIndex: 5,
  background: 'var(--surface)',
  '&:hover': { background: 'var(--accent-quiet)' },
});

const places = { above: { top: 12 }, below: { bottom: 12 } } as const;
const arrows = { above: '↑', below: '↓' } as const;

interface ChangeChipProps {
  readonly unseen: UnseenChanges;
  onShow(): void;
}

/** Says that something changed out of sight, and leads there; the text does not move by itself. */
export function ChangeChip({ unseen, onShow }: ChangeChipProps) {
  const changes = unseen.count === 1 ? '1 change' : `${unseen.count} changes`;
  return (
    <Chip variant="outlined" sx={places[unseen.side]} onClick={onShow}>
      {`${changes} ${unseen.side}`}
      <span aria-hidden="true">&nbsp;{arrows[unseen.side]}</span>
    </Chip>
  );
}
