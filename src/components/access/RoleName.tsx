import type { RoleReach } from '../../policies/access/reach/reachRow.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';

/** A role with its marks, or the imported policy. */
export function RoleName({ role: { personas, title } }: { readonly role: RoleReach }) {
  return (
    <>
      {personas.map((persona) => (
        <span key={persona} aria-hidden="true">
          <PersonaMark persona={persona} />{' '}
        </span>
      ))}
      <ForeignText text={title} use="prose" />
      {personas.length === 0 && ' (imported policy)'}
    </>
  );
}
