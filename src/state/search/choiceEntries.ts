import type { Activity } from '../../policies/library/activities/activity.ts';
import { guardrails } from '../../policies/library/guardrails/index.ts';
import { steps } from '../commands.ts';
import { variablesOf } from '../derived/derived.ts';
import { stepOf } from '../derived/progress.ts';
import { openingOf } from '../share/openChoice.ts';
import { notify, show, type State } from '../store.ts';
import type { Entry } from './searchEntry.ts';

/** What can be chosen, found by its words and by the actions that it is about; each leads to its row in the wizard. */
export const choiceEntries = (state: State): readonly Entry[] => [
  ...state.ruleset.activities.map(
    (activity): Entry => ({
      key: `activity ${activity.id}`,
      group: 'Activities',
      label: activity.title,
      detail: isSelected(state, activity.id) ? 'selected' : '',
      more: `${activity.summary} ${actionsOf(activity).join(' ')}`,
      run: () => openChoice(state, 'activity', activity.id),
    }),
  ),
  ...guardrails.map(
    ({ id, title, summary, number, deny }): Entry => ({
      key: `guardrail ${id}`,
      group: 'Guardrails',
      label: title,
      detail: number,
      more: `${summary} ${deny.flatMap(({ Action }) => Action).join(' ')}`,
      run: () => openChoice(state, 'guardrail', id),
    }),
  ),
  ...state.ruleset.personas.map(
    ({ id, title, summary, mark }): Entry => ({
      key: `persona ${id}`,
      group: 'Personas',
      label: title,
      detail: mark,
      more: summary,
      run: () => openChoice(state, 'persona', id),
    }),
  ),
];

const isSelected = ({ draft }: State, id: string): boolean =>
  draft.personas.some((persona) => draft.activities[persona]?.some(({ activity }) => activity === id));

const actionsOf = ({ published = [], hardened = [] }: Activity): readonly string[] => [
  ...new Set([...published, ...hardened].flatMap(({ Action }) => Action)),
];

/** Goes where a link from the documentation goes. */
function openChoice({ draft, ruleset }: State, kind: string, id: string): void {
  const { screen, text } = openingOf(`#open=${kind}:${id}`, draft, ruleset);
  if (screen) show(screen);
  if (text !== undefined) notify({ id: 'link', text, moves: [] });
}

/** The fields that the draft asks for. */
export const fieldEntries = ({ draft }: State): readonly Entry[] =>
  variablesOf(draft).map((variable): Entry => {
    const step = stepOf(variable);
    return {
      key: `field ${variable.id}`,
      group: 'Fields',
      label: variable.label,
      detail: steps.find(({ id }) => id === step)?.title ?? '',
      more: `${variable.help} ${variable.placeholders.join(' ')} ${(draft.variables[variable.id] ?? []).join(' ')}`,
      run: () =>
        show({
          step,
          half: 'build',
          dialog: null,
          preview: null,
          focusTarget: { variable: variable.id },
        }),
    };
  });
