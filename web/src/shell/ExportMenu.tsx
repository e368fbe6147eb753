import { lazy, Suspense, useState } from 'react';
import { base, query } from '@/api/client';
import { Button } from '@/components/Button';
import { Menu, MenuItem, MenuSection } from '@/components/Menu';
import { t } from '@/i18n/t';
import { useAlliance, useAt } from './alliance-context';

const ExportDialog = lazy(async () => ({ default: (await import('@/possession/ExportDialog')).ExportDialog }));

/** Poster, picture and data, as files. A poster is two clicks away. */
export function ExportMenu() {
  const alliance = useAlliance();
  const at = useAt();
  const file = (name: string, more: Record<string, string> = {}) =>
    `${base}/alliances/${alliance.id}/${name}${query({ ...at, ...more })}`;
  const [everything, setEverything] = useState(false);
  const save = (extension: string) => `${alliance.slug}.${extension}`;
  return (
    <>
    <Menu
      label={t('export.label', 'Export')}
      trigger={
        <Button icon="download" className="bar-export">
          {t('export.label', 'Export')}
        </Button>
      }
    >
      <MenuSection title={t('export.poster', 'Map as a poster (PDF)')}>
        {['a3', 'a2', 'a1', 'a0'].map((paper) => (
          <MenuItem key={paper} icon="file" href={file('map.pdf', { paper })} download={save('pdf')}>
            {paper.toUpperCase()}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection title={t('export.picture', 'Map as a picture')}>
        <MenuItem icon="map" href={file('map.png', { scale: '2' })} download={save('png')}>
          PNG
        </MenuItem>
        <MenuItem icon="map" href={file('map.svg')} download={save('svg')}>
          SVG
        </MenuItem>
      </MenuSection>
      <MenuSection title={t('export.data', 'Data')}>
        <MenuItem
          icon="table"
          href={file('export/observations.csv')}
          download={save('csv')}
          note={t('export.csv', 'All values and targets')}
        >
          CSV
        </MenuItem>
        <MenuItem
          icon="table"
          href={file('export/scorecard.xlsx')}
          download={`${alliance.slug}-scorecard.xlsx`}
          note={t('export.scorecard', 'The scorecards, for Excel')}
        >
          {t('export.scorecardName', 'Scorecards')}
        </MenuItem>
        <MenuItem
          icon="table"
          href={file('export/observations.xlsx')}
          download={save('xlsx')}
          note={t('export.xlsx', 'All values and targets, for Excel')}
        >
          XLSX
        </MenuItem>
        <MenuItem
          icon="code"
          href={file('export/stratml.xml')}
          download={save('xml')}
          note={t('export.stratml', 'The plan, in a standard form')}
        >
          StratML
        </MenuItem>
        {alliance.rights.export && (
          <MenuItem
            icon="download"
            onAction={() => setEverything(true)}
            note={t('export.everything.note', 'With the record and its proofs, to keep or to move')}
          >
            {t('export.everything', 'Everything (ZIP)')}
          </MenuItem>
        )}
      </MenuSection>
    </Menu>
      {everything && (
        <Suspense fallback={null}>
          <ExportDialog alliance={alliance} onClose={() => setEverything(false)} />
        </Suspense>
      )}
    </>
  );
}
