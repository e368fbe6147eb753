#pragma once
#include <vector>

#include "exchange/apply.hpp"
#include "exchange/csv.hpp"

/// The sample plan in an alliance that has none yet, to see what a finished map and its scorecards look like.
namespace entente::exchange {

struct ShownSample {
  ImportId id;
  std::int64_t objectives = 0;
  std::int64_t measures = 0;
  std::int64_t values = 0;
};
BOOST_DESCRIBE_STRUCT(ShownSample, (), (id, objectives, measures, values))

/// Puts the reference plan (without its people and its private matters) and its values in, by the same rules as anybody's
/// edits, with all its days moved to the years up to now. Kept as an import, so that it can be taken back. Throws
/// `conflict` where the map holds objectives already, and what a viewer gets who may not edit the whole draft.
ShownSample show_sample(access::Door&, db::Transaction&, const access::Viewer&, const AllianceId&);

/// Takes away what the sample brought and what was made of it since; a perspective or theme stays where somebody put
/// objectives of their own into it. Gives the number of acts.
std::int64_t remove_sample(access::Door&, db::Transaction&, const access::Viewer&, const AllianceId&, const std::vector<MadeItem>& made);

/// A file of the sample in the program: "samples/reference/plan.json".
std::string_view sample_file(std::string_view name);
/// What kind of value a measure of the sample takes, as its targets say.
std::optional<CsvValue> sample_value(const Plan& plan, std::string_view measure);

/// As they are kept with the import: "objective 0123…, …" in lines.
std::string text_of(const std::vector<MadeItem>& made);
std::vector<MadeItem> made_of(std::string_view text);

/// The same JSON or text with every "2006-03-31" in it so many years later; 29 February becomes 28.
std::string days_moved(std::string_view text, int years);

}  // namespace entente::exchange
