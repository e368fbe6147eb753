import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { LightMark, LightPill, PartnerMark, ProgressBar, TrendMark } from '@/pictures';
import { Badge } from './Badge';
import { Button, ButtonLink, IconButton } from './Button';
import { ChoiceCards } from './ChoiceCards';
import { ComboBox } from './ComboBox';
import { ConfirmDialog } from './ConfirmDialog';
import { Dialog } from './Dialog';
import { EmptyState } from './EmptyState';
import { FileDrop } from './FileDrop';
import { InlineEdit } from './InlineEdit';
import { Menu, MenuItem } from './Menu';
import { NumberField } from './NumberField';
import { PageHeader } from './PageHeader';
import { Panel, PanelLayout } from './Panel';
import { Popover } from './Popover';
import { SearchField } from './SearchField';
import { SegmentedControl } from './SegmentedControl';
import { Select } from './Select';
import { Skeleton } from './Skeleton';
import { Switch } from './Switch';
import { Table } from './Table';
import { Tabs } from './Tabs';
import { TextField } from './TextField';
import { ToastRegion } from './ToastRegion';
import { Tooltip } from './Tooltip';
import { toast } from './toasts';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

const nothing = () => {};
const options = [
  { id: 'a', label: 'First' },
  { id: 'b', label: 'Second' },
];

const parts: Record<string, ReactElement> = {
  Badge: <Badge>Late</Badge>,
  Button: <Button icon="plus">New</Button>,
  ButtonLink: <ButtonLink to="/">Home</ButtonLink>,
  IconButton: <IconButton icon="close" label="Close" />,
  ChoiceCards: <ChoiceCards label="Begin with" choices={[{ id: 'a', title: 'One' }]} value="a" onChange={nothing} />,
  ComboBox: <ComboBox label="Owner" options={options} value="a" onChange={nothing} />,
  ConfirmDialog: (
    <ConfirmDialog title="Revoke?" act="Revoke" isOpen onClose={nothing} onConfirm={nothing}>
      Gone for good.
    </ConfirmDialog>
  ),
  Dialog: (
    <Dialog title="Invite" isOpen onClose={nothing}>
      Text
    </Dialog>
  ),
  EmptyState: <EmptyState title="Nothing yet">One sentence.</EmptyState>,
  FileDrop: <FileDrop label="Drop a file" button="Choose" accept={['text/csv']} onFile={nothing} />,
  InlineEdit: <InlineEdit label="Title" value="Trust" canEdit onSave={async () => {}} />,
  Light: <LightMark state={{ light: 'red' }} label="Off track" />,
  LightBadge: <LightPill state={{ light: 'yellow', split: 'red' }} />,
  Trend: <TrendMark trend="better" />,
  Menu: (
    <Menu label="Export" trigger={<Button>Export</Button>}>
      <MenuItem>A1</MenuItem>
    </Menu>
  ),
  NumberField: <NumberField label="Value" unit="%" defaultValue={3} />,
  PageHeader: <PageHeader title="People">520 people</PageHeader>,
  Panel: (
    <PanelLayout
      panel={
        <Panel label="Objective" onClose={nothing}>
          Text
        </Panel>
      }
    >
      Page
    </PanelLayout>
  ),
  PartyMark: <PartnerMark mark={{ letter: 'A', style: 'half' }} name="Aldermere" />,
  Popover: (
    <Popover label="Why" trigger={<Button>Why</Button>}>
      Because
    </Popover>
  ),
  Progress: <ProgressBar label="Value-chain map" progress={0.4} planned={0.7} />,
  SearchField: <SearchField label="Find" value="" onChange={nothing} />,
  SegmentedControl: <SegmentedControl label="View" segments={options} value="a" onChange={nothing} />,
  Select: <Select label="Stage" options={options} value="a" onChange={nothing} />,
  Skeleton: <Skeleton />,
  Switch: (
    <Switch isSelected onChange={nothing}>
      Remind me
    </Switch>
  ),
  Table: (
    <Table
      caption="People"
      columns={[{ id: 'n', title: 'Name', sort: 'name', cell: (row: { n: string }) => row.n }]}
      rows={[{ n: 'Anna' }]}
      rowKey={(row) => row.n}
      sort="-name"
      onSort={nothing}
    />
  ),
  Tabs: <Tabs label="Views" tabs={[{ id: 'a', label: 'One', content: 'First' }]} />,
  TextField: <TextField label="Name" error="Give a name." />,
  ToastRegion: <ToastRegion />,
  Tooltip: (
    <Tooltip text="In words">
      <Button>Why</Button>
    </Tooltip>
  ),
};

/** Buttons that are links need a router around them. */
async function show(part: ReactElement): Promise<void> {
  const root = createRootRoute({ component: () => <main>{part}</main> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(<RouterProvider router={router as never} />);
  await waitFor(() => expect(document.querySelector('main, [role=dialog], [role=alertdialog]')).not.toBeNull());
}

afterEach(cleanup);

describe('components', () => {
  it.each(Object.keys(parts))('%s has no axe finding', async (name) => {
    if (name === 'ToastRegion') toast({ text: 'Title changed', undo: nothing });
    await show(parts[name]!);
    // Colours need a real browser: they are checked there, on every route.
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });

  it('shows what is wrong at the field, and ties it to the field', async () => {
    await show(parts.TextField!);
    const field = screen.getByLabelText('Name');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby') ?? '';
    expect(described.split(' ').map((id) => document.getElementById(id)?.textContent)).toContain('Give a name.');
  });
});
