import type { PersonaCover } from '../../policies/activityCover/coversOfPersonas.ts';
import type { Replay } from '../../policies/activityCover/replayCalls.ts';
import type { ActivityUse } from '../../policies/activityCover/usedActivities.ts';
import type { Period } from '../../policies/activityLog/activityEvent.ts';
import type { DataEvents } from '../../policies/activityLog/dataEvents.ts';
import type { RoleActivity } from '../../policies/activityLog/roleActivity.ts';
import type { Preset } from '../../policies/library/preset.ts';
import type { Draft } from '../../policies/model/draft.ts';

/** What the page asks of the worker that reads events, and what comes back. Events themselves stay in the worker. */

export interface ActivitySource {
  readonly name: string;
  readonly content: File | string;
}

interface OfReading {
  /** Goes up with each choice of files: what the worker has read of it need not be read again. */
  readonly reading: number;
  readonly sources: readonly ActivitySource[];
  /** Address of the folder with the catalog, and its slash. */
  readonly catalog: string;
}

/** Whose calls, and which of them. */
export interface AskedCalls {
  readonly caller: string;
  /** Those that AWS services made with the caller’s permissions as well. */
  readonly withServices: boolean;
  /** Those that AWS denied as well. */
  readonly withDenied: boolean;
}

interface OfDraft extends OfReading, AskedCalls {
  readonly draft: Draft;
  readonly preset: Preset | null;
}

export type ActivityQuestion =
  | (OfReading & { readonly ask: 'read' })
  /** For each persona the selection that allows the calls and the least beyond them. */
  | (OfDraft & { readonly ask: 'selections' })
  /** What the policies of a role of the draft say of the calls. */
  | (OfDraft & { readonly ask: 'replay'; readonly persona: string });

/** A role or user in the events, without its calls. */
export type RoleSummary = Omit<RoleActivity, 'calls' | 'byService'>;

export interface ActivitySummary {
  readonly events: number;
  readonly period: Period;
  /** Records, rows and lines that are no event. */
  readonly unread: number;
  /** Events of files without roles and parameters: the CSV of the event history. */
  readonly bare: number;
  /** Files that could not be read at all. */
  readonly unreadFiles: readonly string[];
  /** Events that AWS services caused for themselves. */
  readonly ofServices: number;
  readonly roles: readonly RoleSummary[];
  readonly notLogged: readonly Pick<DataEvents, 'title' | 'actions'>[];
}

/** A persona’s selection, and what its new activities allow beside the calls. */
export interface OfferedSelection extends PersonaCover {
  /** Buckets that it enters as a whole, of which no call used an object. */
  readonly wholeBuckets: readonly string[];
  readonly beyond: readonly ActivityUse[];
}

export type ActivityAnswer =
  | { readonly ask: 'read'; readonly progress: number }
  | { readonly ask: 'read'; readonly summary: ActivitySummary }
  | { readonly ask: 'selections'; readonly calls: number; readonly selections: readonly OfferedSelection[] }
  | { readonly ask: 'replay'; readonly replay: Replay; readonly uses: readonly ActivityUse[] };
