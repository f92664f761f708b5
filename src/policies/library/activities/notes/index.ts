import { entryOf } from '../../preset.ts';
import type { Activity, Reason } from '../activity.ts';
import { clusterNotes } from './clusterNotes.ts';
import { customizationNotes } from './customizationNotes.ts';
import { dataNotes } from './dataNotes.ts';
import { endpointNotes } from './endpointNotes.ts';
import { imageNotes } from './imageNotes.ts';
import { jobNotes } from './jobNotes.ts';
import { modelNotes } from './modelNotes.ts';
import { pipelineNotes } from './pipelineNotes.ts';
import { sharingNotes } from './sharingNotes.ts';
import { studioNotes } from './studioNotes.ts';

/** Activity id → what a reader must know that no statement can say. Apart from the activities, since composing needs none of it. */
export const activityNotes: Readonly<Record<string, readonly Reason[]>> = {
  ...clusterNotes,
  ...customizationNotes,
  ...dataNotes,
  ...endpointNotes,
  ...imageNotes,
  ...jobNotes,
  ...modelNotes,
  ...pipelineNotes,
  ...sharingNotes,
  ...studioNotes,
};

/** The notes of an activity of the library, or of an organization. */
export const notesOf = ({ id, notes = [] }: Activity): readonly Reason[] => [
  ...notes,
  ...(entryOf(activityNotes, id) ?? []),
];
