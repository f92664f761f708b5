import { type Example, findingTypes, type Rule } from '../../src/policies/checks/check.ts';
import { rules } from '../../src/policies/checks/index.ts';
import { made, openLink } from './markdown.ts';

const AWS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html';

const TITLES = {
  ERROR: 'Errors',
  SECURITY_WARNING: 'Security warnings',
  WARNING: 'Warnings',
  SUGGESTION: 'Suggestions',
} as const;

/** All rules with their examples as one Markdown page, worst first, by code. */
export function checksReference(): string {
  const parts = findingTypes.map((type) => {
    const ofType = rules.filter((rule) => rule.type === type);
    const sorted = ofType.toSorted((one, other) => (one.code < other.code ? -1 : 1));
    return `## ${TITLES[type]} (${ofType.length})\n\n${sorted.map(section).join('\n')}`;
  });
  const intro = `${rules.length} checks. Codes that begin with \`SPB_\` are custom checks of this page; all others are those of [IAM Access Analyzer](${AWS_PAGE}).`;
  return `# Checks\n\n${made}\n\n${intro} Every example is run as a test.\n\n${parts.join('\n')}`;
}

function section({ code, message, advice, invalid, valid, source }: Rule): string {
  const from = source ? `Source: <${source}>\n\n` : '';
  const open = openLink('check', code);
  return `### ${code}\n\n${message} ${advice}\n\n${open}\n\n${from}Triggered by${about(invalid)}\n\nNot triggered by${about(valid)}\n`;
}

const LONG = 600;

function about({ policy, type = 'identity', resourceType }: Example): string {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  const shown = text.length > LONG ? `${text.slice(0, LONG)}…` : text;
  return ` (${resourceType ?? type}):\n\n\`\`\`json\n${shown}\n\`\`\``;
}
