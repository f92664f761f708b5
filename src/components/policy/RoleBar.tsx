import Button from '@mui/material/Button';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';
import { setLayout } from '../../policies/draft/editDraft.ts';
import { edit } from '../../state/store.ts';
import { Box } from '../common/Box.tsx';
import { Note } from '../common/Note.tsx';
import { below } from '../common/theme.ts';
import { Toolbar } from '../common/Toolbar.tsx';

/** What a document with the permissions of several personas is, and what to do with it. */
export function RoleBar({ document }: { readonly document: PrintedDocument }) {
  return isCombined(document) ? <CombinedBar document={document} /> : <OneRoleBar document={document} />;
}

function CombinedBar({ document: { personas, title } }: { readonly document: PrintedDocument }) {
  return (
    <Toolbar as="section" bounded onPage aria-label={`About: ${title}`}>
      <Note tone="plain" style={{ maxWidth: 'none' }}>
        <Box as="span" notBelow={below.tablet}>
          The permissions of {personas.length} roles in one view, to read, compare, and copy.{' '}
        </Box>
        It isn’t deployed: each role has its own policies.
      </Note>
    </Toolbar>
  );
}

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
