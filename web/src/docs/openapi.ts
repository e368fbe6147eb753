/** The parts of an OpenAPI 3.1 document that the page shows. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
};
export type Parameter = {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
};
export type Body = { description?: string; content?: Record<string, { schema?: Schema }> };
export type Operation = {
  summary?: string;
  description?: string;
  operationId?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: Body;
  responses?: Record<string, Body>;
};
export type Document = {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema>; parameters?: Record<string, Parameter> };
};

export type Entry = { id: string; method: string; path: string; operation: Operation };

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The operations by area: by tag where there is one, otherwise by the first word of the path. */
export function areas(document: Document): [string, Entry[]][] {
  const found = new Map<string, Entry[]>();
  for (const [path, item] of Object.entries(document.paths))
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const first = path.replace(/^\/api\/v1/, '').split('/')[1] ?? '';
      const area = operation.tags?.[0] ?? first;
      const id = `${method}${path}`.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '');
      found.set(area, [...(found.get(area) ?? []), { id, method, path, operation }]);
    }
  return [...found].sort(([a], [b]) => a.localeCompare(b));
}

/** "array of Alliance", "string or null": a schema in a few words. */
export function typeWord(schema: Schema | undefined): string {
  if (!schema) return 'any';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  const either = schema.oneOf ?? schema.anyOf;
  if (either) return either.map(typeWord).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.items) return `array of ${typeWord(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'object');
  return schema.format ? `${type} (${schema.format})` : type;
}

/** The schema behind a reference. */
export function resolved(document: Document, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name ? document.components?.schemas?.[name] : schema;
}
