import type { WithoutIdentifiers } from '../../policies/share/withoutIdentifiers.ts';
import { count } from '../../state/derived/progress.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { CodeBlock } from '../common/Code.tsx';

interface ShareIdentifiersProps {
  readonly told: WithoutIdentifiers;
  /** Whether the draft is shared without them. */
  readonly replaced: boolean;
}

/** Exactly what tells whose the draft is, what takes its place, and what a reader must look at all the same. */
export function ShareIdentifiers({ told, replaced }: ShareIdentifiersProps) {
  const number = told.values.reduce((sum, { values }) => sum + values.length, told.found.length);
  return (
    <>
      {number === 0 ? (
        <Note tone="plain" mt={1} mb={1}>
          Nothing in the draft is known to be an identifier.
        </Note>
      ) : (
        <Disclosure label={labelOf(number, replaced)}>
          <Values told={told} replaced={replaced} />
        </Disclosure>
      )}
      {replaced && told.acceptances > 0 && (
        <Note tone="plain" mt={1} mb={1}>
          {count(told.acceptances, 'accepted finding is', 'accepted findings are')} left out: each is tied to
          its values by a checksum, from which they could be guessed.
        </Note>
      )}
      {replaced && told.texts.length > 0 && (
        <Disclosure
          label={`${count(told.texts.length, 'text', 'texts')} that stay: read them first`}
          startsOpen
        >
          <Note tone="plain" mt={1} mb={1}>
            Written by a person. Known values are replaced in them; other names cannot be told from words.
          </Note>
          <Texts texts={told.texts} />
        </Disclosure>
      )}
    </>
  );
}

const labelOf = (number: number, replaced: boolean): string =>
  replaced
    ? `${count(number, 'identifier is', 'identifiers are')} replaced`
    : `${count(number, 'identifier is', 'identifiers are')} in it`;

function Values({ told, replaced }: ShareIdentifiersProps) {
  return (
    <List look="bullets" mb={2} small>
      {told.values.map(({ label, values, instead }) => (
        <li key={label}>
          {label}:{' '}
          <code>
            <ForeignText text={values.join(', ')} />
          </code>
          {replaced && <Instead text={instead} />}
        </li>
      ))}
      {told.found.map(({ text, instead }) => (
        <li key={text}>
          In a text:{' '}
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
    <> is left out</>
  ) : (
    <>
      {' '}
      becomes <code>{text}</code>
    </>
  );

/** Places are told by what stands there: two texts may be the same. */
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
