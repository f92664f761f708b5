const LEVELS = { ERROR: 'error', SECURITY_WARNING: 'warning', WARNING: 'warning', SUGGESTION: 'note' };

/**
 * What is not fine, as SARIF 2.1.0, which code hosts show beside changes. Places within a saved draft are those of the policy’s text,
 * which is no file: only the file is given there.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif({ items }, { catalog }) {
  const shown = items.filter(({ outcome }) => outcome !== 'passed');
  const rules = [...new Map(shown.map((item) => [item.rule, ruleOf(item)])).values()];
  const run = {
    tool: {
      driver: {
        name: 'SageMaker Policy Builder',
        properties: { dataDate: catalog.dataDate },
        rules,
      },
    },
    results: shown.map(resultOf),
  };
  return `${JSON.stringify({ $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const ruleOf = ({ rule, advice, link }) => ({
  id: rule,
  ...(advice ? { help: { text: advice } } : {}),
  ...(link ? { helpUri: link } : {}),
});

/** Of what is open SARIF wants no level. */
function levelOf(outcome, level) {
  if (outcome === 'undecided') return 'none';
  if (outcome === 'unreadable') return 'error';
  return outcome === 'problem' ? (LEVELS[level] ?? 'error') : 'note';
}

function resultOf({ rule, level, outcome, message, where }) {
  return {
    ruleId: rule,
    level: levelOf(outcome, level),
    kind: outcome === 'undecided' ? 'open' : 'fail',
    message: { text: where.policy ? `${where.policy}: ${message}` : message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(where.file) } } }],
    properties: {
      outcome,
      ...(where.policy ? { policy: where.policy, line: where.line, column: where.column } : {}),
    },
  };
}

const uriOf = (file) => file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
