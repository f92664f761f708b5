import Button from '@mui/material/Button';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';
import { setLayout } from '../../policies/draft/editDraft.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { edit, useStore } from '../../state/store.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

/** What a document with the permissions of several personas is, and what to do with it. */
export function RoleBar({ document }: { readonly document: PrintedDocument }) {
  return isCombined(document) ? <CombinedBar document={document} /> : <OneRoleBar document={document} />;
}

/** The combined view is copied and saved here: it is not among the files of an export. */
function CombinedBar({ document: { personas, text, title } }: { readonly document: PrintedDocument }) {
  const name = useStore(({ draft }) => draft.name);
  return (
    <Toolbar as="section" bounded onPage aria-label={`About: ${title}`}>
      <Note tone="plain" style={{ flex: '1 1 280px', maxWidth: 'none' }}>
        The permissions of {personas.length} roles in one view, to read, compare, and copy. It isn’t deployed:
        each role has its own policies.
      </Note>
      <CopyButton text={text} name={title} />
      <Button
        variant="outlined"
        startIcon={<Icon name="download" />}
        onClick={() => saveFile(`${fileName(name)}.combined-view.json`, text, 'application/json')}
      >
        Download JSON
      </Button>
    </Toolbar>
  );
}

const fileName = (name: string): string => name.replace(/[^A-Za-z0-9._-]+/g, '-') || 'policies';

function OneRoleBar({ document: { personas, title } }: { readonly document: PrintedDocument }) {
  return (
    <Toolbar as="section" bounded onPage aria-label={`About: ${title}`}>
      <Note tone="plain" style={{ flex: '1 1 280px', maxWidth: 'none' }}>
        One role with the permissions of all {personas.length} personas. Not least privilege.
      </Note>
      <Button variant="outlined" onClick={onePerRole}>
        Use one policy per role
      </Button>
    </Toolbar>
  );
}

const onePerRole = () => edit((draft) => setLayout(draft, 'perPersona'), 'One policy per role');
