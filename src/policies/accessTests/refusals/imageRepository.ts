import { dnsSuffix, partitionOfRegion } from '../../language/partitions.ts';

const IMAGE = new RegExp(
  String.raw`\b(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z]{2,4}(?:-[a-z]+)+-\d)\.${dnsSuffix}\/([a-z0-9][a-z0-9._/-]*)`,
);

/** The ARN of the repository that the address of an image names: `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`. */
export function imageRepository(text: string): string | undefined {
  const [, account, region, name] = IMAGE.exec(text) ?? [];
  if (!account || !region || !name) return undefined;
  return `arn:${partitionOfRegion(region)}:ecr:${region}:${account}:repository/${name.replace(/[./]+$/, '')}`;
}

/**
 * The action that Amazon ECR asks for by the method and the path of a call of the registry’s API; nothing for another call. `isPull`: it
 * is one of those that pull an image.
 * Sources: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchCheckLayerAvailability.html, API_GetDownloadUrlForLayer.html,
 * API_BatchGetImage.html, API_InitiateLayerUpload.html, API_UploadLayerPart.html, API_CompleteLayerUpload.html and API_PutImage.html (which say
 * when an image is pushed or pulled), https://docs.docker.com/reference/api/registry/latest/;
 * for lists of tags https://github.com/containers/skopeo/pull/738
 */
export function registryAction(before: string, address: string, isPull: boolean): string | undefined {
  const given = /\b(HEAD|GET|PUT|POST|PATCH|DELETE)\b[^/]*$/i.exec(before)?.[1]?.toUpperCase();
  // containerd and Docker name none where they read.
  const method = given ?? (isPull || /\bunexpected status code ["']?$/.test(before) ? 'GET' : '');
  const [, kind = ''] = /\/v2\/\S{1,300}?\/(manifests|blobs\/uploads|blobs|tags)\//.exec(address) ?? [];
  return actions[`${method} ${kind}`];
}

const actions: Readonly<Record<string, string>> = {
  'HEAD manifests': 'ecr:BatchGetImage',
  'GET manifests': 'ecr:BatchGetImage',
  'PUT manifests': 'ecr:PutImage',
  'HEAD blobs': 'ecr:BatchCheckLayerAvailability',
  'GET blobs': 'ecr:GetDownloadUrlForLayer',
  'GET tags': 'ecr:ListImages',
  'POST blobs/uploads': 'ecr:InitiateLayerUpload',
  'PATCH blobs/uploads': 'ecr:UploadLayerPart',
  'PUT blobs/uploads': 'ecr:CompleteLayerUpload',
};
