import { memo } from 'react';
import type { MapView } from '@/api/types';
import { Button, IconButton } from '@/components/Button';
import { Menu, MenuItem } from '@/components/Menu';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Select } from '@/components/Select';
import { FilterMenu } from '@/filter/FilterMenu';
import { percent } from '@/i18n/format';
import { t } from '@/i18n/t';
import { themeColour } from '@/pictures';
import type { Go, MapFilters, MapMode } from './address';
import type { Zoom } from './MapCanvas';

type ToolbarProps = {
  map: MapView;
  search: Pick<MapFilters, 'view' | 'theme' | 'knock' | 'tests'>;
  go: Go;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  mode: MapMode;
  phone: boolean;
};

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2];

/** Ways of looking: picture or table, one theme, the knock-on of reds, zoom, present; and the way into editing. */
export const MapToolbar = memo(function MapToolbar({ map, search, go, zoom, onZoom, mode, phone }: ToolbarProps) {
  const reds = map.cards.filter((card) => card.judgement.light === 'red').length;
  const themes = [
    { id: '', label: t('map.allThemes', 'All themes') },
    ...map.themes.map((theme) => ({
      id: theme.id,
      label: theme.name,
      picture: <span className="theme-swatch" style={{ background: themeColour(theme.colour) }} />,
    })),
  ];
  const picture = search.view !== 'table';
  const scale = typeof zoom === 'number' ? zoom : 1;
  return (
    <div className="map-toolbar">
      {phone ? (
        <Button
          size="s"
          onPress={() => go({ view: search.view === 'picture' ? undefined : 'picture' })}
          icon={search.view === 'picture' ? 'table' : 'map'}
        >
          {search.view === 'picture' ? t('map.asLists', 'Show as lists') : t('map.asPicture', 'Show the picture')}
        </Button>
      ) : (
        <SegmentedControl
          label={t('map.view', 'Show as')}
          size="s"
          value={picture ? 'picture' : 'table'}
          onChange={(view) => go({ view: view === 'table' ? 'table' : undefined })}
          segments={[
            { id: 'picture', label: t('map.picture', 'Map'), icon: 'map' },
            { id: 'table', label: t('map.table', 'Table'), icon: 'table' },
          ]}
        />
      )}
      <Select
        bare
        label={t('map.theme', 'Theme')}
        className="map-theme-filter"
        options={themes}
        value={search.theme ?? ''}
        onChange={(id) => go({ theme: id || undefined, knock: undefined, sel: undefined })}
      />
      {reds > 0 ? (
        <Button
          size="s"
          className={search.knock ? 'is-on' : ''}
          aria-pressed={Boolean(search.knock)}
          onPress={() => go({ knock: search.knock ? undefined : '1', theme: undefined, sel: undefined })}
        >
          {t('map.knock', 'Show the knock-on of reds')}
        </Button>
      ) : null}
      {map.rights.read_scorecard && map.links.length > 0 ? (
        <Button
          size="s"
          className={search.tests ? 'is-on' : ''}
          aria-pressed={Boolean(search.tests)}
          onPress={() => go({ tests: search.tests ? undefined : '1' })}
        >
          {t('tests.title', 'Test of links')}
        </Button>
      ) : null}
      <FilterMenu />
      <span className="push" />
      {picture && !phone ? (
        <span className="row map-zoom">
          <IconButton
            size="s"
            icon="expand"
            label={t('map.fitPage', 'Fit page')}
            aria-pressed={zoom === 'page'}
            className={zoom === 'page' ? 'is-on' : ''}
            onPress={() => onZoom(zoom === 'page' ? 'auto' : 'page')}
          />
          <IconButton
            size="s"
            icon="minus"
            label={t('map.zoomOut', 'Smaller')}
            onPress={() => onZoom([...zooms].reverse().find((one) => one < scale) ?? 0.5)}
          />
          <Menu
            label={t('map.zoom', 'Size')}
            trigger={
              <Button size="s" look="quiet">
                {typeof zoom === 'number'
                  ? percent(zoom)
                  : zoom === 'width'
                    ? t('map.fitWidth', 'Fit width')
                    : zoom === 'page'
                      ? t('map.fitPage', 'Fit page')
                      : t('map.zoom', 'Size')}
              </Button>
            }
          >
            <MenuItem onAction={() => onZoom('width')}>{t('map.fitWidth', 'Fit width')}</MenuItem>
            <MenuItem onAction={() => onZoom('page')}>{t('map.fitPage', 'Fit page')}</MenuItem>
            <MenuItem onAction={() => onZoom('auto')}>{t('map.fitAuto', 'As large as can be read')}</MenuItem>
            <MenuItem onAction={() => onZoom(1)}>{percent(1)}</MenuItem>
            <MenuItem onAction={() => onZoom(1.5)}>{percent(1.5)}</MenuItem>
          </Menu>
          <IconButton
            size="s"
            icon="plus"
            label={t('map.zoomIn', 'Larger')}
            onPress={() => onZoom(zooms.find((one) => one > scale) ?? 2)}
          />
        </span>
      ) : null}
      {phone ? null : (
        <Button size="s" icon="play" onPress={() => go({ mode: 'present', sel: undefined, knock: undefined })}>
          {t('map.present', 'Present')}
        </Button>
      )}
      {map.rights.edit_draft ? (
        <Button
          size="s"
          look={mode === 'edit' ? 'plain' : 'primary'}
          icon={mode === 'edit' ? 'check' : 'edit'}
          onPress={() => go({ mode: mode === 'edit' ? undefined : 'edit' })}
        >
          {mode === 'edit' ? t('map.editDone', 'Done') : t('map.edit', 'Edit map')}
        </Button>
      ) : null}
    </div>
  );
});
