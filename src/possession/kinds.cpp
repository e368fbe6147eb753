#include "possession/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::possession {
namespace {

/// Of tables with the columns `alliance` and `space`.
std::string in_space(std::string_view table, std::string_view order = "id") {
  return fmt::format("FROM {0} WHERE {0}.alliance = $1 AND {0}.space = $2 ORDER BY {0}.{1}", table, order);
}
/// Of tables whose rows belong to a row of another table, and lie where that lies.
std::string under(std::string_view table, std::string_view parent, std::string_view column, std::string_view order) {
  return fmt::format("FROM {1} JOIN {0} ON {0}.{2} = {1}.id WHERE {1}.alliance = $1 AND {1}.space = $2 ORDER BY {3}", table, parent, column, order);
}
/// The same where the rows say themselves where they lie.
std::string beside(std::string_view table, std::string_view parent, std::string_view column, std::string_view order) {
  return fmt::format("FROM {1} JOIN {0} ON {0}.{2} = {1}.id WHERE {1}.alliance = $1 AND {0}.space = $2 ORDER BY {3}", table, parent, column, order);
}

}  // namespace

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      // The alliance, and who takes part in it.
      {"alliance", "the alliance itself", "FROM alliance WHERE alliance.id = $1", Kind::Reads::once},
      {"organisation", "the organisations that are parties",
       "FROM organisation WHERE organisation.id IN (SELECT party.organisation FROM party WHERE party.alliance = $1) ORDER BY organisation.id",
       Kind::Reads::once, {"id", "name", "mark_letter"}},
      {"person", "the people who take part, and whoever is named", "FROM member JOIN person ON person.id = member.person WHERE member.alliance = $1 ORDER BY person.id",
       Kind::Reads::once, {"id", "organisation", "name", "email", "title"}},
      {"party", "the organisations' places", "FROM party WHERE party.alliance = $1 ORDER BY party.position, party.id", Kind::Reads::once},
      {"agreement", "agreements between some of the parties", in_space("agreement")},
      {"agreement_party", "who is a party to an agreement", under("agreement_party", "agreement", "agreement", "agreement_party.agreement, agreement_party.party")},
      {"space", "the spaces in which records lie", "FROM space WHERE space.alliance = $1 AND space.id = $2", Kind::Reads::by_space,
       {"id", "alliance", "kind", "organisation", "agreement"}},
      {"agreement_consent", "who accepted an agreement",
       beside("agreement_consent", "agreement", "agreement", "agreement_consent.agreement, agreement_consent.party")},
      {"member", "the people's roles", "FROM member WHERE member.alliance = $1 ORDER BY member.person", Kind::Reads::once},
      {"signatory", "who may sign for whom", "FROM signatory WHERE signatory.alliance = $1 ORDER BY signatory.person", Kind::Reads::once},
      // The plan.
      {"perspective", "the map's perspectives", in_space("perspective")},
      {"theme", "themes", in_space("theme")},
      {"objective", "objectives", in_space("objective")},
      {"link", "causes and effects", in_space("link")},
      {"win", "what each partner wins", in_space("win")},
      {"shared_value", "shared values", in_space("shared_value")},
      {"measure", "measures", in_space("measure")},
      {"target", "targets", in_space("target")},
      {"initiative", "initiatives with their milestones", in_space("initiative")},
      {"initiative_course", "how initiatives went",
       under("initiative_course", "initiative", "initiative", "initiative_course.initiative, initiative_course.at, initiative_course.act")},
      {"narrative", "what was said about a theme's period", in_space("narrative")},
      {"light_override", "lights set by hand", in_space("light_override")},
      // Values, and what was said of them.
      {"observation", "values with their corrections: number 1 came first",
       under("observation", "measure", "measure", "observation.measure, observation.series, observation.period, observation.number")},
      {"withheld_value", "values of which the other side sees the light only",
       beside("withheld_value", "measure", "measure", "withheld_value.measure, withheld_value.period, withheld_value.number")},
      {"value_verdict", "values accepted and disputed", in_space("value_verdict")},
      {"light_verdict", "lights confirmed and contested", in_space("light_verdict")},
      {"measure_look", "on which days measures were looked at by one's own side",
       beside("measure_look", "measure", "measure", "measure_look.measure, measure_look.day")},
      {"measure_review", "measures kept or changed after a look back", in_space("measure_review")},
      {"service_level", "service levels that one party promised another", in_space("service_level")},
      {"service_level_value", "their values with corrections",
       under("service_level_value", "service_level", "level", "service_level_value.level, service_level_value.period, service_level_value.number")},
      // Building the map together. What one rates in an open round is nobody's to see.
      {"interview", "talks that one held oneself", "FROM interview WHERE interview.alliance = $1 AND interview.space = $2 AND interview.interviewer = $3 ORDER BY interview.id",
       Kind::Reads::by_person},
      {"interview_earlier", "what one wrote of them before",
       "FROM interview JOIN interview_earlier ON interview_earlier.interview = interview.id WHERE interview.alliance = $1 AND interview.space = $2 AND "
       "interview.interviewer = $3 ORDER BY interview_earlier.interview, interview_earlier.version",
       Kind::Reads::by_person},
      {"question_set", "questions for talks", in_space("question_set")},
      {"finding", "what was found in talks", in_space("finding")},
      {"workshop", "workshops", in_space("workshop")},
      {"card", "candidate objectives of workshops", in_space("card")},
      {"card_link", "arrows between them", in_space("card_link")},
      {"rating_round", "rounds of rating that were closed",
       beside("rating_round", "workshop", "workshop", "rating_round.workshop, rating_round.round")},
      {"rating_result", "what each party said of a card in them",
       beside("rating_result", "workshop", "workshop", "rating_result.card, rating_result.round, rating_result.party")},
      {"open_matter", "what workshops left open", in_space("open_matter")},
      // What each side hoped for, gained and spent.
      {"hope", "what leaders hoped for", in_space("hope")},
      {"hope_word", "what came of it", in_space("hope_word")},
      {"benefit", "benefits that were claimed", in_space("benefit")},
      {"benefit_word", "what the other side says of them", in_space("benefit_word")},
      {"alliance_cost", "what the alliance costs", in_space("alliance_cost")},
      // What was agreed.
      {"charter", "versions of the charter; their texts are in charters/", in_space("charter")},
      {"consent", "who ratified or returned a version", under("consent", "charter", "charter", "consent.charter, consent.party")},
      {"charter_measure", "the measures of a version", under("charter_measure", "charter", "charter", "charter_measure.charter, charter_measure.measure")},
      {"review_freeze", "freezes; what each review saw is in freezes/", in_space("review_freeze")},
      // What people said. Of a removed comment the place is kept, not the text.
      {"comment", "comments", in_space("comment"), Kind::Reads::by_space, {},
       {{"text", "CASE WHEN comment.removed_at IS NULL THEN comment.text ELSE '' END"}}},
      {"comment_text", "what comments said before they were edited",
       "FROM comment JOIN comment_text ON comment_text.comment = comment.id WHERE comment.alliance = $1 AND comment_text.space = $2 AND "
       "comment.removed_at IS NULL ORDER BY comment_text.comment, comment_text.version"},
      {"mention", "who was addressed",
       "FROM comment JOIN mention ON mention.comment = comment.id WHERE comment.alliance = $1 AND mention.space = $2 AND "
       "comment.removed_at IS NULL ORDER BY mention.comment, mention.person"},
      // A removed file's content is nobody's to have any more.
      {"attachment", "attached files; they are in files/", in_space("attachment"), Kind::Reads::by_space, {},
       {{"dropped_at", "COALESCE(attachment.dropped_at, attachment.removed_at)"}}},
      {"saved_filter", "filters that were kept under a name",
       "FROM saved_filter WHERE saved_filter.alliance = $1 AND saved_filter.space = $2 AND (saved_filter.audience <> 'me' OR saved_filter.owner = $3) "
       "ORDER BY saved_filter.id",
       Kind::Reads::by_person},
      // What came from another installation; the records themselves are in record/.
      {"foreign_record", "records that came from another installation", in_space("foreign_record")},
      {"foreign_person", "who is meant by a person's identifier in what came from there", in_space("foreign_person", "foreign_id")},
      // Who watches over the record.
      {"witness", "the parties' witnesses of the record",
       "FROM space JOIN witness ON witness.space = space.id WHERE space.alliance = $1 AND witness.space = $2 ORDER BY witness.key"},
  };
  return all;
}

