import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiError } from '@/api/client';
import { client } from '@/api/client-query';
import * as queries from '@/api/queries';
import { whoAmI } from '@/auth/session';
import { ToastRegion } from '@/components/ToastRegion';
import { freezeQuery, freezesQuery } from '@/review/queries';
import { clean, type Filters, parseSearch, stringifySearch } from '@/shell/filters';
import { Shell } from '@/shell/Shell';
import { Failed, NotFound } from '@/shell/Trouble';
import { Waiting } from '@/shell/Waiting';

// The table of contents of the screens. Each page is loaded when it is first opened, with its data beside its code.
const root = createRootRoute({
  component: () => (
    <>
      <Outlet />
      <ToastRegion />
    </>
  ),
  validateSearch: (search: Record<string, unknown>): Filters => search as Filters,
  notFoundComponent: NotFound,
  errorComponent: Failed,
});

const at = ({ period, side, basis, on }: Filters) => clean({ period, side, basis, on }) as queries.At;

// --- for anybody ---
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/signin',
  component: lazy(() => import('./auth/sign-in-page'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$secret',
  component: lazy(() => import('./auth/invitation-page'), 'InvitationPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazy(() => import('./auth/reset-page'), 'ResetPage'),
});

// --- for those signed in ---
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    try {
      await whoAmI();
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        throw redirect({ to: '/signin', search: clean({ next: location.href === '/' ? '' : location.href }) });
      throw error;
    }
  },
});
const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazy(() => import('./home/home-page'), 'HomePage'),
  loader: () => void client.prefetchQuery(queries.homeQuery),
});
const alliances = createRoute({
  getParentRoute: () => app,
  path: '/alliances',
  component: lazy(() => import('./alliance/alliances-page'), 'AlliancesPage'),
});
const create = createRoute({
  getParentRoute: () => app,
  path: '/alliances/new',
  component: lazy(() => import('./alliance/create-page'), 'CreatePage'),
});
const bringIn = createRoute({
  getParentRoute: () => app,
  path: '/alliances/bring-in',
  component: lazy(() => import('./possession/bring-in-page'), 'BringInPage'),
});
const search = createRoute({
  getParentRoute: () => app,
  path: '/search',
  component: lazy(() => import('./home/search-page'), 'SearchPage'),
});
const inbox = createRoute({
  getParentRoute: () => app,
  path: '/inbox',
  component: lazy(() => import('./inbox/inbox-page'), 'InboxPage'),
});
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazy(() => import('./auth/settings-page'), 'SettingsPage'),
});
const settingsPart = createRoute({
  getParentRoute: () => app,
  path: '/settings/$part',
  component: lazy(() => import('./auth/settings-page'), 'SettingsPage'),
});
const docs = createRoute({
  getParentRoute: () => app,
  path: '/api/docs',
  component: lazy(() => import('./docs/api-page'), 'ApiPage'),
});

const formulas = createRoute({
  getParentRoute: () => app,
  path: '/help/formulas',
  component: lazy(() => import('./help/formulas-page'), 'FormulasPage'),
});

