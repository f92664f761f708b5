/** Whether a text is a template or a policy in YAML, by the keys at its margin. Prose and JSON are not. */
export function looksLikeYaml(text: string): boolean {
  if (!/^(?:Resources|AWSTemplateFormatVersion|Statement|PolicyDocument)[ \t]*:/m.test(text)) return false;
  return /^\uFEFF?\s*(?:#|---|[\w-]+[ \t]*:(?:[ \t]|\r?$))/m.exec(text)?.index === firstLine(text);
}

const firstLine = (text: string): number => {
  const first = text.search(/\S/);
  return text.lastIndexOf('\n', first) + 1;
};
