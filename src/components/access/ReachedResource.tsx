import type { ReachRow } from '../../policies/access/reach/reachRow.ts';
import { ForeignText } from '../common/ForeignText.tsx';

/** The resource of a row as a person reads it. */
export function ReachedResource({ row: { resource, namesNone } }: { readonly row: ReachRow }) {
  if (namesNone) return <>actions without a resource</>;
  if (typeof resource === 'string')
    return resource === '*' ? (
      <>
        all resources (<code>*</code>)
      </>
    ) : (
      <code>
        <ForeignText text={resource} />
      </code>
    );
  return (
    <>
      all resources except{' '}
      <code>
        <ForeignText text={resource.allBut.join(', ')} />
      </code>
    </>
  );
}
