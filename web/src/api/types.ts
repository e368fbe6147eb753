// The shapes of the API, v1: everything is under /api/v1, JSON in snake_case. Identifiers are strings; `version` is a
// record's own version, sent back in If-Match. Days are "2008-06-30", moments RFC 3339, periods "2008-Q2".
export type Id = string;
export type Version = number;
export type Light = 'green' | 'yellow' | 'red' | 'grey';
export type Trend = 'better' | 'worse' | 'flat' | 'insufficient';
export type State =
  | 'value'
  | 'pending'
  | 'missing'
  | 'stale'
  | 'na'
  | 'withheld'
  | 'error'
  | 'unscored'
  | 'unknown'
  | 'undefined'
  | 'manual';
export type Stage = 'strategy' | 'formation' | 'launch' | 'operation' | 'review' | 'exit' | 'closed';
export type PartnerType = 'commodity_supplier' | 'outsourcing_partner' | 'collaborative_problem_solver' | 'co_creator';
export type Role =
  | 'alliance_manager'
  | 'sponsor'
  | 'body_member'
  | 'theme_leader'
  | 'measure_owner'
  | 'team_member'
  | 'ambassador'
  | 'employee'
  | 'disengagement_manager'
  | 'neutral_consultant'
  | 'observer';
export type Mark = { letter: string; style: 'outlined' | 'filled' | 'half' | 'square' };
export type SpaceRef = { kind: 'shared' | 'private' | 'agreement'; name: string }; // name: "Shared", "Only Aldermere Pharma"
export type PersonRef = { id: Id; name: string; organisation: Id };

// --- errors: application/problem+json ---
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  fields: { path: string; code: string; message: string }[];
  request: string;
};

// --- who ---
// POST /sessions {email,password} -> 201 Me (sets cookie). DELETE /sessions/current -> 204. GET /sessions -> {items: SessionItem[]}. DELETE /sessions/{id}
// GET /me -> Me (401 when signed out). PATCH /me {name?, locale?, appearance?}. POST /me/password {current, new_password} -> 204
// GET /me/tokens -> {items: {id,name,made_at,last_used_at|null}[]}. POST /me/tokens {name} -> {id, token}. DELETE /me/tokens/{id}
// Every unsafe request needs header X-CSRF-Token: Me.csrf (cookie sessions), Content-Type: application/json.
export type Me = {
  person: { id: Id; name: string; email: string; locale: string; appearance: 'system' | 'light' | 'dark' };
  organisation: { id: Id; name: string; mark: Mark };
  administrator: boolean;
  csrf: string;
  server: { version: string; today: string; public_url: string | null };
};
export type SessionItem = {
  id: Id;
  made_at: string;
  last_seen_at: string;
  user_agent: string;
  address: string;
  current: boolean;
};

// --- home: GET /home ---
export type Need = {
  kind: 'value_due' | 'value_missing' | 'red_objective' | 'invitation' | 'not_placed' | 'unowned_measure';
  alliance: { id: Id; slug: string; name: string } | null;
  title: string;
  detail: string;
  due: string | null;
  light: Light | null;
  link: string /* path in the app */;
};
export type Home = { needs: Need[]; alliances: AllianceItem[] };

