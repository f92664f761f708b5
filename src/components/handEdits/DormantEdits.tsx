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
        What was written by hand in “<ForeignText text={id} use="prose" />” is not in force: the choices make
        no such document now. It comes back with it.
      </span>
      <Button onClick={() => edit((before) => setEdits(before, id, undefined), `Edits of ${id} discarded`)}>
        Discard
      </Button>
    </Toolbar>
  ));
}
