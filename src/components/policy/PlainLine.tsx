import { type CSSProperties, Fragment, memo } from 'react';
import { personaColor } from '../common/colors.ts';
import { ForeignText } from '../common/ForeignText.tsx';

interface LineProps {
  readonly text: string;
  /** Ids, with spaces between. */
  readonly personas: string;
  readonly marks: string;
  readonly traced: boolean;
  readonly isCaret: boolean;
}

const STRING = /("(?:[^"\\]|\\.)*"(?:\s*(?=:))?)/;

/** Keys and values in their colors; what is between them has the text's own. */
const highlighted = (text: string) =>
  text.split(STRING).map((part, index, parts) => {
    const inColor = <ForeignText text={part} use="json" />;
    if (index % 2 === 0) return <Fragment key={index}>{inColor}</Fragment>;
    return parts[index + 1]?.startsWith(':') ? <b key={index}>{inColor}</b> : <q key={index}>{inColor}</q>;
  });

/** A line of a policy, without an editor. */
export const PlainLine = memo(function PlainLine({ text, personas, marks, traced, isCaret }: LineProps) {
  const [persona = ''] = personas.split(' ');
  const indent = text.search(/\S|$/);
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--indent': `${indent}ch`,
    ...(persona === '' ? {} : { borderLeftColor: personaColor(persona), '--spines': spinesOf(personas) }),
  };
  return (
    <span data-traced={traced} data-caret={isCaret} style={style}>
      {indent > 0 && <s>{text.slice(0, indent)}</s>}
      {highlighted(text.slice(indent))}
      {marks !== '' && <i>{`   ${marks}`}</i>}
      {'\n'}
    </span>
  );
});

/** Their columns in the editor's margin; two share one, since no document has both. */
const columns: readonly string[] = ['dataScientist', 'notebookRole', 'trainingRole', 'hostingRole'];
const columnOf = (persona: string): number => {
  const found = columns.indexOf(persona);
  if (found !== -1) return found;
  return persona === 'vpcEndpoint' || persona === 'mlopsEngineer' ? 4 : 5;
};

const spinesOf = (personas: string): string =>
  personas
    .split(' ')
    .map((persona) => {
      const color = personaColor(persona);
      return `linear-gradient(${color}, ${color}) ${columnOf(persona) * 4}px 0 / 3px 100% no-repeat`;
    })
    .join(', ');