// --- alliances: GET /alliances?q=&stage=&light=&partner=&sort=name|light|-light|stage|updated|score&cursor=&limit= ; ETag ---
export type AllianceItem = {
  id: Id;
  slug: string;
  name: string;
  kind: string;
  stage: Stage;
  partner_type: PartnerType | null;
  parties: {
    id: Id;
    organisation: Id;
    name: string;
    mark: Mark;
    kind: 'partner' | 'neutral';
    state: 'invited' | 'confirmed';
  }[];
  light: Light;
  split: Light | null;
  score: number | null;
  trend: Trend;
  coverage: number | null;
  period: string | null;
  themes: { id: Id; name: string; colour: number; light: Light }[];
  reds: number;
  yellows: number;
  greens: number;
  greys: number;
  worst: string | null /* one line: why */;
  updated_at: string;
  ratified: boolean;
};
export type AllianceList = { items: AllianceItem[]; next: string | null; total: number };
// POST /alliances {name, kind?: 'alliance'|'partnership'|'joint_venture'|'sbr', description?, template?: 'standard'|'empty', first_month?: 1..12, first_day?: 1..31, calendar?: 'months'|'445'|'iso_weeks', currency?} -> 201 Alliance
// GET /alliances/{id-or-slug} -> Alliance ; PATCH /alliances/{id} (If-Match) any of {name, description, stage, kind, partner_type, first_month, first_day, calendar, period_default?}
export type Alliance = AllianceItem & {
  version: Version;
  description: string;
  source: string;
  created_at: string;
  calendar: { first_month: number; first_day: number; kind: 'months' | '445' | 'iso_weeks' };
  currency: string;
  rights: Rights;
  me: { roles: Role[]; party: Id | null; themes: Id[] };
  freshness: { party: Id | null; name: string; due: number; missing: number; stale: number; total: number }[];
  overview: {
    masked: { code: string; title: string; link: string; light: Light }[];
    reds: { id: Id; code: string; title: string; theme: Id; why: string; since: string | null; trend: Trend }[];
    initiatives: { id: Id; name: string; progress: number; planned: number; due: string | null; late: boolean }[];
    history: { period: string; light: Light; score: number | null }[];
  };
};
export type Rights = {
  read_scorecard: boolean;
  edit_draft: boolean;
  edit_themes: Id[];
  enter_observations: boolean;
  manage_members: boolean;
  comment: boolean;
  export: boolean;
  read_record: boolean;
  private: boolean;
};
// GET /alliances/{id}/access?object= -> {rows: {organisation: string; person: string; roles: Role[]; may: string[]}[], sentence: string}   "who can see this?"
// POST /alliances/{id}/invitations {organisation_name?, email, role, kind: 'partner'|'neutral'|'person'} -> {id, link}; GET /invitations/{secret} -> {alliance_name, inviter, kind, organisation|null, email}; POST /invitations/{secret}/accept {name, password, organisation_name?} -> Me
// GET /alliances/{id}/people?q=&party=&role=&cursor= -> {items: Member[], next, total, parties}; PATCH /alliances/{id}/members/{person} {roles, themes, state}; POST /alliances/{id}/members {person|email, roles, themes}
export type Member = {
  person: PersonRef & { email: string; title: string };
  party: Id | null;
  organisation_name: string;
  mark: Mark;
  state: 'invited' | 'confirmed' | 'suspended' | 'left';
  roles: Role[];
  themes: Id[];
  since: string;
};

// --- the period, in every composite read ---
export type PeriodInfo = {
  period: string /* "2008-Q2" */;
  label: string /* "Q2 2008" */;
  first: string;
  last: string;
  as_of: string;
  default_period: string;
  reason: string /* one line why this is the default */;
  frequency: 'month' | 'quarter' | 'half' | 'year';
  available: { period: string; label: string }[] /* newest first */;
  side: 'joint' | 'ours';
};

