import { useEffect, useMemo, useState } from 'react';
import { describeIdentifiers } from '../../policies/share/withoutIdentifiers.ts';
import { catalog } from '../../state/catalog/loadedCatalog.ts';
import { clearAddress, nameInAddress } from '../../state/share/address.ts';
import { type MadeLink, makeLink } from '../../state/share/makeLink.ts';
import { policiesMark } from '../../policies/share/policiesMark.ts';
import { wholeDocumentsOf } from '../../state/derived/derived.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { answersOf } from '../../policies/guarantees/guaranteeAnswers.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Choice } from '../common/Choice.tsx';
import { sentBaseline, ShareBaseline, useSharedBaseline } from './ShareBaseline.tsx';
import { ShareIdentifiers } from './ShareIdentifiers.tsx';
import { ShareLink } from './ShareLink.tsx';
import { WorkspaceFile } from './WorkspaceFile.tsx';
import { Note } from '../common/Note.tsx';
import { closeDialog, Dialog } from '../common/Dialog.tsx';
import { Heading } from '../common/Heading.tsx';
import { Box } from '../common/Box.tsx';

/** The draft as a link and as a file, whole or without what identifies its owner. */
export function ShareDialog() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const isTyping = useTyping((documents) => Object.keys(documents).length > 0);
  const [placeholders, setPlaceholders] = useState(false);
  const identifiers = useMemo(() => describeIdentifiers(draft, ruleset), [draft, ruleset]);
  const [baselineId, setBaselineId] = useState(sentBaseline);
  const baseline = useSharedBaseline(baselineId, placeholders);
  const made = useMadeLink(placeholders ? identifiers.draft : draft, placeholders, baseline);
  useAddress(made, placeholders || baseline !== undefined);
  return (
    <Dialog title="Share" size="sm">
      {isTyping && (
        <Note mt={2} role="note">
          Unfinished text that isn’t a valid policy yet is not included.
        </Note>
      )}
      <CharacterNote text={draft.name} of="Policy set name" />
      <ShareLink made={made} />
      <Note mt={2}>
        The link contains the whole draft. It isn’t sent to any server, but anyone with the link can read it.
        Suppressed findings, tests, guarantees with their answers, manual edits, and what you marked as
        reviewed are included; snapshots aren’t, except one that you select here.
      </Note>
      <ShareBaseline id={baselineId} onChange={setBaselineId} />
      <Choice
        type="checkbox"
        checked={placeholders}
        onChange={(event) => setPlaceholders(event.target.checked)}
        title="Replace account IDs and names with placeholders"
        help="Applies to the link and the file. Anyone who opens it enters their own values."
      />
      <ShareIdentifiers identifiers={identifiers} replaced={placeholders} />
      <Box as="section" line="above" mt={3} pt={3}>
        <Heading mb={1}>File</Heading>
        <WorkspaceFile placeholders={placeholders} onOpened={closeDialog} />
      </Box>
    </Dialog>
  );
}

/** `isOther`: with placeholders it is another draft, of which nothing is proven. Nothing while the data is loading. */
function useMadeLink(
  draft: Draft,
  isOther: boolean,
  baseline: ReturnType<typeof useSharedBaseline>,
): MadeLink | undefined {
  const dataDate = useDataDate();
  const answers = useCurrentAnswers();
  return useMemo(() => {
    if (dataDate === undefined) return undefined;
    const evidence = isOther ? {} : { ...(answers && { answers }), policies: markOf(draft) };
    return makeLink(draft, dataDate, { ...(baseline && { baseline }), ...evidence });
  }, [draft, isOther, dataDate, baseline, answers]);
}

const markOf = (draft: Draft) => policiesMark(wholeDocumentsOf(draft));

/** Day of the IAM data; nothing while it is loading, empty where it cannot be had. */
function useDataDate(): string | undefined {
  const [date, setDate] = useState<string>();
  useEffect(() => {
    let wanted = true;
    const take = (found: string) => wanted && setDate(found);
    catalog().then(
      (loaded) => take(loaded.dataDate),
      () => take(''),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return date;
}

/** The address bar has the link as well, and never that of another draft: one with placeholders is another. One with a baseline is for others. */
function useAddress(made: MadeLink | undefined, isOther: boolean): void {
  useEffect(() => {
    if (made?.ok && !isOther) nameInAddress(made.fragment);
    else if (made) clearAddress();
  }, [made, isOther]);
}

/** The answers of the draft as it is shared; nothing while they are computed, or while those of an environment are shown. */
function useCurrentAnswers() {
  const { state, results } = useGuarantees();
  const isShared = useStore(({ screen }) => screen.environment === null);
  return useMemo(
    () => (isShared && state === 'current' && results.length > 0 ? answersOf(results) : undefined),
    [isShared, state, results],
  );
}
