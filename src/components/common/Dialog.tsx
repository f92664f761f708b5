import Button from '@mui/material/Button';
import MuiDialog, { type DialogProps as MuiDialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { type ReactNode, type Ref, useId } from 'react';
import { show } from '../../state/store.ts';
import { below } from './theme.ts';
import './printedDialog.css';

/** Large text on a phone leaves little room: the distances at the sides give way to it. */
export const withRoom = {
  [below.largeText]: {
    '& > .MuiDialog-container > .MuiPaper-root': {
      margin: '4vw',
      width: '92vw',
      maxHeight: 'calc(100% - 8vw)',
    },
  },
};
const DialogWindow = styled(MuiDialog)({
  '--dialog-side': '24px',
  ...withRoom,
  [below.largeText]: { '--dialog-side': '6vw', ...withRoom[below.largeText] },
});
const Title = styled(DialogTitle)({
  paddingInline: 'var(--dialog-side)',
  overflowWrap: 'anywhere',
  [below.largeText]: { paddingBlock: 8, fontSize: 16, lineHeight: '20px' },
});
const Content = styled(DialogContent)({
  paddingInline: 'var(--dialog-side)',
  // The title has its distance already.
  '& > p:not(* + *)': { marginTop: 0 },
});
/** On a phone the buttons go below each other. They end where what is above ends. */
const Actions = styled(DialogActions)({
  flexWrap: 'wrap',
  gap: '4px 8px',
  padding: '8px var(--dialog-side)',
});

/** The classes of a dialog that is on paper whole, of its parts that scroll on the screen, and of those that are not on paper. */
export const printedDialog = 'printed-dialog';
export const printedPart = 'printed-part';
export const notPrinted = 'not-printed';

/** Closes whichever dialog is open. */
export const closeDialog = () => show({ dialog: null });

interface DialogProps extends Omit<MuiDialogProps, 'open' | 'onClose' | 'title' | 'maxWidth' | 'content'> {
  readonly title: ReactNode;
  readonly size: 'xs' | 'sm' | 'md' | 'lg';
  /** Names the content where it is text that the keyboard must be able to scroll. */
  readonly textLabel?: string;
  /** Without padding: its parts scroll on their own, up to the edges of the dialog. */
  readonly bare?: boolean;
  readonly contentRef?: Ref<HTMLDivElement>;
  /** Further buttons, before Close. */
  readonly asides?: ReactNode;
  /** The main buttons, at the end. */
  readonly actions?: ReactNode;
  /** What closing does, if more than to hide the dialog. */
  onClose?(): void;
}

/** A window over the page, with its title, what it shows, and at its foot a button that closes it and what else can be done. */
export function Dialog(props: DialogProps) {
  const {
    title,
    size,
    textLabel,
    bare = false,
    contentRef,
    asides,
    actions,
    onClose = closeDialog,
    className = '',
    children,
    ...dialog
  } = props;
  const titleId = useId();
  const text = textLabel === undefined ? {} : { tabIndex: 0, role: 'group', 'aria-label': textLabel };
  return (
    <DialogWindow
      open
      onClose={onClose}
      aria-labelledby={titleId}
      className={`${printedDialog} ${className}`}
      fullWidth
      maxWidth={size}
      {...dialog}
    >
      <Title id={titleId}>{title}</Title>
      {bare ? (
        children
      ) : (
        <Content {...(contentRef ? { ref: contentRef } : {})} {...text}>
          {children}
        </Content>
      )}
      <Actions disableSpacing>
        {asides}
        <Button onClick={onClose}>Close</Button>
        {actions}
      </Actions>
    </DialogWindow>
  );
}