// --- map: GET /alliances/{id}/map?period=&side=joint|ours ; ETag. /map.svg, /map.png?scale=, /map.pdf?paper=a3..a0 (&appearance=light|dark) ---
export type Box = { x: number; y: number; width: number; height: number };
export type Counts = { green: number; yellow: number; red: number; grey: number };
export type Judgement = {
  light: Light;
  split: Light | null;
  state: State;
  score: number | null;
  attainment: number | null;
  trend: Trend;
  coverage: number | null;
  low: number | null;
  high: number | null;
  stale: boolean;
  due: boolean;
  overridden: boolean;
  computed_light: Light | null;
  masked: { id?: Id; kind?: 'measure' | 'objective' | 'theme'; code: string; title: string }[];
  flags: ('provisional' | 'estimated' | 'restated' | 'disputed' | 'target_moved')[];
};
export type MapView = {
  alliance: { id: Id; slug: string; name: string; version: Version };
  period: PeriodInfo;
  ratified: boolean;
  rights: Rights;
  width: number;
  height: number;
  lanes: {
    id: Id;
    version: Version;
    name: string;
    question: string;
    position: number;
    box: Box;
    label: Box;
    counts: Counts;
  }[]; // bottom to top
  islands: { theme: Id; lane: Id; box: Box }[];
  cards: {
    id: Id;
    version: Version;
    code: string;
    title: string;
    lane: Id;
    theme: Id;
    box: Box;
    judgement: Judgement;
    wins: Id[] /* parties */;
    /** The cell of the layout that the card stands in: column of the whole map, row of the lane from the bottom. */
    column?: number;
    row?: number;
    pinned: boolean;
    space: SpaceRef;
    measures: number;
  }[];
  arrows: {
    links: Id[];
    from: Id[];
    to: Id;
    sign: 'helps' | 'hinders';
    points: { x: number; y: number }[];
    head: boolean;
    dashed: boolean;
  }[]; // one polyline per stretch, corners rounded by the painter (radius 6)
  links: {
    id: Id;
    version: Version;
    from: Id;
    to: Id;
    sign: 'helps' | 'hinders';
    lag_months: number;
    strength: 'weak' | 'medium' | 'strong';
  }[];
  wins: {
    party: Id;
    name: string;
    mark: Mark;
    box: Box;
    items: { id: Id; version: Version; text: string; objectives: Id[] }[];
  }[];
  values: { id: Id; version: Version; text: string }[];
  values_box: Box;
  themes: { id: Id; version: Version; name: string; colour: number; leader: PersonRef | null; judgement: Judgement }[];
  advice: string[]; // "28 objectives: a map reads best with 12 to 25."
};

// --- scorecard: GET /alliances/{id}/scorecard?period=&theme=&side=&periods=8 ; ETag ---
export type Scoring =
  | { type: 'higher' | 'lower'; red: number; green: number; worst?: number; stretch?: number }
  | { type: 'target' | 'range'; red_low: number; green_low: number; green_high: number; red_high: number }
  | {
      type: 'progress';
      baseline: number;
      target: number;
      start?: string;
      due?: string;
      curve?: 'linear' | 's';
      red?: number;
      green?: number;
    }
  | { type: 'percent'; target: number; direction?: 'higher' | 'lower'; baseline?: number; red?: number; green?: number }
  | { type: 'bands'; edges: number[]; direction?: 'higher' | 'lower' }
  | { type: 'yesno' }
  | { type: 'texts'; scores: Record<string, number> }
  | { type: 'milestone'; due: string; yellow_days: number; red_days: number }
  | { type: 'manual'; light: Light; reason: string }
  | { type: 'unscored' };
export type Frequency = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export type Aggregation =
  | 'sum'
  | 'mean'
  | 'weighted_mean'
  | 'last'
  | 'first'
  | 'min'
  | 'max'
  | 'median'
  | 'count'
  | 'ratio'
  | 'none';
export type Signal = {
  points: number;
  limits: 'none' | 'trial' | 'locked';
  centre: number | null;
  low: number | null;
  high: number | null;
  verdict: 'improvement' | 'concern' | 'none';
  rules: string[];
  assurance: 'meets' | 'misses' | 'hit_or_miss' | 'none';
};
export type Cell = {
  period: string;
  label: string;
  state: State;
  value: number | string | boolean | null;
  score: number | null;
  light: Light;
  target: number | null;
  red: number | null;
  /** Where one light goes over into the next, lowest value first; one light more than edges. */
  bands?: { at: number[]; lights: Light[] } | null;
  flags: string[];
  reason: string | null;
  note: string | null;
  version: number;
};
export type MeasureRow = {
  id: Id;
  version: Version;
  code: string;
  name: string;
  unit: string;
  decimals: number;
  frequency: Frequency;
  lead: boolean;
  owner: PersonRef | null;
  supplier: Id | null;
  space: SpaceRef;
  weight: number;
  mandatory: boolean;
  period: string | null;
  value: number | string | boolean | null;
  target: string /* in words: "≥ 700 patients" */;
  target_value: number | null;
  red_value: number | null;
  judgement: Judgement;
  signal: Signal;
  recent: Cell[] /* oldest first */;
  due: string | null;
  assumed: string | null /* "assumed, please check" */;
  may_enter: boolean;
};
export type InitiativeRow = {
  id: Id;
  version: Version;
  name: string;
  owner: PersonRef | null;
  start: string | null;
  due: string | null;
  progress: number /* 0..1 */;
  planned: number;
  state: 'planned' | 'running' | 'done' | 'stopped';
  budget: number | null;
  currency: string;
  late: boolean;
  space: SpaceRef;
  objectives: Id[];
};
export type ObjectiveRow = {
  id: Id;
  version: Version;
  code: string;
  title: string;
  description: string;
  perspective: Id;
  theme: Id;
  owner: PersonRef | null;
  space: SpaceRef;
  weight: number;
  judgement: Judgement;
  history: { period: string; light: Light; score: number | null }[];
  measures: MeasureRow[];
  initiatives: InitiativeRow[];
};
export type Scorecard = {
  alliance: { id: Id; slug: string; name: string; version: Version };
  period: PeriodInfo;
  ratified: boolean;
  rights: Rights;
  judgement: Judgement;
  perspectives: { id: Id; name: string }[];
  parties: { id: Id; name: string; mark: Mark }[];
  themes: {
    id: Id;
    version: Version;
    name: string;
    colour: number;
    kind: 'managed' | 'co_creation';
    leader: PersonRef | null;
    priority: string;
    judgement: Judgement;
    narrative: { analysis: string; recommendation: string; version: number };
    objectives: ObjectiveRow[];
  }[];
};

