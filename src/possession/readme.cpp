#include "possession/readme.hpp"

#include "possession/kinds.hpp"

namespace entente::possession {
namespace {

std::string taker_words(const ManifestTaker& taker) {
  return taker.organisation ? fmt::format("{} of {}", taker.person, taker.organisation_name) : "the operator of the server";
}

}  // namespace

std::string readme_of(const Manifest& manifest) {
  std::string text = fmt::format(
      "{}\n\n"
      "This is everything that {} could see of this alliance in Entente on {}.\n"
      "Anybody can read it without Entente: it is text, in open forms.\n\n"
      "manifest.json     every file with its length and its SHA-256, and the heads of the records\n"
      "manifest.note     the manifest's SHA-256, signed by the server's key\n"
      "plan.stratml.xml  the shared plan as StratML (ISO 17469-1); plan-ours.stratml.xml with one's own private matters\n"
      "observations.csv  all values as a table; observations-ours.csv with one's own private measures\n"
      "charters/         each version of the charter as it was put to the partners, byte by byte: its SHA-256 is what they signed\n"
      "freezes/          what each review saw, byte by byte\n"
      "files/            attached files, as they are\n"
      "record/           the record of each space: every act, who did it and when, with proofs\n"
      "data/             every record, one JSON object a line, one file a kind:\n",
      manifest.alliance.name, taker_words(manifest.taken_by), manifest.made_at.text());
  for (const auto& kind : kinds()) text += fmt::format("  {:<24}{}\n", fmt::format("{}.jsonl", kind.table), kind.title);
  text +=
      "\nIn data/ an identifier of 20 characters names a thing everywhere; what is empty is left out; moments are in UTC; decimals are\n"
      "text, so that no digit is lost; “space” says who could see a record (data/space.jsonl); “removed_at” marks what was removed.\n\n"
      "To check a record:    entente verify record/NAME.jsonl\n"
      "To bring it all into another Entente:    entente import alliance FILE.zip\n";
  return text;
}

std::string readme_of(const Bundle& bundle) {
  return fmt::format(
      "Everything that {} could see in Entente on {}.\n\n"
      "alliances/        each alliance as a zip that is complete by itself\n"
      "organisation/     for an administrator: the organisation's people, and the record of what its administrators did\n"
      "manifest.json     every file with its length and its SHA-256\n"
      "manifest.note     the manifest's SHA-256, signed by the server's key\n\n"
      "To check it all:    entente verify FILE.zip\n",
      taker_words(bundle.taken_by), bundle.made_at.text());
}

}  // namespace entente::possession
