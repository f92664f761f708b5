import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { commands } from '../../commands.ts';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import { exporters, findExporter } from '../../policies/exports/index.ts';
import { zipFiles } from '../../policies/exports/zip.ts';
import { openPlaceholders } from '../../policies/placeholders.ts';
import { documentsOf, sizeOf } from '../../state/derived.ts';
import { saveFile } from '../../state/files.ts';
import { show, useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { Choice } from '../common/Choice.tsx';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';
import { GraveFindings, OpenValues, TooLarge } from './ExportWarnings.tsx';

const Formats = styled('fieldset')({
  margin: '0 0 12px',
  padding: 0,
  border: 'none',
  '& > legend': { padding: 0, fontWeight: 600 },
});
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

const close = () => show({ dialog: null });

/** Every document as a file: copied, downloaded, or all in one archive. */
export function ExportDialog() {
  const titleId = useId();
  const name = useId();
  const draft = useStore((state) => state.draft);
  const [format, setFormat] = useState(exporters[0]?.id ?? '');
  const exporter = findExporter(format);
  const documents = documentsOf(draft);
  const files = exporter ? documents.map((document) => exporter.write(document, draft.name)) : [];
  const downloadAll = () =>
    saveFile(`${archiveName(draft.name)}.zip`, zipFiles(files, new Date()), 'application/zip');
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>Export</DialogTitle>
      <DialogContent>
        {files.length === 0 && (
          <p>There is no policy to export yet. Choose a persona in step 1 and an activity in step 2.</p>
        )}
        <TooLarge documents={documents.filter((document) => sizeOf(document, draft).state === 'over')} />
        <GraveFindings documents={documents} />
        <OpenValues placeholders={[...new Set(documents.flatMap(openPlaceholders))]} />
        <Formats>
          <legend>Format</legend>
          {exporters.map((entry) => (
            <Choice
              key={entry.id}
              type="radio"
              name={name}
              checked={entry.id === format}
              onChange={() => setFormat(entry.id)}
              title={entry.label}
              help={entry.help}
            />
          ))}
        </Formats>
        <Files files={files} titles={documents.map(({ title }) => title)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={() => commands.report.run()}>{commands.report.label}…</Button>
        <Button onClick={close}>Close</Button>
        <Button variant="contained" disabled={files.length === 0} onClick={downloadAll}>
          Download all as ZIP
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FilesProps {
  readonly files: readonly ExportedFile[];
  /** Of the documents, in the order of the files. */
  readonly titles: readonly string[];
}

function Files({ files, titles }: FilesProps) {
  return (
    <List>
      {files.map((file, index) => (
        <Item key={file.name}>
          <div>
            {titles[index]}
            <FileName>{file.name}</FileName>
          </div>
          <CopyButton text={file.text} name={titles[index] ?? file.name} />
          <Button
            variant="outlined"
            startIcon={<Icon name="download" />}
            onClick={() => saveFile(file.name, file.text, file.mediaType)}
          >
            Download<span className="visually-hidden"> {file.name}</span>
          </Button>
        </Item>
      ))}
    </List>
  );
}

const archiveName = (name: string): string => name.replace(/[^A-Za-z0-9._-]+/g, '-') || 'policies';