// --- one thing ---
// GET /objectives/{id}?period=&side= -> ObjectiveView ; GET /measures/{id}?period=&periods=48 -> MeasureView ; GET /initiatives/{id} -> InitiativeView
export type ObjectiveView = ObjectiveRow & {
  alliance: { id: Id; slug: string; name: string };
  period: PeriodInfo;
  rights: Rights;
  perspective_name: string;
  theme_name: string;
  theme_colour: number;
  causes: LinkEnd[];
  effects: LinkEnd[];
  wins: { id: Id; party: Id; party_name: string; mark: Mark; text: string }[];
  override: { light: Light; reason: string; expires: string; by: string } | null;
};
export type LinkEnd = {
  link: Id;
  objective: Id;
  code: string;
  title: string;
  light: Light;
  sign: 'helps' | 'hinders';
  lag_months: number;
  strength: string;
};
export type MeasureDefinition = {
  definition: string;
  unit: string;
  decimals: number;
  currency: string;
  frequency: Frequency;
  aggregation: Aggregation;
  source: 'person' | 'formula' | 'feed' | 'survey' | 'raci';
  kind: 'lead' | 'lag';
  carry: number;
  grace: number;
  cumulative: boolean;
  seasonal: boolean;
  natural_min: number | null;
  natural_max: number | null;
  base: number | null;
  starts: string | null;
  retired: string | null;
  review_date: string | null;
  direction: 'higher' | 'lower' | 'none';
};
export type MeasureView = MeasureRow &
  MeasureDefinition & {
    alliance: { id: Id; slug: string; name: string };
    period_info: PeriodInfo;
    rights: Rights;
    objective: { id: Id; code: string; title: string };
    theme: { id: Id; name: string; colour: number };
    targets: { id: Id; version: Version; effective_from: string; scoring: Scoring; words: string; reason: string }[];
    cells: Cell[] /* oldest first, gaps included */;
    next_period: string | null;
  };
// GET /measures/{id}/observations?period= -> {items: Observation[]} newest recorded first, all corrections
export type Observation = {
  period: string;
  series: 'actual' | 'target' | 'baseline' | 'red' | 'green';
  value: string | null;
  state: 'value' | 'na' | 'withheld';
  reason: string | null;
  note: string | null;
  recorded_at: string;
  by: string;
  organisation: string;
  source: string;
  current: boolean;
  flags: string[];
};
// POST /alliances/{id}/observations [{measure: id|code, period, value | state, reason?, note?, numerator?, denominator?, weight?, version?}] (Idempotency-Key) -> {results: {measure: Id; period: string; outcome: 'new'|'corrected'|'unchanged'; judgement: Judgement | null}[], act: Act}
// A correction of an existing value needs a `reason` (400 with fields path "[0].reason" code "reason_required").
export type InitiativeView = InitiativeRow & {
  alliance: { id: Id; slug: string; name: string };
  rights: Rights;
  description: string;
  theme: Id | null;
  milestones: { id: Id; name: string; due: string; done_at: string | null }[];
  moves: {
    measure: Id;
    code: string;
    name: string;
    sign: 'up' | 'down';
    size: number | null;
    lag_months: number;
    light: Light;
  }[];
  /** Whether this person may say how far it is. */
  may_report?: boolean;
  cost: number | null;
};

