import Button from '@mui/material/Button';
import { useState } from 'react';
import { commands } from '../../state/commands.ts';
import type { Exporter, ExportSet } from '../../policies/exports/exporter.ts';
import { exporters, findExporter } from '../../policies/exports/index.ts';
import { isOrganizationPart } from '../../policies/exports/exportFiles.ts';
import { planOf } from '../../policies/exports/plan.ts';
import { zipFiles } from '../../policies/exports/zip.ts';
import { documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { useStore } from '../../state/store.ts';
import { ExportFiles } from './ExportFiles.tsx';
import { ExportFormats } from './ExportFormats.tsx';
import { type ExportPartId, ExportScope } from './ExportScope.tsx';
import { EnvironmentNotes } from './EnvironmentNotes.tsx';
import { ExportNotes } from './ExportNotes.tsx';
import { GraveFindings, OneRole, OpenValues, TextInProgress, TooLarge } from './ExportWarnings.tsx';
import { OpenTests } from './OpenTests.tsx';
import { useExport } from './useExport.ts';
import { Dialog } from '../common/Dialog.tsx';
import { KeepsHeight } from '../common/KeepsHeight.tsx';

const nothingToExport = 'No policies to export. Select a persona in step 1 and an activity in step 2.';

/** Everything as files: policies as text, or code that creates them. Copied, downloaded, or all in one archive. */
export function ExportDialog() {
  const draft = useStore((state) => state.draft);
  const [format, setFormat] = useState(exporters[0]?.id ?? '');
  const exporter = findExporter(format);
  const [part, setPart] = useState<ExportPartId>('all');
  const all = documentsOf(draft);
  const documents = part === 'organization' ? all.filter(isOrganizationPart) : all;
  const { set, filesOf } = useExport(draft, part === 'organization' ? isOrganizationPart : undefined);
  const tooLarge = documents.filter((document) => sizeOf(document, draft).state === 'over');
  const makes: Exporter['makes'] = exporter?.makes ?? 'documents';
  const refused = makes === 'resources' && tooLarge.length > 0;
  const files = exporter && !refused ? filesOf(exporter) : [];
  const downloadAll = () =>
    saveFile(archiveName(draft.name, part, exporter), zipFiles(files, new Date()), 'application/zip');
  return (
    <Dialog
      title="Export"
      size="md"
      asides={<Button onClick={() => commands.report.run()}>{commands.report.label}…</Button>}
      actions={
        <Button variant="contained" disabled={files.length === 0} onClick={downloadAll}>
          Download all as ZIP
        </Button>
      }
    >
      {documents.length === 0 && <p>{nothingToExport}</p>}
      <TextInProgress documents={documents} />
      <OneRole />
      <TooLarge documents={tooLarge} makes={makes} />
      <KeepsHeight>
        <GraveFindings documents={documents} />
        <OpenTests />
      </KeepsHeight>
      <EnvironmentNotes />
      <OpenValues documents={documents} makes={makes} />
      {all.some(isOrganizationPart) && <ExportScope selected={part} choose={setPart} />}
      <ExportFormats selected={format} choose={setFormat} />
      {files.length > 0 && makes === 'resources' && <ExportNotes notes={notesOf(set, exporter)} />}
      <ExportFiles key={format} files={files} />
    </Dialog>
  );
}

/** What a reader must know that the code does not say: also of what this language leaves out. */
const notesOf = (set: ExportSet, exporter: Exporter | undefined): readonly string[] =>
  exporter?.notes?.(set) ?? planOf(set).flatMap(({ notes }) => notes);

/** Policies as text keep the draft's own name; code says what language it is in. */
function archiveName(name: string, part: ExportPartId, exporter: Exporter | undefined): string {
  const stem = name.replace(/[^A-Za-z0-9._-]+/g, '-') || 'policies';
  const scope = part === 'organization' ? '.organization' : '';
  return `${stem}${scope}${exporter?.makes === 'resources' ? `.${exporter.id}` : ''}.zip`;
}
