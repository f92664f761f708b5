import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import { subjectInWords } from '../../policies/guarantees/guaranteeWords.ts';
import type { Preset, PresetGuarantee, Why } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { findVariable, type Ruleset } from '../../policies/library/ruleset.ts';
import { useRuleset } from '../../state/store.ts';
import { WhyLine } from '../common/WhyLine.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Dialog } from '../common/Dialog.tsx';

interface Rule {
  readonly name: string;
  readonly values?: readonly string[];
  readonly what: string;
  readonly why: Why;
}

/** Everything that the preset in force sets, with its owners and reasons. */
export function PresetDialog() {
  const ruleset = useRuleset();
  const { preset } = ruleset;
  return (
    <Dialog title={`Preset: ${preset?.title ?? 'none'}`} size="sm" textLabel="Rules of the preset">
      <p>
        These rules apply to every draft on this page, including restored, imported, and shared drafts.
        {preset?.help !== undefined && (
          <>
            {' '}
            <a href={preset.help} target="_blank" rel="noopener noreferrer">
              Help for {preset.title}
            </a>
          </>
        )}
      </p>
      {preset &&
        sections(preset, ruleset).map(
          ([title, rules]) => rules.length > 0 && <Section key={title} title={title} rules={rules} />,
        )}
      {preset?.guarantees && <Guarantees guarantees={preset.guarantees} />}
    </Dialog>
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
          {guarantee.title}: <code>{subjectInWords(guarantee)}</code>
        </li>
      ))}
    </List>
  </>
);

function Section({ title, rules }: { readonly title: string; readonly rules: readonly Rule[] }) {
  return (
    <>
      <Heading mt={4} mb={1}>
        {title}
      </Heading>
      <List look="rows">
        {rules.map(({ name, values = [], what, why }) => (
          <li key={name}>
            {name}
            {values.length > 0 && ': '}
            {values.length > 0 && <code>{values.join(', ')}</code>}
            <WhyLine what={what} why={why} />
          </li>
        ))}
      </List>
    </>
  );
}

function sections(
  preset: Preset,
  ruleset: Ruleset,
): readonly (readonly [title: string, rules: readonly Rule[]])[] {
  const { lockedValues = {}, allowedValues = {}, requiredGuardrails = [], hiddenActivities = [] } = preset;
  const label = (id: string): string => findVariable(id, ruleset)?.label ?? id;
  return [
    [
      'Locked values',
      Object.entries(lockedValues).map(([id, why]) => ({
        name: label(id),
        values: why.values,
        what: 'Locked',
        why,
      })),
    ],
    [
      'Allowed values',
      Object.entries(allowedValues).map(([id, why]) => ({
        name: label(id),
        values: why.values.map(({ value }) => value),
        what: 'Listed',
        why,
      })),
    ],
    [
      'Required guardrails',
      requiredGuardrails.map((why) => ({
        name: findGuardrail(why.guardrail)?.title ?? why.guardrail,
        what: 'Required',
        why,
      })),
    ],
    [
      'Enforcement of guardrails',
      preset.delivery ? [{ name: deliveryOf(preset, ruleset), what: 'Set', why: preset.delivery }] : [],
    ],
    [
      'Hidden activities',
      hiddenActivities.map((why) => ({
        name: builtIn.activities.find(({ id }) => id === why.activity)?.title ?? why.activity,
        what: 'Hidden',
        why,
      })),
    ],
    ['Names', preset.naming ? [{ name: namesOf(preset.naming), what: 'Set', why: preset.naming }] : []],
  ];
}

const places = {
  deny: 'Deny statements in each policy',
  conditions: 'conditions in each policy',
  boundary: 'a permissions boundary',
  serviceControl: 'a service control policy',
} as const;

function deliveryOf({ delivery: given }: Preset, { delivery: { exemption } }: Ruleset): string {
  const place = given?.as ? `Enforced with ${places[given.as]}` : 'You select how guardrails are enforced';
  if (exemption === undefined) return `${place}; exemptions are allowed`;
  return `${place}; ${exemption ? 'principals with the tag are exempt' : 'no exemptions'}`;
}

function namesOf({ prefix, maxLength, lowerCase }: NonNullable<Preset['naming']>): string {
  const parts = [
    prefix !== undefined && `begin with ${prefix}`,
    lowerCase && 'are lowercase',
    maxLength !== undefined && `have at most ${maxLength} characters`,
  ];
  return `Names ${parts.filter(Boolean).join(', ')}`;
}