// --- edits: each answers Changed; undo with POST /acts/{act}/undo -> Changed ---
export type Act = { id: Id; space: Id; leaf: number; hash: string };
export type Changed = { id: Id; version: Version; act: Act; undoable: boolean };
// POST /alliances/{id}/perspectives {name, question?, position?} ; PATCH|DELETE /perspectives/{id} (If-Match)
// POST /alliances/{id}/themes {name, colour?, kind?, leader?, priority?, method?} ; PATCH|DELETE /themes/{id} ; PUT /themes/{id}/narrative {period, analysis, recommendation}
// POST /alliances/{id}/objectives {title, perspective, theme, code?, description?, owner?, weight?, method?, private?: boolean, measures?: [{name, unit?, decimals?, frequency?, scoring, …}]} ; PATCH /objectives/{id} {title?, description?, perspective?, theme?, owner?, code?, weight?, method?, red_override?, pin?: {x,y}|null} ; DELETE
// POST /alliances/{id}/links {from, to, sign?, lag_months?, strength?} ; PATCH|DELETE /links/{id}
// POST /alliances/{id}/wins {party, text, objectives?} ; PATCH|DELETE /wins/{id} ; POST /alliances/{id}/values {text, position?} ; PATCH|DELETE /values/{id}
// POST /alliances/{id}/measures {objective, name, code?, private?, …MeasureDefinition fields, weight?, mandatory?, owner?, supplier?, scoring} ; PATCH|DELETE /measures/{id} ; POST /measures/{id}/targets {effective_from, scoring, reason} ; DELETE /targets/{id}
// POST /alliances/{id}/initiatives {name, objectives, description?, owner?, start?, due?, budget?, currency?, private?, milestones?, moves?} ; PATCH /initiatives/{id} {…, progress?, planned?, state?} ; DELETE

// --- activity: GET /alliances/{id}/record?cursor=&limit=&space= -> {items: RecordItem[], next, spaces: {id, kind, name, size, head: {size, root, signed_at} | null}[]} ; GET /acts/{id}/receipt (file) ; GET /alliances/{id}/record/export?space= (file)
export type RecordItem = {
  act: Id;
  space: Id;
  space_name: string;
  leaf: number;
  hash: string;
  at: string;
  person: string;
  organisation: string;
  channel: string;
  sentence: string;
  link: string | null;
  undoable: boolean;
  changes: { field: string; before: string | null; after: string | null }[];
};

// --- import: POST /alliances/{id}/imports/observations?commit=false  (text/csv body) -> ImportPreview ; commit=true&preview={id} -> Changed+counts ; POST /imports/stratml?commit=false (application/xml) -> {plan: {name, goals, objectives, indicators, values, warnings: string[]}} ; commit=true -> Alliance ; POST /imports/{id}/undo
export type ImportPreview = {
  id: Id;
  new_values: number;
  changed: number;
  skipped: number;
  wrong: { line: number; column: string; message: string }[];
  rows: {
    line: number;
    measure: string;
    name: string | null;
    period: string;
    series: string;
    value: string | null;
    state: string;
    outcome: 'new' | 'changed' | 'same' | 'wrong';
    before: string | null;
    message: string | null;
  }[] /* first 500 */;
  total: number;
};
// GET /alliances/{id}/export/observations.csv , /export/stratml.xml

// --- events: GET /alliances/{id}/events (SSE): event: changed, id: etag, data: {"etag": "...", "what": ["map","scorecard","measure:ID", "people", "record"]} ; GET /events (SSE, all alliances of the viewer): data {"alliance": Id, ...}
