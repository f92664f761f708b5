import { usableEnvironments } from '../../policies/draft/environments.ts';
import { listed } from '../../state/derived/progress.ts';
import { useStore } from '../../state/store.ts';
import { Warning } from '../common/Warning.tsx';

/** What exports by environment were not checked with, or why there are none. */
export function EnvironmentNotes() {
  const draft = useStore((state) => state.draft);
  const names = listed((draft.environments ?? []).map(({ name }) => name));
  if (names === '') return null;
  return (
    <Warning mb={3}>
      {usableEnvironments(draft).length > 0
        ? `The findings and tests here are for the shared values. To see those of ${names}, select the environment above the policy.`
        : `These files use the shared values, not those of ${names}, because policies have manual edits. Reset the edits to export by environment.`}
    </Warning>
  );
}
