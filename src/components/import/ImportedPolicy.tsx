import Button from '@mui/material/Button';
import { memo, type ReactNode, useId } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { selectPolicy, setKind, setWanted } from '../../state/import/intake.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { isDocumentKind } from '../../state/import/reviewKind.ts';
import { Choice } from '../common/Choice.tsx';
import { countOf, FindingCounts, summaryOf } from '../common/FindingCounts.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { PolicyCharacters } from '../common/PolicyCharacters.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { kindOptions } from './PolicyTypeFields.tsx';
import type { PlaceOf } from './importWords.ts';
import { type GoTo, PolicyNotes } from './PolicyNotes.tsx';
import { Box } from '../common/Box.tsx';

interface ImportedPolicyProps {
  readonly placeOf: PlaceOf;
  readonly item: ReviewItem;
  /** Nothing while it is not checked. */
  readonly findings: readonly DescribedFinding[] | undefined;
  readonly isShown: boolean;
  readonly onPlace: GoTo;
  /** Its findings, while it is shown. */
  readonly children?: ReactNode;
}

/** A policy of a text: whether it is imported, as what, how many findings it has, and everything that reading it changed. */
export const ImportedPolicy = memo(function ImportedPolicy(props: ImportedPolicyProps) {
  const { placeOf, item, findings, isShown, onPlace, children } = props;
  const { found, text } = item;
  return (
    <li>
      <WantedChoice item={item} placeOf={placeOf} />
      <Box small pb={1} pl={6}>
        <KindField item={item} />
        <PolicyCharacters text={text} />
        {found && <PolicyNotes policy={found} placeOf={placeOf} onPlace={onPlace} />}
        <FindingsOfItem item={item} findings={findings} isShown={isShown} />
        {isShown && children}
      </Box>
    </li>
  );
});

/** Whether it is imported; where it is in the text. */
function WantedChoice({ item, placeOf }: Pick<ImportedPolicyProps, 'item' | 'placeOf'>) {
  const { key, title, kind, found, isWanted } = item;
  const place = found ? `${found.source}, ${placeOf(found.range.offset)}` : 'No longer in the text';
  return (
    <Choice
      type="checkbox"
      checked={isWanted && isDocumentKind(kind)}
      disabled={!isDocumentKind(kind)}
      onChange={({ target: { checked } }) => setWanted(key, checked)}
      title={<ForeignText text={title} use="prose" />}
      help={<ForeignText text={place} use="prose" />}
    />
  );
}

function KindField({ item: { key, title, kind } }: Pick<ImportedPolicyProps, 'item'>) {
  const field = useId();
  return (
    <Stack row gap={2} mb={1}>
      <label htmlFor={field}>
        Policy type<span className="visually-hidden"> of {title}</span>{' '}
      </label>
      <Select id={field} value={kind} options={kindOptions} onChange={(selected) => setKind(key, selected)} />
    </Stack>
  );
}

/** How many, and the way to them unless they are shown. */
function FindingsOfItem({
  item: { key, title, text, base },
  findings,
  isShown,
}: Pick<ImportedPolicyProps, 'item' | 'findings' | 'isShown'>) {
  return (
    <Stack row gap={2} mt={1}>
      {findings && findings.length > 0 && <FindingCounts findings={findings} />}
      <span>
        {findings ? summaryOf(countOf(findings)) || 'No issues found' : ''}
        {text !== base && ' (edited)'}
      </span>
      {!isShown && (
        <Button variant="outlined" onClick={() => selectPolicy(key)}>
          Review<span className="visually-hidden"> {title}</span>
        </Button>
      )}
    </Stack>
  );
}
