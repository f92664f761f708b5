import type { ActivityReasons } from '../activityReasons.ts';
import { endpointGrantsNothing } from './sharedReasons.ts';

export const logsEndpointReasons: ActivityReasons = { notes: [endpointGrantsNothing] };
