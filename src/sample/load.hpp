#pragma once
#include <functional>
#include <string>
#include <vector>

#include "access/door.hpp"
#include "auth/sign_in.hpp"

namespace entente::sample {

/// The password that all people of the sample share; servers that others can reach refuse it.
inline constexpr std::string_view shared_password = "two-sides-one-map";

struct Account {
  std::string email;
  std::string name;
  std::string what;  ///< "alliance manager of Aldermere Pharma"
};
BOOST_DESCRIBE_STRUCT(Account, (), (email, name, what))

struct Loaded {
  AllianceId alliance;
  std::string slug;
  int people = 0;
  std::int64_t values = 0;
  std::vector<Account> accounts;  ///< to begin with
};
BOOST_DESCRIBE_STRUCT(Loaded, (), (alliance, slug, people, values, accounts))

using Progress = std::function<void(const std::string& what, double share)>;

enum class Form : std::uint8_t {
  whole,  ///< with its history: versions of the charter, reviews, words, comments (history.hpp)
  draft,  ///< before its first charter: the plan as one working draft with four years of values, to be edited at once
};

/// The reference alliance, built in: organisations, 520 people, the plan, four years of values with what each partner
/// keeps to itself. Goes through the same rules as anybody's data, by the hands of the people who would have done it, at
/// the dates when they would have. All or nothing. Throws `conflict` if it is there already.
Loaded load_reference(access::Door& door, auth::SignIn& sign_in, Form form, const Progress& progress = {});

/// Whether any person of the sample is in the database.
bool is_loaded(db::Transaction& transaction);
/// The accounts to begin with, if the sample is there.
std::vector<Account> accounts(db::Transaction& transaction);

}  // namespace entente::sample
