import { activities } from '../activities/index.ts';
import type { ComposedDocument } from '../composed.ts';

export interface EndpointService {
  /** `com.amazonaws.<REGION>.s3` */
  readonly name: string;
  readonly type: 'gateway' | 'interface';
}

/** The service that an endpoint document is for, by the endpoint in its id; nothing for a document that was imported. */
export function serviceOf({ id, kind }: ComposedDocument): EndpointService | undefined {
  if (kind !== 'vpc-endpoint') return undefined;
  const endpoint = activities.find((activity) => `${activity.endpoint?.id}Endpoint` === id)?.endpoint;
  return endpoint && { name: endpoint.serviceName, type: endpoint.type };
}
