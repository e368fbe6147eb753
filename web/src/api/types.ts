import type { components } from './schema';

// The names that the screens use for the shapes of the API. The shapes themselves are generated: `npm run schema`
// writes them to schema.d.ts from the program's own OpenAPI document, and ./test fails where the two have drifted.
type Shape = components['schemas'];

export type Id = string;
export type Problem = Shape['Problem'];

export type FileView = Shape['FilesFileView'];
export type FileList = Shape['FilesFileList'];

// Lights and what goes with them
export type Light = Shape['ScorecardEvaluationLight'];
export type Trend = Shape['ScorecardEvaluationTrend'];
export type State = Shape['ScorecardEvaluationState'];
export type Judgement = Shape['ModelJudgement'];
export type Signal = Shape['ModelSignalView'];
export type Scoring = Shape['Scoring'];

// People
export type Me = Shape['OrganisationMe'];
export type SessionItem = Shape['OrganisationSessionItem'];
export type Colleague = Shape['OrganisationColleagueItem'];
export type Token = Shape['OrganisationTokenItem'];
export type Mark = Shape['OrganisationMark'];
export type Role = Shape['AccessRole'];
export type PersonRef = Shape['ModelPersonName'];
export type Member = Shape['AllianceMemberItem'];
export type People = Shape['AllianceMemberList'];
export type Invitation = Shape['AllianceInvitationItem'];
export type Access = Shape['AllianceAccessList'];

// Alliances
export type Stage = Shape['AllianceStage'];
export type PartnerType = Shape['AlliancePartnerType'];
export type AllianceItem = Shape['ModelAllianceItem'];
export type AllianceList = Shape['ModelAllianceList'];
export type Alliance = Shape['ModelAllianceView'];
export type MadeAlliance = Shape['AllianceMadeAlliance'];
export type Job = Shape['PossessionJobView'];
export type BroughtPreview = Shape['PossessionImportPreview'];
export type Witness = Shape['PossessionWitnessItem'];
export type WitnessList = Shape['PossessionWitnessList'];
export type ForeignList = Shape['PossessionForeignList'];
export type Party = Shape['ModelPartyView'];
export type Calendar = Shape['ModelCalendarView'];
export type AllianceHead = Shape['ModelAllianceHead'];
export type PeriodInfo = Shape['ModelPeriodInfo'];
export type Home = Shape['ModelHome'];
export type Need = Shape['ModelNeed'];

// Map and scorecards
export type MapView = Shape['ModelMapView'];
export type LinkEnd = Shape['ModelLinkEnd'];
export type Scorecard = Shape['ModelScorecardView'];
export type ObjectiveRow = Shape['ModelObjectiveRow'];
export type ObjectiveView = Shape['ModelObjectiveView'];
export type Override = Shape['ModelOverrideView'];
export type MeasureRow = Shape['ModelMeasureRow'];
export type MeasureView = Shape['ModelMeasureView'];
export type Cell = Shape['ModelCellView'];
export type Forecast = Shape['ModelForecastView'];
export type ForecastStep = Shape['ModelForecastStepView'];
export type Outlook = Shape['ModelOutlookView'];
export type Aggregate = Shape['ModelAggregateView'];
export type OutlookItem = Shape['ModelOutlookItem'];
export type LinkTests = Shape['ModelLinkTestsView'];
export type LinkTest = Shape['ModelLinkTestItem'];
export type FormulaQuestion = Shape['ModelFormulaQuestionInput'];
export type FormulaAnswer = Shape['ModelFormulaAnswer'];
export type ValueWord = Shape['ModelValueWordView'];
export type LightWord = Shape['ModelLightWordView'];
export type SubmissionRow = Shape['ModelSubmissionRow'];
export type Submissions = Shape['ModelSubmissionsView'];
export type Observation = Shape['ScorecardObservationItem'];
export type Frequency = MeasureView['frequency'];
export type Aggregation = MeasureView['aggregation'];
export type InitiativeRow = Shape['ModelInitiativeRow'];
export type InitiativeView = Shape['ModelInitiativeView'];

// Changes and the record of them
export type Act = Shape['AccessActAnswer'];
export type Changed = Shape['AccessChanged'];
export type RecordPage = Shape['ActivityRecordList'];
export type RecordItem = Shape['ActivityRecordItem'];
export type ImportPreview = Shape['ExchangeImportPreview'];
export type SheetView = Shape['ExchangeSheetView'];
export type SheetMapping = Shape['ExchangeSheetMapping'];
export type WorkbookView = Shape['ExchangeWorkbookView'];
export type ImportList = Shape['ExchangeImportList'];
export type ShownSample = Shape['ExchangeShownSample'];
