import { countWithNoun } from '../../policies/language/counts.ts';
import type { WithoutIdentifiers } from '../../policies/share/withoutIdentifiers.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { CodeBlock } from '../common/Code.tsx';

interface ShareIdentifiersProps {
  readonly identifiers: WithoutIdentifiers;
  /** Whether the draft is shared without them. */
  readonly replaced: boolean;
}

/** Exactly what identifies the owner of the draft, what takes its place, and what a reader must look at all the same. */
export function ShareIdentifiers({ identifiers, replaced }: ShareIdentifiersProps) {
  const number = identifiers.values.reduce(
    (sum, { values }) => sum + values.length,
    identifiers.found.length,
  );
  return (
    <>
      {number === 0 ? (
        <Note tone="plain" mt={1} mb={1}>
          No identifiers found in the draft.
        </Note>
      ) : (
        <Disclosure label={labelOf(number, replaced)}>
          <Values identifiers={identifiers} replaced={replaced} />
        </Disclosure>
      )}
      {replaced && identifiers.acceptances > 0 && (
        <Note tone="plain" mt={1} mb={1}>
          {countWithNoun(identifiers.acceptances, 'suppressed finding is', 'suppressed findings are')} not
          included, because the values could be guessed from the checksum of each finding.
        </Note>
      )}
      {replaced && identifiers.texts.length > 0 && (
        <Disclosure
          label={`${countWithNoun(identifiers.texts.length, 'text', 'texts')} to review: names might remain`}
          startsOpen
        >
          <Note tone="plain" mt={1} mb={1}>
            Free text that you entered. Known values are replaced, but other names can’t be detected.
          </Note>
          <Texts texts={identifiers.texts} />
        </Disclosure>
      )}
    </>
  );
}

const labelOf = (number: number, replaced: boolean): string =>
  replaced
    ? `${countWithNoun(number, 'identifier is', 'identifiers are')} replaced`
    : `Includes ${countWithNoun(number, 'identifier', 'identifiers')} (account IDs, ARNs, names)`;

function Values({ identifiers, replaced }: ShareIdentifiersProps) {
  return (
    <List look="bullets" mb={2} small>
      {identifiers.values.map(({ label, values, instead }) => (
        <li key={label}>
          {label}:{' '}
          <code>
            <ForeignText text={values.join(', ')} />
          </code>
          {replaced && <Instead text={instead} />}
        </li>
      ))}
      {identifiers.found.map(({ text, instead }) => (
        <li key={text}>
          In free text:{' '}
          <code>
            <ForeignText text={text} />
          </code>
          {replaced && <Instead text={instead} />}
        </li>
      ))}
    </List>
  );
}

const Instead = ({ text }: { readonly text: string }) =>
  text === '' ? (
    <> is removed</>
  ) : (
    <>
      {' '}
      is replaced with <code>{text}</code>
    </>
  );

/** Keyed by place, because two texts can be equal. */
const Texts = ({ texts }: { readonly texts: WithoutIdentifiers['texts'] }) =>
  texts.map(({ where, text }, index) => (
    <div key={`${index} ${where}`}>
      <Note tone="plain" mt={1} mb={1}>
        <ForeignText text={where} use="prose" />
      </Note>
      <CodeBlock mb={1}>
        <ForeignText text={text} use="prose" />
      </CodeBlock>
    </div>
  ));
