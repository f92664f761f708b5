import { useId } from 'react';
import { type MadeLink, type LinkSupport, longestLinks } from '../../state/share/makeLink.ts';
import { shortDetail } from '../../state/share/replaceDraft.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { Stack } from '../common/Stack.tsx';
import { Input } from '../common/Input.tsx';
import { LabelAbove } from '../common/Field.tsx';
import { Note } from '../common/Note.tsx';

/** The field takes the focus, so that the link can be copied at once; what has the focus is selected whole. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

const inWords = (length: number): string => length.toLocaleString('en');

const verdicts: Readonly<Record<LinkSupport, string>> = {
  everywhere: 'works in all browsers and chat apps',
  mostly: `works in browsers, but some chat and mail apps truncate links over ${inWords(longestLinks.everywhere)} characters. A truncated link is rejected.`,
  file: `many apps truncate links over ${inWords(longestLinks.mostly)} characters. Save the draft as a file instead.`,
};

const refusals = {
  tooLarge: () => 'The draft is too large for a link. Save it as a file instead.',
  invalid: (detail: string) =>
    `Couldn’t create a link, because it wouldn’t open as this draft (${shortDetail(detail)}).`,
} as const;

/** The link, how long it is and how far it gets; or why there is none. */
export function ShareLink({ made }: { readonly made: MadeLink | undefined }) {
  const id = useId();
  if (!made)
    return (
      <Note tone="plain" mt={1.5} role="status">
        Creating the link…
      </Note>
    );
  if (!made.ok)
    return (
      <Note tone="plain" mt={1.5} role="alert">
        {refusals[made.reason](made.detail)}
      </Note>
    );
  return (
    <>
      <LabelAbove htmlFor={id}>Link</LabelAbove>
      <Stack row align="stretch" gap={2}>
        <Input
          grow={240}
          mono
          id={id}
          ref={focusOnce}
          readOnly
          value={made.link}
          spellCheck={false}
          aria-describedby={`${id}-length`}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={made.link} name="link" named />
      </Stack>
      <Note tone="plain" mt={1.5} id={`${id}-length`} role="status">
        {inWords(made.link.length)} characters: {verdicts[made.reach]}
      </Note>
    </>
  );
}
