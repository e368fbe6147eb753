#include "access/request_key.hpp"

#include <fstream>
#include <thread>

#include "access/door.hpp"
#include "auth/crypto.hpp"

namespace entente::access {
namespace {

constexpr std::int64_t kept_seconds = 86'400;
constexpr std::int64_t being_answered = 0;  // in place of a status
constexpr int patience = 500;               // times 10 ms

constexpr std::string_view select_answer = "SELECT digest, status, headers, body, at, rights FROM idempotency WHERE person = $1 AND key = $2";
constexpr std::string_view delete_old = "DELETE FROM idempotency WHERE person = $1 AND key = $2 AND at <= $3";
constexpr std::string_view take_key =
    "INSERT INTO idempotency (person, key, digest, status, headers, body, at) VALUES ($1, $2, $3, 0, '', '', $4) "
    "ON CONFLICT (person, key) DO NOTHING";
constexpr std::string_view keep_answer =
    "UPDATE idempotency SET status = $3, headers = $4, body = $5, rights = $6 WHERE person = $1 AND key = $2";

struct Kept {
  std::array<std::uint8_t, 32> digest{};
  std::int64_t status = 0;
  std::string headers;
  std::string body;
  Instant at;
  std::string rights;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (digest, status, headers, body, at, rights))

/// What somebody had in one alliance when the answer was given.
struct KeptGrant {
  AllianceId alliance;
  std::string party;
  std::string roles;
  std::vector<ThemeId> themes;
  std::vector<SpaceId> spaces;  ///< that were seen
};
BOOST_DESCRIBE_STRUCT(KeptGrant, (), (alliance, party, roles, themes, spaces))

struct KeptRights {
  std::string organisation;
  bool administrator = false;
  std::vector<KeptGrant> grants;
};
BOOST_DESCRIBE_STRUCT(KeptRights, (), (organisation, administrator, grants))

KeptGrant grant_to_keep(const Grant& grant) {
  KeptGrant out{grant.alliance, grant.party.text(), grant.roles.text(), grant.themes, {}};
  for (const auto& space : {grant.shared, grant.own})
    if (grant.sees(space)) out.spaces.push_back(space);
  for (const auto& space : grant.agreements)
    if (grant.sees(space)) out.spaces.push_back(space);
  return out;
}

/// Whether each role, theme and space that the answer rested on is still there.
bool still_has(const Grant& now, const KeptGrant& then) {
  auto roles = Roles::parse(then.roles);
  return now.party.view() == then.party &&
         std::all_of(all_acts().begin(), all_acts().end(), [&](Act act) { return now.reach(act) >= roles.reach(act); }) &&
         std::all_of(then.themes.begin(), then.themes.end(), [&](const ThemeId& theme) { return std::ranges::find(now.themes, theme) != now.themes.end(); }) &&
         std::all_of(then.spaces.begin(), then.spaces.end(), [&](const SpaceId& space) { return now.sees(space); });
}

void need_rights(const Viewer& viewer, const std::string& text) {
  auto then = json::read<KeptRights>(text);
  bool has_all = viewer.organisation.view() == then.organisation && (viewer.administrator || !then.administrator);
  for (const auto& grant : then.grants) {
    const Grant* now = viewer.grant(grant.alliance);
    if (!now) throw_not_found();
    has_all = has_all && still_has(*now, grant);
  }
  if (!has_all)
    throw Error(ErrorKind::conflict, "rights_changed",
                "This was done before. You may do less here now than then, so the answer is not given again.");
}

/// "Name: value", one a line; the first line is the content type.
std::string header_lines(const http::Response& response) {
  std::string out = response.content_type + "\n";
  for (const auto& [name, value] : response.headers) out += name + ": " + value + "\n";
  return out;
}

http::Response response_of(const Kept& kept) {
  http::Response response;
  response.status = static_cast<int>(kept.status);
  std::string_view lines = kept.headers;
  bool is_first = true;
  while (!lines.empty()) {
    auto end = std::min(lines.find('\n'), lines.size());
    auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (std::exchange(is_first, false))
      response.content_type = line;
    else if (auto colon = line.find(": "); colon != std::string_view::npos)
      response.with(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
  }
  response.body = kept.body;
  return response.with("Idempotency-Replayed", "true");
}

/// Of the whole request, wherever its body is.
auth::Digest digest_of_request(const http::Request& request) {
  auth::Sha256 hash;
  hash.add(fmt::format("{} {}\n", http::name_of(request.method), request.target)).add(request.body);
  if (request.body_file.empty()) return hash.finish();
  std::ifstream in(request.body_file, std::ios::binary);
  std::string part(65'536, '\0');
  while (in.read(part.data(), static_cast<std::streamsize>(part.size())), in.gcount() > 0)
    hash.add({part.data(), static_cast<std::size_t>(in.gcount())});
  return hash.finish();
}

}  // namespace

std::shared_ptr<RequestKey> RequestKey::of(const http::Request& request, const Viewer& viewer, const Clock& clock) {
  auto header = request.header("Idempotency-Key");
  if (!header) return nullptr;
  if (header->empty() || header->size() > 200)
    throw_bad_field("Idempotency-Key", "bad_key", "An Idempotency-Key has 1 to 200 characters.");
  auto made = std::make_shared<RequestKey>();
  made->person_ = viewer.person.empty() ? "operator" : viewer.person.text();
  made->key_ = *header;
  made->digest_ = digest_of_request(request);
  made->now_ = clock.now();
  return made;
}

std::optional<http::Response> RequestKey::answer_before(Door& door, const Viewer& viewer) const {
  for (int round = 0; round < patience; ++round) {
    auto kept = door.read(viewer, [&](db::Transaction& transaction) { return transaction.one<Kept>(select_answer, person_, key_); });
    if (!kept || kept->at <= now_.plus_seconds(-kept_seconds)) return std::nullopt;
    if (kept->digest != digest_)
      return http::problem(Error(ErrorKind::conflict, "key_used_otherwise",
                                 "This Idempotency-Key was used for another request. Send this one with a key of its own."),
                           "", 422);
    if (kept->status != being_answered) {
      need_rights(viewer, kept->rights);
      return response_of(*kept);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  throw Error(ErrorKind::conflict, "answer_lost", "This was done, but its answer was lost. Look at what is there now.");
}

void RequestKey::take(db::Transaction& transaction) {
  if (is_taken_) return;
  transaction.run(delete_old, person_, key_, now_.plus_seconds(-kept_seconds));
  if (transaction.run(take_key, person_, key_, digest_, now_) == 0) throw Taken();
  transaction.after_commit([this] { is_taken_ = true; });
}

void RequestKey::concerns(const Viewer& viewer, const AllianceId& alliance) {
  if (const Grant* grant = viewer.grant(alliance)) grants_.emplace(alliance, *grant);
}

void RequestKey::keep(Door& door, const Viewer& viewer, const http::Response& response) const {
  if (!is_taken_) return;
  http::Response kept = response;
  if (response.compress == http::Compress::never)
    kept = http::problem(Error(ErrorKind::conflict, "secret_not_kept",
                               "This was done before. Its answer held a secret, which is not kept. End it and make a new one."));
  KeptRights rights{viewer.organisation.text(), viewer.administrator, {}};
  for (const auto& [alliance, grant] : grants_) rights.grants.push_back(grant_to_keep(grant));
  if (grants_.empty())
    for (const auto& grant : viewer.grants) rights.grants.push_back(grant_to_keep(grant));
  Viewer plain = viewer;
  plain.key.reset();
  door.write(plain, [&](db::Transaction& transaction) {
    transaction.run(keep_answer, person_, key_, std::int64_t{kept.status}, header_lines(kept), kept.body_view(), json::text(rights));
  });
}

}  // namespace entente::access
