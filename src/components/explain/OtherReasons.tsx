import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { show } from '../../state/store.ts';
import { ReasonList } from '../common/ReasonList.tsx';
import type { OtherReason } from './reasonsOfLine.ts';

const Lead = styled('p')({ margin: '4px 0 0', fontSize: 13 });

/** Why a line is there that no activity asks for, with the way to the choice that does. */
export function OtherReasons({ title, step, choice, lead, reasons }: OtherReason) {
  return (
    <>
      <Button onClick={() => show({ step, half: 'build', focused: choice })}>{title}</Button>
      <Lead>{lead}</Lead>
      <ReasonList reasons={reasons} />
    </>
  );
}
