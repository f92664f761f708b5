import { valueOfOption } from '../../library/activities/optionValues.ts';
import type { LibraryOption } from '../../library/activities/activity.ts';
import { type SelectedTrust, selectedPersonas, selectedTrust } from '../../draft/selection.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';
import { rolesOf } from '../../draft/roles.ts';
import type { Block, Lines } from '../report.ts';
import { paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** An option and its value, as they are called on the page. */
export const optionLines = (
  options: readonly LibraryOption[],
  values: Readonly<Record<string, string>>,
): Lines =>
  options.map((option) => {
    const value = valueOfOption(option, values);
    const { label, choices } = option;
    return [`${label}: ${choices.find((choice) => choice.value === value)?.label ?? value}`];
  });

/** The personas, and how the role of each is assumed. */
export const personasSection: ReportPart = {
  id: 'who',
  title: 'Personas and trust',
  blocks({ draft, ruleset }) {
    const personas = selectedPersonas(draft, ruleset);
    if (personas.length === 0) return [paragraph('No personas selected.')];
    const trusts = new Map(personas.map((persona) => [persona.id, selectedTrust(persona, draft)]));
    const table: Block = {
      kind: 'table',
      caption: ['Personas and the principals that assume their roles'],
      columns: [['Persona'], ['Description'], ['Role assumed by'], ['Options']],
      rows: personas.map(({ id, title, summary }) => {
        const trust = trusts.get(id);
        return [
          oneLineCell(title),
          oneLineCell(summary),
          oneLineCell(trust ? trust.form.title : 'no role'),
          trust ? optionLines(trust.form.options, trust.options) : [],
        ];
      }),
    };
    return [
      layoutOf(draft, ruleset),
      table,
      ...[...trusts.values()].flatMap((trust) => (trust ? warningOf(trust) : [])),
    ];
  },
};

function layoutOf(draft: Draft, ruleset: Ruleset): Block {
  const roles = rolesOf(draft, ruleset);
  const shared = roles.find(({ personas }) => personas.length > 1);
  if (shared)
    return paragraph(
      `One role with the permissions of all ${shared.personas.length} personas. Not least privilege.`,
    );
  if (roles.length === 0) return paragraph('No roles: VPC endpoints have a policy but no role.');
  return paragraph(roles.length > 1 ? 'One role for each persona, with separate policies.' : 'One role.');
}

const warningOf = ({ persona, offer }: SelectedTrust): readonly Block[] =>
  offer.warning ? [paragraph(`${persona.title}: ${offer.warning.text}`)] : [];
