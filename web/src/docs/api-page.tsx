import './api-page.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { base, get } from '@/api/client';
import { ButtonAnchor } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { SearchField } from '@/components/SearchField';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { OperationCard } from './OperationCard';
import { areas, type Document } from './openapi';

/** The API, read from the document that the server makes of its own routes: it cannot be out of date. */
export function ApiPage() {
  useTitle('API');
  const [text, setText] = useState('');
  const document = useQuery({
    queryKey: ['openapi'],
    queryFn: () => get<Document>('/openapi.json'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (document.isError) return <Failed error={document.error} />;
  const wanted = text.trim().toLowerCase();
  const shown = document.data
    ? areas(document.data)
        .map(([area, entries]) => ({
          area,
          entries: entries.filter(({ path, method, operation }) =>
            `${method} ${path} ${operation.summary ?? ''}`.toLowerCase().includes(wanted),
          ),
        }))
        .filter(({ entries }) => entries.length > 0)
    : [];
  return (
    <Content>
      <PageHeader
        title="API"
        acts={
          <ButtonAnchor href={`${base}/openapi.json`} icon="download">
            openapi.json
          </ButtonAnchor>
        }
      >
        {t('api.text', 'Programs show a token, made in your settings: Authorization: Bearer …')}
      </PageHeader>
      {document.isPending && <Skeleton lines={10} />}
      {document.data && (
        <div className="api">
          <nav className="api-nav" aria-label={t('api.areas', 'Areas')}>
            <SearchField label={t('api.find', 'Find a route')} value={text} onChange={setText} />
            <ul>
              {shown.map(({ area, entries }) => (
                <li key={area}>
                  <a href={`#area-${area}`} className="settings-link">
                    {area} <span className="push faint number">{entries.length}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="stack api-areas">
            {shown.map(({ area, entries }) => (
              <section key={area} aria-labelledby={`area-${area}`}>
                <h2 id={`area-${area}`}>{area}</h2>
                <div className="stack api-entries">
                  {entries.map((entry) => (
                    <OperationCard key={entry.id} entry={entry} document={document.data} />
                  ))}
                </div>
              </section>
            ))}
          </div>
        </div>
      )}
    </Content>
  );
}
