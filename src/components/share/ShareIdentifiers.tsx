import { styled } from '@mui/material/styles';
import type { WithoutIdentifiers } from '../../policies/share/withoutIdentifiers.ts';
import { count } from '../../state/derived/progress.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';

const List = styled('ul')({
  margin: '0 0 8px',
  paddingLeft: 18,
  fontSize: 13,
  '& code': { font: `12px/16px ${fontMono}`, overflowWrap: 'anywhere' },
});
const Text = styled('pre')({
  margin: '0 0 4px',
  font: `12px/16px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});
const Line = styled('p')({ margin: '4px 0', fontSize: 13, maxWidth: '68ch' });

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
        <Line>Nothing in the draft is known to be an identifier.</Line>
      ) : (
        <Disclosure label={labelOf(number, replaced)}>
          <Values told={told} replaced={replaced} />
        </Disclosure>
      )}
      {replaced && told.acceptances > 0 && (
        <Line>
          {count(told.acceptances, 'accepted finding is', 'accepted findings are')} left out: each is tied to
          its values by a checksum, from which they could be guessed.
        </Line>
      )}
      {replaced && told.texts.length > 0 && (
        <Disclosure
          label={`${count(told.texts.length, 'text', 'texts')} that stay: read them first`}
          startsOpen
        >
          <Line>
            Written by a person. Known values are replaced in them; other names cannot be told from words.
          </Line>
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
    <List>
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
      <Line>
        <ForeignText text={where} use="prose" />
      </Line>
      <Text>
        <ForeignText text={text} use="prose" />
      </Text>
    </div>
  ));
