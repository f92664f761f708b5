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
