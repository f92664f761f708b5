import Button from '@mui/material/Button';
import { dormantEdits } from '../../policies/handEdits/applyEdits.ts';
import { setEdits } from '../../policies/handEdits/changeEdits.ts';
import { generatedOf } from '../../state/derived/derived.ts';
import { edit, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Icon } from '../common/Icon.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

/** Edits of documents that the choices do not make now. They are kept, and not in force: that has to be said. */
export function DormantEdits() {
  const draft = useStore((state) => state.draft);
  const ids = dormantEdits(generatedOf(draft), draft.edits);
  return ids.map((id) => (
    <Toolbar tone="warning" key={id} role="status">
      <Icon name="warning" />
      <span>
        Your edits to “<ForeignText text={id} use="prose" />” aren’t used, because your selections no longer
        create this policy. If it’s created again, your edits apply again.
      </span>
      <Button onClick={() => edit((before) => setEdits(before, id, undefined), `Edits of ${id} discarded`)}>
        Discard edits
      </Button>
    </Toolbar>
  ));
}
