interface Made {
  readonly type: string;
  readonly name: string;
  readonly inputs: object;
}

let made: Made[] = [];

/** What was made since this was last asked. */
export function taken(): readonly Made[] {
  const before = made;
  made = [];
  return before;
}

export abstract class Resource {
  readonly id: string;
  readonly arn: string;
  readonly name: string;

  constructor(type: string, name: string, inputs: object) {
    if (made.some((other) => other.type === type && other.name === name))
      throw new Error(`Duplicate resource ${type} ${name}`);
    made.push({ type, name, inputs });
    this.name = 'name' in inputs ? String(inputs.name) : name;
    this.id = this.name;
    this.arn = type === 'aws:iam/role:Role' ? `arn:aws:iam::111122223333:role/${this.name}` : this.name;
  }
}
