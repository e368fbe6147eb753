// Generated from `entente openapi` by `npm run schema`. Do not edit.

export interface paths {
    "/api/v1/acts/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A receipt of an act, to be verified without this server */
        get: operations["getApiV1ActsIdReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/acts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an act back */
        post: operations["postApiV1ActsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign an agreement, after a fresh login, or decline it with reasons */
        post: operations["postApiV1AgreementsIdConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an agreement, after a fresh login, with a reason */
        post: operations["postApiV1AgreementsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposed agreement back */
        post: operations["postApiV1AgreementsIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The alliances of your organisation in which you take part */
        get: operations["getApiV1Alliances"];
        put?: never;
        /** Form an alliance */
        post: operations["postApiV1Alliances"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alliance at a glance */
        get: operations["getApiV1AlliancesAlliance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an alliance */
        patch: operations["patchApiV1AlliancesAlliance"];
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can see this, and do what */
        get: operations["getApiV1AlliancesAllianceAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agreements to which your organisation is a party */
        get: operations["getApiV1AlliancesAllianceAgreements"];
        put?: never;
        /** Propose an agreement between some of the parties */
        post: operations["postApiV1AlliancesAllianceAgreements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a benefit, as a claim of the own side */
        post: operations["postApiV1AlliancesAllianceBenefits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/card-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a link between two cards */
        post: operations["postApiV1AlliancesAllianceCardLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a card: its words, its place, or into what it is merged */
        post: operations["postApiV1AlliancesAllianceCards"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/charters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of the charter, the newest first */
        get: operations["getApiV1AlliancesAllianceCharters"];
        put?: never;
        /** Propose the working draft as the next version */
        post: operations["postApiV1AlliancesAllianceCharters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/charters/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two versions, item by item */
        get: operations["getApiV1AlliancesAllianceChartersDifference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is said about a thing, the newest thread first */
        get: operations["getApiV1AlliancesAllianceComments"];
        put?: never;
        /** Say something about a thing, or reply */
        post: operations["postApiV1AlliancesAllianceComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/comments/addressees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who can be mentioned about a thing: those who can read it */
        get: operations["getApiV1AlliancesAllianceCommentsAddressees"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/comments/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is said about each thing */
        get: operations["getApiV1AlliancesAllianceCommentsCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add what the alliance costs the own side */
        post: operations["postApiV1AlliancesAllianceCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News of changes in an alliance, as server-sent events */
        get: operations["getApiV1AlliancesAllianceEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/export/observations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All values as CSV */
        get: operations["getApiV1AlliancesAllianceExportObservationsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/export/observations.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All values as an Excel workbook */
        get: operations["getApiV1AlliancesAllianceExportObservationsXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/export/scorecard.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scorecards as an Excel workbook */
        get: operations["getApiV1AlliancesAllianceExportScorecardXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/export/stratml.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plan as StratML */
        get: operations["getApiV1AlliancesAllianceExportStratmlXml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an export of all that you may see of an alliance, as a job */
        post: operations["postApiV1AlliancesAllianceExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a thing, the newest first */
        get: operations["getApiV1AlliancesAllianceFiles"];
        put?: never;
        /** Attach a file to a thing: the body is its content */
        post: operations["postApiV1AlliancesAllianceFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved filters of an alliance's pages: one's own, and those that are shared */
        get: operations["getApiV1AlliancesAllianceFilters"];
        put?: never;
        /** Keep a filter of an alliance's page, for oneself */
        post: operations["postApiV1AlliancesAllianceFilters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a finding, without names, for everybody */
        post: operations["postApiV1AlliancesAllianceFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/foreign-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that came with an import, each verified up to its head */
        get: operations["getApiV1AlliancesAllianceForeignRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/foreign-records/{record}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record that came with an import, as it was exported */
        get: operations["getApiV1AlliancesAllianceForeignRecordsRecordFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/formula": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A formula that is being written: what is wrong with it, what can stand at the caret, what comes out */
        post: operations["postApiV1AlliancesAllianceFormula"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All freezes, newest first */
        get: operations["getApiV1AlliancesAllianceFreezes"];
        put?: never;
        /** Freeze what a review sees */
        post: operations["postApiV1AlliancesAllianceFreezes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/freezes/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two freezes */
        get: operations["getApiV1AlliancesAllianceFreezesCompare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/freshness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fresh the figures are, by owner, theme and party */
        get: operations["getApiV1AlliancesAllianceFreshness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/hopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add what a leader of the own side hoped for */
        post: operations["postApiV1AlliancesAllianceHopes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was brought in, and can still be taken back */
        get: operations["getApiV1AlliancesAllianceImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/imports/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Values from a CSV file or an Excel workbook: preview, or with commit=true written */
        post: operations["postApiV1AlliancesAllianceImportsObservations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/imports/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What stands in an Excel workbook: its sheets, their first rows, and which columns look like what */
        post: operations["postApiV1AlliancesAllianceImportsWorkbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/initiatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All initiatives, with whether they moved what they are meant to move; green ones with a flat measure first */
        get: operations["getApiV1AlliancesAllianceInitiatives"];
        put?: never;
        /** Add an initiative */
        post: operations["postApiV1AlliancesAllianceInitiatives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own interviews, the question sets, and everybody's findings */
        get: operations["getApiV1AlliancesAllianceInterviews"];
        put?: never;
        /** Add an interview, for oneself alone */
        post: operations["postApiV1AlliancesAllianceInterviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait to be taken up */
        get: operations["getApiV1AlliancesAllianceInvitations"];
        put?: never;
        /** Invite a partner, a neutral party or a colleague by link */
        post: operations["postApiV1AlliancesAllianceInvitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: operations["deleteApiV1AlliancesAllianceInvitationsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/invitations/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a further partner that another partner invites */
        post: operations["postApiV1AlliancesAllianceInvitationsIdConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/light-verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or contest a computed light */
        post: operations["postApiV1AlliancesAllianceLightVerdicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/link-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the figures say to the links of the map */
        get: operations["getApiV1AlliancesAllianceLinkTests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a link */
        post: operations["postApiV1AlliancesAllianceLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The strategy map with geometry and lights */
        get: operations["getApiV1AlliancesAllianceMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/map.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The map as pdf */
        get: operations["getApiV1AlliancesAllianceMapPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/map.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The map as png */
        get: operations["getApiV1AlliancesAllianceMapPng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/map.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The map as svg */
        get: operations["getApiV1AlliancesAllianceMapSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a measure, with its first target */
        post: operations["postApiV1AlliancesAllianceMeasures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a person of your organisation */
        post: operations["postApiV1AlliancesAllianceMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a member's roles, themes or state */
        patch: operations["patchApiV1AlliancesAllianceMembersPerson"];
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/objectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an objective, with its measures and targets */
        post: operations["postApiV1AlliancesAllianceObjectives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter values, all or none */
        post: operations["postApiV1AlliancesAllianceObservations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/open-matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add what stays open after a workshop */
        post: operations["postApiV1AlliancesAllianceOpenMatters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/outlook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the targets will be met */
        get: operations["getApiV1AlliancesAllianceOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/parties/{party}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say by which fiscal year one's own party looks at values */
        patch: operations["patchApiV1AlliancesAlliancePartiesParty"];
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of an alliance */
        get: operations["getApiV1AlliancesAlliancePeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/perspectives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a perspective */
        post: operations["postApiV1AlliancesAlliancePerspectives"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/question-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a question set */
        post: operations["postApiV1AlliancesAllianceQuestionSets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done, newest first */
        get: operations["getApiV1AlliancesAllianceRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/record/cosignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand in a witness's signature of a head */
        post: operations["postApiV1AlliancesAllianceRecordCosignatures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/record/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of a space with its proofs */
        get: operations["getApiV1AlliancesAllianceRecordExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/record/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed head of a space's record, to be countersigned */
        get: operations["getApiV1AlliancesAllianceRecordHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/renegotiation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Measures to renegotiate, keep or drop, and why each is put up */
        get: operations["getApiV1AlliancesAllianceRenegotiation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill an empty map and its scorecards with the sample plan */
        post: operations["postApiV1AlliancesAllianceSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a scorecard shows */
        get: operations["getApiV1AlliancesAllianceScorecard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/scorecard/aggregate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scorecard over a longer stretch than the measures' own periods */
        get: operations["getApiV1AlliancesAllianceScorecardAggregate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/service-level-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter values of service levels, all or none */
        post: operations["postApiV1AlliancesAllianceServiceLevelValues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/service-levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service levels, those that are missed first, and how often each party missed its own */
        get: operations["getApiV1AlliancesAllianceServiceLevels"];
        put?: never;
        /** Add a service level */
        post: operations["postApiV1AlliancesAllianceServiceLevels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/sharings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Share something private; there is no way back */
        post: operations["postApiV1AlliancesAllianceSharings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/sharings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What goes along when something private is shared, and who will see it */
        get: operations["getApiV1AlliancesAllianceSharingsPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/signatories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Name a person who may sign for the organisation */
        put: operations["putApiV1AlliancesAllianceSignatoriesId"];
        post?: never;
        /** Take a person the right to sign for the organisation */
        delete: operations["deleteApiV1AlliancesAllianceSignatoriesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values that wait for a party's word, or are disputed */
        get: operations["getApiV1AlliancesAllianceSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a theme */
        post: operations["postApiV1AlliancesAllianceThemes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/value": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hopes, benefits and costs, with sums by party and currency */
        get: operations["getApiV1AlliancesAllianceValue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/value-verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or dispute values of the other side, all or none */
        post: operations["postApiV1AlliancesAllianceValueVerdicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a value */
        post: operations["postApiV1AlliancesAllianceValues"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/wins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a win */
        post: operations["postApiV1AlliancesAllianceWins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/witnesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The parties' witnesses, and how far each has countersigned */
        get: operations["getApiV1AlliancesAllianceWitnesses"];
        put?: never;
        /** Register the key of a witness of one's own */
        post: operations["postApiV1AlliancesAllianceWitnesses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/witnesses/{witness}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a witness of one's own away; what it signed stays */
        delete: operations["deleteApiV1AlliancesAllianceWitnessesWitness"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alliances/{alliance}/workshops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workshops of an alliance */
        get: operations["getApiV1AlliancesAllianceWorkshops"];
        put?: never;
        /** Add a workshop */
        post: operations["postApiV1AlliancesAllianceWorkshops"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/benefit-words/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an own word back */
        delete: operations["deleteApiV1BenefitWordsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/benefits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a benefit, as a claim of the own side */
        delete: operations["deleteApiV1BenefitsId"];
        options?: never;
        head?: never;
        /** Change a benefit, as a claim of the own side */
        patch: operations["patchApiV1BenefitsId"];
        trace?: never;
    };
    "/api/v1/benefits/{id}/word": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Confirm or dispute a benefit that the other side claims */
        put: operations["putApiV1BenefitsIdWord"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/card-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a link between two cards */
        delete: operations["deleteApiV1CardLinksId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a card: its words, its place, or into what it is merged */
        delete: operations["deleteApiV1CardsId"];
        options?: never;
        head?: never;
        /** Change a card: its words, its place, or into what it is merged */
        patch: operations["patchApiV1CardsId"];
        trace?: never;
    };
    "/api/v1/cards/{id}/objective": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a card into the draft as an objective */
        post: operations["postApiV1CardsIdObjective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ratify a version, after a fresh login, or return it with reasons */
        post: operations["postApiV1ChartersIdConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a version, over which its digest is made */
        get: operations["getApiV1ChartersIdDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposal back */
        post: operations["postApiV1ChartersIdWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an own comment */
        delete: operations["deleteApiV1CommentsId"];
        options?: never;
        head?: never;
        /** Edit an own comment; resolve or reopen a thread */
        patch: operations["patchApiV1CommentsId"];
        trace?: never;
    };
    "/api/v1/comments/{id}/earlier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a comment said before it was edited */
        get: operations["getApiV1CommentsIdEarlier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove what the alliance costs the own side */
        delete: operations["deleteApiV1CostsId"];
        options?: never;
        head?: never;
        /** Change what the alliance costs the own side */
        patch: operations["patchApiV1CostsId"];
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** News of changes in all your alliances, as server-sent events */
        get: operations["getApiV1Events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin an export of all that you may see of every alliance, as a job */
        post: operations["postApiV1Exports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a file */
        get: operations["getApiV1FilesId"];
        put?: never;
        post?: never;
        /** Remove a file, for 30 days in a way that can be undone */
        delete: operations["deleteApiV1FilesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of a file */
        get: operations["getApiV1FilesIdContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a saved filter */
        delete: operations["deleteApiV1FiltersId"];
        options?: never;
        head?: never;
        /** Rename a saved filter, or keep another address under its name */
        patch: operations["patchApiV1FiltersId"];
        trace?: never;
    };
    "/api/v1/filters/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a removed filter back */
        post: operations["postApiV1FiltersIdRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/filters/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a saved filter to one's party, or to every party */
        post: operations["postApiV1FiltersIdShare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a finding, without names, for everybody */
        delete: operations["deleteApiV1FindingsId"];
        options?: never;
        head?: never;
        /** Change a finding, without names, for everybody */
        patch: operations["patchApiV1FindingsId"];
        trace?: never;
    };
    "/api/v1/formula-reference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How formulas are written, and all functions */
        get: operations["getApiV1FormulaReference"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freezes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a review saw, and what is known otherwise by now */
        get: operations["getApiV1FreezesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/freezes/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The frozen bytes, whose SHA-256 is the digest */
        get: operations["getApiV1FreezesIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs you */
        get: operations["getApiV1Home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hope-words/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an own word back */
        delete: operations["deleteApiV1HopeWordsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hopes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove what a leader of the own side hoped for */
        delete: operations["deleteApiV1HopesId"];
        options?: never;
        head?: never;
        /** Change what a leader of the own side hoped for */
        patch: operations["patchApiV1HopesId"];
        trace?: never;
    };
    "/api/v1/hopes/{id}/word": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether a hope of the other side came true */
        put: operations["putApiV1HopesIdWord"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/alliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an export of an alliance; it is looked through as a job, and nothing is written */
        post: operations["postApiV1ImportsAlliance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/stratml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A StratML plan as a new alliance: preview, or with commit=true made */
        post: operations["postApiV1ImportsStratml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an import back, for 7 days; a sample at any time */
        post: operations["postApiV1ImportsIdUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs you */
        get: operations["getApiV1Inbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark items as read or unread */
        post: operations["postApiV1InboxMarks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark all as read */
        post: operations["postApiV1InboxReadAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of it is unread */
        get: operations["getApiV1InboxUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/initiatives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One initiative */
        get: operations["getApiV1InitiativesId"];
        put?: never;
        post?: never;
        /** Remove an initiative */
        delete: operations["deleteApiV1InitiativesId"];
        options?: never;
        head?: never;
        /** Change an initiative */
        patch: operations["patchApiV1InitiativesId"];
        trace?: never;
    };
    "/api/v1/initiatives/{id}/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an initiative went against its plan, and whether it worked */
        get: operations["getApiV1InitiativesIdCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Erase an interview with all that it ever said */
        delete: operations["deleteApiV1InterviewsId"];
        options?: never;
        head?: never;
        /** Change an interview, for oneself alone */
        patch: operations["patchApiV1InterviewsId"];
        trace?: never;
    };
    "/api/v1/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is about */
        get: operations["getApiV1InvitationsSecret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up an invitation */
        post: operations["postApiV1InvitationsSecretAccept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your exports and imports of the last hour */
        get: operations["getApiV1Jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a job is */
        get: operations["getApiV1JobsId"];
        put?: never;
        post?: never;
        /** Give a job up, or forget it and its file */
        delete: operations["deleteApiV1JobsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file that an export made */
        get: operations["getApiV1JobsIdFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the export in, as the next step of its job */
        post: operations["postApiV1JobsIdImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is in an export that was sent, and what would become of it */
        get: operations["getApiV1JobsIdPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a link */
        delete: operations["deleteApiV1LinksId"];
        options?: never;
        head?: never;
        /** Change a link */
        patch: operations["patchApiV1LinksId"];
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are */
        get: operations["getApiV1Me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is said about you */
        patch: operations["patchApiV1Me"];
        trace?: never;
    };
    "/api/v1/me/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved filters of pages outside alliances */
        get: operations["getApiV1MeFilters"];
        put?: never;
        /** Keep a filter of a page outside alliances */
        post: operations["postApiV1MeFilters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you hear of by mail, and how often */
        get: operations["getApiV1MeNotifications"];
        /** Choose what you hear of by mail: at_once, daily, weekly or never for each kind */
        put: operations["putApiV1MeNotifications"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change your password; every other session of yours ends, and every token unless kept */
        post: operations["postApiV1MePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your tokens for programs */
        get: operations["getApiV1MeTokens"];
        put?: never;
        /** Make a token for a program */
        post: operations["postApiV1MeTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token */
        delete: operations["deleteApiV1MeTokensId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One measure with its values */
        get: operations["getApiV1MeasuresId"];
        put?: never;
        post?: never;
        /** Remove a measure */
        delete: operations["deleteApiV1MeasuresId"];
        options?: never;
        head?: never;
        /** Change a measure */
        patch: operations["patchApiV1MeasuresId"];
        trace?: never;
    };
    "/api/v1/measures/{id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody of your side opened a measure's page; who is not kept */
        post: operations["postApiV1MeasuresIdLooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{id}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything recorded for a measure, with corrections */
        get: operations["getApiV1MeasuresIdObservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renegotiate, keep or drop a measure, with a reason */
        post: operations["postApiV1MeasuresIdReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/measures/{id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Score a measure anew from a day on; If-Match names the target of that day, "0" where there is none */
        post: operations["postApiV1MeasuresIdTargets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objectives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One objective */
        get: operations["getApiV1ObjectivesId"];
        put?: never;
        post?: never;
        /** Remove an objective */
        delete: operations["deleteApiV1ObjectivesId"];
        options?: never;
        head?: never;
        /** Change an objective */
        patch: operations["patchApiV1ObjectivesId"];
        trace?: never;
    };
    "/api/v1/objectives/{id}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a light by hand, until a day */
        post: operations["postApiV1ObjectivesIdOverrides"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/objectives/{id}/trail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an objective comes from: cards, findings, ratings by party */
        get: operations["getApiV1ObjectivesIdTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/open-matters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove what stays open after a workshop */
        delete: operations["deleteApiV1OpenMattersId"];
        options?: never;
        head?: never;
        /** Change what stays open after a workshop */
        patch: operations["patchApiV1OpenMattersId"];
        trace?: never;
    };
    "/api/v1/organisation/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of your organisation, for its administrators */
        get: operations["getApiV1OrganisationPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Suspend a person of your organisation, or reinstate one */
        patch: operations["patchApiV1OrganisationPeopleId"];
        trace?: never;
    };
    "/api/v1/organisation/people/{id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link by which a person of your organisation sets a new password, shown once */
        post: operations["postApiV1OrganisationPeopleIdPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done to your organisation and its people, newest first, for its administrators */
        get: operations["getApiV1OrganisationRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisation/record/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of your organisation with its proofs, for its administrators */
        get: operations["getApiV1OrganisationRecordExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overrides/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a light set by hand away */
        delete: operations["deleteApiV1OverridesId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overrides/{id}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Consent to the other partner's light */
        post: operations["postApiV1OverridesIdConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a link */
        post: operations["postApiV1PasswordResets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/perspectives/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a perspective */
        delete: operations["deleteApiV1PerspectivesId"];
        options?: never;
        head?: never;
        /** Change a perspective */
        patch: operations["patchApiV1PerspectivesId"];
        trace?: never;
    };
    "/api/v1/question-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a question set */
        delete: operations["deleteApiV1QuestionSetsId"];
        options?: never;
        head?: never;
        /** Change a question set */
        patch: operations["patchApiV1QuestionSetsId"];
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find things by the beginnings of their words */
        get: operations["getApiV1Search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/service-levels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A service level, period by period */
        get: operations["getApiV1ServiceLevelsId"];
        put?: never;
        post?: never;
        /** Remove a service level */
        delete: operations["deleteApiV1ServiceLevelsId"];
        options?: never;
        head?: never;
        /** Change a service level */
        patch: operations["patchApiV1ServiceLevelsId"];
        trace?: never;
    };
    "/api/v1/service-levels/{id}/measure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a service level a measure that follows its values */
        post: operations["postApiV1ServiceLevelsIdMeasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where you are signed in */
        get: operations["getApiV1Sessions"];
        put?: never;
        /** Sign in */
        post: operations["postApiV1Sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["deleteApiV1SessionsCurrent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/fresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Type the password once more, before signing */
        post: operations["postApiV1SessionsFresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session */
        delete: operations["deleteApiV1SessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a target */
        delete: operations["deleteApiV1TargetsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/themes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a theme */
        delete: operations["deleteApiV1ThemesId"];
        options?: never;
        head?: never;
        /** Change a theme */
        patch: operations["patchApiV1ThemesId"];
        trace?: never;
    };
    "/api/v1/themes/{id}/narrative": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how a theme stands in a period; If-Match "0" where nothing was said yet */
        put: operations["putApiV1ThemesIdNarrative"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/values/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a value */
        delete: operations["deleteApiV1ValuesId"];
        options?: never;
        head?: never;
        /** Change a value */
        patch: operations["patchApiV1ValuesId"];
        trace?: never;
    };
    "/api/v1/wins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a win */
        delete: operations["deleteApiV1WinsId"];
        options?: never;
        head?: never;
        /** Change a win */
        patch: operations["patchApiV1WinsId"];
        trace?: never;
    };
    "/api/v1/workshops/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A workshop with its board */
        get: operations["getApiV1WorkshopsId"];
        put?: never;
        post?: never;
        /** Remove a workshop */
        delete: operations["deleteApiV1WorkshopsId"];
        options?: never;
        head?: never;
        /** Change a workshop */
        patch: operations["patchApiV1WorkshopsId"];
        trace?: never;
    };
    "/api/v1/workshops/{id}/rating/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a rating: shown by party from now on; cannot be undone */
        post: operations["postApiV1WorkshopsIdRatingClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workshops/{id}/rating/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a rating: the board stands still, and each party rates without seeing the others */
        post: operations["postApiV1WorkshopsIdRatingOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workshops/{id}/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rate a card, from 1 to 5, for oneself alone until the rating is closed */
        put: operations["putApiV1WorkshopsIdRatings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description RFC 9457 problem details */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description for programs */
            code: string;
            /** @description for people */
            detail: string;
            fields: {
                path: string;
                code: string;
                message: string;
            }[];
            request: string;
        };
        AccessActAnswer: {
            id: string;
            space: string;
            leaf: number;
            hash: string;
        };
        AccessChanged: {
            id: string;
            version: number;
            act: components["schemas"]["AccessActAnswer"];
            undoable: boolean;
        };
        /** @enum {string} */
        AccessMemberState: "invited" | "confirmed" | "suspended" | "left";
        /** @enum {string} */
        AccessRole: "alliance_manager" | "sponsor" | "theme_leader" | "body_member" | "measure_owner" | "team_member" | "employee" | "ambassador" | "disengagement_manager" | "neutral_consultant" | "observer";
        /** @enum {string} */
        AccessSpaceKind: "shared" | "private" | "agreement";
        ActivityFieldChange: {
            field: string;
            before: string | null;
            after: string | null;
        };
        ActivityHeadView: {
            size: number;
            root: string;
            /** Format: date-time */
            signed_at: string;
        };
        ActivityRecordItem: {
            act: string;
            space: string;
            space_name: string;
            leaf: number;
            hash: string;
            /** Format: date-time */
            at: string;
            person: string;
            organisation: string;
            channel: components["schemas"]["RecordChannel"];
            object: string;
            object_id: string;
            sentence: string;
            link: string | null;
            undoable: boolean;
            changes: components["schemas"]["ActivityFieldChange"][];
        };
        ActivityRecordList: {
            items: components["schemas"]["ActivityRecordItem"][];
            next: string | null;
            spaces: components["schemas"]["ActivitySpaceView"][];
        };
        ActivitySpaceView: {
            id: string;
            kind: components["schemas"]["AccessSpaceKind"];
            name: string;
            size: number;
            head: components["schemas"]["ActivityHeadView"] | null;
        };
        AgreementAgreementInput: {
            name: string;
            kind?: components["schemas"]["AgreementKind"] | null;
            summary?: string | null;
            starts?: string | null;
            ends?: string | null;
            parties: components["schemas"]["AgreementPlaceInput"][];
        };
        AgreementAgreementList: {
            items: components["schemas"]["AgreementAgreementView"][];
            parties: components["schemas"]["AgreementPartyChoice"][];
            may_make: boolean;
        };
        AgreementAgreementView: {
            id: string;
            version: number;
            space: string;
            name: string;
            kind: components["schemas"]["AgreementKind"];
            state: components["schemas"]["AgreementState"];
            summary: string;
            starts: string | null;
            ends: string | null;
            over: boolean;
            digest: string;
            /** Format: date-time */
            made_at: string;
            made_by: string;
            made_by_party: string;
            in_force_at: string | null;
            closed_at: string | null;
            closed_by_party: string;
            closing_reason: string;
            parties: components["schemas"]["AgreementPartyWord"][];
            holds: components["schemas"]["AgreementHolds"];
            may_consent: boolean;
            may_decline: boolean;
            may_withdraw: boolean;
            may_end: boolean;
        };
        AgreementClosingInput: {
            reason: string;
        };
        AgreementConsentInput: {
            verdict: components["schemas"]["AgreementVerdict"];
            digest: string;
            reason?: string | null;
        };
        AgreementHolds: {
            objectives: number;
            measures: number;
            initiatives: number;
            service_levels: number;
        };
        /** @enum {string} */
        AgreementKind: "consulting" | "development" | "supply" | "service" | "licence" | "confidentiality" | "other";
        AgreementPartyChoice: {
            id: string;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
            neutral: boolean;
            own: boolean;
        };
        AgreementPartyWord: {
            party: string;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
            must_ratify: boolean;
            verdict: components["schemas"]["AgreementVerdict"] | null;
            person: string;
            reason: string;
            at: string | null;
        };
        AgreementPlaceInput: {
            party: string;
            must_ratify?: boolean | null;
        };
        AgreementSpoken: {
            changed: components["schemas"]["AccessChanged"];
            state: components["schemas"]["AgreementState"];
        };
        /** @enum {string} */
        AgreementState: "proposed" | "in_force" | "declined" | "withdrawn" | "ended";
        /** @enum {string} */
        AgreementVerdict: "agreed" | "declined";
        AllianceAcceptInput: {
            name?: string | null;
            password?: string | null;
            organisation_name?: string | null;
            title?: string | null;
        };
        AllianceAccessList: {
            sentence: string;
            rows: components["schemas"]["AllianceAccessRow"][];
            total: number;
        };
        AllianceAccessRow: {
            organisation: string;
            person: string;
            roles: components["schemas"]["AccessRole"][];
            may: string[];
        };
        AllianceAllianceInput: {
            name?: string | null;
            kind?: components["schemas"]["AllianceKind"] | null;
            stage?: components["schemas"]["AllianceStage"] | null;
            partner_type?: components["schemas"]["AlliancePartnerType"] | null;
            description?: string | null;
            source?: string | null;
            vision?: string | null;
            mission?: string | null;
            currency?: string | null;
            first_month?: number | null;
            first_day?: number | null;
            calendar?: string | null;
            zone?: string | null;
            method?: components["schemas"]["StrategyMethod"] | null;
            template?: string | null;
        };
        AllianceFiscalInput: {
            first_month: number;
            first_day: number;
            kind: string;
        };
        AllianceInvitationInput: {
            kind: components["schemas"]["AllianceInvitationKind"];
            email: string;
            organisation_name?: string | null;
            party?: string | null;
            role?: components["schemas"]["AccessRole"] | null;
        };
        AllianceInvitationItem: {
            id: string;
            kind: components["schemas"]["AllianceInvitationKind"];
            email: string;
            inviter: string;
            state: components["schemas"]["AllianceInvitationState"];
            own: boolean;
            party: string | null;
            role: components["schemas"]["AccessRole"] | null;
            /** Format: date-time */
            made_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        /** @enum {string} */
        AllianceInvitationKind: "partner" | "neutral" | "person";
        AllianceInvitationList: {
            items: components["schemas"]["AllianceInvitationItem"][];
        };
        AllianceInvitationMade: {
            id: string;
            link: string;
        };
        /** @enum {string} */
        AllianceInvitationState: "open" | "waits_for_partner";
        AllianceInvitationView: {
            alliance_name: string;
            inviter: string;
            kind: components["schemas"]["AllianceInvitationKind"];
            organisation: string | null;
            email: string;
        };
        /** @enum {string} */
        AllianceKind: "alliance" | "partnership" | "joint_venture" | "sbr";
        AllianceMadeAlliance: {
            id: string;
            slug: string;
            name: string;
            version: number;
            act: components["schemas"]["AccessActAnswer"];
        };
        AllianceMemberInput: {
            roles?: components["schemas"]["AccessRole"][] | null;
            themes?: string[] | null;
            state?: components["schemas"]["AccessMemberState"] | null;
        };
        AllianceMemberItem: {
            person: components["schemas"]["AllianceMemberPerson"];
            party: string;
            organisation_name: string;
            mark: components["schemas"]["OrganisationMark"];
            state: components["schemas"]["AccessMemberState"];
            roles: components["schemas"]["AccessRole"][];
            themes: string[];
            /** Format: date-time */
            since: string;
            version: number;
        };
        AllianceMemberList: {
            items: components["schemas"]["AllianceMemberItem"][];
            next: string | null;
            total: number;
            parties: components["schemas"]["AlliancePartyItem"][];
        };
        AllianceMemberPerson: {
            id: string;
            name: string;
            organisation: string;
            email: string;
            title: string;
        };
        AllianceNewMemberInput: {
            email: string;
            roles: components["schemas"]["AccessRole"][];
            themes?: string[] | null;
        };
        /** @enum {string} */
        AlliancePartnerType: "commodity_supplier" | "outsourcing_partner" | "collaborative_problem_solver" | "co_creator";
        AlliancePartyInput: {
            calendar?: components["schemas"]["AllianceFiscalInput"] | null;
        };
        AlliancePartyItem: {
            id: string;
            organisation: string | null;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
            kind: components["schemas"]["AlliancePartyKind"];
            state: components["schemas"]["AlliancePartyState"];
            members: number;
        };
        /** @enum {string} */
        AlliancePartyKind: "partner" | "neutral";
        /** @enum {string} */
        AlliancePartyState: "invited" | "confirmed" | "left";
        /** @enum {string} */
        AllianceStage: "strategy" | "formation" | "launch" | "operation" | "review" | "exit" | "closed";
        /** @enum {string} */
        CharterChange: "added" | "changed" | "removed";
        CharterCharterList: {
            items: components["schemas"]["CharterCharterView"][];
            draft_digest: string;
            draft_changes: number;
            may_propose: boolean;
            signatories: components["schemas"]["CharterSignatory"][];
        };
        CharterCharterView: {
            id: string;
            number: number;
            state: components["schemas"]["CharterState"];
            digest: string;
            note: string;
            effective_from: string | null;
            /** Format: date-time */
            made_at: string;
            made_by: string;
            made_by_party: string;
            in_force_at: string | null;
            superseded_at: string | null;
            partners: components["schemas"]["CharterPartner"][];
            may_sign: boolean;
            may_return: boolean;
            may_withdraw: boolean;
        };
        CharterConsentInput: {
            verdict: components["schemas"]["CharterVerdict"];
            digest: string;
            reason?: string | null;
        };
        CharterDifference: {
            from: string;
            to: string;
            to_digest: string;
            changes: components["schemas"]["CharterItemChange"][];
        };
        CharterDocument: {
            format: number;
            alliance: string;
            space: string;
            effective_from: string | null;
            terms: components["schemas"]["CharterTerms"];
            perspectives: components["schemas"]["StrategyPerspective"][];
            themes: components["schemas"]["StrategyTheme"][];
            objectives: components["schemas"]["StrategyObjective"][];
            links: components["schemas"]["StrategyLink"][];
            wins: components["schemas"]["StrategyWin"][];
            values: components["schemas"]["StrategySharedValue"][];
            measures: components["schemas"]["ScorecardMeasure"][];
            targets: components["schemas"]["ScorecardTarget"][];
        };
        CharterFieldChange: {
            name: string;
            before: string;
            after: string;
        };
        CharterItemChange: {
            kind: string;
            id: string;
            label: string;
            objective: string;
            change: components["schemas"]["CharterChange"];
            fields: components["schemas"]["CharterFieldChange"][];
        };
        CharterPartner: {
            party: string;
            name: string;
            mark_letter: string;
            mark_style: string;
            must_ratify: boolean;
            verdict: components["schemas"]["CharterVerdict"] | null;
            person: string;
            reason: string;
            at: string | null;
        };
        CharterProposalInput: {
            note?: string | null;
            effective_from?: string | null;
            space?: string | null;
        };
        CharterSignatory: {
            person: string;
            name: string;
            organisation: string;
            named_by: string;
            /** Format: date-time */
            named_at: string;
        };
        CharterSpoken: {
            changed: components["schemas"]["AccessChanged"];
            state: components["schemas"]["CharterState"];
        };
        /** @enum {string} */
        CharterState: "proposed" | "returned" | "voided" | "withdrawn" | "in_force" | "superseded";
        CharterTerms: {
            name: string;
            vision: string;
            mission: string;
            first_month: number;
            first_day: number;
            calendar: string;
            method: components["schemas"]["StrategyMethod"];
        };
        /** @enum {string} */
        CharterVerdict: "ratified" | "returned";
        DisciplineCounted: {
            counted: boolean;
        };
        DisciplineDecided: {
            id: string;
            version: number;
            acts: components["schemas"]["AccessActAnswer"][];
            undoable: boolean;
        };
        DisciplineDecidedItem: {
            measure: string;
            code: string;
            name: string;
            decision: components["schemas"]["DisciplineDecisionView"];
        };
        DisciplineDecisionView: {
            id: string;
            verdict: components["schemas"]["DisciplineReviewVerdict"];
            reason: string;
            by: string;
            party: string;
            /** Format: date-time */
            decided_at: string;
            /** Format: date */
            quiet_until: string;
        };
        DisciplineFreshness: {
            /** Format: date */
            as_of: string;
            owners: components["schemas"]["DisciplineFreshnessLine"][];
            themes: components["schemas"]["DisciplineFreshnessLine"][];
            parties: components["schemas"]["DisciplineFreshnessLine"][];
        };
        DisciplineFreshnessLine: {
            id: string | null;
            name: string;
            total: number;
            due: number;
            stale: number;
            missing: number;
            oldest: string | null;
        };
        DisciplineNotificationChoiceInput: {
            due_values: components["schemas"]["DisciplineRhythm"];
            consents: components["schemas"]["DisciplineRhythm"];
            changes: components["schemas"]["DisciplineRhythm"];
            said?: components["schemas"]["DisciplineRhythm"] | null;
            waiting?: components["schemas"]["DisciplineRhythm"] | null;
        };
        DisciplineNotifications: {
            due_values: components["schemas"]["DisciplineRhythm"];
            consents: components["schemas"]["DisciplineRhythm"];
            changes: components["schemas"]["DisciplineRhythm"];
            said: components["schemas"]["DisciplineRhythm"];
            waiting: components["schemas"]["DisciplineRhythm"];
        };
        DisciplinePutUp: {
            measure: string;
            code: string;
            name: string;
            theme: components["schemas"]["ModelNamedTheme"];
            objective: string;
            owner: string;
            target: string;
            judgement: components["schemas"]["ModelJudgement"];
            standings: components["schemas"]["DisciplineStanding"][];
            recent: components["schemas"]["ModelCellView"][];
            judged: number;
            green: number;
            red: number;
            looks: number;
            review_date: string | null;
            last: components["schemas"]["DisciplineDecisionView"] | null;
            may_decide: boolean;
        };
        DisciplineRenegotiation: {
            items: components["schemas"]["DisciplinePutUp"][];
            decided: components["schemas"]["DisciplineDecidedItem"][];
            counted_since: string | null;
            lights_tell: number;
            looks_tell: number;
            measures: number;
        };
        DisciplineReviewInput: {
            verdict: components["schemas"]["DisciplineReviewVerdict"];
            reason: string;
        };
        /** @enum {string} */
        DisciplineReviewVerdict: "renegotiate" | "keep" | "drop";
        /** @enum {string} */
        DisciplineRhythm: "at_once" | "daily" | "weekly" | "never";
        /** @enum {string} */
        DisciplineStanding: "always_met" | "never_met" | "not_looked_at" | "review_passed";
        DiscussionAddressee: {
            id: string;
            name: string;
            organisation: string;
        };
        DiscussionAddresseeList: {
            items: components["schemas"]["DiscussionAddressee"][];
        };
        DiscussionCommentChangeInput: {
            text?: string | null;
            resolved?: boolean | null;
        };
        DiscussionCommentCount: {
            about: string;
            comments: number;
            open_threads: number;
        };
        DiscussionCommentInput: {
            about: string;
            text: string;
            reply_to?: string | null;
        };
        DiscussionCommentList: {
            items: components["schemas"]["DiscussionThreadView"][];
            next: string | null;
            may_comment: boolean;
            is_private: boolean;
        };
        DiscussionCommentView: {
            id: string;
            version: number;
            by: components["schemas"]["DiscussionSpeaker"];
            text: string;
            mentions: components["schemas"]["DiscussionMentioned"][];
            /** Format: date-time */
            made_at: string;
            edited_at: string | null;
            removed: boolean;
            mine: boolean;
        };
        DiscussionCountList: {
            items: components["schemas"]["DiscussionCommentCount"][];
        };
        DiscussionEarlierList: {
            items: components["schemas"]["DiscussionEarlierText"][];
        };
        DiscussionEarlierText: {
            version: number;
            text: string;
            /** Format: date-time */
            until: string;
        };
        DiscussionMentioned: {
            id: string;
            name: string;
        };
        DiscussionSpeaker: {
            id: string;
            name: string;
            organisation: string;
            mark_letter: string;
            mark_style: string;
        };
        DiscussionThreadView: {
            id: string;
            version: number;
            by: components["schemas"]["DiscussionSpeaker"];
            text: string;
            mentions: components["schemas"]["DiscussionMentioned"][];
            /** Format: date-time */
            made_at: string;
            edited_at: string | null;
            removed: boolean;
            mine: boolean;
            resolved_at: string | null;
            resolved_by: string;
            replies: components["schemas"]["DiscussionCommentView"][];
        };
        ExchangeImportItem: {
            id: string;
            kind: string;
            /** Format: date-time */
            made_at: string;
        };
        ExchangeImportList: {
            items: components["schemas"]["ExchangeImportItem"][];
        };
        ExchangeImportPreview: {
            id: string | null;
            total: number;
            new_values: number;
            changed: number;
            skipped: number;
            wrong: components["schemas"]["ExchangeWrongLine"][];
            wrong_lines: number;
            notes: string[];
            rows: components["schemas"]["ExchangePreviewRow"][];
            acts: components["schemas"]["AccessActAnswer"][];
        };
        ExchangePreviewRow: {
            line: number;
            cell: string;
            measure: string;
            name: string | null;
            period: string;
            series: string;
            value: string | null;
            state: string;
            outcome: components["schemas"]["ExchangeRowOutcome"];
            before: string | null;
            message: string | null;
        };
        /** @enum {string} */
        ExchangeRowOutcome: "new" | "changed" | "same" | "wrong";
        /** @enum {string} */
        ExchangeSeries: "actual" | "target" | "baseline" | "red" | "green";
        /** @enum {string} */
        ExchangeSheetForm: "rows" | "grid";
        ExchangeSheetMapping: {
            sheet: string;
            form: components["schemas"]["ExchangeSheetForm"];
            heading: number;
            measure: string;
            period: string;
            value: string;
            series: string;
            state: string;
            note: string;
            reason: string;
            periods: string[];
            all_series: components["schemas"]["ExchangeSeries"];
            unknown: components["schemas"]["ExchangeUnknownMeasures"];
        };
        ExchangeSheetView: {
            name: string;
            hidden: boolean;
            columns: string[];
            numbers: number[];
            rows: string[][];
            mapping: components["schemas"]["ExchangeSheetMapping"] | null;
        };
        ExchangeShownSample: {
            id: string;
            objectives: number;
            measures: number;
            values: number;
        };
        ExchangeStratmlAnswer: {
            plan: components["schemas"]["ExchangeStratmlPreview"];
            id: string | null;
            slug: string | null;
        };
        ExchangeStratmlPreview: {
            name: string;
            goals: number;
            objectives: number;
            indicators: number;
            values: number;
            initiatives: number;
            warnings: components["schemas"]["ExchangeWarning"][];
        };
        ExchangeUndoneImport: {
            id: string;
            acts: number;
        };
        /** @enum {string} */
        ExchangeUnknownMeasures: "refused" | "left_out";
        ExchangeWarning: {
            path: string;
            message: string;
        };
        ExchangeWorkbookView: {
            sheets: components["schemas"]["ExchangeSheetView"][];
        };
        ExchangeWrongLine: {
            line: number;
            cell: string;
            column: string;
            message: string;
        };
        FilesFileList: {
            items: components["schemas"]["FilesFileView"][];
            may_attach: boolean;
            is_private: boolean;
            largest: number;
            used: number;
            room: number;
        };
        FilesFileView: {
            id: string;
            version: number;
            name: string;
            kind: components["schemas"]["FilesKind"];
            kind_title: string;
            size: number;
            digest: string;
            by: string;
            organisation: string;
            /** Format: date-time */
            made_at: string;
            is_private: boolean;
            may_remove: boolean;
        };
        /** @enum {string} */
        FilesKind: "pdf" | "png" | "jpeg" | "gif" | "webp" | "text" | "csv" | "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp";
        /** @enum {string} */
        FilterAudience: "me" | "party" | "everybody";
        FilterFilterChangeInput: {
            name?: string | null;
            address?: string | null;
        };
        FilterFilterItem: {
            id: string;
            version: number;
            name: string;
            address: string;
            audience: components["schemas"]["FilterAudience"];
            own: boolean;
            by: string;
            may_change: boolean;
        };
        FilterFilterList: {
            items: components["schemas"]["FilterFilterItem"][];
            may_share: components["schemas"]["FilterAudience"][];
        };
        FilterSaveInput: {
            name: string;
            address: string;
        };
        FilterShareInput: {
            audience: components["schemas"]["FilterAudience"];
        };
        FormationAcceptInput: {
            theme?: string | null;
            perspective?: string | null;
            title?: string | null;
            objective?: string | null;
        };
        FormationAccepted: {
            id: string;
            version: number;
            objective: string;
            act: components["schemas"]["AccessActAnswer"];
            undoable: boolean;
        };
        FormationAnswer: {
            kind: components["schemas"]["FormationFindingKind"];
            question: string;
            text: string;
        };
        FormationAnswerInput: {
            kind: components["schemas"]["FormationFindingKind"];
            question: string;
            text: string;
        };
        FormationCardInput: {
            workshop?: string | null;
            title?: string | null;
            description?: string | null;
            findings?: string[] | null;
            theme?: string | null;
            perspective?: string | null;
            merged_into?: string | null;
        };
        FormationCardLinkInput: {
            cause: string;
            effect: string;
        };
        FormationCardLinkView: {
            id: string;
            version: number;
            cause: string;
            effect: string;
        };
        FormationCardView: {
            id: string;
            version: number;
            title: string;
            description: string;
            party: string;
            party_name: string;
            author: string;
            findings: string[];
            theme: string | null;
            perspective: string | null;
            merged_into: string | null;
            objective: string | null;
            objective_code: string;
            my_rating: number | null;
            rounds: components["schemas"]["FormationRoundView"][];
            may_word: boolean;
        };
        FormationConsent: {
            standing: components["schemas"]["FormationStanding"];
            gap: number | null;
            percent: number | null;
        };
        FormationFindingChoice: {
            id: string;
            kind: components["schemas"]["FormationFindingKind"];
            text: string;
        };
        FormationFindingInput: {
            kind?: components["schemas"]["FormationFindingKind"] | null;
            text?: string | null;
            words?: string | null;
        };
        /** @enum {string} */
        FormationFindingKind: "value" | "distinction" | "problem";
        FormationFindingView: {
            id: string;
            version: number;
            kind: components["schemas"]["FormationFindingKind"];
            text: string;
            words: string;
            mine: boolean;
        };
        FormationInterviewInput: {
            person?: string | null;
            party?: string | null;
            held_on?: string | null;
            answers?: components["schemas"]["FormationAnswerInput"][] | null;
        };
        FormationInterviewView: {
            id: string;
            version: number;
            /** Format: date-time */
            made_at: string;
            talk: components["schemas"]["FormationTalk"];
        };
        FormationInterviewsView: {
            interviews: components["schemas"]["FormationInterviewView"][];
            question_sets: components["schemas"]["FormationQuestionSetView"][];
            findings: components["schemas"]["FormationFindingView"][];
            may_interview: boolean;
            may_find: boolean;
            may_edit_sets: boolean;
        };
        FormationMatterInput: {
            workshop?: string | null;
            title?: string | null;
            note?: string | null;
            state?: components["schemas"]["FormationMatterState"] | null;
            outcome?: string | null;
        };
        /** @enum {string} */
        FormationMatterState: "open" | "settled";
        FormationMatterView: {
            id: string;
            version: number;
            card: string | null;
            title: string;
            note: string;
            state: components["schemas"]["FormationMatterState"];
            outcome: string;
        };
        FormationPartyVoice: {
            party: string;
            name: string;
            raters: number;
            voters: number;
            mean: number | null;
        };
        FormationPersonRef: {
            id: string;
            name: string;
            party: string;
            party_name: string;
        };
        FormationPlace: {
            id: string;
            name: string;
            colour: number;
        };
        FormationQuestion: {
            kind: components["schemas"]["FormationFindingKind"];
            text: string;
        };
        FormationQuestionInput: {
            kind: components["schemas"]["FormationFindingKind"];
            text: string;
        };
        FormationQuestionSetInput: {
            name?: string | null;
            questions?: components["schemas"]["FormationQuestionInput"][] | null;
        };
        FormationQuestionSetView: {
            id: string | null;
            version: number;
            name: string;
            questions: components["schemas"]["FormationQuestion"][];
        };
        /** @enum {string} */
        FormationRating: "not_yet" | "open" | "closed";
        FormationRatingInput: {
            card: string;
            value?: number | null;
        };
        FormationRoundView: {
            round: number;
            /** Format: date-time */
            closed_at: string;
            title: string;
            reworded: boolean;
            consent: components["schemas"]["FormationConsent"];
            parties: components["schemas"]["FormationPartyVoice"][];
        };
        /** @enum {string} */
        FormationStanding: "unheard" | "apart" | "wanted" | "unwanted" | "undecided";
        FormationTalk: {
            person: string;
            party: string | null;
            held_on: string | null;
            answers: components["schemas"]["FormationAnswer"][];
        };
        FormationTrail: {
            workshop: string | null;
            workshop_title: string;
            held_on: string | null;
            cards: components["schemas"]["FormationTrailCard"][];
        };
        FormationTrailCard: {
            card: string;
            title: string;
            description: string;
            party_name: string;
            merged: boolean;
            findings: components["schemas"]["FormationTrailFinding"][];
            rounds: components["schemas"]["FormationRoundView"][];
        };
        FormationTrailFinding: {
            kind: components["schemas"]["FormationFindingKind"];
            text: string;
        };
        FormationVotersView: {
            party: string;
            name: string;
            voters: number;
            few: boolean;
        };
        FormationWorkshopInput: {
            title?: string | null;
            purpose?: string | null;
            held_on?: string | null;
            participants?: string[] | null;
        };
        FormationWorkshopItem: {
            id: string;
            title: string;
            purpose: string;
            held_on: string | null;
            rating: components["schemas"]["FormationRating"];
            round: number;
            participants: number;
            cards: number;
            in_draft: number;
            open_matters: number;
        };
        FormationWorkshopList: {
            items: components["schemas"]["FormationWorkshopItem"][];
            may_lead: boolean;
        };
        FormationWorkshopView: {
            id: string;
            version: number;
            title: string;
            purpose: string;
            held_on: string | null;
            rating: components["schemas"]["FormationRating"];
            round: number;
            participants: components["schemas"]["FormationPersonRef"][];
            voters: components["schemas"]["FormationVotersView"][];
            themes: components["schemas"]["FormationPlace"][];
            perspectives: components["schemas"]["FormationPlace"][];
            cards: components["schemas"]["FormationCardView"][];
            links: components["schemas"]["FormationCardLinkView"][];
            matters: components["schemas"]["FormationMatterView"][];
            findings: components["schemas"]["FormationFindingChoice"][];
            consent: number | null;
            may_lead: boolean;
            may_work: boolean;
            may_rate: boolean;
            may_accept: boolean;
        };
        /** @enum {string} */
        Frequency: "day" | "week" | "month" | "quarter" | "half" | "year";
        InboxAllianceName: {
            id: string;
            slug: string;
            name: string;
        };
        InboxInbox: {
            waiting: components["schemas"]["InboxItem"][];
            items: components["schemas"]["InboxItem"][];
            next: string | null;
            unread: number;
        };
        InboxItem: {
            key: string;
            kind: components["schemas"]["InboxKind"];
            alliance: components["schemas"]["InboxAllianceName"];
            title: string;
            about: string;
            detail: string;
            at: string | null;
            due: string | null;
            link: string;
            read: boolean;
        };
        /** @enum {string} */
        InboxKind: "mention" | "reply" | "charter" | "light" | "value" | "accept" | "dispute" | "agreement" | "claim" | "rating" | "contested";
        InboxMarkingInput: {
            items: string[];
            read: boolean;
        };
        InboxUnread: {
            unread: number;
        };
        InitiativeCoursePoint: {
            /** Format: date */
            day: string;
            state: components["schemas"]["ScorecardInitiativeState"];
            progress: number;
            planned: number | null;
            cost: number | null;
            budget: number | null;
        };
        InitiativeCourseView: {
            id: string;
            start: string | null;
            due: string | null;
            currency: string;
            points: components["schemas"]["InitiativeCoursePoint"][];
            effects: components["schemas"]["InitiativeEffectView"][];
        };
        InitiativeEffectView: {
            measure: string;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            currency: string;
            light: components["schemas"]["ScorecardEvaluationLight"];
            sign: components["schemas"]["ScorecardMoveSign"];
            size: number | null;
            lag_months: number;
            verdict: components["schemas"]["InitiativeVerdict"];
            settled: boolean;
            from: string | null;
            by: string | null;
            before_values: number;
            before: number | null;
            after_values: number;
            after: number | null;
            change: number | null;
            wanted: number | null;
        };
        InitiativeInitiativeItem: {
            id: string;
            version: number;
            name: string;
            owner: components["schemas"]["ModelPersonName"] | null;
            start: string | null;
            due: string | null;
            progress: number;
            planned: number;
            state: components["schemas"]["ScorecardInitiativeState"];
            budget: number | null;
            currency: string;
            late: boolean;
            space: components["schemas"]["ModelSpaceRef"];
            objectives: string[];
            cost: number | null;
            green: boolean;
            flat: boolean;
            effects: components["schemas"]["InitiativeEffectView"][];
        };
        InitiativeInitiativeList: {
            period: components["schemas"]["ModelPeriodInfo"];
            items: components["schemas"]["InitiativeInitiativeItem"][];
            flat: number;
        };
        /** @enum {string} */
        InitiativeVerdict: "moved" | "flat" | "against" | "too_early" | "cannot_tell";
        ModelAggregateMeasure: {
            id: string;
            code: string;
            name: string;
            objective: string;
            unit: string;
            decimals: number;
            currency: string;
            period: string;
            since: string;
            state: components["schemas"]["ScorecardEvaluationState"];
            stale: boolean;
            due: boolean;
            light: components["schemas"]["ScorecardEvaluationLight"];
            score: number | null;
            value: number | string | boolean | null;
            have: number;
            of: number;
            covering: boolean;
        };
        ModelAggregateNode: {
            id: string;
            code: string;
            title: string;
            theme: string;
            light: components["schemas"]["ScorecardEvaluationLight"];
            score: number | null;
        };
        ModelAggregateView: {
            period: components["schemas"]["ModelPeriodInfo"];
            calendar: string | null;
            stretch: components["schemas"]["ModelStretch"] | null;
            themes: components["schemas"]["ModelAggregateNode"][];
            objectives: components["schemas"]["ModelAggregateNode"][];
            measures: components["schemas"]["ModelAggregateMeasure"][];
        };
        ModelAllianceHead: {
            id: string;
            slug: string;
            name: string;
            version: number;
            ratified: boolean;
            charter: components["schemas"]["ModelCharterRef"] | null;
        };
        ModelAllianceItem: {
            id: string;
            slug: string;
            name: string;
            kind: components["schemas"]["AllianceKind"];
            stage: components["schemas"]["AllianceStage"];
            partner_type: components["schemas"]["AlliancePartnerType"] | null;
            parties: components["schemas"]["ModelPartyView"][];
            light: components["schemas"]["ScorecardEvaluationLight"];
            split: components["schemas"]["ScorecardEvaluationLight"] | null;
            score: number | null;
            trend: components["schemas"]["ScorecardEvaluationTrend"];
            coverage: number | null;
            period: string | null;
            themes: components["schemas"]["ModelThemeLight"][];
            reds: number;
            yellows: number;
            greens: number;
            greys: number;
            worst: string | null;
            /** Format: date-time */
            updated_at: string;
            ratified: boolean;
        };
        ModelAllianceList: {
            items: components["schemas"]["ModelAllianceItem"][];
            next: string | null;
            total: number;
        };
        ModelAllianceView: {
            id: string;
            slug: string;
            name: string;
            kind: components["schemas"]["AllianceKind"];
            stage: components["schemas"]["AllianceStage"];
            partner_type: components["schemas"]["AlliancePartnerType"] | null;
            parties: components["schemas"]["ModelPartyView"][];
            light: components["schemas"]["ScorecardEvaluationLight"];
            split: components["schemas"]["ScorecardEvaluationLight"] | null;
            score: number | null;
            trend: components["schemas"]["ScorecardEvaluationTrend"];
            coverage: number | null;
            period: string | null;
            themes: components["schemas"]["ModelThemeLight"][];
            reds: number;
            yellows: number;
            greens: number;
            greys: number;
            worst: string | null;
            /** Format: date-time */
            updated_at: string;
            ratified: boolean;
            charter: components["schemas"]["ModelCharterRef"] | null;
            version: number;
            description: string;
            source: string;
            vision: string;
            mission: string;
            /** Format: date-time */
            created_at: string;
            calendar: components["schemas"]["ModelCalendarView"];
            currency: string;
            zone: string;
            period_info: components["schemas"]["ModelPeriodInfo"];
            rights: components["schemas"]["ModelRights"];
            me: components["schemas"]["ModelMeView"];
            judgement: components["schemas"]["ModelJudgement"];
            freshness: components["schemas"]["ModelFreshnessRow"][];
            overview: components["schemas"]["ModelOverview"];
        };
        ModelArrowView: {
            links: string[];
            from: string[];
            to: string;
            sign: components["schemas"]["StrategySign"];
            points: components["schemas"]["StrategyLayoutPoint"][];
            head: boolean;
            dashed: boolean;
        };
        ModelBandsView: {
            at: number[];
            lights: components["schemas"]["ScorecardEvaluationLight"][];
        };
        ModelCalendarView: {
            first_month: number;
            first_day: number;
            kind: string;
        };
        ModelCandidateView: {
            method: components["schemas"]["ScorecardForecastMethod"];
            error: number;
        };
        ModelCardView: {
            id: string;
            version: number;
            code: string;
            title: string;
            lane: string;
            theme: string;
            box: components["schemas"]["StrategyLayoutBox"];
            judgement: components["schemas"]["ModelJudgement"];
            wins: string[];
            pinned: boolean;
            column: number;
            row: number;
            space: components["schemas"]["ModelSpaceRef"];
            measures: number;
        };
        ModelCellView: {
            period: string;
            label: string;
            state: components["schemas"]["ScorecardEvaluationState"];
            value: number | string | boolean | null;
            score: number | null;
            light: components["schemas"]["ScorecardEvaluationLight"];
            target: number | null;
            red: number | null;
            bands?: components["schemas"]["ModelBandsView"] | null;
            flags: string[];
            reason: string | null;
            note: string | null;
            version: number;
            submission?: components["schemas"]["ModelSubmission"] | null;
            words?: components["schemas"]["ModelValueWordView"][] | null;
            giver?: string | null;
            may_speak?: boolean | null;
            after_freeze?: string | null;
            light_only?: boolean | null;
            shared_light?: components["schemas"]["ScorecardEvaluationLight"] | null;
        };
        ModelCharterRef: {
            number: number;
            state: components["schemas"]["CharterState"];
            in_force_at: string | null;
        };
        ModelCounts: {
            green: number;
            yellow: number;
            red: number;
            grey: number;
        };
        ModelEnteredAnswer: {
            results: components["schemas"]["ModelEnteredResult"][];
            act: components["schemas"]["AccessActAnswer"] | null;
            acts: components["schemas"]["AccessActAnswer"][];
        };
        ModelEnteredResult: {
            measure: string;
            period: string;
            outcome: components["schemas"]["ScorecardOutcome"];
            judgement: components["schemas"]["ModelJudgement"] | null;
        };
        ModelForecastStepView: {
            period: string;
            label: string;
            p10: number;
            p50: number;
            p90: number;
            chance: number | null;
            light: components["schemas"]["ScorecardEvaluationLight"];
            target: number | null;
            red: number | null;
            bands: components["schemas"]["ModelBandsView"];
        };
        ModelForecastView: {
            obstacle: components["schemas"]["ModelNoForecast"];
            points: number;
            needed: number;
            method: components["schemas"]["ScorecardForecastMethod"] | null;
            error: number | null;
            scaled_error: number | null;
            candidates: components["schemas"]["ModelCandidateView"][];
            steps: components["schemas"]["ModelForecastStepView"][];
            meets: components["schemas"]["ModelTargetChanceView"] | null;
        };
        ModelFormulaAnswer: {
            problems: components["schemas"]["ModelFormulaProblem"][];
            unit: string;
            replace_from: number;
            replace_to: number;
            candidates: components["schemas"]["ModelFormulaCandidate"][];
            signature: components["schemas"]["ModelFormulaSignature"] | null;
            preview: components["schemas"]["ModelFormulaPoint"][];
        };
        ModelFormulaCandidate: {
            kind: components["schemas"]["ScorecardFormulaCandidateKind"];
            insert: string;
            label: string;
            detail: string;
        };
        ModelFormulaPoint: {
            period: string;
            state: components["schemas"]["ScorecardEvaluationState"];
            value: string;
            reason: string;
        };
        ModelFormulaProblem: {
            code: string;
            message: string;
            offset: number;
            length: number;
            line: number;
            column: number;
            suggestion: string;
        };
        ModelFormulaQuestionInput: {
            text: string;
            caret?: number | null;
            measure?: string | null;
            code?: string | null;
            objective?: string | null;
            frequency: components["schemas"]["Frequency"];
            aggregation?: components["schemas"]["ScorecardAggregation"] | null;
            unit?: string | null;
            currency?: string | null;
            nulls?: components["schemas"]["ScorecardFormulaNulls"] | null;
            private?: boolean | null;
        };
        ModelFormulaSignature: {
            text: string;
            help: string;
            argument: number;
        };
        ModelFreshnessRow: {
            party: string | null;
            name: string;
            due: number;
            missing: number;
            stale: number;
            total: number;
        };
        /** @enum {string} */
        ModelGoalKind: "none" | "at_least" | "at_most" | "between" | "reach" | "towards" | "yes" | "word" | "by_day" | "judged" | "unscored";
        ModelGoalView: {
            kind: components["schemas"]["ModelGoalKind"];
            low: number | null;
            high: number | null;
            day: string | null;
            word: string | null;
        };
        ModelHistoryCell: {
            period: string;
            light: components["schemas"]["ScorecardEvaluationLight"];
            score: number | null;
        };
        ModelHome: {
            needs: components["schemas"]["ModelNeed"][];
            alliances: components["schemas"]["ModelAllianceItem"][];
        };
        ModelInitiativeBrief: {
            id: string;
            name: string;
            progress: number;
            planned: number;
            due: string | null;
            late: boolean;
        };
        ModelInitiativeRow: {
            id: string;
            version: number;
            name: string;
            owner: components["schemas"]["ModelPersonName"] | null;
            start: string | null;
            due: string | null;
            progress: number;
            planned: number;
            state: components["schemas"]["ScorecardInitiativeState"];
            budget: number | null;
            currency: string;
            late: boolean;
            space: components["schemas"]["ModelSpaceRef"];
            objectives: string[];
        };
        ModelInitiativeView: {
            id: string;
            version: number;
            name: string;
            owner: components["schemas"]["ModelPersonName"] | null;
            start: string | null;
            due: string | null;
            progress: number;
            planned: number;
            state: components["schemas"]["ScorecardInitiativeState"];
            budget: number | null;
            currency: string;
            late: boolean;
            space: components["schemas"]["ModelSpaceRef"];
            objectives: string[];
            alliance: components["schemas"]["ModelAllianceHead"];
            rights: components["schemas"]["ModelRights"];
            description: string;
            theme: string | null;
            period: components["schemas"]["ModelPeriodInfo"];
            objective_heads: components["schemas"]["ModelObjectiveHead"][];
            milestones: components["schemas"]["ModelMilestoneView"][];
            moves: components["schemas"]["ModelMoveView"][];
            cost: number | null;
            may_report: boolean;
        };
        ModelIslandView: {
            theme: string;
            lane: string;
            box: components["schemas"]["StrategyLayoutBox"];
            label: components["schemas"]["StrategyLayoutBox"];
        };
        ModelJudgement: {
            light: components["schemas"]["ScorecardEvaluationLight"];
            split: components["schemas"]["ScorecardEvaluationLight"] | null;
            state: components["schemas"]["ScorecardEvaluationState"];
            score: number | null;
            attainment: number | null;
            trend: components["schemas"]["ScorecardEvaluationTrend"];
            coverage: number | null;
            low: number | null;
            high: number | null;
            stale: boolean;
            due: boolean;
            overridden: boolean;
            capped: boolean;
            computed_light: components["schemas"]["ScorecardEvaluationLight"] | null;
            masked: components["schemas"]["ModelNodeRef"][];
            flags: string[];
        };
        ModelLaneView: {
            id: string;
            version: number;
            name: string;
            question: string;
            position: number;
            box: components["schemas"]["StrategyLayoutBox"];
            label: components["schemas"]["StrategyLayoutBox"];
            counts: components["schemas"]["ModelCounts"];
            unplaced: boolean;
        };
        ModelLightWordView: {
            party: string;
            party_name: string;
            verdict: components["schemas"]["ScorecardLightWord"];
            light: components["schemas"]["ScorecardEvaluationLight"];
            period: string;
            reason: string;
            by: string;
            /** Format: date-time */
            said_at: string;
            mine: boolean;
        };
        ModelLinkEnd: {
            link: string;
            version: number;
            objective: string;
            code: string;
            title: string;
            light: components["schemas"]["ScorecardEvaluationLight"];
            sign: components["schemas"]["StrategySign"];
            lag_months: number;
            strength: components["schemas"]["StrategyStrength"];
        };
        /** @enum {string} */
        ModelLinkObstacle: "none" | "no_measures" | "too_few" | "no_movement";
        ModelLinkTestEnd: {
            objective: string;
            code: string;
            title: string;
        };
        ModelLinkTestItem: {
            link: string;
            cause: components["schemas"]["ModelLinkTestEnd"];
            effect: components["schemas"]["ModelLinkTestEnd"];
            sign: components["schemas"]["StrategySign"];
            lag_months: number;
            frequency: components["schemas"]["Frequency"] | null;
            lag: number;
            seasonal: boolean;
            verdict: components["schemas"]["ScorecardLink_testVerdict"];
            obstacle: components["schemas"]["ModelLinkObstacle"];
            pairs: number;
            effective: number;
            needed: number;
            correlation: number | null;
            p: number | null;
            adjusted: number | null;
            least_p: number | null;
        };
        ModelLinkTestsView: {
            alliance: components["schemas"]["ModelAllianceHead"];
            period: components["schemas"]["ModelPeriodInfo"];
            false_discovery_rate: number;
            least_effective: number;
            supported: number;
            contradicted: number;
            inconclusive: number;
            untestable: number;
            links: components["schemas"]["ModelLinkTestItem"][];
        };
        ModelLinkView: {
            id: string;
            version: number;
            from: string;
            to: string;
            sign: components["schemas"]["StrategySign"];
            lag_months: number;
            strength: components["schemas"]["StrategyStrength"];
        };
        ModelMapView: {
            alliance: components["schemas"]["ModelAllianceHead"];
            period: components["schemas"]["ModelPeriodInfo"];
            ratified: boolean;
            rights: components["schemas"]["ModelRights"];
            width: number;
            height: number;
            lanes: components["schemas"]["ModelLaneView"][];
            islands: components["schemas"]["ModelIslandView"][];
            cards: components["schemas"]["ModelCardView"][];
            arrows: components["schemas"]["ModelArrowView"][];
            links: components["schemas"]["ModelLinkView"][];
            wins: components["schemas"]["ModelWinsView"][];
            values: components["schemas"]["ModelValueView"][];
            values_box: components["schemas"]["StrategyLayoutBox"];
            themes: components["schemas"]["ModelThemeHead"][];
            advice: string[];
        };
        ModelMaskedRow: {
            code: string;
            title: string;
            link: string;
            light: components["schemas"]["ScorecardEvaluationLight"];
        };
        ModelMeView: {
            roles: components["schemas"]["AccessRole"][];
            party: string | null;
            themes: string[];
        };
        ModelMeasureRow: {
            id: string;
            version: number;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            currency: string;
            frequency: components["schemas"]["Frequency"];
            lead: boolean;
            owner: components["schemas"]["ModelPersonName"] | null;
            supplier: string | null;
            space: components["schemas"]["ModelSpaceRef"];
            weight: number;
            mandatory: boolean;
            period: string | null;
            value_period: string | null;
            value: number | string | boolean | null;
            target: string;
            goal: components["schemas"]["ModelGoalView"];
            target_value: number | null;
            red_value: number | null;
            scoring: components["schemas"]["ScorecardEvaluationScoringType"];
            judgement: components["schemas"]["ModelJudgement"];
            signal: components["schemas"]["ModelSignalView"];
            recent: components["schemas"]["ModelCellView"][];
            due: string | null;
            next_period: string | null;
            assumed: string | null;
            may_enter: boolean;
            may_withhold: boolean;
            two_keys: boolean;
            two_keys_from: string | null;
            note_below: number | null;
            computed: boolean;
        };
        ModelMeasureView: {
            id: string;
            version: number;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            currency: string;
            frequency: components["schemas"]["Frequency"];
            lead: boolean;
            owner: components["schemas"]["ModelPersonName"] | null;
            supplier: string | null;
            space: components["schemas"]["ModelSpaceRef"];
            weight: number;
            mandatory: boolean;
            period: string | null;
            value_period: string | null;
            value: number | string | boolean | null;
            target: string;
            goal: components["schemas"]["ModelGoalView"];
            target_value: number | null;
            red_value: number | null;
            scoring: components["schemas"]["ScorecardEvaluationScoringType"];
            judgement: components["schemas"]["ModelJudgement"];
            signal: components["schemas"]["ModelSignalView"];
            recent: components["schemas"]["ModelCellView"][];
            due: string | null;
            next_period: string | null;
            assumed: string | null;
            may_enter: boolean;
            may_withhold: boolean;
            two_keys: boolean;
            two_keys_from: string | null;
            note_below: number | null;
            computed: boolean;
            definition: string;
            aggregation: components["schemas"]["ScorecardAggregation"];
            source: components["schemas"]["ScorecardSource"];
            kind: components["schemas"]["ScorecardTiming"];
            carry: number;
            grace: number;
            cumulative: boolean;
            seasonal: boolean;
            formula: string;
            nulls: components["schemas"]["ScorecardFormulaNulls"];
            natural_min: number | null;
            natural_max: number | null;
            base: number | null;
            starts: string | null;
            retired: string | null;
            review_date: string | null;
            direction: components["schemas"]["ScorecardEvaluationDirection"];
            alliance: components["schemas"]["ModelAllianceHead"];
            period_info: components["schemas"]["ModelPeriodInfo"];
            ratified: boolean;
            rights: components["schemas"]["ModelRights"];
            objective: components["schemas"]["ModelObjectiveHead"];
            theme: components["schemas"]["ModelNamedTheme"];
            targets: components["schemas"]["ModelTargetView"][];
            cells: components["schemas"]["ModelCellView"][];
            begins: string | null;
            inputs: components["schemas"]["ModelNodeRef"][];
            forecast: components["schemas"]["ModelForecastView"];
        };
        ModelMilestoneView: {
            id: string;
            name: string;
            /** Format: date */
            due: string;
            done_at: string | null;
        };
        ModelMoveView: {
            measure: string;
            code: string;
            name: string;
            sign: components["schemas"]["ScorecardMoveSign"];
            size: number | null;
            lag_months: number;
            light: components["schemas"]["ScorecardEvaluationLight"];
            unit: string;
        };
        ModelNamedPerspective: {
            id: string;
            name: string;
        };
        ModelNamedTheme: {
            id: string;
            name: string;
            colour: number;
        };
        ModelNarrativeView: {
            analysis: string;
            recommendation: string;
            version: number;
        };
        ModelNeed: {
            kind: components["schemas"]["ModelNeedKind"];
            alliance: components["schemas"]["ModelAllianceHead"] | null;
            title: string;
            detail: string;
            due: string | null;
            light: components["schemas"]["ScorecardEvaluationLight"] | null;
            link: string;
        };
        /** @enum {string} */
        ModelNeedKind: "value_due" | "value_missing" | "red_objective" | "invitation" | "not_placed" | "unowned_measure" | "light_consent" | "accept" | "dispute" | "contested";
        /** @enum {string} */
        ModelNoForecast: "none" | "too_few" | "cumulative" | "not_a_number" | "too_old" | "retired";
        /** @enum {string} */
        ModelNodeKind: "measure" | "objective" | "theme" | "alliance";
        ModelNodeRef: {
            id: string;
            kind: components["schemas"]["ModelNodeKind"];
            code: string;
            title: string;
        };
        ModelObjectiveHead: {
            id: string;
            code: string;
            title: string;
        };
        ModelObjectiveRow: {
            id: string;
            version: number;
            code: string;
            title: string;
            description: string;
            perspective: string;
            theme: string;
            owner: components["schemas"]["ModelPersonName"] | null;
            space: components["schemas"]["ModelSpaceRef"];
            weight: number;
            mandatory: boolean;
            method: components["schemas"]["StrategyMethod"];
            k: number;
            red_override: boolean;
            judgement: components["schemas"]["ModelJudgement"];
            history: components["schemas"]["ModelHistoryCell"][];
            measures: components["schemas"]["ModelMeasureRow"][];
            initiatives: components["schemas"]["ModelInitiativeRow"][];
            words: components["schemas"]["ModelLightWordView"][];
            may_confirm: boolean;
        };
        ModelObjectiveView: {
            id: string;
            version: number;
            code: string;
            title: string;
            description: string;
            perspective: string;
            theme: string;
            owner: components["schemas"]["ModelPersonName"] | null;
            space: components["schemas"]["ModelSpaceRef"];
            weight: number;
            mandatory: boolean;
            method: components["schemas"]["StrategyMethod"];
            k: number;
            red_override: boolean;
            judgement: components["schemas"]["ModelJudgement"];
            history: components["schemas"]["ModelHistoryCell"][];
            measures: components["schemas"]["ModelMeasureRow"][];
            initiatives: components["schemas"]["ModelInitiativeRow"][];
            words: components["schemas"]["ModelLightWordView"][];
            may_confirm: boolean;
            alliance: components["schemas"]["ModelAllianceHead"];
            period: components["schemas"]["ModelPeriodInfo"];
            rights: components["schemas"]["ModelRights"];
            ratified: boolean;
            perspective_name: string;
            theme_name: string;
            theme_colour: number;
            causes: components["schemas"]["ModelLinkEnd"][];
            effects: components["schemas"]["ModelLinkEnd"][];
            wins: components["schemas"]["ModelWinOf"][];
            override: components["schemas"]["ModelOverrideView"] | null;
            may_set_light: boolean;
        };
        ModelOutlookItem: {
            measure: string;
            objective: string;
            method: components["schemas"]["ScorecardForecastMethod"];
            points: number;
            meets: components["schemas"]["ModelTargetChanceView"];
        };
        ModelOutlookView: {
            period: components["schemas"]["ModelPeriodInfo"];
            items: components["schemas"]["ModelOutlookItem"][];
        };
        ModelOverrideView: {
            id: string;
            version: number;
            light: components["schemas"]["ScorecardEvaluationLight"];
            reason: string;
            /** Format: date */
            expires: string;
            by: string;
            party: string;
            consented: boolean;
            may_consent: boolean;
            may_remove: boolean;
        };
        ModelOverview: {
            masked: components["schemas"]["ModelMaskedRow"][];
            reds: components["schemas"]["ModelRedRow"][];
            initiatives: components["schemas"]["ModelInitiativeBrief"][];
            history: components["schemas"]["ModelHistoryCell"][];
        };
        ModelPartyView: {
            id: string;
            organisation: string | null;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
            kind: components["schemas"]["AlliancePartyKind"];
            state: components["schemas"]["AlliancePartyState"];
            version: number;
            calendar: components["schemas"]["ModelCalendarView"] | null;
        };
        ModelPeriodChoice: {
            period: string;
            label: string;
        };
        ModelPeriodInfo: {
            period: string;
            label: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            /** Format: date */
            as_of: string;
            default_period: string;
            reason: string;
            frequency: components["schemas"]["Frequency"];
            available: components["schemas"]["ModelPeriodChoice"][];
            side: components["schemas"]["ModelSide"];
        };
        ModelPersonName: {
            id: string;
            name: string;
            organisation: string;
        };
        ModelRedRow: {
            id: string;
            code: string;
            title: string;
            theme: string;
            why: string;
            since: string | null;
            trend: components["schemas"]["ScorecardEvaluationTrend"];
        };
        ModelRights: {
            read_scorecard: boolean;
            edit_draft: boolean;
            edit_themes: string[];
            enter_observations: boolean;
            manage_members: boolean;
            comment: boolean;
            export: boolean;
            read_record: boolean;
            private: boolean;
        };
        ModelScorecardView: {
            alliance: components["schemas"]["ModelAllianceHead"];
            period: components["schemas"]["ModelPeriodInfo"];
            ratified: boolean;
            rights: components["schemas"]["ModelRights"];
            judgement: components["schemas"]["ModelJudgement"];
            perspectives: components["schemas"]["ModelNamedPerspective"][];
            parties: components["schemas"]["ModelPartyView"][];
            themes: components["schemas"]["ModelThemeScorecard"][];
        };
        /** @enum {string} */
        ModelSide: "joint" | "ours";
        ModelSignalView: {
            points: number;
            limits: components["schemas"]["ScorecardEvaluationLimits"];
            centre: number | null;
            low: number | null;
            high: number | null;
            verdict: components["schemas"]["ScorecardEvaluationVerdict"];
            rules: string[];
            assurance: components["schemas"]["ScorecardEvaluationAssurance"];
        };
        ModelSpaceRef: {
            kind: components["schemas"]["AccessSpaceKind"];
            name: string;
        };
        ModelStretch: {
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            label: string;
        };
        /** @enum {string} */
        ModelSubmission: "none" | "submitted" | "accepted" | "disputed";
        ModelSubmissionRow: {
            measure: string;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            currency: string;
            objective: string;
            theme: string;
            period: string;
            label: string;
            value: number | string | boolean | null;
            before: number | string | boolean | null;
            target: string;
            light: components["schemas"]["ScorecardEvaluationLight"];
            note: string;
            giver: string;
            version: number;
            submission: components["schemas"]["ModelSubmission"];
            words: components["schemas"]["ModelValueWordView"][];
            may_speak: boolean;
        };
        ModelSubmissionsView: {
            alliance: components["schemas"]["ModelAllianceHead"];
            rows: components["schemas"]["ModelSubmissionRow"][];
            more: number;
        };
        ModelTargetChanceView: {
            /** Format: date */
            by: string;
            own_day: boolean;
            period: string;
            label: string;
            target: string;
            chance: number;
            light: components["schemas"]["ScorecardEvaluationLight"];
        };
        ModelTargetView: {
            id: string;
            version: number;
            /** Format: date */
            effective_from: string;
            scoring: components["schemas"]["Scoring"];
            words: string;
            reason: string;
            assumed: boolean;
        };
        ModelThemeHead: {
            id: string;
            version: number;
            name: string;
            colour: number;
            leader: components["schemas"]["ModelPersonName"] | null;
            judgement: components["schemas"]["ModelJudgement"];
        };
        ModelThemeLight: {
            id: string;
            name: string;
            colour: number;
            light: components["schemas"]["ScorecardEvaluationLight"];
        };
        ModelThemeScorecard: {
            id: string;
            version: number;
            name: string;
            description: string;
            colour: number;
            kind: components["schemas"]["StrategyThemeKind"];
            leader: components["schemas"]["ModelPersonName"] | null;
            priority: string;
            judgement: components["schemas"]["ModelJudgement"];
            narrative: components["schemas"]["ModelNarrativeView"];
            history: components["schemas"]["ModelHistoryCell"][];
            objectives: components["schemas"]["ModelObjectiveRow"][];
            words: components["schemas"]["ModelLightWordView"][];
            may_confirm: boolean;
        };
        ModelValueView: {
            id: string;
            version: number;
            text: string;
        };
        ModelValueWordView: {
            party: string;
            party_name: string;
            verdict: components["schemas"]["ScorecardValueWord"];
            value: number | string | boolean | null;
            reason: string;
            by: string;
            /** Format: date-time */
            said_at: string;
            mine: boolean;
        };
        ModelWinItem: {
            id: string;
            version: number;
            text: string;
            objectives: string[];
        };
        ModelWinOf: {
            id: string;
            party: string;
            party_name: string;
            mark: components["schemas"]["OrganisationMark"];
            text: string;
        };
        ModelWinsView: {
            party: string;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
            box: components["schemas"]["StrategyLayoutBox"];
            items: components["schemas"]["ModelWinItem"][];
        };
        OrganisationAgainInput: {
            password: string;
        };
        /** @enum {string} */
        OrganisationAppearance: "system" | "light" | "dark";
        OrganisationColleagueItem: {
            id: string;
            version: number;
            name: string;
            email: string;
            title: string;
            state: components["schemas"]["OrganisationPersonState"];
            administrator: boolean;
        };
        OrganisationColleagueList: {
            items: components["schemas"]["OrganisationColleagueItem"][];
        };
        OrganisationMark: {
            letter: string;
            style: components["schemas"]["OrganisationMarkStyle"];
        };
        /** @enum {string} */
        OrganisationMarkStyle: "outlined" | "filled" | "half" | "square";
        OrganisationMe: {
            person: components["schemas"]["OrganisationMePerson"];
            organisation: components["schemas"]["OrganisationMeOrganisation"];
            administrator: boolean;
            csrf: string;
            server: components["schemas"]["OrganisationServerView"];
        };
        OrganisationMeOrganisation: {
            id: string;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
        };
        OrganisationMePerson: {
            id: string;
            name: string;
            email: string;
            title: string;
            locale: string;
            appearance: components["schemas"]["OrganisationAppearance"];
        };
        OrganisationNewToken: {
            id: string;
            token: string;
        };
        OrganisationPasswordInput: {
            current: string;
            new_password: string;
            keep_tokens?: boolean | null;
        };
        /** @enum {string} */
        OrganisationPersonState: "invited" | "confirmed" | "suspended" | "left";
        OrganisationProfileInput: {
            name?: string | null;
            title?: string | null;
            locale?: string | null;
            appearance?: components["schemas"]["OrganisationAppearance"] | null;
        };
        OrganisationResetMade: {
            link: string;
            /** Format: date-time */
            expires_at: string;
        };
        OrganisationServerView: {
            version: string;
            /** Format: date */
            today: string;
            public_url: string | null;
        };
        OrganisationSessionItem: {
            id: string;
            /** Format: date-time */
            made_at: string;
            /** Format: date-time */
            last_seen_at: string;
            user_agent: string;
            address: string;
            current: boolean;
        };
        OrganisationSessionList: {
            items: components["schemas"]["OrganisationSessionItem"][];
        };
        OrganisationSignInInput: {
            email: string;
            password: string;
        };
        OrganisationStateInput: {
            state: components["schemas"]["OrganisationPersonState"];
        };
        OrganisationTokenInput: {
            name: string;
            days?: number | null;
        };
        OrganisationTokenItem: {
            id: string;
            name: string;
            /** Format: date-time */
            made_at: string;
            last_used_at: string | null;
            expires_at: string | null;
        };
        OrganisationTokenList: {
            items: components["schemas"]["OrganisationTokenItem"][];
        };
        OrganisationUseResetInput: {
            secret: string;
            password: string;
        };
        PossessionCosignatureInput: {
            space?: string | null;
            head: string;
        };
        PossessionForeignItem: {
            id: string;
            space: string;
            server: string;
            acts: number;
            head: string;
            signed_by: string;
            /** Format: date-time */
            taken_at: string;
            /** Format: date-time */
            brought_at: string;
        };
        PossessionForeignList: {
            items: components["schemas"]["PossessionForeignItem"][];
        };
        PossessionImportInput: {
            party?: string | null;
        };
        PossessionImportPreview: {
            name: string;
            /** Format: date-time */
            taken_at: string;
            taken_by: string;
            organisation: string;
            server: string;
            key: string;
            parties: components["schemas"]["PossessionPartyPreview"][];
            people: components["schemas"]["PossessionPersonPreview"][];
            kinds: components["schemas"]["PossessionKindPreview"][];
            records: components["schemas"]["PossessionRecordPreview"][];
            needs_party: boolean;
            already_here: boolean;
        };
        /** @enum {string} */
        PossessionJobKind: "export" | "import";
        PossessionJobList: {
            items: components["schemas"]["PossessionJobView"][];
        };
        /** @enum {string} */
        PossessionJobState: "waiting" | "running" | "ready" | "done" | "failed";
        PossessionJobView: {
            id: string;
            kind: components["schemas"]["PossessionJobKind"];
            state: components["schemas"]["PossessionJobState"];
            done: number;
            what: string;
            title: string;
            file: string;
            bytes: number;
            problem: string;
            problem_code: string;
            of: string | null;
            alliance: string | null;
            slug: string | null;
            /** Format: date-time */
            made_at: string;
        };
        PossessionKindPreview: {
            what: string;
            rows: number;
        };
        /** @enum {string} */
        PossessionPartyOutcome: "ours" | "known" | "made" | "to_be_invited";
        PossessionPartyPreview: {
            id: string;
            name: string;
            outcome: components["schemas"]["PossessionPartyOutcome"];
        };
        /** @enum {string} */
        PossessionPersonOutcome: "known" | "invited" | "name";
        PossessionPersonPreview: {
            name: string;
            email: string;
            organisation: string;
            outcome: components["schemas"]["PossessionPersonOutcome"];
        };
        PossessionRecordPreview: {
            kind: components["schemas"]["AccessSpaceKind"];
            origin: string;
            leaves: number;
        };
        PossessionWitnessInput: {
            key: string;
            space?: string | null;
        };
        PossessionWitnessItem: {
            id: string;
            space: string;
            space_name: string;
            name: string;
            key: string;
            party: string;
            ours: boolean;
            /** Format: date-time */
            made_at: string;
            signed_size: number | null;
            signed_at: string | null;
        };
        PossessionWitnessList: {
            items: components["schemas"]["PossessionWitnessItem"][];
            heads: components["schemas"]["PossessionWitnessedHead"][];
            may_change: boolean;
        };
        PossessionWitnessedHead: {
            space: string;
            space_name: string;
            size: number;
            signed_at: string | null;
        };
        /** @enum {string} */
        RecordChannel: "web" | "api" | "command_line" | "system";
        /** @enum {string} */
        ReviewChange: "added" | "changed" | "removed";
        ReviewCompared: {
            kind: components["schemas"]["ModelNodeKind"];
            id: string;
            code: string;
            title: string;
            unit: string;
            decimals: number;
            change: components["schemas"]["ReviewChange"];
            before: components["schemas"]["ReviewStanding"] | null;
            after: components["schemas"]["ReviewStanding"] | null;
            fields: components["schemas"]["ReviewFieldChange"][];
        };
        ReviewComparisonView: {
            before: components["schemas"]["ReviewFreezeItem"];
            after: components["schemas"]["ReviewFreezeItem"];
            items: components["schemas"]["ReviewCompared"][];
            restated: components["schemas"]["ReviewRestated"][];
        };
        ReviewDefinition: {
            measure: string;
            text: components["schemas"]["ScorecardMeasure"];
            targets: components["schemas"]["ScorecardTarget"][];
        };
        ReviewDocument: {
            format: number;
            title: string;
            note: string;
            /** Format: date-time */
            taken_at: string;
            scorecard: components["schemas"]["ModelScorecardView"];
            map: components["schemas"]["ModelMapView"];
            definitions: components["schemas"]["ReviewDefinition"][];
            hopes: components["schemas"]["ValueFrozenHope"][];
        };
        ReviewFieldChange: {
            name: string;
            before: string;
            after: string;
        };
        ReviewFreezeInput: {
            period: string;
            title?: string | null;
            note?: string | null;
        };
        ReviewFreezeItem: {
            id: string;
            period: string;
            label: string;
            /** Format: date */
            last_day: string;
            title: string;
            note: string;
            digest: string;
            charter: number | null;
            light: components["schemas"]["ScorecardEvaluationLight"];
            score: number | null;
            /** Format: date-time */
            taken_at: string;
            by: string;
            party: string;
        };
        ReviewFreezeList: {
            items: components["schemas"]["ReviewFreezeRow"][];
            may_freeze: boolean;
        };
        ReviewFreezeRow: {
            id: string;
            period: string;
            label: string;
            /** Format: date */
            last_day: string;
            title: string;
            note: string;
            digest: string;
            charter: number | null;
            light: components["schemas"]["ScorecardEvaluationLight"];
            score: number | null;
            /** Format: date-time */
            taken_at: string;
            by: string;
            party: string;
            later: number;
        };
        ReviewFreezeView: {
            freeze: components["schemas"]["ReviewFreezeItem"];
            document: components["schemas"]["ReviewDocument"];
            restated: components["schemas"]["ReviewRestated"][];
            gone: components["schemas"]["ReviewGone"][];
        };
        ReviewGone: {
            kind: components["schemas"]["ModelNodeKind"];
            id: string;
        };
        ReviewRestated: {
            measure: string;
            code: string;
            name: string;
            unit: string;
            decimals: number;
            period: string;
            label: string;
            before: number | string | boolean | null;
            after: number | string | boolean | null;
            state_before: components["schemas"]["ScorecardEvaluationState"];
            state_after: components["schemas"]["ScorecardEvaluationState"];
        };
        ReviewStanding: {
            light: components["schemas"]["ScorecardEvaluationLight"];
            score: number | null;
            value: number | string | boolean | null;
            period: string;
        };
        /** @enum {string} */
        ScorecardAggregation: "sum" | "mean" | "weighted_mean" | "last" | "first" | "min" | "max" | "median" | "count" | "ratio" | "none";
        /** @enum {string} */
        ScorecardEvaluationAssurance: "meets" | "misses" | "hit_or_miss" | "none";
        /** @enum {string} */
        ScorecardEvaluationCurve: "linear" | "s" | "steps";
        /** @enum {string} */
        ScorecardEvaluationDirection: "higher" | "lower" | "none";
        /** @enum {string} */
        ScorecardEvaluationLight: "green" | "yellow" | "red" | "grey";
        /** @enum {string} */
        ScorecardEvaluationLimits: "none" | "trial" | "locked";
        /** @enum {string} */
        ScorecardEvaluationScoringType: "higher" | "lower" | "target" | "range" | "progress" | "percent" | "bands" | "yesno" | "texts" | "milestone" | "manual" | "unscored";
        /** @enum {string} */
        ScorecardEvaluationState: "value" | "pending" | "missing" | "stale" | "na" | "withheld" | "error" | "unscored" | "undefined" | "unknown";
        /** @enum {string} */
        ScorecardEvaluationTrend: "better" | "worse" | "flat" | "insufficient";
        /** @enum {string} */
        ScorecardEvaluationVerdict: "improvement" | "concern" | "none";
        /** @enum {string} */
        ScorecardForecastMethod: "naive" | "seasonal_naive" | "drift" | "theil_sen" | "damped_holt";
        /** @enum {string} */
        ScorecardFormulaCandidateKind: "function" | "measure" | "objective" | "word" | "text";
        /** @enum {string} */
        ScorecardFormulaNulls: "propagate" | "ignore" | "zero";
        ScorecardInitiativeInput: {
            name?: string | null;
            description?: string | null;
            objectives?: string[] | null;
            owner?: string | null;
            start?: string | null;
            due?: string | null;
            state?: components["schemas"]["ScorecardInitiativeState"] | null;
            progress?: number | null;
            planned?: number | null;
            budget?: number | null;
            cost?: number | null;
            currency?: string | null;
            milestones?: components["schemas"]["ScorecardMilestoneInput"][] | null;
            moves?: components["schemas"]["ScorecardMoveInput"][] | null;
            private?: boolean | null;
            space?: string | null;
            foreign_id?: string | null;
        };
        /** @enum {string} */
        ScorecardInitiativeState: "planned" | "running" | "done" | "stopped";
        ScorecardLightVerdictInput: {
            object: string;
            period: string;
            verdict: components["schemas"]["ScorecardLightWord"];
            light: components["schemas"]["StrategyLight"];
            reason?: string | null;
        };
        /** @enum {string} */
        ScorecardLightWord: "confirmed" | "contested" | "withdrawn";
        /** @enum {string} */
        ScorecardLink_testVerdict: "supported" | "contradicted" | "inconclusive" | "untestable";
        ScorecardMeasure: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            objective: string;
            code: string;
            name: string;
            definition: string;
            unit: string;
            decimals: number;
            currency: string;
            frequency: components["schemas"]["Frequency"];
            aggregation: components["schemas"]["ScorecardAggregation"];
            source: components["schemas"]["ScorecardSource"];
            kind: components["schemas"]["ScorecardTiming"];
            dimension: string;
            owner: string | null;
            supplier: string | null;
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
            weight: number;
            mandatory: boolean;
            position: number;
            foreign_id: string;
            formula: string;
            nulls: components["schemas"]["ScorecardFormulaNulls"];
            two_keys: boolean;
            note_below: number | null;
            two_keys_from: string | null;
            removed_at: string | null;
        };
        ScorecardMeasureInput: {
            objective?: string | null;
            code?: string | null;
            name?: string | null;
            definition?: string | null;
            unit?: string | null;
            decimals?: number | null;
            currency?: string | null;
            frequency?: components["schemas"]["Frequency"] | null;
            aggregation?: components["schemas"]["ScorecardAggregation"] | null;
            source?: components["schemas"]["ScorecardSource"] | null;
            kind?: components["schemas"]["ScorecardTiming"] | null;
            dimension?: string | null;
            owner?: string | null;
            supplier?: string | null;
            carry?: number | null;
            grace?: number | null;
            cumulative?: boolean | null;
            seasonal?: boolean | null;
            natural_min?: number | null;
            natural_max?: number | null;
            base?: number | null;
            starts?: string | null;
            retired?: string | null;
            review_date?: string | null;
            weight?: number | null;
            mandatory?: boolean | null;
            position?: number | null;
            formula?: string | null;
            nulls?: components["schemas"]["ScorecardFormulaNulls"] | null;
            two_keys?: boolean | null;
            two_keys_from?: string | null;
            note_below?: number | null;
            private?: boolean | null;
            space?: string | null;
            scoring?: components["schemas"]["Scoring"] | null;
            effective_from?: string | null;
            foreign_id?: string | null;
        };
        ScorecardMilestoneInput: {
            name: string;
            /** Format: date */
            due: string;
            done_at?: string | null;
        };
        ScorecardMoveInput: {
            measure: string;
            sign: components["schemas"]["ScorecardMoveSign"];
            size?: number | null;
            lag_months: number;
        };
        /** @enum {string} */
        ScorecardMoveSign: "up" | "down";
        ScorecardNarrativeInput: {
            period: string;
            analysis: string;
            recommendation: string;
        };
        ScorecardNewObjectiveInput: {
            code?: string | null;
            title?: string | null;
            description?: string | null;
            perspective?: string | null;
            theme?: string | null;
            owner?: string | null;
            method?: components["schemas"]["StrategyMethod"] | null;
            k?: number | null;
            weight?: number | null;
            mandatory?: boolean | null;
            red_override?: boolean | null;
            manual_light?: components["schemas"]["StrategyLight"] | null;
            manual_reason?: string | null;
            pin?: components["schemas"]["StrategyPinInput"] | null;
            position?: number | null;
            foreign_id?: string | null;
            private?: boolean | null;
            space?: string | null;
            measures?: components["schemas"]["ScorecardMeasureInput"][] | null;
        };
        ScorecardObservationInput: {
            measure: string;
            period: string;
            series?: components["schemas"]["ScorecardSeries"] | null;
            value?: unknown | null;
            state?: components["schemas"]["ScorecardObservationState"] | null;
            reason?: string | null;
            note?: string | null;
            numerator?: number | null;
            denominator?: number | null;
            weight?: number | null;
            flags?: string[] | null;
            version?: number | null;
            share_light?: boolean | null;
        };
        ScorecardObservationItem: {
            period: string;
            series: components["schemas"]["ScorecardSeries"];
            value: string | null;
            state: components["schemas"]["ScorecardObservationState"];
            reason: string;
            note: string;
            flags: string[];
            /** Format: date-time */
            recorded_at: string;
            by: string;
            organisation: string;
            source: string;
            current: boolean;
            version: number;
        };
        ScorecardObservationList: {
            items: components["schemas"]["ScorecardObservationItem"][];
        };
        /** @enum {string} */
        ScorecardObservationState: "value" | "missing" | "na" | "withheld";
        /** @enum {string} */
        ScorecardOutcome: "new" | "corrected" | "unchanged";
        ScorecardOverrideInput: {
            light: components["schemas"]["StrategyLight"];
            reason: string;
            starts?: string | null;
            /** Format: date */
            expires: string;
        };
        ScorecardSaid: {
            count: number;
            acts: components["schemas"]["AccessActAnswer"][];
        };
        /** @enum {string} */
        ScorecardSeries: "actual" | "target" | "baseline" | "red" | "green";
        /** @enum {string} */
        ScorecardSource: "person" | "formula" | "feed" | "survey" | "raci";
        ScorecardTarget: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            measure: string;
            /** Format: date */
            effective_from: string;
            scoring: unknown;
            assumed: boolean;
            reason: string;
            removed_at: string | null;
        };
        ScorecardTargetInput: {
            /** Format: date */
            effective_from: string;
            scoring: components["schemas"]["Scoring"];
            reason?: string | null;
            assumed?: boolean | null;
        };
        /** @enum {string} */
        ScorecardTiming: "lead" | "lag";
        ScorecardValueVerdictInput: {
            measure: string;
            period: string;
            version: number;
            verdict: components["schemas"]["ScorecardValueWord"];
            value?: unknown | null;
            reason?: string | null;
        };
        /** @enum {string} */
        ScorecardValueWord: "accepted" | "disputed" | "withdrawn";
        Scoring: {
            /** @enum {string} */
            type: "higher" | "lower";
            red: number;
            green: number;
            worst?: number;
            stretch?: number;
        } | {
            /** @enum {string} */
            type: "target" | "range";
            red_low: number;
            green_low: number;
            green_high: number;
            red_high: number;
        } | {
            /** @enum {string} */
            type: "progress";
            baseline: number;
            target: number;
            /** Format: date */
            start?: string;
            /** Format: date */
            due?: string;
            curve?: components["schemas"]["ScorecardEvaluationCurve"];
            steps?: {
                /** Format: date */
                date: string;
                share: number;
            }[];
            red?: number;
            green?: number;
        } | {
            /** @enum {string} */
            type: "percent";
            target: number;
            /** @enum {string} */
            direction?: "higher" | "lower";
            baseline?: number;
            red?: number;
            green?: number;
        } | {
            /** @enum {string} */
            type: "bands";
            edges: number[];
            /** @enum {string} */
            direction?: "higher" | "lower";
        } | {
            /** @enum {string} */
            type: "yesno";
        } | {
            /** @enum {string} */
            type: "texts";
            scores: {
                [key: string]: number;
            };
        } | {
            /** @enum {string} */
            type: "milestone";
            /** Format: date */
            due: string;
            yellow_days: number;
            red_days: number;
        } | {
            /** @enum {string} */
            type: "manual";
            light: components["schemas"]["ScorecardEvaluationLight"];
            reason: string;
        } | {
            /** @enum {string} */
            type: "unscored";
        };
        SearchFound: {
            items: components["schemas"]["SearchHit"][];
            more: boolean;
        };
        SearchHit: {
            kind: string;
            id: string;
            code: string;
            title: string;
            note: string;
            alliance: components["schemas"]["SearchHitAlliance"];
            is_private: boolean;
            link: string;
        };
        SearchHitAlliance: {
            id: string;
            slug: string;
            name: string;
        };
        /** @enum {string} */
        Service_levelDirection: "at_least" | "at_most";
        Service_levelEntered: {
            written: number;
            acts: components["schemas"]["AccessActAnswer"][];
        };
        Service_levelFollowInput: {
            objective: string;
            code?: string | null;
            name?: string | null;
        };
        Service_levelLevelInput: {
            code?: string | null;
            name?: string | null;
            promise?: string | null;
            by_party?: string | null;
            to_party?: string | null;
            unit?: string | null;
            decimals?: number | null;
            direction?: components["schemas"]["Service_levelDirection"] | null;
            limit?: number | null;
            limit_from?: string | null;
            frequency?: components["schemas"]["Frequency"] | null;
            grace?: number | null;
            agreement?: string | null;
            owner?: string | null;
            starts?: string | null;
            ends?: string | null;
            private?: boolean | null;
        };
        Service_levelLevelList: {
            items: components["schemas"]["Service_levelLevelRow"][];
            by_party: components["schemas"]["Service_levelPartyTally"][];
            quarters: components["schemas"]["Service_levelQuarterTally"][];
            ended: string | null;
            parties: components["schemas"]["Service_levelPartyRef"][];
            agreements: components["schemas"]["Service_levelNamed"][];
            may_add: boolean;
        };
        Service_levelLevelRow: {
            id: string;
            version: number;
            code: string;
            name: string;
            promise: string;
            by: components["schemas"]["Service_levelPartyRef"];
            to: components["schemas"]["Service_levelPartyRef"];
            unit: string;
            decimals: number;
            direction: components["schemas"]["Service_levelDirection"];
            limit: number;
            frequency: components["schemas"]["Frequency"];
            agreement: components["schemas"]["Service_levelNamed"] | null;
            owner: components["schemas"]["Service_levelNamed"] | null;
            /** Format: date */
            starts: string;
            ends: string | null;
            space: components["schemas"]["ModelSpaceRef"];
            marks: components["schemas"]["Service_levelPeriodMark"][];
            tally: components["schemas"]["Service_levelTallyView"];
            next: components["schemas"]["Service_levelPeriodMark"] | null;
            measure: components["schemas"]["Service_levelNamed"] | null;
            may_enter: boolean;
        };
        Service_levelLevelView: {
            id: string;
            version: number;
            code: string;
            name: string;
            promise: string;
            by: components["schemas"]["Service_levelPartyRef"];
            to: components["schemas"]["Service_levelPartyRef"];
            unit: string;
            decimals: number;
            direction: components["schemas"]["Service_levelDirection"];
            limit: number;
            frequency: components["schemas"]["Frequency"];
            agreement: components["schemas"]["Service_levelNamed"] | null;
            owner: components["schemas"]["Service_levelNamed"] | null;
            /** Format: date */
            starts: string;
            ends: string | null;
            space: components["schemas"]["ModelSpaceRef"];
            marks: components["schemas"]["Service_levelPeriodMark"][];
            tally: components["schemas"]["Service_levelTallyView"];
            next: components["schemas"]["Service_levelPeriodMark"] | null;
            measure: components["schemas"]["Service_levelNamed"] | null;
            may_enter: boolean;
            periods: components["schemas"]["Service_levelPeriodMark"][];
            whole: components["schemas"]["Service_levelTallyView"];
            limits: components["schemas"]["Service_levelLimit"][];
            grace: number;
            history: components["schemas"]["Service_levelSaidValue"][];
            parties: components["schemas"]["Service_levelPartyRef"][];
            may_edit: boolean;
        };
        Service_levelLimit: {
            /** Format: date */
            from: string;
            limit: number;
        };
        Service_levelNamed: {
            id: string;
            name: string;
        };
        Service_levelPartyRef: {
            id: string;
            name: string;
            mark: components["schemas"]["OrganisationMark"];
        };
        Service_levelPartyTally: {
            party: components["schemas"]["Service_levelPartyRef"];
            promised: number;
            tally: components["schemas"]["Service_levelTallyView"];
        };
        Service_levelPeriodMark: {
            period: string;
            label: string;
            standing: components["schemas"]["Service_levelStanding"];
            value: number | null;
            limit: number;
            /** Format: date */
            due: string;
            version: number;
            reason: string;
            note: string;
        };
        Service_levelQuarterTally: {
            period: string;
            label: string;
            met: number;
            missed: number;
        };
        Service_levelSaidValue: {
            period: string;
            label: string;
            state: components["schemas"]["Service_levelValueState"];
            value: number | null;
            reason: string;
            note: string;
            /** Format: date-time */
            recorded_at: string;
            person: string;
            organisation: string;
        };
        /** @enum {string} */
        Service_levelStanding: "met" | "missed" | "na" | "pending" | "unreported";
        Service_levelTallyView: {
            met: number;
            missed: number;
            unreported: number;
            na: number;
            run: number;
        };
        Service_levelValueInput: {
            level: string;
            period: string;
            value?: number | null;
            state?: components["schemas"]["Service_levelValueState"] | null;
            reason?: string | null;
            note?: string | null;
            version?: number | null;
        };
        /** @enum {string} */
        Service_levelValueState: "value" | "na" | "missing";
        SharingDestination: {
            space: string;
            shared: boolean;
            name: string;
            parties: string[];
        };
        SharingGoing: {
            kind: string;
            id: string;
            label: string;
        };
        /** @enum {string} */
        SharingKind: "objective" | "measure" | "initiative" | "service_level";
        SharingSharingInput: {
            kind: components["schemas"]["SharingKind"];
            id: string;
            space: string;
            seen?: string | null;
        };
        SharingSharingPreview: {
            going: components["schemas"]["SharingGoing"][];
            values: number;
            destinations: components["schemas"]["SharingDestination"][];
            digest: string;
        };
        StrategyLayoutBox: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        StrategyLayoutPoint: {
            x: number;
            y: number;
        };
        /** @enum {string} */
        StrategyLight: "green" | "yellow" | "red" | "grey";
        StrategyLink: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            cause: string;
            effect: string;
            sign: components["schemas"]["StrategySign"];
            lag_months: number;
            strength: components["schemas"]["StrategyStrength"];
            foreign_id: string;
            removed_at: string | null;
        };
        StrategyLinkInput: {
            from?: string | null;
            to?: string | null;
            sign?: components["schemas"]["StrategySign"] | null;
            lag_months?: number | null;
            strength?: components["schemas"]["StrategyStrength"] | null;
        };
        /** @enum {string} */
        StrategyMethod: "mean" | "worst" | "best" | "median" | "k_of_n" | "manual" | "none";
        StrategyObjective: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            code: string;
            title: string;
            description: string;
            perspective: string;
            theme: string;
            owner: string | null;
            method: components["schemas"]["StrategyMethod"];
            k: number;
            weight: number;
            mandatory: boolean;
            red_override: boolean;
            manual_light: components["schemas"]["StrategyLight"] | null;
            manual_reason: string;
            pin_column: number | null;
            pin_row: number | null;
            position: number;
            foreign_id: string;
            removed_at: string | null;
        };
        StrategyObjectiveInput: {
            code?: string | null;
            title?: string | null;
            description?: string | null;
            perspective?: string | null;
            theme?: string | null;
            owner?: string | null;
            method?: components["schemas"]["StrategyMethod"] | null;
            k?: number | null;
            weight?: number | null;
            mandatory?: boolean | null;
            red_override?: boolean | null;
            manual_light?: components["schemas"]["StrategyLight"] | null;
            manual_reason?: string | null;
            pin?: components["schemas"]["StrategyPinInput"] | null;
            position?: number | null;
            foreign_id?: string | null;
        };
        StrategyPerspective: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            name: string;
            question: string;
            position: number;
            foreign_id: string;
            removed_at: string | null;
        };
        StrategyPerspectiveInput: {
            name?: string | null;
            question?: string | null;
            position?: number | null;
        };
        StrategyPinInput: {
            column: number;
            row?: number | null;
        };
        StrategySharedValue: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            text: string;
            description: string;
            position: number;
            removed_at: string | null;
        };
        /** @enum {string} */
        StrategySign: "helps" | "hinders";
        /** @enum {string} */
        StrategyStrength: "weak" | "medium" | "strong";
        StrategyTheme: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            name: string;
            description: string;
            colour: number;
            kind: components["schemas"]["StrategyThemeKind"];
            leader: string | null;
            priority: string;
            method: components["schemas"]["StrategyMethod"];
            k: number;
            weight: number;
            red_override: boolean;
            position: number;
            foreign_id: string;
            removed_at: string | null;
        };
        StrategyThemeInput: {
            name?: string | null;
            description?: string | null;
            colour?: number | null;
            kind?: components["schemas"]["StrategyThemeKind"] | null;
            leader?: string | null;
            priority?: string | null;
            method?: components["schemas"]["StrategyMethod"] | null;
            k?: number | null;
            weight?: number | null;
            red_override?: boolean | null;
            position?: number | null;
            foreign_id?: string | null;
        };
        /** @enum {string} */
        StrategyThemeKind: "managed" | "co_creation";
        StrategyValueInput: {
            text?: string | null;
            description?: string | null;
            position?: number | null;
        };
        StrategyWin: {
            id: string;
            alliance: string;
            space: string;
            version: number;
            party: string;
            text: string;
            objectives: string[];
            position: number;
            removed_at: string | null;
        };
        StrategyWinInput: {
            party?: string | null;
            text?: string | null;
            objectives?: string[] | null;
            position?: number | null;
        };
        ValueAmountView: {
            party: string;
            party_name: string;
            amount: number;
            currency: string;
        };
        ValueBenefitAmountInput: {
            party: string;
            amount: number;
            currency: string;
        };
        ValueBenefitInput: {
            kind?: components["schemas"]["ValueBenefitKind"] | null;
            title?: string | null;
            period?: string | null;
            baseline?: string | null;
            evidence?: string | null;
            amounts?: components["schemas"]["ValueBenefitAmountInput"][] | null;
            objectives?: string[] | null;
        };
        /** @enum {string} */
        ValueBenefitKind: "time" | "cost" | "revenue" | "quality";
        ValueBenefitView: {
            id: string;
            version: number;
            kind: components["schemas"]["ValueBenefitKind"];
            title: string;
            period: string;
            baseline: string;
            evidence: string;
            amounts: components["schemas"]["ValueAmountView"][];
            objectives: components["schemas"]["ValueObjectiveRef"][];
            claimed_by: string;
            claimed_by_name: string;
            author: string;
            state: components["schemas"]["ValueClaimState"];
            words: components["schemas"]["ValueBenefitWordView"][];
            waits_for: string[];
            may_change: boolean;
            may_speak: boolean;
        };
        ValueBenefitWordInput: {
            verdict?: components["schemas"]["ValueVerdict"] | null;
            note?: string | null;
        };
        ValueBenefitWordView: {
            id: string;
            version: number;
            party_name: string;
            author: string;
            verdict: components["schemas"]["ValueVerdict"];
            note: string;
            /** Format: date-time */
            said_at: string;
            outdated: boolean;
            mine: boolean;
        };
        /** @enum {string} */
        ValueClaimState: "claimed" | "confirmed" | "disputed";
        ValueCostInput: {
            title?: string | null;
            period?: string | null;
            amount?: number | null;
            currency?: string | null;
            private?: boolean | null;
        };
        ValueCostView: {
            id: string;
            version: number;
            party: string;
            party_name: string;
            title: string;
            period: string;
            amount: number;
            currency: string;
            private: boolean;
            may_change: boolean;
        };
        ValueFrozenHope: {
            party_name: string;
            text: string;
            leader: string;
            objectives: string[];
            words: components["schemas"]["ValueFrozenWord"][];
        };
        ValueFrozenWord: {
            party_name: string;
            outcome: components["schemas"]["ValueOutcome"];
            text: string;
        };
        ValueHopeInput: {
            text?: string | null;
            leader?: string | null;
            hoped_on?: string | null;
            objectives?: string[] | null;
        };
        ValueHopeView: {
            id: string;
            version: number;
            party: string;
            party_name: string;
            text: string;
            leader: string;
            hoped_on: string | null;
            objectives: components["schemas"]["ValueObjectiveRef"][];
            words: components["schemas"]["ValueHopeWordView"][];
            waits_for: string[];
            may_change: boolean;
            may_speak: boolean;
        };
        ValueHopeWordInput: {
            outcome?: components["schemas"]["ValueOutcome"] | null;
            text?: string | null;
        };
        ValueHopeWordView: {
            id: string;
            version: number;
            party_name: string;
            author: string;
            outcome: components["schemas"]["ValueOutcome"];
            text: string;
            /** Format: date-time */
            said_at: string;
            outdated: boolean;
            said_of: string;
            mine: boolean;
        };
        ValueObjectiveRef: {
            id: string;
            code: string;
            title: string;
        };
        /** @enum {string} */
        ValueOutcome: "came_true" | "partly" | "not_yet" | "not_at_all";
        ValuePartyRef: {
            id: string;
            name: string;
        };
        ValueSum: {
            party: string;
            currency: string;
            claimed: number;
            confirmed: number;
            disputed: number;
            cost: number;
            net: number;
        };
        ValueValueView: {
            hopes: components["schemas"]["ValueHopeView"][];
            benefits: components["schemas"]["ValueBenefitView"][];
            costs: components["schemas"]["ValueCostView"][];
            sums: components["schemas"]["ValueSum"][];
            with_private: boolean;
            years: number[];
            year: number | null;
            partners: components["schemas"]["ValuePartyRef"][];
            mine: string | null;
            currency: string;
            may_write: boolean;
            may_be_private: boolean;
        };
        /** @enum {string} */
        ValueVerdict: "confirmed" | "disputed";
    };
    responses: {
        /** @description What went wrong */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getApiV1ActsIdReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ActsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AgreementsIdConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementConsentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementSpoken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AgreementsIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementClosingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AgreementsIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Alliances: {
        parameters: {
            query?: {
                /** @description Words in the name of the alliance or of a party */
                q?: string;
                /** @description One or more stages, comma between */
                stage?: string;
                /** @description One or more lights, comma between */
                light?: string;
                /** @description Words in the name of a party */
                partner?: string;
                /** @description name, light, stage, updated or score; - turns it round */
                sort?: string;
                /** @description Where the last page ended */
                cursor?: string;
                /** @description 1 to 500; 50 unless given */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelAllianceList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1Alliances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceAllianceInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllianceMadeAlliance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAlliance: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelAllianceView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1AlliancesAlliance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceAllianceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceAccess: {
        parameters: {
            query?: {
                /** @description shared, or private for your own side's */
                space?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllianceAccessList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceAgreements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementAgreementList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceAgreements: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementAgreementInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceBenefits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueBenefitInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceCardLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationCardLinkInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationCardInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceCharters: {
        parameters: {
            query?: {
                /** @description That of an agreement; otherwise the shared one */
                space?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterCharterList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceCharters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CharterProposalInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceChartersDifference: {
        parameters: {
            query?: {
                /** @description That of an agreement; otherwise the shared one */
                space?: string;
                /** @description A version's number, draft or nothing; otherwise the version in force */
                from?: string;
                /** @description The same; otherwise the draft */
                to?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterDifference"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceComments: {
        parameters: {
            query: {
                /** @description The thing: its kind, a colon, its identifier (objective:…); of a charter's item charter:…:… */
                about: string;
                /** @description Where the last page ended */
                cursor?: string;
                /** @description Threads, 1 to 200 */
                limit?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionCommentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionCommentInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceCommentsAddressees: {
        parameters: {
            query: {
                /** @description The thing: its kind, a colon, its identifier (objective:…); of a charter's item charter:…:… */
                about: string;
                /** @description The beginning of a word of the name */
                q?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionAddresseeList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceCommentsCounts: {
        parameters: {
            query?: {
                /** @description Only these things, with commas between, 200 at most */
                about?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionCountList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceCosts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueCostInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceExportObservationsCsv: {
        parameters: {
            query?: {
                /** @description joint, or ours: with one's own private matters */
                side?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceExportObservationsXlsx: {
        parameters: {
            query?: {
                /** @description joint, or ours: with one's own private matters */
                side?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceExportScorecardXlsx: {
        parameters: {
            query?: {
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The period that is shown; the usual one unless given */
                period?: string;
                /** @description A version's number, or draft; what stands unless given */
                basis?: string;
                /** @description A past day */
                on?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceExportStratmlXml: {
        parameters: {
            query?: {
                /** @description joint, or ours: with one's own private matters */
                side?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceExports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionJobView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceFiles: {
        parameters: {
            query: {
                /** @description The thing: its kind, a colon, its identifier (objective:…); of a charter's item charter:…:… */
                about: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesFileList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceFiles: {
        parameters: {
            query: {
                /** @description The thing: its kind, a colon, its identifier (objective:…); of a charter's item charter:…:… */
                about: string;
                /** @description What the file is called; its ending is made to fit its content */
                name: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceFilters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilterFilterList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceFilters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterSaveInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceFindings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationFindingInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceForeignRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionForeignList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceForeignRecordsRecordFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
                record: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceFormula: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelFormulaQuestionInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelFormulaAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewFreezeList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewFreezeInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceFreezesCompare: {
        parameters: {
            query?: {
                /** @description The earlier freeze */
                from?: string;
                /** @description The later one */
                to?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewComparisonView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceFreshness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisciplineFreshness"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceHopes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueHopeInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceImports: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeImportList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceImportsObservations: {
        parameters: {
            query?: {
                /** @description true writes; otherwise only a preview */
                commit?: string;
                /** @description The preview whose file is to be written */
                preview?: string;
                /** @description Of a workbook: which sheet and which columns, as JSON in the form that imports/workbook gives; guessed otherwise */
                mapping?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeImportPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceImportsWorkbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeWorkbookView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceInitiatives: {
        parameters: {
            query?: {
                /** @description As of its last day */
                period?: string;
                /** @description joint or ours */
                side?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiativeInitiativeList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceInitiatives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardInitiativeInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceInterviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormationInterviewsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceInterviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationInterviewInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllianceInvitationList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceInvitationInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllianceInvitationMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1AlliancesAllianceInvitationsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                alliance: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceInvitationsIdConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                alliance: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceLightVerdicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardLightVerdictInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceLinkTests: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelLinkTestsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyLinkInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceMap: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelMapView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceMapPdf: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description light or dark */
                appearance?: string;
                /** @description a3, a2, a1 or a0 (PDF) */
                paper?: string;
                /** @description 1 to 4 (PNG) */
                scale?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceMapPng: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description light or dark */
                appearance?: string;
                /** @description a3, a2, a1 or a0 (PDF) */
                paper?: string;
                /** @description 1 to 4 (PNG) */
                scale?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceMapSvg: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description light or dark */
                appearance?: string;
                /** @description a3, a2, a1 or a0 (PDF) */
                paper?: string;
                /** @description 1 to 4 (PNG) */
                scale?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceMeasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardMeasureInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceNewMemberInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1AlliancesAllianceMembersPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceMemberInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceObjectives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardNewObjectiveInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceObservations: {
        parameters: {
            query?: {
                /** @description true answers with the lights too, as a browser's session always gets them */
                judge?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardObservationInput"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelEnteredAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceOpenMatters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationMatterInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceOutlook: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description Only this theme */
                theme?: string;
                /** @description Only this objective */
                objective?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelOutlookView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1AlliancesAlliancePartiesParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlliancePartyInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAlliancePeople: {
        parameters: {
            query?: {
                /** @description Words in name, address or title */
                q?: string;
                /** @description Only of this party */
                party?: string;
                /** @description Only with this role */
                role?: string;
                /** @description Where the last page ended */
                cursor?: string;
                /** @description 1 to 1,000 */
                limit?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllianceMemberList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAlliancePerspectives: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyPerspectiveInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceQuestionSets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationQuestionSetInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceRecord: {
        parameters: {
            query?: {
                /** @description Only this space */
                space?: string;
                /** @description Where the last page ended */
                cursor?: string;
                /** @description 1 to 200 */
                limit?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityRecordList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceRecordCosignatures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PossessionCosignatureInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceRecordExport: {
        parameters: {
            query?: {
                /** @description Which space; the shared one unless given */
                space?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceRecordHead: {
        parameters: {
            query?: {
                /** @description Which space; the shared one unless given */
                space?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceRenegotiation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisciplineRenegotiation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeShownSample"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceScorecard: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description Only this theme */
                theme?: string;
                /** @description Last periods of each measure, 1 to 60; 8 unless given */
                periods?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelScorecardView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceScorecardAggregate: {
        parameters: {
            query: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description quarter, half, year_to_date, rolling or year_ago */
                view: string;
                /** @description Own periods for the view rolling, 1 to 1000; 12 unless given */
                rolling?: string;
                /** @description The party by whose fiscal year quarters, halves and years go; the alliance's unless given */
                calendar?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelAggregateView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceServiceLevelValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Service_levelValueInput"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service_levelEntered"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceServiceLevels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service_levelLevelList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceServiceLevels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Service_levelLevelInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceSharings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SharingSharingInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceSharingsPreview: {
        parameters: {
            query?: {
                /** @description objective, measure, initiative or service_level */
                kind?: string;
                /** @description Its identifier */
                id?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingSharingPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putApiV1AlliancesAllianceSignatoriesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                alliance: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1AlliancesAllianceSignatoriesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                alliance: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceSubmissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelSubmissionsView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceThemes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyThemeInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceValue: {
        parameters: {
            query?: {
                /** @description Only benefits and costs of this year; otherwise all */
                year?: string;
            };
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValueValueView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceValueVerdicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardValueVerdictInput"][];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardSaid"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyValueInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceWins: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyWinInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceWitnesses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionWitnessList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceWitnesses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PossessionWitnessInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1AlliancesAllianceWitnessesWitness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
                witness: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1AlliancesAllianceWorkshops: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormationWorkshopList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1AlliancesAllianceWorkshops: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alliance: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationWorkshopInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1BenefitWordsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1BenefitsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1BenefitsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueBenefitInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putApiV1BenefitsIdWord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueBenefitWordInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1CardLinksId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1CardsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1CardsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationCardInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1CardsIdObjective: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationAcceptInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormationAccepted"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ChartersIdConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CharterConsentInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterSpoken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1ChartersIdDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CharterDocument"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ChartersIdWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1CommentsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1CommentsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscussionCommentChangeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1CommentsIdEarlier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscussionEarlierList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1CostsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1CostsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueCostInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1Exports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionJobView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1FilesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilesFileView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1FilesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1FilesIdContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1FiltersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1FiltersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterFilterChangeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1FiltersIdRestore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1FiltersIdShare: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterShareInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1FindingsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1FindingsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationFindingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1FormulaReference: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1FreezesId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewFreezeView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1FreezesIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelHome"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1HopeWordsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1HopesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1HopesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueHopeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putApiV1HopesIdWord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValueHopeWordInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ImportsAlliance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/zip": string;
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionJobView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ImportsStratml: {
        parameters: {
            query?: {
                /** @description true makes the alliance; otherwise only a preview */
                commit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/xml": string;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeStratmlAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ImportsIdUndo: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeUndoneImport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Inbox: {
        parameters: {
            query?: {
                /** @description mention, reply, charter, light, value, accept, dispute, agreement, claim, rating or contested */
                kind?: string;
                /** @description unread */
                only?: string;
                /** @description Where the last page ended */
                cursor?: string;
                /** @description 1 to 100 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxInbox"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1InboxMarks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxMarkingInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxUnread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1InboxReadAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxUnread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1InboxUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxUnread"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1InitiativesId: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelInitiativeView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1InitiativesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1InitiativesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardInitiativeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1InitiativesIdCourse: {
        parameters: {
            query?: {
                /** @description As of its last day */
                period?: string;
                /** @description joint or ours */
                side?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiativeCourseView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1InterviewsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1InterviewsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationInterviewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1InvitationsSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllianceInvitationView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1InvitationsSecretAccept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllianceAcceptInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionJobList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1JobsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionJobView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1JobsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1JobsIdFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1JobsIdImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PossessionImportInput"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionJobView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1JobsIdPreview: {
        parameters: {
            query?: {
                /** @description Which party the own organisation is, where that cannot be told */
                party?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossessionImportPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1LinksId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1LinksId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyLinkInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationProfileInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1MeFilters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilterFilterList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1MeFilters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterSaveInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1MeNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisciplineNotifications"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putApiV1MeNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisciplineNotificationChoiceInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisciplineNotifications"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1MePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationPasswordInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1MeTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationTokenList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1MeTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationTokenInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationNewToken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1MeTokensId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1MeasuresId: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
                /** @description 1 to 240; 48 unless given */
                periods?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelMeasureView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1MeasuresId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1MeasuresId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardMeasureInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1MeasuresIdLooks: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisciplineCounted"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1MeasuresIdObservations: {
        parameters: {
            query?: {
                /** @description Only this period */
                period?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScorecardObservationList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1MeasuresIdReviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisciplineReviewInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisciplineDecided"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1MeasuresIdTargets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardTargetInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1ObjectivesId: {
        parameters: {
            query?: {
                /** @description Such as 2008-Q2; the latest closed one with enough values unless given */
                period?: string;
                /** @description joint, or ours: with one's own private matters */
                side?: string;
                /** @description The number of a version of the charter, or draft; what is in force unless given */
                basis?: string;
                /** @description As it was at the end of this day, such as 2008-06-30 */
                on?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelObjectiveView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1ObjectivesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1ObjectivesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyObjectiveInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ObjectivesIdOverrides: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardOverrideInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1ObjectivesIdTrail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormationTrail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1OpenMattersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1OpenMattersId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationMatterInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1OrganisationPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationColleagueList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1OrganisationPeopleId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationStateInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1OrganisationPeopleIdPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationResetMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1OrganisationRecord: {
        parameters: {
            query?: {
                /** @description Where the last page ended */
                cursor?: string;
                /** @description 1 to 200 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityRecordList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1OrganisationRecordExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1OverridesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1OverridesIdConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1PasswordResets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationUseResetInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1PerspectivesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1PerspectivesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyPerspectiveInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1QuestionSetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1QuestionSetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationQuestionSetInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Search: {
        parameters: {
            query: {
                /** @description What to find */
                q: string;
                /** @description objective, measure, initiative, theme, win, value, review, agreement, benefit, workshop, card, finding, comment, file, alliance or person */
                kind?: string;
                /** @description 1 to 100 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchFound"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1ServiceLevelsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service_levelLevelView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1ServiceLevelsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1ServiceLevelsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Service_levelLevelInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1ServiceLevelsIdMeasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Service_levelFollowInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1Sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationSessionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1Sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationSignInInput"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1SessionsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1SessionsFresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationAgainInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationMe"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1SessionsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1TargetsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1ThemesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1ThemesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyThemeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putApiV1ThemesIdNarrative: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScorecardNarrativeInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1ValuesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1ValuesId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyValueInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1WinsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1WinsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StrategyWinInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getApiV1WorkshopsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormationWorkshopView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteApiV1WorkshopsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    patchApiV1WorkshopsId: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationWorkshopInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1WorkshopsIdRatingClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postApiV1WorkshopsIdRatingOpen: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessChanged"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putApiV1WorkshopsIdRatings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that is changed, as its ETag or `version` said: "3". Without it, where it is needed: 428; of an older version: 412. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormationRatingInput"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
}