const std::vector<DocumentKind>& document_kinds() {
  static const std::vector<DocumentKind> all = {
      {"charter_document", "the texts of the charter's versions", "charters", "charter", "document",
       under("charter_document", "charter", "charter", "charter_document.charter")},
      {"freeze_document", "what each review saw", "freezes", "id", "document", beside("freeze_document", "review_freeze", "id", "freeze_document.id")},
  };
  return all;
}

const std::vector<Exception>& exceptions() {
  static const std::vector<Exception> all = {
      {"record_leaf", "stands in record/, with proofs"},
      {"record_frontier", "follows from the leaves"},
      {"record_head", "stands in record/, after the leaves that it covers"},
      {"record_tile", "follows from the leaves"},
      {"record_person", "stands in record/, beside each leaf"},
      {"cosignature", "stands in record/, on the head that it signs"},
      {"foreign_record_part", "stands in record/, as the files from-elsewhere-….jsonl"},
      {"attachment_part", "stands in files/, each file whole"},
      {"card_rating", "sealed: what one person rates in a round; what came of it is in rating_result"},
      {"reminder", "which mails one person got"},
      {"service_level_reminder", "which mails one person got"},
      {"search_entry", "follows from what can be found"},
  };
  return all;
}

bool names_person(std::string_view column) {
  static constexpr std::string_view names[] = {"person",      "leader",     "owner",          "author",   "made_by",
                                               "resolved_by", "by_person",  "consent_person", "named_by", "interviewer"};
  return std::find(std::begin(names), std::end(names), column) != std::end(names);
}

bool is_moment(std::string_view column) { return column == "at" || column == "since" || column == "until" || column.ends_with("_at"); }

}  // namespace entente::possession
