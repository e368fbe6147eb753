#pragma once
#include "access/api.hpp"
#include "access/items.hpp"
#include "http/events.hpp"
#include "record/signer.hpp"

/// What was done: the record in plain sentences, receipts and exports of it, taking acts back, and live news of changes.
namespace entente::activity {

void add_routes(access::Api& api, const access::Undoers& undoers, record::Signer& signer);

/// The record of an organisation's own space, outside alliances, for its administrators: who was added, suspended, given a new
/// password.
void add_organisation_routes(access::Api& api, record::Signer& signer);

/// Publishes each change to the streams of those who see its space.
void publish_changes(access::Door& door, http::EventStreams& events);

/// One act in a sentence, for people: "changed objective LA4 Information systems". `before` and `after` are JSON objects or
/// empty; `count` is that of a batch.
std::string sentence(std::string_view kind, std::string_view before, std::string_view after, std::uint64_t count);

/// What differs between two JSON objects, by field.
struct FieldChange {
  std::string field;
  std::optional<std::string> before;
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, before, after))
std::vector<FieldChange> changes_between(std::string_view before, std::string_view after);

}  // namespace entente::activity
