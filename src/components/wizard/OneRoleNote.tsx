import Button from '@mui/material/Button';
import { rolesOf } from '../../policies/draft/roles.ts';
import { setLayout } from '../../policies/draft/editDraft.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Warning } from '../common/Warning.tsx';

/** What one role for everything means for who can assume it; nothing where each persona has a role of its own. */
export function OneRoleNote() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const shared = rolesOf(draft, ruleset).find(({ personas }) => personas.length > 1);
  if (!shared) return null;
  return (
    <Warning mb={2}>
      <b>All {shared.personas.length} personas share one role and its permissions.</b> Its trust policy allows
      every principal that you select below for any of them.{' '}
      <Button onClick={() => edit((current) => setLayout(current, 'perPersona'), 'One policy per role')}>
        Use one policy per role
      </Button>
    </Warning>
  );
}
