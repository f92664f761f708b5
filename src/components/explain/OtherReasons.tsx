import Button from '@mui/material/Button';
import { show } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ReasonList } from '../common/ReasonList.tsx';
import type { OtherReason } from './reasonsOfLine.ts';
import { Note } from '../common/Note.tsx';

/** Why a line is there that no activity asks for, with the way to the choice that does. */
export function OtherReasons({ title, step, choice, lead, reasons }: OtherReason) {
  return (
    <>
      <Button onClick={() => show({ step, half: 'build', focused: choice })}>{title}</Button>
      <Note tone="plain" mt={1} mb={1}>
        {lead}
      </Note>
      {reasons.length > 0 && (
        <Disclosure label="Rationale and sources">
          <ReasonList reasons={reasons} />
        </Disclosure>
      )}
    </>
  );
}
