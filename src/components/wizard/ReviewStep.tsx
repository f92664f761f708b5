import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { commands } from '../../state/commands.ts';
import type { DraftProblem } from '../../policies/compose/variablesInUse.ts';
import { numberOfRoles } from '../../policies/draft/layout.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import type { Size } from '../../policies/size/measure.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import { documentsOf, type PrintedDocument, sizeOf } from '../../state/derived/derived.ts';
import { openValuesOf, stepOf } from '../../state/derived/progress.ts';
import { show, useRuleset, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { FindingsOfSet, GuaranteesOfSet, TestsOfSet } from '../common/SetCounts.tsx';
import { SizeBar } from '../common/SizeBar.tsx';
import { EndpointChecklist } from './EndpointChecklist.tsx';
import { LayoutChoice } from './LayoutChoice.tsx';
import { SizeProblems } from './SizeProblems.tsx';
import { SizingChoice } from './SizingChoice.tsx';
import { List } from '../common/List.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

/** Step 6: what comes out, what is still open, and how it is delivered. */
export function ReviewStep() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const documents = documentsOf(draft);
  if (documents.length === 0) {
    return <Note mb={2}>No policies yet. Select a persona in step 1 and an activity in step 2.</Note>;
  }
  return (
    <>
      {numberOfRoles(draft.personas, ruleset) > 1 && <LayoutChoice layout={draft.layout} />}
      <SizingChoice />
      <Heading mt={3} mb={1}>
        {countWithNoun(documents.length, 'policy', 'policies')}
      </Heading>
      <List look="rows" py={0} mb={3}>
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} size={sizeOf(document, draft)} />
        ))}
      </List>
      <SizeProblems />
      <EndpointChecklist />
      <Note mt={3} mb={1}>
        <FindingsOfSet /> <TestsOfSet /> <GuaranteesOfSet />
      </Note>
      <OpenValues values={openValuesOf(draft)} />
      <Stack row flush gap={4} rowGap={1}>
        <Button variant="outlined" onClick={() => commands.reviewView.run()}>
          Review all differences
        </Button>
        <Button onClick={() => show({ view: 'changes', half: 'changes' })}>Compare with AWS guide</Button>
        <Button onClick={() => commands.report.run()}>{commands.report.label}…</Button>
        <Button onClick={() => commands.startFresh.run()}>{commands.startFresh.label}</Button>
      </Stack>
    </>
  );
}

interface DocumentRowProps {
  readonly document: PrintedDocument;
  readonly size: Size;
}

function DocumentRow({ document, size }: DocumentRowProps) {
  return (
    <Stack as="li" row flush gap={2} rowGap={0} justify="space-between">
      <Button onClick={() => show({ documentId: document.id, view: 'policy', half: 'policy' })}>
        {document.title}
      </Button>
      <SizeBar size={size} />
      <Note as="span" mb={1.5} style={{ flexBasis: '100%' }}>
        {countWithNoun(document.policy.Statement.length, 'statement', 'statements')}, {sizeInWords(size)}
      </Note>
    </Stack>
  );
}

function OpenValues({ values }: { readonly values: readonly DraftProblem[] }) {
  const ruleset = useRuleset();
  if (values.length === 0) return <Note mb={2}>All values are valid.</Note>;
  return (
    <>
      <Heading mt={3} mb={1}>
        {countWithNoun(values.length, 'value is missing', 'values are missing')}
      </Heading>
      <List look="rows" py={0} mb={3}>
        {values.map((problem) => (
          <Stack as="li" row gap={2} rowGap={0} key={`${problem.role ?? ''}-${problem.variable.id}`}>
            <Button
              onClick={() =>
                show({ step: stepOf(problem.variable), focusTarget: { variable: problem.variable.id } })
              }
            >
              {problem.variable.label}
              {problem.role !== undefined && (
                <>
                  , of <ForeignText text={findPersona(problem.role, ruleset)?.title ?? ''} use="prose" />
                </>
              )}
            </Button>
            <code>&lt;{problem.variable.placeholders[0]}&gt;</code>
            <Note as="span" atEnd>
              {problem.state === 'invalid' ? 'invalid' : 'missing'}
            </Note>
          </Stack>
        ))}
      </List>
    </>
  );
}
