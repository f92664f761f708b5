import { useEffect, useRef, useState } from 'react';
import { type Example, findingTypes, type Rule } from '../../policies/checks/check.ts';
import { linkOf } from '../../policies/checks/described.ts';
import { rules } from '../../policies/checks/index.ts';
import { show, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { SeverityMark, severities } from '../common/SeverityMark.tsx';
import { Input } from '../common/Input.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { List } from '../common/List.tsx';
import { CodeBlock } from '../common/Code.tsx';
import { Stack } from '../common/Stack.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { withBreaks } from '../common/breaks.tsx';

/** Every rule that is applied, with a policy on either side of it. The same examples are executed as tests. */
export function ChecksDialog() {
  const [sought, setSought] = useState('');
  const content = useFocusOnCheck(sought, setSought);
  const words = sought.toLowerCase().split(/\s+/);
  const found = rules.filter(({ code, message, advice }) => {
    const text = `${code} ${message} ${advice}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Dialog title={`All ${rules.length} checks`} size="md" textLabel="List of checks" contentRef={content}>
      <p>
        Codes and finding types are those of IAM Access Analyzer policy validation. Codes that start with SPB_
        are custom checks. Codes that AWS publishes without a description of what triggers them aren’t
        included.
      </p>
      <Input
        wide
        mb={2}
        aria-label="Find a check"
        placeholder="Find a check"
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {found.length === 0 && <p>No results for “{sought}”.</p>}
      {findingTypes.map((type) => (
        <Rules key={type} type={type} list={found.filter((rule) => rule.type === type)} />
      ))}
    </Dialog>
  );
}

/** Where a link asks for a check: looks for its code, and gives the focus to it, or to the field if there is none. */
function useFocusOnCheck(sought: string, seek: (code: string) => void) {
  const content = useRef<HTMLDivElement>(null);
  const code = useStore(({ screen: { focusTarget } }) =>
    typeof focusTarget === 'object' && focusTarget && 'check' in focusTarget ? focusTarget.check : undefined,
  );
  useEffect(() => {
    if (code === undefined) return;
    if (sought !== code) {
      seek(code);
      return;
    }
    const row = content.current?.querySelector<HTMLElement>(`[data-check="${CSS.escape(code)}"]`);
    // Without one, what had the focus may be gone from the list, and with it Escape.
    (row ?? content.current?.querySelector('input'))?.focus();
    show({ focusTarget: null });
  }, [code, sought, seek]);
  return content;
}

function Rules({ type, list }: { readonly type: Rule['type']; readonly list: readonly Rule[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <Heading mt={4} mb={1}>
        <Stack as="span" row nowrap gap={2}>
          <SeverityMark type={type} /> {severities[type].title} ({list.length})
        </Stack>
      </Heading>
      <List look="rows" small>
        {list.map((rule) => (
          <li key={rule.code} data-check={rule.code} tabIndex={-1}>
            <code>{withBreaks(rule.code)}</code>
            <Note tone="plain" mt={0.5} mb={0.5}>
              {rule.message}
            </Note>
            <Note tone="plain" mt={0.5} mb={0.5}>
              {rule.advice}
            </Note>
            <Note tone="plain" mt={0.5} mb={0.5}>
              <a href={linkOf(rule.code, rule.type)} target="_blank" rel="noreferrer">
                {rule.source === undefined ? 'AWS documentation' : 'Source of this rule'}
                <span className="visually-hidden"> on {rule.code}</span>
              </a>
            </Note>
            <Examples rule={rule} />
          </li>
        ))}
      </List>
    </section>
  );
}

const Examples = ({ rule }: { readonly rule: Rule }) => (
  <Disclosure
    label={
      <>
        Examples<span className="visually-hidden"> of {rule.code}</span>
      </>
    }
  >
    Triggered by
    <CodeBlock mt={0.5} mb={2}>
      {textOf(rule.invalid)}
    </CodeBlock>
    Not triggered by
    <CodeBlock mt={0.5} mb={2}>
      {textOf(rule.valid)}
    </CodeBlock>
  </Disclosure>
);

/** Examples that are long are made to be so; what is in them says nothing. */
const MAX_SHOWN = 1500;

function textOf({ policy }: Example): string {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)` : text;
}
