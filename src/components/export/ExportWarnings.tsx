import Button from '@mui/material/Button';
import { useState } from 'react';
import { someNames } from '../../policies/language/counts.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { labelOfPlaceholder } from '../../policies/library/ruleset.ts';
import type { Exporter } from '../../policies/exports/exporter.ts';
import { openPlaceholders } from '../../policies/compose/variablesInUse.ts';
import { parameterPlaceholders, textOfDocument } from '../../policies/exports/parameters.ts';
import { useChecks } from '../../state/checks/findingsStore.ts';
import { shownFindings } from '../../state/checks/shown.ts';
import { type PrintedDocument, problemsOf } from '../../state/derived/derived.ts';
import { showMissing } from '../../state/showCounted.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import { Note } from '../common/Note.tsx';
import { Warning } from '../common/Warning.tsx';
import { rolesOf } from '../../policies/draft/roles.ts';
import { setLayout } from '../../policies/draft/editDraft.ts';

const titlesOf = (documents: readonly PrintedDocument[]): string =>
  someNames(documents.map(({ title }) => title));

/** What is exported of a text that is no policy for now. */
export function TextInProgress({ documents }: { readonly documents: readonly PrintedDocument[] }) {
  const typing = useTyping();
  const titles = documents.filter(({ id }) => typing[id] !== undefined).map(({ title }) => title);
  if (titles.length === 0) return null;
  return (
    <Warning mb={3}>
      The text you’re typing in {someNames(titles)} isn’t a valid policy yet. The export uses the last valid
      text.
    </Warning>
  );
}

/** One role that has what every persona needs: said once more before it is created. */
export function OneRole() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const shared = rolesOf(draft, ruleset).find(({ personas }) => personas.length > 1);
  if (!shared) return null;
  return (
    <Warning mb={3}>
      <b>One role gets the permissions of all {shared.personas.length} personas.</b> Not least privilege.
      <br />
      <Button onClick={() => edit((current) => setLayout(current, 'perPersona'), 'One policy per role')}>
        Use one policy per role
      </Button>
    </Warning>
  );
}

interface TooLargeProps {
  readonly documents: readonly PrintedDocument[];
  readonly makes: Exporter['makes'];
}

/** Documents that AWS would refuse for their size. As text they are still of use; code that creates them would fail. */
export function TooLarge({ documents, makes }: TooLargeProps) {
  if (documents.length === 0) return null;
  const toSizes = () => show({ dialog: null, step: 'review', half: 'build', focusTarget: 'first' });
  return (
    <Warning mb={3}>
      Exceeds the AWS size quota: {titlesOf(documents)}.
      {makes === 'resources' &&
        ' Creating these policies would fail, so no files are exported in this format. You can still export JSON.'}
      <br />
      <Button onClick={toSizes}>Show sizes</Button>
    </Warning>
  );
}

interface OpenValuesProps extends Pick<Exporter, 'makes'> {
  readonly documents: readonly PrintedDocument[];
}

/** Placeholders stay in a text; code asks for the values of those that become its parameters. */
export function OpenValues({ documents, makes }: OpenValuesProps) {
  const ruleset = useRuleset();
  const isAsked = useStore(({ draft }) => problemsOf(draft).length > 0);
  const placeholders = [...new Set(documents.flatMap(openPlaceholders))];
  const parameters =
    makes === 'documents' ? none : parameterPlaceholders(documents.map(textOfDocument), ruleset);
  const asked = placeholders.filter((name) => parameters.has(name));
  const stay = placeholders.filter((name) => !asked.includes(name));
  const named = (names: readonly string[]) =>
    someNames([...new Set(names.map((name) => labelOfPlaceholder(name.slice(1, -1), ruleset)))]);
  if (placeholders.length === 0) return null;
  const holder = documents.find((document) => openPlaceholders(document).length > 0);
  const toText = () => show({ dialog: null, half: 'policy', view: 'policy', documentId: holder?.id ?? null });
  return (
    <Warning mb={3}>
      {asked.length > 0 && (
        <p>Missing values become variables. Enter a value for each when you run the code: {named(asked)}.</p>
      )}
      {stay.length > 0 && (
        <p>
          These values are missing. Their placeholders are in the text, and IAM rejects them: {named(stay)}.
        </p>
      )}
      <Button onClick={isAsked ? showMissing : toText}>
        {isAsked ? 'Enter values' : 'Show placeholders'}
      </Button>
    </Warning>
  );
}

const none: ReadonlySet<string> = new Set();

const showFindings = ({ id }: PrintedDocument): void =>
  show({
    dialog: null,
    half: 'policy',
    view: 'policy',
    documentId: id,
    evidence: 'findings',
    evidenceOpen: true,
  });

const GRAVE = new Set(['ERROR', 'SECURITY_WARNING']);

/** Documents with findings that IAM refuses or that open more than they should, and those that were not checked. What someone answers for is left out. */
export function GraveFindings({ documents }: { readonly documents: readonly PrintedDocument[] }) {
  const { state, byDocument } = useChecks();
  const accepted = useStore(({ draft }) => draft.accepted);
  const isChecked = ({ id, text }: PrintedDocument) => state === 'checked' && byDocument[id]?.text === text;
  const unchecked = documents.filter((document) => !isChecked(document));
  const isGrave = ({ type, harmless }: DescribedFinding) => GRAVE.has(type) && harmless === undefined;
  const grave = documents.filter(
    (document) =>
      isChecked(document) && shownFindings(document, byDocument[document.id], accepted).open.some(isGrave),
  );
  const [first] = grave;
  const isOpen = grave.length > 0 || unchecked.length > 0;
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  if (!isOpen) return wasOpen ? <Note>All policies are checked: no errors or security warnings.</Note> : null;
  return (
    <Warning mb={3}>
      {unchecked.length > 0 && <>Not checked yet: {titlesOf(unchecked)}. </>}
      {first && (
        <>
          Errors or security warnings: {titlesOf(grave)}.
          <br />
          <Button onClick={() => showFindings(first)}>Show findings</Button>
        </>
      )}
    </Warning>
  );
}
