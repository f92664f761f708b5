import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { PANEL_HEIGHT, readPanelHeight, savePanelHeight } from '../../state/storage/preferences.ts';
import { PanelHead, PanelLine } from './PanelHead.ts';
import { below } from './theme.ts';
import { Box } from './Box.tsx';
import { ForeignText } from './ForeignText.tsx';
import { Icon } from './Icon.tsx';
import { Separator } from './Separator.tsx';
import { type TabEntry, Tabs } from './Tabs.tsx';

/** As high as the reader made it, and never so high that the text above it is gone. */
const Section = styled('section')({
  display: 'flex',
  flex: 'none',
  flexDirection: 'column',
  minHeight: 0,
  maxHeight: 'max(25%, min(70%, calc(100% - 180px)))',
  borderTop: '1px solid var(--hairline)',
  background: 'var(--page)',
  '&[data-open="true"]': { borderTop: 'none' },
  [below.tablet]: { maxHeight: '50%' },
  containerType: 'inline-size',
});
interface BottomPanelProps<Id extends string> {
  /** Of the tabs. */
  readonly label: string;
  readonly entries: readonly TabEntry<Id>[];
  readonly selected: Id;
  /** Of the selected tab. */
  readonly title: string;
  /** What its button shows or hides: "findings". */
  readonly what: string;
  /** The state in one line, also while it is closed. */
  readonly line: string;
  /** What it shows belongs to an older state; the new one is on its way. */
  readonly busy: boolean;
  readonly open: boolean;
  onSelect(id: Id): void;
  onOpen(open: boolean): void;
  /** Shown while it is open. */
  readonly children: ReactNode;
}

/** What is below a text: one line while it is closed, and as high as the reader wants it while it is open. Escape closes it. */
export function BottomPanel<Id extends string>(props: BottomPanelProps<Id>) {
  const { title, busy, open, onOpen } = props;
  const { height, resize } = usePanelHeight();
  const section = useRef<HTMLElement>(null);
  const id = useId();
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    section.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    onOpen(false);
  };
  return (
    <Section
      ref={section}
      data-open={open}
      aria-label={title}
      aria-busy={busy}
      {...(open && { onKeyDown: closeOnEscape, style: { height } })}
    >
      {open && (
        <Separator
          label="Panel height"
          orientation="horizontal"
          size={height}
          range={PANEL_HEIGHT}
          onSize={resize}
        />
      )}
      <Head {...props} controls={id} />
      {open && (
        <Shown id={id} title={title}>
          {props.children}
        </Shown>
      )}
    </Section>
  );
}

/** As the reader left it, also the last time. */
function usePanelHeight() {
  const [height, setHeight] = useState(readPanelHeight);
  const resize = (wanted: number) => {
    setHeight(wanted);
    savePanelHeight(wanted);
  };
  return { height, resize };
}

interface HeadProps<Id extends string> extends Omit<BottomPanelProps<Id>, 'children'> {
  readonly controls: string;
}

function Head<Id extends string>(props: HeadProps<Id>) {
  const { label, entries, selected, what, line, open, onOpen, controls } = props;
  return (
    <PanelHead>
      <Tabs label={label} entries={entries} selected={selected} onSelect={props.onSelect} />
      <PanelLine title={line}>
        <span>
          <ForeignText text={line} use="prose" />
        </span>
      </PanelLine>
      <OpenButton controls={controls} what={what} open={open} onOpen={onOpen} />
    </PanelHead>
  );
}

interface ShownProps extends Pick<BottomPanelProps<string>, 'title' | 'children'> {
  readonly id: string;
}

const Shown = ({ id, title, children }: ShownProps) => (
  <Box
    rest
    scrolls
    px={4}
    pb={3}
    style={{ outlineOffset: -2 }}
    id={id}
    role="tabpanel"
    tabIndex={0}
    aria-label={title}
  >
    {children}
  </Box>
);

interface OpenButtonProps extends Pick<BottomPanelProps<string>, 'what' | 'open' | 'onOpen'> {
  readonly controls: string;
}

const OpenButton = ({ controls, what, open, onOpen }: OpenButtonProps) => (
  <Button
    onClick={() => onOpen(!open)}
    aria-expanded={open}
    aria-controls={open ? controls : undefined}
    endIcon={<Icon name={open ? 'chevronDown' : 'chevronRight'} />}
  >
    <span data-words="">{open ? 'Hide' : 'Show'}</span>
    <span className="visually-hidden"> {what}</span>
  </Button>
);
