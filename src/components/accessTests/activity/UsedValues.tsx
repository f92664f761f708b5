import { someNames } from '../../../policies/language/counts.ts';
import type { ValueChange } from '../../../policies/accessTests/refusals/refusalChange.ts';
import { useRuleset } from '../../../state/store.ts';
import { ForeignText } from '../../common/ForeignText.tsx';
import { Note } from '../../common/Note.tsx';
import { valuesInWords } from '../refusalWords.ts';

interface UsedValuesProps {
  readonly values: readonly ValueChange[];
  readonly wholeBuckets: readonly string[];
}

/** The values that events give to fields, and what these allow that no event shows. */
export function UsedValues({ values, wholeBuckets }: UsedValuesProps) {
  const ruleset = useRuleset();
  if (values.length === 0) return null;
  return (
    <>
      <Note mb={2}>
        Values from the events: <ForeignText text={valuesInWords(values, ruleset)} />. A bucket, folder, or
        name prefix also covers resources that the events don’t name.
      </Note>
      {wholeBuckets.length > 0 && (
        <Note tone="warning" mb={2}>
          Allows all objects in <ForeignText text={someNames(wholeBuckets)} />, but the events only have calls
          on {wholeBuckets.length === 1 ? 'the bucket' : 'the buckets'}, such as s3:ListBucket. If the role
          needs only some folders, enter them under Resources after you apply.
        </Note>
      )}
    </>
  );
}
