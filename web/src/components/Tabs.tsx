import './Tabs.css';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

type TabsProps<Key extends string> = {
  label: string;
  tabs: readonly { id: Key; label: string; content: ReactNode }[];
  value?: Key;
  onChange?: (value: Key) => void;
};

/** Views of one thing. Where each has an address of its own, use links instead (see NavTabs). */
export function Tabs<Key extends string>({ label, tabs, value, onChange }: TabsProps<Key>) {
  return (
    <AriaTabs
      {...(value ? { selectedKey: value } : {})}
      onSelectionChange={(key) => onChange?.(key as Key)}
      className="tabs"
    >
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
