import { Outlet } from '@tanstack/react-router';
import { AllianceBar } from './AllianceBar';

/** The frame of every page of one alliance. */
export function AllianceFrame() {
  return (
    <>
      <AllianceBar />
      <Outlet />
    </>
  );
}
