import { subjectInWords } from '../../policies/guarantees/guaranteeWords.ts';
import type { PresetGuarantee } from '../../policies/library/preset.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { WhyLine } from '../common/WhyLine.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { type PresetRule, sections } from './presetSections.ts';

/** Everything that the preset of a ruleset sets and adds. */
export function PresetRuleList({ ruleset }: { readonly ruleset: Ruleset }) {
  const { preset } = ruleset;
  if (!preset) return null;
  return (
    <>
      {sections(preset, ruleset).map(
        ([title, rules]) => rules.length > 0 && <Section key={title} title={title} rules={rules} />,
      )}
      <Additions title="Added personas" added={preset.personas ?? []} />
      <Additions title="Added activities" added={preset.activities ?? []} />
      {preset.guarantees && <Guarantees guarantees={preset.guarantees} />}
    </>
  );
}

interface AdditionsProps {
  readonly title: string;
  readonly added: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
}

function Additions({ title, added }: AdditionsProps) {
  if (added.length === 0) return null;
  return (
    <>
      <Heading mt={4} mb={1}>
        {title}
      </Heading>
      <List look="rows">
        {added.map((one) => (
          <li key={one.id}>
            <ForeignText text={one.title} use="prose" />: <ForeignText text={one.summary} use="prose" />
          </li>
        ))}
      </List>
    </>
  );
}

const Guarantees = ({ guarantees }: { readonly guarantees: readonly PresetGuarantee[] }) => (
  <>
    <Heading mt={4} mb={1}>
      Guarantees
    </Heading>
    <List look="rows">
      {guarantees.map((guarantee) => (
        <li key={guarantee.id}>
          <ForeignText text={guarantee.title} use="prose" />:{' '}
          <code>
            <ForeignText text={subjectInWords(guarantee)} />
          </code>
        </li>
      ))}
    </List>
  </>
);

function Section({ title, rules }: { readonly title: string; readonly rules: readonly PresetRule[] }) {
  return (
    <>
      <Heading mt={4} mb={1}>
        {title}
      </Heading>
      <List look="rows">
        {rules.map(({ name, values = [], what, why }) => (
          <li key={name}>
            <ForeignText text={name} use="prose" />
            {values.length > 0 && ': '}
            {values.length > 0 && (
              <code>
                <ForeignText text={values.join(', ')} />
              </code>
            )}
            <WhyLine what={what} why={why} />
          </li>
        ))}
      </List>
    </>
  );
}
