import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';
import { CodeBlock } from '../common/Code.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { List } from '../common/List.tsx';

/** A file is looked at below its row, and scrolls there. */
const preview = { flex: '1 0 100%', maxHeight: 320, whiteSpace: 'pre', tabSize: 2 } as const;

/** Files to look at, copy and download, one by one. */
export function ExportFiles({ files }: { readonly files: readonly ExportedFile[] }) {
  const [shown, setShown] = useState<string | null>(null);
  return (
    <List look="rows" py={2}>
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
    <Stack as="li" row gap={2} rowGap={1}>
      <div style={{ flex: '1 1 220px', minWidth: 0 }}>
        {title}
        <Note>
          <code>{name}</code>
        </Note>
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
        <CodeBlock
          framed
          mt={1}
          style={preview}
          id={id}
          tabIndex={0}
          role="region"
          aria-label={`${name}, as text`}
        >
          {text}
        </CodeBlock>
      )}
    </Stack>
  );
}
