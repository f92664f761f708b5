/**
 * What changed in the service authorization data of a service: lines as a reader wants them, each with the `action` or `key`
 * that it is about. A service: `{ actions, keys, types }`, each by name; nothing for a service that is not there.
 */
export function serviceChanges(before, after) {
  if (!before && !after) return [];
  if (!before) return [{ line: '+ the service' }];
  if (!after) return [{ line: '- the service' }];
  const marked = (line, kind) => line.replace(/^(.) /, `$1 ${kind} `);
  return [
    ...changesOf(before.actions, after.actions, actionChange).map(({ line, name }) => ({
      line,
      action: name,
    })),
    ...changesOf(before.keys, after.keys, keyChange).map(({ line, name }) => ({
      line: marked(line, 'key'),
      key: name,
    })),
    ...changesOf(before.types, after.types, typeChange).map(({ line }) => ({
      line: marked(line, 'resource type'),
    })),
  ];
}

/** `+ Name` for what was added, `- Name` for what was removed, `~ Name: …` for what changed. */
function changesOf(before, after, changeOf) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (!old) return [{ line: `+ ${name}`, name }];
    if (!now) return [{ line: `- ${name}`, name }];
    const change = changeOf(old, now);
    return change === '' ? [] : [{ line: `~ ${name}: ${change}`, name }];
  });
}

/** `+a −b` of two lists; empty where they have the same entries. */
function listChange(label, before = [], after = []) {
  const parts = [
    ...after.filter((one) => !before.includes(one)).map((one) => `+${one}`),
    ...before.filter((one) => !after.includes(one)).map((one) => `-${one}`),
  ];
  return parts.length === 0 ? [] : [`${label} ${parts.join(' ')}`];
}

const resourcesOf = ({ resources }) =>
  resources.map(({ name, required }) => (required ? `${name} (required)` : name));

const actionChange = (old, now) =>
  [
    ...(old.level === now.level ? [] : [`access level ${old.level} → ${now.level}`]),
    ...listChange('resource types', resourcesOf(old), resourcesOf(now)),
    ...listChange('condition keys', old.keys, now.keys),
  ].join('; ');

const keyChange = (old, now) => (old === now ? '' : `type ${old} → ${now}`);

const typeChange = (old, now) =>
  [
    ...(old.arn === now.arn ? [] : [`${old.arn} → ${now.arn}`]),
    ...listChange('keys', old.keys, now.keys),
  ].join('; ');
