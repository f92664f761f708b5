import { countWithNoun } from '../../language/counts.ts';
import { type AccessComparison, isProvenSame } from '../../access/everyRequest/accessDifference.ts';
import { shownChanges } from '../../access/everyRequest/shownChanges.ts';
import type { ChangeKind, PermissionChange } from '../../exact/change.ts';
import {
  changeKinds,
  changeWords,
  notComparedWords,
  numberOfChanges,
  scopeInWords,
  scopeLabels,
  WITHOUT_ALLOW,
} from '../../access/changeWords.ts';
import type { Scope } from '../../exact/scope.ts';
import type { ComparedDocument, NoAnswer } from '../input.ts';
import type { Block, Lines, ReportText } from '../report.ts';
import { codeSpan, codeSpans, heading, paragraph, oneLineCell } from '../text.ts';
import { everyRequestBlocks } from './everyRequest.ts';
import type { ReportPart } from './part.ts';

/** What the change does to the access, document by document, against the baseline that Changes shows. */
export const changesSection: ReportPart = {
  id: 'changes',
  title: 'Compare access',
  blocks({ comparison: { baseline, documents }, made, catalog }) {
    if (!documents)
      return [paragraph(`Compared with: ${baseline}. There is no earlier version to compare with.`)];
    return [
      paragraph(
        `Compared with: ${baseline}. Compares access as IAM evaluates it, not text. Split policies are compared as one.`,
      ),
      paragraph(
        `Proven means: for every request, also of actions that AWS hasn’t released yet, by the policies of the same kind alone. Computed by version ${made.page}${catalog?.dataDate === undefined ? '' : `, IAM data ${catalog.dataDate}`}.`,
      ),
      ...documents.flatMap(blocksOf),
    ];
  },
};

const PRESENCE = {
  inBoth: '',
  new: ' (new)',
  gone: ' (removed)',
} as const;

function blocksOf(document: ComparedDocument): readonly Block[] {
  const title = heading(`${document.title}${PRESENCE[document.presence]}`);
  return [title, ...differencesOf(document)];
}

function differencesOf({ title, sameText, result }: ComparedDocument): readonly Block[] {
  if (result.state !== 'compared') return [paragraph(notCompared(result))];
  if (sameText) return [paragraph('No differences.')];
  const { everyRequest } = result;
  const changes = shownChanges(result.changes, everyRequest);
  const sentences = everyRequest
    ? everyRequestBlocks(everyRequest)
    : [paragraph('? Not compared over every request: the comparison wasn’t finished.')];
  if (changes.length === 0) return [...sentences, ...onlyText(everyRequest)];
  return [
    ...sentences,
    paragraph(`${changeCounts([changes])}.`),
    {
      kind: 'table',
      caption: [`Access changes: ${title}`],
      columns: [['Change'], ['Access level'], ['Actions'], ['Before and after']],
      rows: changes.map(changeRow),
    },
  ];
}

const onlyText = (everyRequest: AccessComparison | undefined): readonly Block[] =>
  everyRequest && isProvenSame(everyRequest) ? [paragraph('Only the text differs.')] : [];

const notCompared = ({ state }: NoAnswer): string =>
  state === 'pending'
    ? '? Not compared: the comparison wasn’t finished when this report was created.'
    : '? Not compared: the service data couldn’t be loaded.';

/** `▲ new access: 3 actions, ▼ removed access: 12 actions`, over several documents; `no changes` where there are none. */
export function changeCounts(documents: readonly (readonly PermissionChange[])[]): string {
  const numberOf = (kind: ChangeKind) =>
    documents.reduce((sum, found) => sum + numberOfChanges(found, kind), 0);
  const present = changeKinds.filter((kind) => numberOf(kind) > 0);
  if (present.length === 0) return 'no changes in access';
  const parts = present.map((kind) => {
    const { mark, word } = changeWords[kind];
    return `${mark} ${word}: ${countWithNoun(numberOf(kind), 'action', 'actions')}`;
  });
  return parts.join(', ');
}

function changeRow(change: PermissionChange): readonly Lines[] {
  const { mark, word } = changeWords[change.kind];
  const labels = scopeLabels(change);
  return [
    oneLineCell(`${mark} ${word}`),
    oneLineCell(change.accessLevel === 'unknown' ? '' : change.accessLevel),
    [codeSpans(change.actions)],
    [
      ...(change.reason ? oneLineCell(notComparedWords[change.reason]) : []),
      ...(change.withoutAllow ? oneLineCell(WITHOUT_ALLOW) : []),
      ...change.from.map((scope) => scopeLine(labels.from, scope)),
      ...change.to.map((scope) => scopeLine(labels.to, scope)),
    ],
  ];
}

function scopeLine(label: string, scope: Scope): ReportText {
  const { who, on, isPattern, onlyIf } = scopeInWords(scope);
  return [
    `${label}: ${who === undefined ? '' : `${who}, `}`,
    isPattern ? codeSpan(on) : on,
    onlyIf === undefined ? '' : `, only if ${onlyIf}`,
  ];
}
