import { Outlet } from '@tanstack/react-router';
import { VersionBanner } from '@/charter/VersionBanner';
import { OnlyUsStrip } from '@/access/OnlyUsStrip';
import { SampleStrip } from '@/exchange/SampleStrip';
import { AllianceBar } from './AllianceBar';

/** The frame of every page of one alliance. */
export function AllianceFrame() {
  return (
    <>
      <AllianceBar />
      <OnlyUsStrip />
      <SampleStrip />
      <VersionBanner />
      <Outlet />
    </>
  );
}
