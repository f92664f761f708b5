const IMAGE =
  /\b(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z]{2,4}(?:-[a-z]+)+-\d)\.amazonaws\.(?:com(\.cn)?|eu)\/([a-z0-9][a-z0-9._/-]*)/;

/** The ARN of the repository that the address of an image names: `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`. */
export function imageRepository(text: string): string | undefined {
  const [, account, region, china, name] = IMAGE.exec(text) ?? [];
  if (!account || !region || !name) return undefined;
  const partition = china
    ? 'aws-cn'
    : region.startsWith('us-gov-')
      ? 'aws-us-gov'
      : region.startsWith('eusc-')
        ? 'aws-eusc'
        : 'aws';
  return `arn:${partition}:ecr:${region}:${account}:repository/${name.replace(/[./]+$/, '')}`;
}
