import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { type PrintedDocument, sizeOf } from '../../state/derived.ts';
import { useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { SizeBar, sizeInWords } from '../common/SizeBar.tsx';
import { SizeDetails } from './SizeDetails.tsx';

const Dock = styled('section')({ borderTop: '1px solid var(--hairline)', background: 'var(--page)' });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 40,
  padding: '0 8px 0 16px',
});
const Title = styled('h2')({ margin: 0, fontSize: 13, fontWeight: 600, flex: 'none' });
const Line = styled('p')({
  margin: 0,
  flex: 1,
  minWidth: 0,
  fontSize: 13,
  color: 'var(--ink-2)',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
const Body = styled('div')({ maxHeight: '36vh', overflow: 'auto', padding: '0 16px 12px' });

/** How full the shown document is, counted as AWS counts; what else it could be saved as, and what to do. */
export function SizePanel({ document }: { readonly document: PrintedDocument }) {
  const [open, setOpen] = useState(false);
  const draft = useStore((state) => state.draft);
  const size = sizeOf(document, draft);
  return (
    <Dock aria-label="Size">
      <Head>
        <Title>Size</Title>
        <SizeBar size={size} />
        <Line>{sizeInWords(size)}</Line>
        <Button
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          endIcon={<Icon name={open ? 'chevronDown' : 'chevronRight'} />}
        >
          {open ? 'Hide' : 'Show'}
          <span className="visually-hidden"> sizes</span>
        </Button>
      </Head>
      {open && (
        <Body>
          <SizeDetails document={document} />
        </Body>
      )}
    </Dock>
  );
}
