import { create } from 'zustand';
import { type NeededActivity, withNeeded } from '../../policies/managedPolicies/neededActivities.ts';
import { edit, rulesetInForce, show } from '../store.ts';

/** The managed policy that is to be replaced, and what the team needs of it. It outlasts the dialog. */
interface Replacing {
  readonly name: string;
  readonly needed: readonly NeededActivity[];
  /** What was pasted of the actions that the team uses. */
  readonly used: string;
}

export const useReplacing = create<Replacing>()(() => ({
  name: 'AmazonSageMakerFullAccess',
  needed: [],
  used: '',
}));

/** Opens what replaces a managed policy. */
export function openManagedPolicy(name: string): void {
  useReplacing.setState({ name });
  show({ dialog: 'managed' });
}

export const selectManagedPolicy = (name: string): void => useReplacing.setState({ name });

export const setUsed = (used: string): void => useReplacing.setState({ used });

export const setNeeded = (needed: readonly NeededActivity[]): void => useReplacing.setState({ needed });

export const isNeeded = (needed: readonly NeededActivity[], { persona, activity }: NeededActivity): boolean =>
  needed.some((one) => one.persona === persona && one.activity === activity);

export function toggleNeeded(one: NeededActivity): void {
  const { needed } = useReplacing.getState();
  setNeeded(
    isNeeded(needed, one)
      ? needed.filter(({ persona, activity }) => persona !== one.persona || activity !== one.activity)
      : [...needed, one],
  );
}

/** Adds the roles and activities to the draft, as one step of its history. */
export function applyNeeded(): void {
  const { name, needed } = useReplacing.getState();
  edit((draft) => withNeeded(draft, needed, rulesetInForce()), `Activities selected that replace ${name}`);
  show({ dialog: null, view: 'policy', half: 'policy', step: 'where', preview: null, focused: null });
  requestAnimationFrame(() => document.getElementById('policy')?.focus());
}