// --- inside an alliance ---
const alliance = createRoute({
  getParentRoute: () => app,
  path: '/a/$alliance',
  component: lazy(() => import('./shell/AllianceFrame'), 'AllianceFrame'),
  notFoundComponent: NotFound,
  loader: ({ params }) => client.ensureQueryData(queries.allianceQuery(params.alliance)),
});
const overview = createRoute({
  getParentRoute: () => alliance,
  path: '/',
  component: lazy(() => import('./alliance/overview-page'), 'OverviewPage'),
});
const map = createRoute({
  getParentRoute: () => alliance,
  path: '/map',
  component: lazy(() => import('./strategy/map-page'), 'MapPage'),
  loaderDeps: ({ search: filters }) => at(filters),
  loader: ({ params, deps }) => void client.prefetchQuery(queries.mapQuery(params.alliance, deps)),
});
const mapVersions = createRoute({
  getParentRoute: () => alliance,
  path: '/map/versions',
  component: lazy(() => import('./charter/map-versions-page'), 'MapVersionsPage'),
});
const charter = createRoute({
  getParentRoute: () => alliance,
  path: '/charter',
  component: lazy(() => import('./charter/charter-page'), 'CharterPage'),
});
const difference = createRoute({
  getParentRoute: () => alliance,
  path: '/charter/difference',
  component: lazy(() => import('./charter/difference-page'), 'DifferencePage'),
});
const reviews = createRoute({
  getParentRoute: () => alliance,
  path: '/reviews',
  component: lazy(() => import('./review/reviews-page'), 'ReviewsPage'),
  loader: ({ params }) => void client.prefetchQuery(freezesQuery(params.alliance)),
});
const reviewCompare = createRoute({
  getParentRoute: () => alliance,
  path: '/reviews/compare',
  component: lazy(() => import('./review/compare-page'), 'ComparePage'),
});
const review = createRoute({
  getParentRoute: () => alliance,
  path: '/reviews/$review',
  component: lazy(() => import('./review/review-page'), 'ReviewPage'),
  loader: ({ params }) => void client.prefetchQuery(freezeQuery(params.alliance, params.review)),
});
const scorecards = createRoute({
  getParentRoute: () => alliance,
  path: '/scorecards',
  component: lazy(() => import('./scorecard/scorecards-page'), 'ScorecardsPage'),
  loaderDeps: ({ search: filters }) => at(filters),
  loader: ({ params, deps }) => void client.prefetchQuery(queries.scorecardQuery(params.alliance, deps)),
});
const theme = createRoute({
  getParentRoute: () => alliance,
  path: '/scorecards/$theme',
  component: lazy(() => import('./scorecard/scorecards-page'), 'ScorecardsPage'),
  loaderDeps: ({ search: filters }) => at(filters),
  loader: ({ params, deps }) => void client.prefetchQuery(queries.scorecardQuery(params.alliance, deps)),
});
const accept = createRoute({
  getParentRoute: () => alliance,
  path: '/accept',
  component: lazy(() => import('./scorecard/keys/accept-page'), 'AcceptPage'),
  loader: ({ params }) => void client.prefetchQuery(queries.submissionsQuery(params.alliance)),
});
const objective = createRoute({
  getParentRoute: () => alliance,
  path: '/o/$objective',
  component: lazy(() => import('./scorecard/objective-page'), 'ObjectivePage'),
  loaderDeps: ({ search: filters }) => at(filters),
  loader: ({ params, deps }) =>
    void client.prefetchQuery(queries.objectiveQuery(params.alliance, params.objective, deps)),
});
const measure = createRoute({
  getParentRoute: () => alliance,
  path: '/m/$measure',
  component: lazy(() => import('./scorecard/measure-page'), 'MeasurePage'),
  loaderDeps: ({ search: filters }) => at(filters),
  loader: ({ params, deps }) =>
    void client.prefetchQuery(queries.measureQuery(params.alliance, params.measure, { ...deps, periods: 48 })),
});
const initiative = createRoute({
  getParentRoute: () => alliance,
  path: '/i/$initiative',
  component: lazy(() => import('./scorecard/initiative-page'), 'InitiativePage'),
  loaderDeps: ({ search: filters }) => at(filters),
  loader: ({ params, deps }) =>
    void client.prefetchQuery(queries.initiativeQuery(params.alliance, params.initiative, deps)),
});
const interviews = createRoute({
  getParentRoute: () => alliance,
  path: '/interviews',
  component: lazy(() => import('./formation/interviews-page'), 'InterviewsPage'),
});
const workshops = createRoute({
  getParentRoute: () => alliance,
  path: '/workshops',
  component: lazy(() => import('./formation/workshops-page'), 'WorkshopsPage'),
});
const workshop = createRoute({
  getParentRoute: () => alliance,
  path: '/workshops/$workshop',
  component: lazy(() => import('./formation/workshop-page'), 'WorkshopPage'),
});
const value = createRoute({
  getParentRoute: () => alliance,
  path: '/value',
  component: lazy(() => import('./value/value-page'), 'ValuePage'),
});
const agreements = createRoute({
  getParentRoute: () => alliance,
  path: '/agreements',
  component: lazy(() => import('./agreement/agreements-page'), 'AgreementsPage'),
});
const levels = createRoute({
  getParentRoute: () => alliance,
  path: '/service-levels',
  component: lazy(() => import('./service-level/service-levels-page'), 'ServiceLevelsPage'),
});
const level = createRoute({
  getParentRoute: () => alliance,
  path: '/service-levels/$level',
  component: lazy(() => import('./service-level/service-level-page'), 'ServiceLevelPage'),
});
const initiatives = createRoute({
  getParentRoute: () => alliance,
  path: '/initiatives',
  component: lazy(() => import('./initiative/initiatives-page'), 'InitiativesPage'),
});
const renegotiation = createRoute({
  getParentRoute: () => alliance,
  path: '/renegotiation',
  component: lazy(() => import('./discipline/renegotiation-page'), 'RenegotiationPage'),
});
const people = createRoute({
  getParentRoute: () => alliance,
  path: '/people',
  component: lazy(() => import('./alliance/people-page'), 'PeoplePage'),
});
const activity = createRoute({
  getParentRoute: () => alliance,
  path: '/activity',
  component: lazy(() => import('./record/activity-page'), 'ActivityPage'),
});
const witnesses = createRoute({
  getParentRoute: () => alliance,
  path: '/activity/witnesses',
  component: lazy(() => import('./possession/witnesses-page'), 'WitnessesPage'),
});
const importStart = createRoute({
  getParentRoute: () => alliance,
  path: '/import',
  component: lazy(() => import('./exchange/import-page'), 'ImportPage'),
});
const importKind = createRoute({
  getParentRoute: () => alliance,
  path: '/import/$kind',
  component: lazy(() => import('./exchange/import-page'), 'ImportPage'),
});
const allianceSettings = createRoute({
  getParentRoute: () => alliance,
  path: '/settings',
  component: lazy(() => import('./alliance/settings-page'), 'AllianceSettingsPage'),
});

const inside = [
  overview,
  map,
  mapVersions,
  charter,
  difference,
  reviews,
  reviewCompare,
  review,
  scorecards,
  theme,
  accept,
  objective,
  measure,
  initiative,
  interviews,
  workshops,
  workshop,
  value,
  initiatives,
  levels,
  level,
  renegotiation,
  agreements,
  people,
  activity,
  witnesses,
  importStart,
  importKind,
];
const tree = root.addChildren([
  signIn,
  invitation, reset,
  app.addChildren([
    home,
    alliances,
    create,
    bringIn,
    search,
    inbox,
    settings,
    settingsPart,
    docs,
    formulas,
    alliance.addChildren([...inside, allianceSettings]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: NotFound,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Asks for who is signed in and for the code of the first page at once, not one after the other. */
export function openFirst(): void {
  const routes: Record<string, AnyRoute | undefined> = router.routesById;
  const first = router.matchRoutes(router.latestLocation).map(({ routeId }) => routeId as string);
  if (first.includes(app.id)) void whoAmI().catch(() => {});
  for (const routeId of first) {
    const route = routes[routeId];
    if (route) void router.loadRouteChunk(route);
  }
}
