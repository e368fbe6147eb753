import { useState } from 'react';
import { t } from '@/i18n/t';
import { type Body, type Document, type Entry, resolved, type Schema, typeWord } from './openapi';

/** One route; opened, what it takes and gives. */
export function OperationCard({
  entry: { id, method, path, operation },
  document,
}: {
  entry: Entry;
  document: Document;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="card api-entry" id={id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={`api-method api-${method}`}>{method.toUpperCase()}</span>
        <code className="api-path">{path}</code>
        <span className="soft api-summary">{operation.summary}</span>
      </summary>
      {open && (
        <div className="stack api-body">
          {operation.description && <p className="api-description">{operation.description}</p>}
          {operation.parameters && operation.parameters.length > 0 && (
            <section>
              <h3>{t('api.parameters', 'Parameters')}</h3>
              <dl className="api-fields">
                {operation.parameters.map((parameter) => (
                  <Field
                    key={parameter.name ?? parameter.$ref}
                    name={parameter.name ?? parameter.$ref?.split('/').at(-1) ?? ''}
                    type={`${typeWord(parameter.schema)}${parameter.in ? `, in ${parameter.in}` : ''}`}
                    required={parameter.required ?? false}
                    text={parameter.description}
                  />
                ))}
              </dl>
            </section>
          )}
          {operation.requestBody && (
            <Shape title={t('api.takes', 'Takes')} body={operation.requestBody} document={document} />
          )}
          {Object.entries(operation.responses ?? {}).map(([status, body]) => (
            <Shape key={status} title={t('api.gives', 'Gives {status}', { status })} body={body} document={document} />
          ))}
        </div>
      )}
    </details>
  );
}

function Shape({ title, body, document }: { title: string; body: Body; document: Document }) {
  const [type, content] = Object.entries(body.content ?? {})[0] ?? [];
  const schema = content?.schema;
  const inner = resolved(document, schema?.items ?? schema);
  return (
    <section>
      <h3>
        {title} <span className="soft api-light">{schema ? typeWord(schema) : (type ?? '')}</span>
      </h3>
      {body.description && <p className="small soft">{body.description}</p>}
      {inner?.properties && (
        <dl className="api-fields">
          {Object.entries(inner.properties).map(([name, property]) => (
            <Property key={name} name={name} schema={property} required={inner.required?.includes(name) ?? false} />
          ))}
        </dl>
      )}
    </section>
  );
}

function Property({ name, schema, required }: { name: string; schema: Schema; required: boolean }) {
  return <Field name={name} type={typeWord(schema)} required={required} text={schema.description} />;
}

function Field({
  name,
  type,
  required,
  text,
}: {
  name: string;
  type: string;
  required: boolean;
  text?: string | undefined;
}) {
  return (
    <div>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <span className="soft">{type}</span>
        {required && <span className="faint"> · {t('api.required', 'required')}</span>}
        {text && <span className="api-text">{text}</span>}
      </dd>
    </div>
  );
}
