import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { fontMono } from '../../theme.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
const Item = styled('li')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 8px',
  padding: '8px 0',
  borderTop: '1px solid var(--hairline)',
  '& > div': { flex: '1 1 220px', minWidth: 0 },
});
const FileName = styled('code')({
  display: 'block',
  font: `12px/16px ${fontMono}`,
  color: 'var(--ink-2)',
  overflowWrap: 'anywhere',
});
const Preview = styled('pre')({
  flex: '1 0 100%',
  maxHeight: 320,
  margin: '4px 0 0',
  padding: '8px 12px',
  overflow: 'auto',
  border: '1px solid var(--hairline)',
  borderRadius: 4,
  background: 'var(--surface)',
  font: `12px/18px ${fontMono}`,
  tabSize: 2,
});

/** Files to look at, copy and download, one by one. */
export function ExportFiles({ files }: { readonly files: readonly ExportedFile[] }) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <List>
      {files.map((file) => (
        <FileItem
          key={file.name}
          file={file}
          shown={file.name === shown}
          toggle={() => setShown(file.name === shown ? null : file.name)}
        />
      ))}
    </List>
  );
}

interface FileItemProps {
  readonly file: ExportedFile;
  readonly shown: boolean;
  toggle(): void;
}

function FileItem({ file: { name, title, text, mediaType }, shown, toggle }: FileItemProps) {
  const id = useId();
  return (
    <Item>
      <div>
        {title}
        <FileName>{name}</FileName>
      </div>
      <Button
        variant="outlined"
        aria-expanded={shown}
        aria-controls={shown ? id : undefined}
        onClick={toggle}
      >
        {shown ? 'Hide' : 'Show'}
        <span className="visually-hidden"> {name}</span>
      </Button>
      <CopyButton text={text} name={title} />
      <Button
        variant="outlined"
        startIcon={<Icon name="download" />}
        onClick={() => saveFile(name.replaceAll('/', '-'), text, mediaType)}
      >
        Download<span className="visually-hidden"> {name}</span>
      </Button>
      {shown && (
        <Preview id={id} tabIndex={0} role="region" aria-label={`${name}, as text`}>
          {text}
        </Preview>
      )}
    </Item>
  );
}
